import FuzzTargets
import Glibc

/// The target that WEIR_FUZZ names.
private let target: FuzzTarget = {
    guard let name = unsafe getenv("WEIR_FUZZ"), let target = unsafe FuzzTarget(rawValue: String(cString: name)) else {
        fatalError("WEIR_FUZZ names no target; there are \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Invariant: libFuzzer's bytes live as long as this call.
    target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

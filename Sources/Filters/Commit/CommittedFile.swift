import FilterKit
import System

/// A file that one stream appends to, and that can be brought back to where it was at a mark.
struct CommittedFile: ~Copyable {
    let path: String
    let descriptor: Descriptor
    /// What was there before the first byte of ours. It is somebody's, and stays.
    private var base: Int64 = 0
    /// How long the file is if nobody but us writes to it.
    private var length: Int64 = 0
    /// Held while the stream has marks: two streams in one file could not both take back what is theirs.
    private var lock: FileLock?

    init(opening path: String) throws(Failure) {
        self.path = path
        do throws(SystemError) { descriptor = try .open(appending: path) } catch {
            throw Failure(.inputOutput, error.description)
        }
    }

    /// A line was given to be written, with its newline.
    mutating func add(_ bytes: Int) { length += Int64(bytes) }

    /// Cuts off what came behind the mark that the receipt is of; without one, the file begins at its end.
    mutating func resume(from bytes: [UInt8]?) throws(Failure) -> Receipt {
        let status = try status()
        guard status.kind == .regular else {
            throw Failure(.badConfiguration, "\(path): is no regular file; nothing written to it could be taken back")
        }
        try takeLock()
        guard let bytes else {
            base = status.size
            length = base
            try call { () throws(SystemError) in try OpenDirectory.synchronize(parentOf: path) }
            return try makeDurable()
        }
        guard let receipt = Receipt(bytes) else {
            throw Failure(.badConfiguration, "\(path): the last mark was committed by another sink than weir-commit")
        }
        guard receipt.device == status.device, receipt.inode == status.inode else {
            throw Failure(
                .inputOutput,
                "\(path): is not the file that was committed to; put that one back, or begin anew with 'weir state reset'"
            )
        }
        guard receipt.base <= receipt.length, receipt.length <= status.size else {
            throw Failure(
                .inputOutput,
                "\(path): has \(status.size) bytes, but \(receipt.length) were committed; somebody has shortened it")
        }
        if status.size > receipt.length {
            try call { () throws(SystemError) in try descriptor.truncate(to: receipt.length) }
        }
        base = receipt.base
        length = receipt.length
        return try makeDurable()
    }

    /// Makes what was written outlast a power failure.
    func makeDurable() throws(Failure) -> Receipt {
        try call { () throws(SystemError) in try descriptor.synchronize() }
        let status = try status()
        guard status.size == length else {
            throw Failure(
                .inputOutput, "\(path): has \(status.size) bytes instead of \(length); somebody else writes to it too")
        }
        return Receipt(device: status.device, inode: status.inode, base: base, length: length)
    }

    private mutating func takeLock() throws(Failure) {
        let taken: FileLock?
        do throws(SystemError) { taken = try FileLock(.open(appending: path)) } catch {
            throw Failure(.inputOutput, "\(path): \(error.reason)")
        }
        guard let taken else { throw Failure(.temporary, "\(path): another weir-commit is writing to it") }
        lock = consume taken
    }

    private func status() throws(Failure) -> FileStatus {
        do throws(SystemError) { return try FileStatus(of: descriptor) } catch {
            throw Failure(.inputOutput, "\(path): \(error.reason)")
        }
    }

    private func call(_ body: () throws(SystemError) -> Void) throws(Failure) {
        do throws(SystemError) { try body() } catch { throw Failure(.inputOutput, "\(path): \(error.reason)") }
    }
}

import ArgumentParser
import FilterKit
import System

/// Lines for people on standard output, from the commands that are no filters.
enum Output {
    static func line(_ text: String) throws {
        do throws(SystemError) { try Descriptor.output.writeAll(text + "\n") } catch {
            if error.isClosedPipe { Signals.dieOfClosedPipe() }
            Diagnostics(program: "weir").error("standard output: \(error.reason)")
            throw ExitCode(ExitStatus.inputOutput.rawValue)
        }
    }
}

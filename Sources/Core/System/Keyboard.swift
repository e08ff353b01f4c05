import Glibc

/// The keys of the terminal that the process belongs to, one by one and unseen, while standard input is a pipe.
///
/// Ctrl-C stays what it is; Ctrl-Z does nothing, for a picture would be left on the screen.
@safe package final class Keyboard {
    private let descriptor: Descriptor
    private var before = termios()
    private var isOpen = true

    /// Nil where there is no terminal.
    package init?() {
        guard let descriptor = try? Descriptor.open(reading: "/dev/tty") else { return nil }
        self.descriptor = descriptor
        // Invariant: both structures are this process's own, and outlive the calls.
        guard unsafe tcgetattr(descriptor.number, &before) == 0 else {
            descriptor.close()
            return nil
        }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        unsafe withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
            unsafe bytes[Int(VMIN)] = 0
            unsafe bytes[Int(VTIME)] = 0
            unsafe bytes[Int(VSUSP)] = 0
        }
        _ = unsafe tcsetattr(descriptor.number, TCSANOW, &raw)
    }

    /// What was typed since; waits for it for so long.
    package func read(milliseconds: Int32) -> [UInt8] {
        guard isOpen, descriptor.wait(for: .reading, milliseconds: milliseconds) == .ready else { return [] }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe bytes.withUnsafeMutableBytes { raw in
            // Invariant: the array has as many bytes as are asked for.
            unsafe Glibc.read(descriptor.number, raw.baseAddress, raw.count)
        }
        return count > 0 ? Array(bytes.prefix(count)) : []
    }

    /// Leaves the terminal as it was.
    package func restore() {
        guard isOpen else { return }
        isOpen = false
        _ = unsafe tcsetattr(descriptor.number, TCSADRAIN, &before)
        descriptor.close()
    }

    deinit { restore() }
}

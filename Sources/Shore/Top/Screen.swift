import FilterKit
import System

/// The terminal: a picture of its own, drawn over in place, and the keyboard. What was there before comes back.
final class Screen {
    private let keyboard: Keyboard?
    private var size: (columns: Int, rows: Int)?
    private var isOpen = false

    init() { keyboard = Keyboard() }

    var hasKeyboard: Bool { keyboard != nil }

    func keys(milliseconds: Int32) -> [UInt8] { keyboard?.read(milliseconds: milliseconds) ?? [] }

    /// What fits; whether that has changed since the last look.
    func look() -> (columns: Int, rows: Int, hasChanged: Bool) {
        let now = (columns: Descriptor.output.terminalColumns ?? 80, rows: Descriptor.output.terminalRows ?? 24)
        defer { size = now }
        return (now.columns, now.rows, size.map { $0 != now } ?? false)
    }

    /// Draws from the top; each line clears its rest, the last one what is below (ECMA-48 EL, ED).
    func draw(_ lines: [String], isAnew: Bool) throws(SystemError) {
        var text = isOpen ? "" : "\u{1B}[?1049h\u{1B}[?25l"
        isOpen = true
        if isAnew { text += "\u{1B}[2J" }
        text += "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\n") + "\u{1B}[J"
        try Descriptor.output.writeAll(text)
    }

    /// Gives the terminal back.
    func close() {
        keyboard?.restore()
        guard isOpen else { return }
        isOpen = false
        try? Descriptor.output.writeAll("\u{1B}[?25h\u{1B}[?1049l")
    }
}

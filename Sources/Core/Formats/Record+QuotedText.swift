import Bytes
import Records

extension Record {
    /// Reads a text up to its closing quote, with backslashes before what would end it; unescaped into scratch where it has any.
    /// - Parameter start: behind the opening quote.
    /// - Returns: the text, and the place behind the closing quote; nil where there is none before `end`.
    mutating func quotedText(from start: Int, to end: Int) -> (text: Slice, next: Int)? {
        var position = start
        var hasEscapes = false
        while position < end, store[position] != 0x22 {
            if store[position] == 0x5C {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        guard position < end else { return nil }
        let inside = Slice(from: start, to: position)
        guard hasEscapes else { return (inside, position + 1) }
        let unescaped = store.buffer.count
        store.buffer.appendUnescaping(inside)
        return (Slice(from: unescaped, to: store.buffer.count), position + 1)
    }
}

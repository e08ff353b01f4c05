import Bytes
import Records

/// The extension of an event in ArcSight's Common Event Format: `src=10.0.0.1 msg=two words spt=1232`. A value goes on up
/// to the next ` key=`, and has a backslash before `=` and itself, `\n` and `\r` for line ends. (Micro Focus, "Implementing
/// ArcSight Common Event Format (CEF)", version 26.)
enum CEFExtension {
    /// Tables the pairs; false where something stands before the first of them that is none.
    static func parse(_ text: Slice, _ record: inout Record) -> Bool {
        guard var (key, position) = next(from: text.start, text, record) else { return isBlank(text, record) }
        guard isBlank(Slice(from: text.start, to: key.start), record) else { return false }
        while true {
            let following = next(from: position, text, record)
            var end = following?.key.start ?? text.end
            while end > position, record.store[end - 1] == 0x20 { end -= 1 }
            append(key, Slice(from: position, to: end), &record)
            guard let following else { return true }
            (key, position) = following
        }
    }

    /// The next key with a `=` behind it, and where its value begins.
    private static func next(
        from start: Int, _ text: Slice, _ record: borrowing Record
    ) -> (key: Slice, value: Int)? {
        var position = start
        while let equals = record.store.buffer.find(0x3D, from: position, to: text.end) {
            position = equals + 1
            var first = equals
            while first > start, isKeyByte(record.store[first - 1]) { first -= 1 }
            // An escaped `=` has a backslash before it, which is no key.
            let isFirst = first == text.start || record.store[first - 1] == 0x20
            if first < equals, isFirst { return (Slice(from: first, to: equals), equals + 1) }
        }
        return nil
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x5B, 0x5D: true
        default: false
        }
    }

    private static func isBlank(_ slice: Slice, _ record: borrowing Record) -> Bool {
        for position in slice.start..<slice.end where record.store[position] != 0x20 { return false }
        return true
    }

    private static func append(_ key: Slice, _ value: Slice, _ record: inout Record) {
        let plain = EventText.unescaped(value, &record)
        record.append(nameAt: key, plain, plain == value ? FieldTyping.kind(of: value, record.store.buffer) : .text)
    }
}

import Bytes
import Records

/// Writes the values of columns, and remembers the texts of rates, ratios and quantiles: windows after each other hold much
/// the same ones, and the shortest decimal of a `Double` is dearer than all else of a record.
struct ColumnTexts: ~Copyable {
    struct Entry: BitwiseCopyable {
        /// Of a NaN that no operation gives.
        var bits = UInt64.max
        var isQuantile = false
        var text = Slice.empty
    }

    private static let size = 512
    private static let mostBytes = 16 << 10

    /// Off, every text is found anew.
    private let remembers: Bool
    private var entries = Slab([Entry](repeating: Entry(), count: ColumnTexts.size))
    private var texts = ByteBuffer(capacity: 1024)

    init(remembers: Bool = true) { self.remembers = remembers }

    mutating func append(
        _ reading: Reading, _ state: WindowState, _ series: Int, _ seconds: Double?, to buffer: inout ByteBuffer
    ) {
        if let number = ColumnValue.number(reading, state, series, seconds) {
            append(number, reading, to: &buffer)
        } else {
            ColumnText.write(reading, state, series, seconds, to: &buffer)
        }
    }

    mutating func append(_ number: Double, _ reading: Reading, to buffer: inout ByteBuffer) {
        let bits = number.bitPattern
        let isQuantile = reading.isQuantile
        let place = SWAR.place(of: bits, bits: 9)
        if entries[place].bits == bits, entries[place].isQuantile == isQuantile, remembers {
            return buffer.append(texts, entries[place].text)
        }
        let start = buffer.count
        ColumnText.append(ColumnValue.shown(number, reading), to: &buffer)
        if remembers { remember(bits, isQuantile, buffer, Slice(from: start, to: buffer.count), at: place) }
    }

    private mutating func remember(
        _ bits: UInt64, _ isQuantile: Bool, _ buffer: borrowing ByteBuffer, _ text: Slice, at place: Int
    ) {
        if texts.count > Self.mostBytes { forget() }
        let start = texts.count
        texts.append(buffer, text)
        entries[place] = Entry(bits: bits, isQuantile: isQuantile, text: Slice(from: start, to: texts.count))
    }

    private mutating func forget() {
        texts.removeAll()
        for place in 0..<Self.size { entries[place] = Entry() }
    }
}

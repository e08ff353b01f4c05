import Bytes
import Metrics

/// How the first column of each series went: its last values as bars between the smallest and the largest of them.
struct Sparklines {
    private static let length = 20
    private static let bars = Array("▁▂▃▄▅▆▇█")

    private var table = SeriesTable()
    private var values: [[Double?]] = []
    /// That of the value added last.
    private(set) var drawing = ""

    /// - Parameters:
    ///   - key: of the series; nil for the overflow series.
    ///   - keeps: whether the value counts for later drawings.
    mutating func add(_ value: Double?, of key: [UInt8]?, keeps: Bool) {
        // No key begins with a line feed.
        let key = key ?? [0x0A]
        let (index, isNew) = table.index(ofKey: RawSpan(_elements: key.span))
        if isNew { values.append([]) }
        let shown = Array((values[index] + [value]).suffix(Self.length))
        if keeps { values[index] = shown }
        drawing = Self.draw(shown)
    }

    private static func draw(_ values: [Double?]) -> String {
        let known = values.compactMap(\.self)
        guard let least = known.min(), let greatest = known.max() else { return "" }
        return String(
            values.map { value in
                guard let value else { return " " }
                let share = greatest > least ? (value - least) / (greatest - least) : 0
                return bars[min(Int(share * Double(bars.count)), bars.count - 1)]
            })
    }

    func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(UInt64(table.count))
        for index in 0..<table.count {
            snapshot.append(table.key(at: index))
            snapshot.append(UInt64(values[index].count))
            for value in values[index] {
                snapshot.append(value != nil)
                if let value { snapshot.append(value) }
            }
        }
    }

    mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        for _ in 0..<(try snapshot.count()) {
            let key = try snapshot.run()
            let (index, isNew) = table.index(ofKey: RawSpan(_elements: key.span))
            if isNew { values.append([]) }
            for _ in 0..<(try snapshot.count()) {
                values[index].append(try snapshot.flag() ? try snapshot.double() : nil)
            }
        }
    }
}

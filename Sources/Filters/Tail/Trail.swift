/// Lines of a file that were given out some time ago, the older the fewer: one of the last two turns, one of the four before, and so
/// on. A copy that was made a while before its original was emptied, and so lacks what was read last, is known by the newest of
/// those that it may have.
struct Trail {
    struct Place {
        let line: LinePrint
        let end: Int64
    }

    private static let most = 20
    private(set) var places: [Place] = []
    private var turns = 0

    init() {}

    /// As it was saved; it may lack turns, but has the same lines.
    init(_ places: [Place]) {
        self.places = Array(places.prefix(Self.most))
        turns = 1 << places.count - 1
    }

    /// - Parameter end: behind the line.
    mutating func add(_ line: LinePrint, end: Int64) {
        guard !places.contains(where: { $0.end == end }) else { return }
        turns &+= 1
        let slot = min(turns.trailingZeroBitCount, Self.most - 1)
        let place = Place(line: line, end: end)
        // The slots below come more often, so all of them are there already but for this one.
        if slot < places.count { places[slot] = place } else { places.append(place) }
    }

    var newestFirst: [Place] { places.sorted { $0.end > $1.end } }
}

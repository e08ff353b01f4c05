/// Lines of a file that were given out some time ago. A copy that was made a while before its original was emptied, and so lacks what was
/// read last, is known by those that stand within its length.
///
/// Of the file's end there are the last lines of turns, the older the fewer: one of the last two turns, one of the four before, and so on.
/// But a turn may give a whole file at once, so there are lines of its beginning, too: the first ones, and then one each time that
/// it has grown twice as long.
struct Trail {
    struct Place {
        let line: LinePrint
        let end: Int64
    }

    private static let mostTurnEnds = 20
    /// So many lines that a file begins with are all there: files of a log may have the same header.
    private static let firstLines = 8
    /// Enough for twice what one turn gives.
    private static let mostOfBeginning = 24
    /// After so many turns there are enough places without the beginning.
    private static let enoughTurns = 64

    private(set) var turnEnds: [Place] = []
    private(set) var beginning: [Place] = []
    private var turns = 0

    init() {}

    /// As it was saved; it may lack turns, but has the same lines.
    init(turnEnds: [Place], beginning: [Place]) {
        self.turnEnds = Array(turnEnds.prefix(Self.mostTurnEnds))
        turns = 1 << self.turnEnds.count - 1
        self.beginning = turns < Self.enoughTurns ? Array(beginning.prefix(Self.mostOfBeginning)) : []
    }

    /// A line that begins where one was due, or behind that.
    mutating func addBeginning(_ line: LinePrint, end: Int64) {
        beginning.append(Place(line: line, end: end))
    }

    /// The next line that begins here or behind it belongs to the beginning.
    var due: Int64 {
        guard turns < Self.enoughTurns, beginning.count < Self.mostOfBeginning else { return .max }
        guard let first = beginning.first, let last = beginning.last else { return 0 }
        return beginning.count < Self.firstLines ? last.end : last.end &+ (last.end &- first.end)
    }

    /// There are lines enough of the beginning for the others to go unnoticed for a while.
    var isRooted: Bool {
        turns >= Self.enoughTurns || beginning.count >= Self.firstLines || beginning.first?.line.offset ?? 0 > 0
    }

    /// The last line of a turn.
    /// - Parameter end: behind the line.
    mutating func addTurn(_ line: LinePrint, end: Int64) {
        guard !turnEnds.contains(where: { $0.end == end }) else { return }
        turns &+= 1
        let slot = min(turns.trailingZeroBitCount, Self.mostTurnEnds - 1)
        let place = Place(line: line, end: end)
        // The slots below come more often, so all of them are there already but for this one.
        if slot < turnEnds.count { turnEnds[slot] = place } else { turnEnds.append(place) }
        if turns == Self.enoughTurns { beginning = [] }
    }

    /// In the order in which they stand in the file.
    var places: [Place] {
        var seen: Set<Int64> = []
        return (beginning + turnEnds).sorted { $0.end < $1.end }.filter { seen.insert($0.end).inserted }
    }
}

/// Lets marks pass by unsaved where saving takes long: an aggregate of a million series would do nothing else every second. Such a mark
/// goes no further, and is never committed; after a crash so much more is read again.
struct SavePace {
    /// When the last save ended, and how long it took; nanoseconds on the clock that never goes back.
    private var ended: Int64 = 0
    private var cost: Int64 = 0
    /// The mark that was saved last.
    private var last: UInt64

    /// Between two saves passes so many times what one takes: saving has a tenth of the time.
    private static let share: Int64 = 9
    /// What a save is taken to cost at most, so that two are never more than 20 seconds apart; nanoseconds.
    private static let most: Int64 = 20_000_000_000 / share
    /// Marks in a row that may pass by: half of those that may be on their way (`CommitWatch`), beyond which none would come any more.
    private static let mostMarks: UInt64 = 32

    init(after mark: UInt64) { last = mark }

    /// Whether a mark is to be saved.
    func isDue(_ mark: UInt64, now: Int64) -> Bool {
        mark &- last >= Self.mostMarks || now &- ended >= min(cost, Self.most) &* Self.share
    }

    /// A mark was saved between two times.
    mutating func note(_ mark: UInt64, from start: Int64, to end: Int64) {
        last = mark
        cost = end &- start
        ended = end
    }
}

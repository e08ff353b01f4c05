import Records

/// Whether the minute in a log's times is a minute. strftime(3) writes the month for `%m` and the minute for `%M`: who mixes them up
/// gets times whose minute is the month's number, the whole month long. The seconds give it away: where lines are in order, they step
/// back once a minute, so that in a full hour they do so 59 times, and never more often.
struct MinuteTrace {
    /// The minute of all times so far; nil before the first.
    private var minute: Int64?
    private var isOne = true
    private var isMonth = true
    /// How often the seconds step back, by hour.
    private var steps: [Int64: Int] = [:]
    private var previous: (hour: Int64, second: Int64)?

    /// Longer logs have shown it by then.
    private static let mostHours = 20_000
    private static let hour: Int64 = 3600

    /// What comes next does not follow what came before.
    mutating func breakOff() { previous = nil }

    mutating func observe(_ time: Timestamp) {
        guard isOne || isMonth, steps.count < Self.mostHours else { return }
        let hour = WindowCounts.start(time.seconds, Self.hour)
        let within = time.seconds - hour
        let (found, second) = within.quotientAndRemainder(dividingBy: 60)
        if let minute, minute != found { isOne = false }
        if isMonth, Self.month(hour) != found { isMonth = false }
        minute = found
        if let previous, previous.hour == hour, second < previous.second {
            steps[hour, default: 0] += 1
        } else if steps[hour] == nil {
            steps[hour] = 0
        }
        previous = (hour, second)
    }

    private static func month(_ second: Int64) -> Int64 {
        Int64(CivilDate(days: Int(WindowCounts.start(second, 86_400) / 86_400)).month)
    }

    /// The minute means nothing; nil where it may well mean something. A log of which one minute an hour was kept has one minute too,
    /// but its seconds run forwards in it, or any way at all.
    var lost: LostMinute? {
        guard isOne || isMonth, let minute, steps.count >= 6 else { return nil }
        let sorted = steps.values.sorted()
        let full = sorted.count { $0 == 59 }
        guard let most = sorted.last, most <= 59, sorted[sorted.count / 2] > 0 else { return nil }
        // Either is rare by chance: the month's number, or as many steps as an hour has minutes, over and over.
        guard isMonth || full * 2 > sorted.count else { return nil }
        return LostMinute(
            minute: isOne ? Int(minute) : nil, isMonth: isMonth, hours: sorted.count,
            fullHours: full * 2 > sorted.count ? full : 0)
    }
}

/// What is known of times whose minute is none.
struct LostMinute: Equatable {
    /// What stands in its place; nil where it changes with the month.
    let minute: Int?
    /// It is the month's number.
    let isMonth: Bool
    /// Hours with lines.
    let hours: Int
    /// Hours in which the seconds step back exactly 59 times, so that each of their minutes has lines; 0 where they are not most.
    let fullHours: Int

    /// `05`
    var text: String? { minute.map { "\($0 < 10 ? "0" : "")\($0)" } }

    /// How one knows, in a sentence or two.
    func evidence(lines: Int) -> String {
        let what =
            text.map { "In all \(NumberText.grouped(lines)) time stamps the minute is \($0)" }
            ?? "In every time stamp the minute is the number of the month"
        let month = isMonth && minute != nil ? ", which is also the number of the month" : ""
        guard fullHours > 0 else {
            return what + month + ", and the seconds run backwards again and again within the hour."
        }
        let parts = hours - fullHours == 2 ? " (the first and the last are cut)" : ""
        return
            "\(what)\(month). Yet in \(NumberText.grouped(fullHours)) of \(NumberText.grouped(hours)) hours\(parts) the seconds start over exactly 59 times: "
            + "sixty minutes in order, all written as the same one. So, when the minute was overwritten, the times went through the whole hour in order."
    }

    /// What most likely made it.
    var cause: String {
        isMonth
            ? "The usual cause is a time layout with `%H:%m:%S`, where `%m` is the month and `%M` would be the minute."
            : "Something that writes or rewrites the log puts a fixed number where the minute belongs."
    }
}

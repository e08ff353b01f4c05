/// How much work a step is: in words, and in hours as far as the words say.
struct Effort {
    let text: String
    /// Nil where it depends, as in `by program`.
    let hours: Double?
    /// The hours where something is not there on which it depends, as in `minutes if …, else an hour`.
    let most: Double?

    /// What an effort may begin with; the catalogue of advice keeps to it.
    private static let words: [(words: String, hours: Double)] = [
        ("minutes", 0.25), ("half an hour", 0.5), ("an hour", 1), ("half a day", 4), ("a day", 8), ("days", 24),
    ]

    /// Of a change: without how the program is told, which stands behind a semicolon.
    init(_ text: String) {
        let text = String(text.prefix { $0 != ";" })
        self.text = text
        hours = Self.hours(text)
        most = text.split(separator: ", else ").dropFirst().first.flatMap { Self.hours($0) } ?? hours
    }

    private init(text: String, hours: Double?, most: Double?) {
        (self.text, self.hours, self.most) = (text, hours, most)
    }

    private static func hours(_ text: some StringProtocol) -> Double? {
        words.first { text.hasPrefix($0.words) }?.hours
    }

    /// Several things that are done one after another: the greatest in words, all in hours.
    static func all(_ efforts: [Effort]) -> Effort {
        let greatest = efforts.max { ($0.hours ?? .infinity) < ($1.hours ?? .infinity) }
        let isKnown = efforts.allSatisfy { $0.hours != nil }
        return Effort(
            text: greatest?.text ?? "", hours: isKnown ? efforts.compactMap(\.hours).reduce(0, +) : nil,
            most: isKnown ? efforts.compactMap(\.most).reduce(0, +) : nil)
    }

    /// One of several ways: the one that takes longest.
    static func either(_ ways: [Effort]) -> Effort {
        ways.max { ($0.hours ?? .infinity) < ($1.hours ?? .infinity) } ?? Effort("")
    }

    /// `about a day and a half`, `about 3 to 4 days` where it depends; what is not known comes on top.
    static func total(_ efforts: [Effort]) -> String {
        let least = halves(efforts.compactMap(\.hours))
        let most = max(least, halves(efforts.compactMap(\.most)))
        let isKnown = efforts.allSatisfy { $0.hours != nil }
        let isInDays = least > 3 && most > 3
        let text = least == most ? days(most) : (isInDays ? number(least) : days(least)) + " to " + days(most)
        return (isKnown ? "about " : "at least ") + text
    }

    private static func halves(_ hours: [Double]) -> Int { max(Int((hours.reduce(0, +) / 4).rounded(.up)), 1) }

    private static func days(_ halves: Int) -> String {
        switch halves {
        case 1: "half a day"
        case 2: "a day"
        case 3: "a day and a half"
        default: number(halves) + " days"
        }
    }

    private static func number(_ halves: Int) -> String {
        halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2) and a half"
    }
}

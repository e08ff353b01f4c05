/// How much work a step is: in words, and in hours as far as the words say.
struct Effort {
    let text: String
    /// Nil where it depends, as in `by program`.
    let hours: Double?

    /// What an effort may begin with; the catalogue of advice keeps to it.
    private static let words: [(words: String, hours: Double)] = [
        ("minutes", 0.25), ("half an hour", 0.5), ("an hour", 1), ("half a day", 4), ("a day", 8), ("days", 24),
    ]

    /// Of a change: without how the program is told, which stands behind a semicolon.
    init(_ text: String) {
        let text = String(text.prefix { $0 != ";" })
        self.text = text
        hours = Self.words.first { text.hasPrefix($0.words) }?.hours
    }

    private init(text: String, hours: Double?) { (self.text, self.hours) = (text, hours) }

    /// Several things that are done one after another: the greatest in words, all in hours.
    static func all(_ efforts: [Effort]) -> Effort {
        let hours = efforts.compactMap(\.hours)
        let greatest = efforts.max { ($0.hours ?? .infinity) < ($1.hours ?? .infinity) }
        return Effort(text: greatest?.text ?? "", hours: hours.count == efforts.count ? hours.reduce(0, +) : nil)
    }

    /// One of several ways: the one that takes longest.
    static func either(_ ways: [Effort]) -> Effort {
        ways.max { ($0.hours ?? .infinity) < ($1.hours ?? .infinity) } ?? Effort("")
    }

    /// `about a day and a half`; what is not known comes on top.
    static func total(_ efforts: [Effort]) -> String {
        let hours = efforts.compactMap(\.hours).reduce(0, +)
        let isKnown = efforts.allSatisfy { $0.hours != nil }
        let halves = Int((hours / 4).rounded(.up))
        let text: String
        switch halves {
        case ...1: text = "half a day"
        case 2: text = "a day"
        case 3: text = "a day and a half"
        default: text = halves % 2 == 0 ? "\(halves / 2) days" : "\(halves / 2) and a half days"
        }
        return (isKnown ? "about " : "at least ") + text
    }
}

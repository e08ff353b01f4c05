/// What an answer is taken from, where it would be 0 without: a 0 that means "nobody can tell" must not pass for one that
/// means "there was none", or an alert that waits for it never fires.
package struct Premise: Sendable {
    /// Any of them will do.
    package let fields: [String]
    /// `error_ratio is 0`
    package let consequence: String
    package let advice: String

    package init(fields: [String], consequence: String, advice: String) {
        self.fields = fields
        self.consequence = consequence
        self.advice = advice
    }

    /// - Parameter soFar: the input goes on.
    func complaint(soFar: Bool = false) -> String {
        let names = fields.map { "'\($0)'" }.joined(separator: " or ")
        return "\(consequence) because no record \(soFar ? "so far " : "")had a field \(names); \(advice)"
    }
}

/// A named group of a pattern, `(?<name>…)`, and its number.
package struct NamedGroup: Equatable, Sendable {
    package let name: String
    package let number: Int
}

/// What a header inference comes to, as texts.
package struct LearnedHeader: Equatable, Sendable {
    /// The expression of a line.
    package let regex: String
    /// What begins an event.
    package let start: String
    /// Layouts of its time.
    package let layouts: [String]

    package init(regex: String, start: String, layouts: [String]) {
        self.regex = regex
        self.start = start
        self.layouts = layouts
    }

    package init(_ shape: HeaderShape) {
        self.init(regex: shape.regex, start: shape.start, layouts: shape.layouts)
    }
}

/// A value of a YAML document that knows where it stands, so that what is wrong with a configuration can be shown at its
/// place.
///
/// Aliases are not taken: a few lines of them can stand for gigabytes, and a configuration of weir needs none.
package struct YAMLNode: Sendable {
    package indirect enum Value: Sendable {
        /// Plain ones, without quotes, may be meant as numbers or words; quoted ones are texts.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        /// In the order of the file.
        case mapping([Member])
    }

    package struct Member: Sendable {
        package let key: String
        /// Where the key stands.
        package let place: YAMLPlace
        package let value: YAMLNode
    }

    package let value: Value
    package let place: YAMLPlace

    package init(_ value: Value, at place: YAMLPlace) {
        self.value = value
        self.place = place
    }

    /// The text of a scalar; nil of anything else.
    package var text: String? {
        guard case .scalar(let text, _) = value else { return nil }
        return text
    }

    /// The members of a mapping; nil of anything else.
    package var members: [Member]? {
        guard case .mapping(let members) = value else { return nil }
        return members
    }

    /// The elements of a sequence; nil of anything else.
    package var elements: [YAMLNode]? {
        guard case .sequence(let elements) = value else { return nil }
        return elements
    }
}

/// A line and a column, both counted from 1.
package struct YAMLPlace: Equatable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package var description: String { "\(line):\(column)" }
}

/// Why a text is no YAML that weir reads, and where.
package struct YAMLError: Error, Equatable, Sendable {
    package let message: String
    package let place: YAMLPlace

    package init(_ message: String, at place: YAMLPlace) {
        self.message = message
        self.place = place
    }
}

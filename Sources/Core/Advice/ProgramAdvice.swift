import Records

/// What the logs of a program can tell of the signals, and how the program is told to log more: one JSON file each.
package struct ProgramAdvice: Sendable {
    /// A signal made of what the log has.
    package struct Derivation: Sendable {
        package let signal: Signal
        /// The field that gets the value.
        package let name: String
        /// weir-expr(7): true where the record counts, or the number that is measured.
        package let expression: String
        /// What it counts or measures.
        package let means: String

        package init(signal: Signal, name: String, expression: String, means: String) {
            self.signal = signal
            self.name = name
            self.expression = expression
            self.means = means
        }
    }

    /// Lines for logrotate(8).
    package struct Rotation: Sendable {
        package let place: String
        package let lines: [String]
    }

    /// What one does about that which the program's log tells of most.
    package struct Remedy: Sendable {
        package let title: String
        package let owner: String
        package let effort: String
        package let work: String
        package let gain: String
        package let proof: String
    }

    /// A change of the program's configuration.
    package struct Change: Sendable {
        package let signals: [Signal]
        package let title: String
        /// The file, and where in it.
        package let place: String
        /// What is to be written there.
        package let lines: [String]
        /// What has to be done for it to take effect, and what it costs.
        package let effort: String
        /// What the log has then.
        package let gives: String
        /// How the new log is watched: lines of a shell that stand for themselves; none where the log is read as the old one was.
        package let pipeline: [String]
        /// Formats whose logs it is for; none: for all of the program's.
        package let formats: [String]
        /// How the file that it makes is kept from growing for ever; nil where it makes none.
        package let rotation: Rotation?

        /// It is of use to who has a log of one of these formats.
        package func isFor(_ found: Set<String>) -> Bool { formats.isEmpty || !found.isDisjoint(with: formats) }
    }

    package let name: String
    package let title: String
    /// Log formats that the program writes.
    package let formats: [String]
    /// weir-expr(7): true of some record where the log is this program's, for formats that many programs write.
    package let evidence: String?
    package let derivations: [Derivation]
    package let changes: [Change]
    /// What one does about the errors that it tells of.
    package let remedy: Remedy?
    /// What programs behind this one do with the ids that it hands on.
    package let behind: Change?
    /// Parts of paths, in lower case, that are asked for by those who look for a way in.
    package let probes: [String]

    /// - Parameter file: for the message of what is wrong.
    package init(json: [UInt8], file: String) throws(AdviceError) {
        let tree: JSONTree
        do throws(JSONError) { tree = try JSONTree(parsing: json) } catch { throw AdviceError("\(file): \(error)") }
        func text(_ tree: JSONTree, _ name: String) throws(AdviceError) -> String {
            guard let text = tree[name]?.string, !text.isEmpty else { throw AdviceError("\(file): no \"\(name)\"") }
            return text
        }
        func signal(_ text: String) throws(AdviceError) -> Signal {
            guard let signal = Signal(rawValue: text) else { throw AdviceError("\(file): no signal is \"\(text)\"") }
            return signal
        }
        name = try text(tree, "name")
        title = try text(tree, "title")
        formats = tree["formats"]?.elements.compactMap(\.string) ?? []
        evidence = tree["when"]?.string
        var derivations: [Derivation] = []
        for item in tree["derive"]?.elements ?? [] {
            derivations.append(
                Derivation(
                    signal: try signal(try text(item, "signal")), name: try text(item, "name"),
                    expression: try text(item, "expression"), means: try text(item, "means")))
        }
        self.derivations = derivations
        func change(_ item: JSONTree) throws(AdviceError) -> Change {
            var signals: [Signal] = []
            for word in item["signals"]?.elements ?? [] { signals.append(try signal(word.string ?? "")) }
            guard let lines = item["lines"]?.elements.compactMap(\.string), !lines.isEmpty, !signals.isEmpty else {
                throw AdviceError("\(file): a change needs \"signals\" and \"lines\"")
            }
            var rotation: Rotation?
            if let found = item["rotation"] {
                rotation = Rotation(
                    place: try text(found, "place"), lines: found["lines"]?.elements.compactMap(\.string) ?? [])
            }
            return Change(
                signals: signals, title: try text(item, "title"), place: try text(item, "place"), lines: lines,
                effort: try text(item, "effort"), gives: try text(item, "gives"),
                pipeline: item["pipeline"]?.elements.compactMap(\.string) ?? [],
                formats: item["formats"]?.elements.compactMap(\.string) ?? [], rotation: rotation)
        }
        var changes: [Change] = []
        for item in tree["changes"]?.elements ?? [] { changes.append(try change(item)) }
        self.changes = changes
        var remedy: Remedy?
        if let item = tree["remedy"] {
            remedy = Remedy(
                title: try text(item, "title"), owner: try text(item, "owner"), effort: try text(item, "effort"),
                work: try text(item, "work"), gain: try text(item, "gain"), proof: try text(item, "proof"))
        }
        self.remedy = remedy
        var behind: Change?
        if let item = tree["behind"] { behind = try change(item) }
        self.behind = behind
        probes = tree["probes"]?.elements.compactMap(\.string) ?? []
    }
}

/// What is wrong with a file of advice: a fault of the build, which a test finds.
package struct AdviceError: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

import ArgumentParser
import FilterKit
import Hashing
import Records
import Regex

/// The flags of hiding what is personal or secret.
struct RedactOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("redact"), parsing: .singleValue,
        help: .init(
            "Hide what looks like these: email, ip, card, iban, token, password, uuid, phone, or all; each may name its mode.",
            valueName: "kinds"))
    var kinds: [String] = []

    @Option(
        name: .customLong("redact-pattern"), parsing: .singleValue,
        help: .init("Hide what matches REGEX (PCRE2), as [NAME]; may be given again.", valueName: "name=regex"))
    var patterns: [String] = []

    @Option(
        name: .customLong("redact-mode"),
        help: .init(
            "What to put there: mask, hash (a pseudonym, by --redact-key), drop (the field) or truncate (addresses).",
            valueName: "mode"))
    var mode = RedactionMode.mask

    @Option(
        name: .customLong("redact-key"),
        help: .init("The secret key of pseudonyms: a file that only its owner can read.", valueName: "file"))
    var key: String?

    @Option(
        name: .customLong("redact-fields"),
        help: .init("Look in these fields only, instead of in all.", valueName: "fields"))
    var fields: String?

    /// All of it is one step, at the place of the first of the flags.
    func steps() throws(Failure) -> [String: [any StepOption]] {
        guard !kinds.isEmpty || !patterns.isEmpty else {
            if key != nil || fields != nil || mode != .mask {
                throw Failure(.usage, "nothing to redact: give --redact or --redact-pattern")
            }
            return [:]
        }
        return [kinds.isEmpty ? "--redact-pattern" : "--redact": [RedactOption(self)]]
    }
}

extension RedactionMode: ExpressibleByArgument {}

struct RedactOption: StepOption {
    let options: RedactOptions

    init(_ options: RedactOptions) { self.options = options }

    func bind(to record: inout Record, in run: FilterRun) throws(Failure) -> Step {
        let kinds = try chosenKinds()
        let patterns = try chosenPatterns()
        let needsKey = kinds.values.contains(.hash) || patterns.contains { $0.mode == .hash }
        if needsKey, options.key == nil {
            throw Failure(
                .usage,
                "--redact: pseudonyms need a secret key; give --redact-key FILE (head -c 32 /dev/urandom makes one)")
        }
        var key: HMAC?
        if let path = options.key { key = HMAC(key: try SecretFile.bytes(of: path, flag: "--redact-key", least: 16)) }
        var fields: [FieldName] = []
        if let list = options.fields {
            let names = FieldList.parse(list)
            guard !names.isEmpty else { throw Failure(.usage, "--redact-fields: no field is named") }
            for name in names { fields.append(record.name(name)) }
            run.expect(names, &record)
        }
        return .part(RedactEnricher(Redactor(kinds, patterns, key: key), fields: fields))
    }

    private func chosenKinds() throws(Failure) -> [SensitiveKind: RedactionMode] {
        var chosen: [SensitiveKind: RedactionMode] = [:]
        for word in options.kinds.flatMap(FieldList.parse) {
            let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            var mode = options.mode
            if parts.count == 2 {
                guard let own = RedactionMode(rawValue: parts[1]) else {
                    throw Failure(
                        .usage,
                        "--redact: '\(parts[1])' is no mode\(Self.hint(parts[1], RedactionMode.allCases.map(\.rawValue)))"
                    )
                }
                mode = own
            }
            if parts.count < 3, parts[0] == "all" {
                for kind in SensitiveKind.allCases { chosen[kind] = mode }
                continue
            }
            guard parts.count < 3, let kind = SensitiveKind(rawValue: parts[0]) else {
                throw Failure(
                    .usage,
                    "--redact: '\(word)' is no kind\(Self.hint(parts[0], ["all"] + SensitiveKind.allCases.map(\.rawValue)))"
                )
            }
            chosen[kind] = mode
        }
        return chosen
    }

    private static func hint(_ word: String, _ words: [String]) -> String {
        Suggestion.nearest(to: word, among: words).map { "; did you mean '\($0)'?" }
            ?? "; there are \(words.joined(separator: ", "))"
    }

    private func chosenPatterns() throws(Failure) -> [Redactor.Pattern] {
        var patterns: [Redactor.Pattern] = []
        for text in options.patterns {
            guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
                throw Failure(.usage, "--redact-pattern: '\(text)' is not name=regex")
            }
            let name = String(text[..<sign])
            guard name.utf8.allSatisfy({ ByteClass.isWord($0) || $0 == 0x5F || $0 == 0x2D }) else {
                throw Failure(.usage, "--redact-pattern: '\(name)' is no name: letters, digits, - and _")
            }
            let source = String(text[text.index(after: sign)...])
            do throws(PatternError) {
                patterns.append(
                    Redactor.Pattern(name: name, expression: try CompiledPattern(source), mode: options.mode))
            } catch {
                throw Failure(
                    .usage, "--redact-pattern: \(error.message)", place: Failure.caret(under: error.offset, of: source))
            }
        }
        return patterns
    }
}

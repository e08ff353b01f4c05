import Records

extension LogFormat {
    private static let members = [
        "name", "aliases", "title", "description", "url", "kind", "patterns", "over", "transport", "quiet", "columns",
        "delimiter", "assignment",
        "fields", "absent", "rename", "lift", "split", "time", "level", "multiline", "join", "detect", "samples",
    ]

    /// Reads a format file.
    /// - Parameters:
    ///   - file: the name under which errors speak of it.
    ///   - checksPatterns: whether expressions are compiled to see that they can be.
    package init(json: [UInt8], file: String, checksPatterns: Bool = true) throws(FormatError) {
        let reader = FormatReader(source: FormatSource(file: file, bytes: json), checksPatterns: checksPatterns)
        try self.init(reader, try reader.root())
    }

    init(_ reader: FormatReader, _ root: PlacedJSON) throws(FormatError) {
        let tree = try reader.members(root, "a format", known: Self.members)
        guard let given = tree["name"] else { throw reader.refuse(root, "\"name\" is missing") }
        name = try reader.name(given, "\"name\"")
        var aliases: [String] = []
        for alias in try reader.elements(tree["aliases"], "\"aliases\"") {
            aliases.append(try reader.name(alias, "an alias"))
        }
        self.aliases = aliases
        title = try reader.text(tree["title"], "\"title\"") ?? name
        description = try reader.text(tree["description"], "\"description\"") ?? ""
        url = try reader.text(tree["url"], "\"url\"")
        var kind = Kind.pattern
        if let value = tree["kind"] { kind = try reader.word(value, "\"kind\"", as: Kind.self) }
        self.kind = kind

        let (patterns, groups) = try reader.patterns(tree["patterns"], of: name)
        over = try reader.over(tree["over"], of: name)
        if let odd = tree["over"], kind != .pattern {
            throw reader.refuse(odd, "\"over\" goes with the kind pattern, not with \(kind.rawValue)")
        }
        var transport: Transport?
        if let value = tree["transport"] { transport = try reader.word(value, "\"transport\"", as: Transport.self) }
        self.transport = transport
        isQuiet = try reader.flag(tree["quiet"], "\"quiet\"")
        if kind.takesPatterns, patterns.isEmpty, over == nil {
            throw reader.refuse(tree["patterns"] ?? root, "\"patterns\" has no {\"name\":…,\"regex\":…} in it")
        }
        if let odd = tree["patterns"], !kind.takesPatterns {
            throw reader.refuse(odd, "\"patterns\" goes with the kind pattern, not with \(kind.rawValue)")
        }
        if kind != .pattern, kind.takesPatterns, let groups, !groups.contains("event") {
            throw reader.refuse(
                tree["patterns"] ?? root, "the patterns of \(kind.rawValue) capture where it begins: (?<event>…)")
        }
        self.patterns = patterns
        // What comes of captures may be described too.
        let carried = over?.captured ?? []
        let captured = kind == .pattern ? groups.map { own in own + carried.filter { !own.contains($0) } } : nil
        let derived = captured.map { $0 + ["time"] + ($0.contains("pri") ? ["facility", "level"] : []) }
        fields = try reader.fields(tree["fields"], captured: derived)
        absent = try reader.texts(tree["absent"], "\"absent\"")
        rename = try reader.renames(tree["rename"], "\"rename\"", kind)
        lift = try reader.renames(tree["lift"], "\"lift\"", kind, isPath: true)
        split = try reader.renames(tree["split"], "\"split\"", kind)
        let time = try reader.time(tree["time"], captured: captured)
        timeField = time.field
        timeLayouts = time.layouts
        timeColumns = try reader.timeColumns(tree["time"], kind)
        levels = try reader.levels(tree["level"])
        multilineStart = try reader.multilineStart(tree["multiline"])
        join = try reader.join(tree["join"], kind, captured: derived)
        columns = try reader.columns(tree["columns"], kind)
        delimiter = try reader.separator(tree["delimiter"], "\"delimiter\"", kind, of: [.csv, .tsv, .pairs])
        assignment = try reader.separator(tree["assignment"], "\"assignment\"", kind, of: [.pairs])
        let detection = try reader.detection(tree["detect"], kind)
        weight = detection.weight
        requiredKeys = detection.keys
        samples = try reader.samples(tree["samples"])
    }
}

extension FormatReader {
    /// What can stand in `--format a,b`.
    fileprivate func name(_ value: PlacedJSON, _ what: String) throws(FormatError) -> String {
        let name: String = try text(value, what)
        let isPlain = name.utf8.allSatisfy { byte in
            byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26 || byte == 0x2D || byte == 0x2E || byte == 0x5F
        }
        guard isPlain, !name.isEmpty else {
            throw refuse(value, "\(what) is of letters, digits, '-', '_' and '.', and not empty")
        }
        guard name != "auto" else { throw refuse(value, "\"auto\" stands for all formats; take another name") }
        return name
    }

    fileprivate func fields(
        _ value: PlacedJSON?, captured: [String]?
    ) throws(FormatError) -> [LogFormat.FieldDescription] {
        var fields: [LogFormat.FieldDescription] = []
        guard let value else { return fields }
        for member in try members(value, "\"fields\"") {
            try check(member.name, at: member.nameRange, isAmong: captured)
            let about = try members(member.value, "a field", known: ["type", "scale", "decode", "unit", "description"])
            var type = LogFormat.FieldType.string
            if let value = about["type"] { type = try word(value, "\"type\"", as: LogFormat.FieldType.self) }
            var decoding: LogFormat.Decoding?
            if let value = about["decode"] { decoding = try word(value, "\"decode\"", as: LogFormat.Decoding.self) }
            fields.append(
                LogFormat.FieldDescription(
                    name: member.name, type: type, unit: try text(about["unit"], "\"unit\""),
                    scale: try scale(about["scale"], type), decoding: decoding,
                    description: try text(about["description"], "\"description\"") ?? ""))
        }
        return fields
    }

    private func scale(_ value: PlacedJSON?, _ type: LogFormat.FieldType) throws(FormatError) -> String? {
        guard let value else { return nil }
        let text: String
        switch value.value {
        case .number(let number), .text(let number): text = number
        default: throw refuse(value, "\"scale\" must be a number")
        }
        guard Decimal(parsing: Array(text.utf8)) != nil else {
            throw refuse(value, "\"scale\" \"\(text)\" is no number")
        }
        guard type == .number else { throw refuse(value, "\"scale\" needs \"type\": \"number\"") }
        return text
    }

    fileprivate func renames(
        _ value: PlacedJSON?, _ what: String, _ kind: LogFormat.Kind, isPath: Bool = false
    ) throws(FormatError) -> [(from: String, to: String)] {
        guard let value else { return [] }
        if kind == .pattern {
            throw refuse(
                value, "\(what) is for logs that name their fields; a pattern's groups have the names they are given")
        }
        if isPath, kind != .json { throw refuse(value, "\(what) is for json, where objects are within objects") }
        var renames: [(from: String, to: String)] = []
        for member in try members(value, what) {
            if isPath, member.name.split(separator: ".").count < 2 {
                throw refuse(
                    member.nameRange, "\"\(member.name)\" is no path into an object, such as \"request.method\"")
            }
            let to: String = try text(member.value, "the new name of \"\(member.name)\"")
            guard !ReservedKey.all.contains(to) else {
                throw refuse(
                    member.value, "'\(to)' is a key that weir keeps for itself (weir-record(5)); take another name")
            }
            renames.append((from: member.name, to: to))
        }
        return renames
    }

    fileprivate func time(
        _ value: PlacedJSON?, captured: [String]?
    ) throws(FormatError) -> (field: String?, layouts: [String]) {
        guard let value else { return (nil, []) }
        let members = try members(value, "\"time\"", known: ["field", "columns", "layouts"])
        guard let field = members["field"] else { throw refuse(value, "\"time\" needs \"field\"") }
        let name: String = try text(field, "\"field\"")
        try check(name, at: field.range, isAmong: captured)
        let layouts = try elements(members["layouts"], "\"layouts\"")
        guard !layouts.isEmpty else { throw refuse(value, "\"time\" needs \"layouts\"") }
        var texts: [String] = []
        for layout in layouts {
            let text: String = try text(layout, "each of \"layouts\"")
            do throws(TimeLayoutError) { _ = try TimeLayout(text) } catch {
                let inside = error.position > 0 || text.contains("%")
                throw inside ? refuse(layout, textByte: error.position, error.message) : refuse(layout, error.message)
            }
            texts.append(text)
        }
        return (name, texts)
    }

    fileprivate func levels(_ value: PlacedJSON?) throws(FormatError) -> [(word: String, level: String)] {
        guard let value, let map = try members(value, "\"level\"", known: ["map"])["map"] else { return [] }
        var levels: [(word: String, level: String)] = []
        for member in try members(map, "\"map\"") {
            let level: String = try text(member.value, "the level of \"\(member.name)\"")
            guard Level.names.contains(level) else {
                let known = Level.names.joined(separator: ", ")
                throw refuse(
                    member.value, "level \"\(level)\" is none of \(known)\(Self.hint(level, Level.names))")
            }
            levels.append((word: member.name, level: level))
        }
        return levels
    }

    fileprivate func multilineStart(_ value: PlacedJSON?) throws(FormatError) -> String? {
        guard let value else { return nil }
        guard let start = try members(value, "\"multiline\"", known: ["start"])["start"] else {
            throw refuse(value, "\"multiline\" needs \"start\"")
        }
        let regex: String = try text(start, "\"start\"")
        if checksPatterns { try compile(start, regex, options: .bytes) }
        return regex
    }

    fileprivate func detection(
        _ value: PlacedJSON?, _ kind: LogFormat.Kind
    ) throws(FormatError) -> (weight: Int, keys: [String]) {
        guard let value else { return (0, []) }
        let members = try members(value, "\"detect\"", known: ["weight", "keys"])
        if let keys = members["keys"], kind == .pattern {
            throw refuse(
                keys, "\"keys\" is for logs that name their fields; a pattern says by itself what it takes")
        }
        let keys = try texts(members["keys"], "\"keys\"")
        guard let weight = members["weight"] else { return (0, keys) }
        guard case .number(let text) = weight.value, let number = Int(text) else {
            throw refuse(weight, "\"weight\" must be a whole number")
        }
        return (number, keys)
    }

    fileprivate func samples(_ value: PlacedJSON?) throws(FormatError) -> [LogFormat.Sample] {
        var samples: [LogFormat.Sample] = []
        for element in try elements(value, "\"samples\"") {
            let members = try members(element, "a sample", known: ["before", "line", "record", "source"])
            guard let line = members["line"] else { throw refuse(element, "this sample has no \"line\"") }
            guard let record = members["record"] else { throw refuse(element, "this sample has no \"record\"") }
            _ = try self.members(record, "\"record\"")
            samples.append(
                LogFormat.Sample(
                    before: try texts(members["before"], "\"before\""), line: try text(line, "\"line\""),
                    record: record.tree,
                    source: try text(members["source"], "\"source\"") ?? ""))
        }
        return samples
    }
}

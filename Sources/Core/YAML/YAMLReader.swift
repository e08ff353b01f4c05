import CYAML

/// Reads one YAML document through libyaml, event by event.
///
/// Invariants of every `unsafe` here: the parser was initialised, reads from the bytes of an array that outlives it, and
/// is deleted once; an event is deleted before the next one is asked for, and its text is copied before that.
@safe package struct YAMLReader: ~Copyable {
    private static let mostLevels = 64

    private var parser = unsafe yaml_parser_t()
    private var event = unsafe yaml_event_t()
    private var hasEvent = false

    /// The document's root; nil of a text with nothing in it.
    package static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode? {
        var outcome: Result<YAMLNode?, YAMLError> = .success(nil)
        unsafe bytes.withUnsafeBufferPointer { input in
            var reader = unsafe YAMLReader(input)
            do throws(YAMLError) { outcome = .success(try reader.document()) } catch { outcome = .failure(error) }
        }
        return try outcome.get()
    }

    private init(_ input: UnsafeBufferPointer<UInt8>) {
        _ = unsafe yaml_parser_initialize(&parser)
        unsafe yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
    }

    deinit {
        var (parser, event) = unsafe (parser, event)
        if hasEvent { unsafe yaml_event_delete(&event) }
        unsafe yaml_parser_delete(&parser)
    }

    // MARK: Events

    private mutating func advance() throws(YAMLError) {
        if hasEvent { unsafe yaml_event_delete(&event) }
        hasEvent = false
        guard unsafe yaml_parser_parse(&parser, &event) == 1 else {
            let mark = unsafe parser.problem_mark
            let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "this is no YAML"
            throw YAMLError(problem, at: YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
        }
        hasEvent = true
    }

    private var kind: yaml_event_type_t { unsafe event.type }

    private var place: YAMLPlace {
        let mark = unsafe event.start_mark
        return YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    // MARK: Nodes

    private mutating func document() throws(YAMLError) -> YAMLNode? {
        try advance()
        try advance()
        if kind == YAML_STREAM_END_EVENT { return nil }
        try advance()
        let root = try node(level: 0)
        try advance()
        try advance()
        guard kind == YAML_STREAM_END_EVENT else { throw YAMLError("there is a second document", at: place) }
        return root
    }

    /// The node whose first event is there.
    private mutating func node(level: Int) throws(YAMLError) -> YAMLNode {
        let place = place
        guard level < Self.mostLevels else {
            throw YAMLError("nested more than \(Self.mostLevels) levels deep", at: place)
        }
        switch kind {
        case YAML_SCALAR_EVENT:
            let isPlain = unsafe weir_yaml_scalar_is_plain(&event) != 0
            return YAMLNode(.scalar(scalar(), isPlain: isPlain), at: place)
        case YAML_SEQUENCE_START_EVENT:
            var elements: [YAMLNode] = []
            try advance()
            while kind != YAML_SEQUENCE_END_EVENT {
                elements.append(try node(level: level + 1))
                try advance()
            }
            return YAMLNode(.sequence(elements), at: place)
        case YAML_MAPPING_START_EVENT: return YAMLNode(.mapping(try members(level: level)), at: place)
        default: throw YAMLError("aliases (*name) are not taken", at: place)
        }
    }

    private mutating func members(level: Int) throws(YAMLError) -> [YAMLNode.Member] {
        var members: [YAMLNode.Member] = []
        try advance()
        while kind != YAML_MAPPING_END_EVENT {
            let place = place
            guard kind == YAML_SCALAR_EVENT else { throw YAMLError("a key must be a word", at: place) }
            let key = scalar()
            guard !members.contains(where: { $0.key == key }) else {
                throw YAMLError("'\(key)' is there a second time", at: place)
            }
            try advance()
            members.append(YAMLNode.Member(key: key, place: place, value: try node(level: level + 1)))
            try advance()
        }
        return members
    }

    private mutating func scalar() -> String {
        guard let start = unsafe weir_yaml_scalar(&event) else { return "" }
        let length = unsafe weir_yaml_scalar_length(&event)
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }
}

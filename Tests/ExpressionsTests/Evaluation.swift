import Bytes
import Records

@testable import Expressions

/// One expression, bound to a record of its own, as a filter would have it.
struct Evaluation: ~Copyable {
    var record = Record(store: ByteStore(input: 4096))
    let bound: BoundExpression
    private let result: FieldName

    init(_ text: String) throws(ExpressionError) {
        let expression = try Expression.compile(text)
        bound = expression.bind(to: &record)
        result = record.name("result")
    }

    /// Scans a line, as the run loop does before it asks a filter.
    mutating func load(_ line: String) throws(JSONError) {
        let slice = record.store.load(Array(line.utf8))
        try record.scan(slice)
    }

    /// The value for a record, as JSON.
    mutating func json(_ line: String) throws(JSONError) -> String {
        try load(line)
        record.set(result, to: bound.evaluate(&record))
        guard let position = record.position(of: result) else { return "" }
        var output = ByteBuffer(capacity: 64)
        record.writeValue(at: position, to: &output)
        return String(decoding: output.contents, as: UTF8.self)
    }

    mutating func isTrue(_ line: String) throws(JSONError) -> Bool {
        try load(line)
        return bound.isTrue(&record)
    }
}

/// The value of an expression for a record, as JSON.
func value(_ expression: String, _ record: String = "{}") throws -> String {
    var evaluation = try Evaluation(expression)
    return try evaluation.json(record)
}

/// Whether a filter would let the record through.
func isTrue(_ expression: String, _ record: String = "{}") throws -> Bool {
    var evaluation = try Evaluation(expression)
    return try evaluation.isTrue(record)
}

/// What a user is told about an expression; nil where nothing is wrong.
func complaint(_ expression: String, knownFields: [String]? = nil, for purpose: Expression.Purpose = .value) -> String?
{
    do throws(ExpressionError) {
        _ = try Expression.compile(expression, knownFields: knownFields, for: purpose)
        return nil
    } catch { return error.rendered }
}

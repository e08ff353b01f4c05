import Bytes
import Expressions
import FilterKit
import Records

/// A rule over one record's store.
final class BoundRule {
    let rule: AlertRule
    let condition: BoundExpression?
    let clear: BoundExpression?
    let measure: Measure

    enum Measure {
        case none
        /// As it stands in the record.
        case field(FieldName)
        case expression(BoundExpression)
    }

    init(
        _ rule: AlertRule, condition: BoundExpression?, clear: BoundExpression?, measure: Measure
    ) {
        self.rule = rule
        self.condition = condition
        self.clear = clear
        self.measure = measure
    }

    static func bind(_ rule: AlertRule, in run: FilterRun, _ record: inout Record) -> BoundRule {
        var condition: BoundExpression?
        var clear: BoundExpression?
        if let expression = rule.condition?.expression { condition = run.bind(expression, &record) }
        if let expression = rule.clear?.expression { clear = run.bind(expression, &record) }
        var measure = Measure.none
        if let measured = rule.condition?.measured {
            if let name = measured.fieldName {
                measure = .field(record.name(name))
            } else {
                measure = .expression(run.bind(measured, &record))
            }
        }
        return BoundRule(rule, condition: condition, clear: clear, measure: measure)
    }

    /// Writes what the rule measures of a record, as JSON, in the place of what is there.
    func measure(_ record: inout Record, into bytes: inout [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        switch measure {
        case .none: break
        case .field(let name):
            if let position = record.position(of: name) { return record.copyValue(at: position, into: &bytes) }
        case .expression(let expression):
            let scratch = record.store.buffer.count
            defer { record.store.buffer.truncate(to: scratch) }
            if record.writeJSON(expression.evaluate(&record), into: &bytes) { return }
        }
        bytes.append(contentsOf: Array("null".utf8))
    }
}

extension Record {
    /// Appends a field's value as JSON to bytes.
    fileprivate func copyValue(at position: Int, into bytes: inout [UInt8]) {
        let field = self[position]
        guard field.kind == .text else {
            if field.kind.isText { bytes.append(0x22) }
            for place in field.value.start..<field.value.end { bytes.append(store[place]) }
            if field.kind.isText { bytes.append(0x22) }
            return
        }
        var text = ByteBuffer(capacity: field.value.count + 2)
        writeValue(at: position, to: &text)
        bytes += text.contents
    }

    /// Appends a computed value as JSON; false for what has none.
    fileprivate func writeJSON(_ value: Value, into bytes: inout [UInt8]) -> Bool {
        switch value {
        case .null: return false
        case .bool(let flag): bytes += Array((flag ? "true" : "false").utf8)
        case .integer(let number): bytes += Array(String(number).utf8)
        case .decimal(let number): number.write { bytes.append($0) }
        case .double(let number): return DoubleText.write(number) { bytes.append($0) }
        case .json(let slice): bytes += store.buffer.copy(slice)
        case .text(let slice):
            var text = ByteBuffer(capacity: slice.count + 2)
            text.append(0x22)
            text.append(escaping: store.buffer, slice)
            text.append(0x22)
            bytes += text.contents
        }
        return true
    }
}

import Bytes
import Records

/// Tables the fields that a line names itself, as they are called there; `KeyedFields` makes standard names of them.
protocol FieldSource: AnyObject {
    func parse(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> ParseOutcome

    /// The line may be one of several that make an event of this format: what detection asks, which has only lines.
    func resembles(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool
}

extension FieldSource {
    func resembles(_ line: Slice, _ record: inout Record, _ context: inout ParseContext) -> Bool {
        switch parse(line, &record, &context) {
        case .parsed, .absorbed: true
        case .noMatch, .failed: false
        }
    }
}

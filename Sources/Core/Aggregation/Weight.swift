import Records

/// How many records each one stands for (`--weight FIELD`), where a log was sampled.
struct Weight {
    private let name: FieldName

    init(_ field: String, _ record: inout Record) { name = record.name(field) }

    /// Nil for what is no whole number from 1 on; a record that does not say stands for itself.
    func of(_ record: inout Record) -> UInt64? {
        switch record.value(of: name) {
        case .null: 1
        case .integer(let number) where number >= 1: UInt64(number)
        default: nil
        }
    }
}

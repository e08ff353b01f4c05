/// What is known about a value before any record is seen. Fields are `any`: logs have no schema.
package enum StaticType: Sendable {
    case any, null, bool, number, text, json

    /// In a sentence: "`"a"` is a text".
    var phrase: String {
        switch self {
        case .any: "a value"
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .json: "an object or array"
        }
    }

    /// What a value is that may come from either side.
    func joined(_ other: StaticType) -> StaticType { self == other ? self : .any }
}

extension FunctionTable {
    static let presence: [Function] = [
        Function(
            "exists", [.init("field", .field)], .bool,
            "Whether the record has the field, be it null.",
            examples: [
                .init("exists(user)", "true", record: #"{"user":null}"#), .init("exists(host)", "false"),
            ],
            otherNames: ["has", "defined", "isset", "present"], .ofSyntax),
        Function(
            "is_null", [.init("value", .any)], .bool,
            "Whether the value is null, or its field missing; the same as `value == null`.",
            examples: [
                .init("is_null(user)", "true"), .init("is_null(user)", "false", record: #"{"user":"ann"}"#),
            ],
            otherNames: ["isnull", "missing"], .ofSyntax),
    ]
}

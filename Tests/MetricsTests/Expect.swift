import Testing

/// `#expect` for calls that change what they are called on, which the macro does not take.
func expect(_ condition: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(condition, sourceLocation: sourceLocation)
}

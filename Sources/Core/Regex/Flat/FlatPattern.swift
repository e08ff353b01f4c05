import Bytes

/// A pattern that is matched by a small program of our own instead of PCRE2's machine code: literals and runs of bytes, eight
/// bytes a step. Most patterns of log formats are of that kind: fields and what stands between them.
///
/// It finds what PCRE2 finds, groups and all; tests hold the two together. What is no flat pattern (`compile` says nil) and
/// what would take too many choices (`gaveUp`) is PCRE2's.
///
/// Invariants for every `unsafe` in this type: `operations` and `tables` are owned by this object and not changed after
/// `init`; `ovector` has two words for each of `groupCount + 1` groups, and every group of the program is one of these (its parser
/// counted them); targets lie within the program (its compiler set them).
@safe final class FlatPattern {
    let groupCount: Int
    /// Every byte that a group may take from a subject without backslashes.
    let plainBytesOfGroups: [Int: ByteSet]
    let operations: UnsafeMutablePointer<FlatOperation>
    let tables: UnsafeMutablePointer<UInt8>

    enum Outcome { case matched, noMatch, gaveUp }

    /// Choices that may be open at a time, and steps that a match may take before it is PCRE2's.
    static let choiceLimit = 64
    static let stepLimit = 10_000

    /// - Parameters:
    ///   - text: the expression as PCRE2 would get it, but for anchors.
    ///   - isWhole: the match must take the whole subject.
    ///   - isUTF8: subjects are UTF-8, and classes are of characters.
    static func compile(_ text: [UInt8], isWhole: Bool, isUTF8: Bool) -> FlatPattern? {
        guard let (node, groups) = FlatParser.parse(text, isUTF8: isUTF8),
            let program = FlatCompiler.compile(node, isWhole: isWhole)
        else { return nil }
        return FlatPattern(program, groups, node.plainBytesOfGroups)
    }

    private init(_ program: FlatCompiler, _ groups: Int, _ bytes: [Int: ByteSet]) {
        groupCount = groups
        plainBytesOfGroups = bytes
        unsafe operations = .allocate(capacity: program.operations.count)
        unsafe operations.initialize(from: program.operations, count: program.operations.count)
        unsafe tables = .allocate(capacity: program.tables.count + 1)
        unsafe tables.initialize(from: program.tables, count: program.tables.count)
    }

    deinit {
        unsafe operations.deallocate()
        unsafe tables.deallocate()
    }
}

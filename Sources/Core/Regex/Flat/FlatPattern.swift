import Bytes

/// A pattern that is matched by a small program of our own instead of PCRE2's machine code: literals and runs of bytes, eight
/// bytes a step. Most patterns of log formats are of that kind: fields and what stands between them.
///
/// It finds what PCRE2 finds, groups and all; tests hold the two together. What is no flat pattern (`compile` says nil) and
/// what would take too many choices (`gaveUp`) is PCRE2's.
///
/// Invariants for every `unsafe` in this type: `operations`, `tables`, `stops` and `uncertain` are owned by this object and not
/// changed after `init`; `ovector` has two words for each of `groupCount + 1` groups, and every group of the program is one of these (its parser
/// counted them); targets lie within the program (its compiler set them).
@safe final class FlatPattern {
    let groupCount: Int
    /// Every byte that a group may take from a subject without backslashes.
    let plainBytesOfGroups: [Int: ByteSet]
    let operations: UnsafeMutablePointer<FlatOperation>
    let tables: UnsafeMutablePointer<UInt8>
    let stops: UnsafeMutablePointer<UInt8>
    /// The groups that may take no part in a match.
    let uncertain: UnsafeMutablePointer<Int32>
    let uncertainCount: Int

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
        return FlatPattern(program, groups, node)
    }

    private init(_ program: FlatCompiler, _ groups: Int, _ node: FlatNode) {
        groupCount = groups
        plainBytesOfGroups = node.plainBytesOfGroups
        let certain = node.certainGroups
        let others = groups == 0 ? [] : (1...groups).filter { !certain.contains($0) }.map { Int32($0) }
        uncertainCount = others.count
        unsafe operations = Self.keep(program.operations.enumerated().map(Self.located))
        unsafe tables = Self.keep(program.tables)
        unsafe stops = Self.keep(program.stops)
        unsafe uncertain = Self.keep(others)
    }

    /// The operation with its targets as distances in memory.
    private static func located(_ index: Int, _ operation: FlatOperation) -> FlatOperation {
        let stride = Int32(MemoryLayout<FlatOperation>.stride)
        var operation = operation
        operation.target *= stride
        operation.next = (operation.next == 0 ? Int32(index) + 1 : operation.next) * stride
        return operation
    }

    private static func keep<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
        let kept = UnsafeMutablePointer<Element>.allocate(capacity: elements.count + 1)
        unsafe kept.initialize(from: elements, count: elements.count)
        return unsafe kept
    }

    /// The byte is in the table that begins there.
    func isMember(_ byte: UInt8, of table: Int) -> Bool { unsafe tables[table + Int(byte)] != 0 }

    func stop(at place: Int) -> UInt8 { unsafe stops[place] }

    deinit {
        unsafe operations.deallocate()
        unsafe tables.deallocate()
        unsafe stops.deallocate()
        unsafe uncertain.deallocate()
    }
}

import Bytes
import Records

/// The values of a field with how often each came, while there are few; the first ones as examples, whatever their number.
struct FewValues {
    struct Entry {
        /// As it stands in the record, its beginning.
        let text: String
        var count: Int
        /// What of it is not for everybody's eyes; nil where it was not looked for.
        var sensitive: Set<SensitiveKind>?
    }

    /// A label with more values than these is none.
    static let most = 200
    private static let longestText = 120

    private var entries: [UInt64: Entry] = [:]
    private(set) var isOpenEnded = false
    private var first: [UInt64] = []

    /// Counts the value.
    /// - Returns: what is known of it; nil where it is one too many.
    mutating func count(_ hash: UInt64, _ value: Slice, _ record: borrowing Record) -> Entry? {
        if entries[hash] != nil {
            entries[hash]?.count += 1
            return entries[hash]
        }
        guard entries.count < Self.most else {
            isOpenEnded = true
            return nil
        }
        let entry = Entry(text: record.store.text(value.prefix(Self.longestText)), count: 1)
        entries[hash] = entry
        if first.count < 3 { first.append(hash) }
        return entry
    }

    mutating func note(_ found: Set<SensitiveKind>, for hash: UInt64) { entries[hash]?.sensitive = found }

    /// The values, the most frequent first; nil where they are too many to tell.
    var ranked: [Entry]? {
        isOpenEnded ? nil : entries.values.sorted { ($0.count, $1.text) > ($1.count, $0.text) }
    }

    /// Some values, as examples.
    var examples: [Entry] { first.compactMap { entries[$0] } }
}

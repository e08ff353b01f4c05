import Bytes
import Records

/// What is made of the keys that a JSON or logfmt line brings itself: standard names for the usual ones, the time in
/// UTC, the level in weir's six words, and `log.…` for keys that weir keeps for itself.
///
/// A format knows some thirty keys and a record has a dozen: each field is looked up once in a table of the keys, not
/// each key among the fields.
final class KeyedFields {
    private let roles: KeyRoles
    private let required: [FieldName]
    /// The standard names that fields are renamed to, `time` and `level` first.
    private let targets: [FieldName]
    private let replacements: [FieldName]
    /// For the record at hand, by target: where it stands, and which of its sources has been found best.
    private var places: [Place]

    private struct Place {
        var position = -1
        var source = -1
        var rank = Int.max
    }

    /// What was found out for the record before by its names: which fields get other names, and where time and level stand.
    private var shape = KeyShape()
    private var renames = Slab<Rename>(capacity: 16)
    private(set) var timePosition = -1
    /// Where else a time may stand, the likeliest first: for a record whose `time` is none, or a small number.
    private var otherTimes: [(position: Int, rank: Int)] = []
    private let ownTime: FieldName
    private(set) var levelPosition = -1

    struct Rename: BitwiseCopyable {
        let position: Int32
        let name: FieldName
    }

    private static let time = 0
    private static let level = 1

    init(_ format: LogFormat, _ record: inout Record) {
        var texts = ["time", "level"]
        var roles = KeyRoles()
        for (rank, (from, to)) in format.rename.enumerated() where from != to {
            if !texts.contains(to) { texts.append(to) }
            let target = texts.firstIndex(of: to) ?? 0
            roles.add(from, .source(target: target, rank: rank), &record)
        }
        for (target, text) in texts.enumerated() { roles.add(text, .target(target), &record) }
        var replacements: [FieldName] = []
        for key in ReservedKey.all {
            roles.add(key, .reserved(replacements.count), &record)
            replacements.append(record.name("log.\(key)"))
        }
        ownTime = record.name("log.time")
        self.roles = roles
        self.replacements = replacements
        targets = Self.names(texts, &record)
        required = Self.names(format.requiredKeys, &record)
        places = Array(repeating: Place(), count: targets.count)
    }

    private static func names(_ texts: [String], _ record: inout Record) -> [FieldName] {
        var names: [FieldName] = []
        for text in texts { names.append(record.name(text)) }
        return names
    }

    /// The record has all keys that tell this format from others of its kind.
    func isComplete(_ record: borrowing Record) -> Bool {
        for name in required where record.position(of: name) == nil { return false }
        return true
    }

    /// Works on the fields in their places, and says whether there was a time to be read. Of several sources of one name the
    /// first in the format's list counts, of duplicates the last. A time or level that cannot be read stays as it was: another
    /// program's `time` may well be a duration.
    @discardableResult
    func normalize(_ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext) -> Bool {
        if !shape.fits(record) {
            shape.learn(record)
            plan(record)
        }
        var index = 0
        while index < renames.count {
            let rename = renames[index]
            record.rename(at: Int(rename.position), to: rename.name)
            index &+= 1
        }
        normalizeLevel(at: levelPosition, &record, meaning)
        if hasOtherTimes, let better = betterTime(record, meaning, context) {
            record.rename(at: timePosition, to: ownTime)
            record.rename(at: better, to: targets[Self.time])
            return normalizeTime(at: better, &record, meaning, &context)
        }
        return normalizeTime(at: timePosition, &record, meaning, &context)
    }

    /// Finds out what is to be done for records with this one's names.
    private func plan(_ record: borrowing Record) {
        renames.removeAll()
        for target in places.indices { places[target] = Place() }
        otherTimes = []
        for position in 0..<record.count {
            switch roles.role(at: position, of: record) {
            case nil: continue
            case .reserved(let key):
                renames.append(Rename(position: Int32(position), name: replacements[key]))
            case .target(let target): places[target].position = position
            case .source(let target, let rank):
                if target == Self.time { otherTimes.append((position, rank)) }
                if rank <= places[target].rank {
                    places[target].rank = rank
                    places[target].source = position
                }
            }
        }
        for target in places.indices where places[target].position < 0 && places[target].source >= 0 {
            renames.append(Rename(position: Int32(places[target].source), name: targets[target]))
            places[target].position = places[target].source
        }
        timePosition = places[Self.time].position
        otherTimes.removeAll { $0.position == timePosition }
        otherTimes.sort { $0.rank < $1.rank }
        levelPosition = places[Self.level].position
    }

    /// Which field is the time depends on what it says, and not on the names alone.
    var hasOtherTimes: Bool { !otherTimes.isEmpty }

    /// Where the time stands, if it is not where it should be: there is none there, or a number so small that it is rather a
    /// duration.
    private func betterTime(
        _ record: borrowing Record, _ meaning: FieldMeaning, _ context: TimeContext
    ) -> Int? {
        isTime(at: timePosition, record, meaning, context)
            ? nil : otherTimes.first { isTime(at: $0.position, record, meaning, context) }?.position
    }

    private func isTime(
        at position: Int, _ record: borrowing Record, _ meaning: FieldMeaning, _ context: TimeContext
    ) -> Bool {
        guard let slice = record.plainText(at: position), !TimeLayout.isEarlyEpoch(record.store.buffer, slice) else {
            return false
        }
        return meaning.isTime(slice, record.store.buffer, context)
    }

    private func normalizeTime(
        at position: Int, _ record: inout Record, _ meaning: FieldMeaning, _ context: inout TimeContext
    ) -> Bool {
        guard position >= 0, let slice = record.plainText(at: position),
            let text = meaning.time(slice, &record, &context)
        else { return false }
        let isSame =
            record[position].kind == .string && (slice == text || record.store.buffer.equal(slice, text))
        if !isSame { record.replace(at: position, text, .string) }
        return true
    }

    private func normalizeLevel(at position: Int, _ record: inout Record, _ meaning: FieldMeaning) {
        guard position >= 0, let slice = record.plainText(at: position),
            let word = meaning.level(slice, record.store.buffer)
        else { return }
        let isSame = record[position].kind == .string && record.store.buffer.equal(slice, word)
        if !isSame { record.replace(at: position, word, .string) }
    }
}

extension Record {
    /// The text of a string or number that needs no unescaping; nil for anything else.
    fileprivate func plainText(at position: Int) -> Slice? {
        let field = self[position]
        return field.kind.isNumber || field.kind == .string || field.kind == .text ? field.value : nil
    }
}

import Bytes
import FilterKit
import Records

/// Adds browser, system and device to a record with a user agent. A thousand patterns are tried for one; but a log has the same
/// ones again and again, so what was found for the last few thousand is kept.
final class AgentEnricher: Enricher {
    private var rules: AgentRules
    private let path: String?
    private var file: WatchedFile
    private let agent: FieldName
    private let names: [FieldName]
    private var answers = Answers()
    /// The texts of agents in `slots`: a table with open addressing, for to try a thousand patterns again costs as much as a thousand
    /// records. Where the hash is 0 a place is empty.
    private var texts = ByteBuffer(capacity: 1 << 14)
    private var slots = Slab<Slot>([Slot](repeating: Slot(), count: slotCount))
    private var count = 0
    private var failures = 0

    private static let slotBits: UInt64 = 15
    private static let slotCount = 1 << Int(slotBits)
    /// Agents that are kept; when there are more, all are forgotten.
    private static let most = slotCount / 2
    /// Bytes that are kept before all are forgotten.
    private static let mostBytes = 16 << 20
    /// Of an agent no more is looked at than this; there is no sense in longer ones.
    private static let longest = 2048

    struct Slot: BitwiseCopyable {
        var hash: UInt64 = 0
        var text = Slice.empty
        var answer = Answers.Run()
    }

    static let fields = [
        "browser", "browser_version", "os", "os_version", "device", "device_brand", "device_model", "bot",
    ]

    init(_ rules: AgentRules, at path: String?, _ record: inout Record) {
        self.rules = rules
        self.path = path
        file = WatchedFile(path ?? AgentRules.usualPath)
        agent = record.name("agent")
        var names: [FieldName] = []
        for field in Self.fields { names.append(record.name(field)) }
        self.names = names
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        guard let whole = record.textInput(of: agent) else { return true }
        let text = whole.prefix(Self.longest)
        guard !text.isEmpty, !(text.count == 1 && record.store[text.start] == 0x2D) else { return true }
        let hash = max(1, TextHash.hash(record.store.buffer, text))
        var slot = Int(truncatingIfNeeded: hash &>> (64 &- Self.slotBits))
        while slots[slot].hash != 0 {
            let known = slots[slot]
            if known.hash == hash, record.store.buffer.equal(text, texts, known.text) {
                answers.put(known.answer, named: names, into: &record)
                return true
            }
            slot = (slot &+ 1) & (Self.slotCount &- 1)
        }
        answers.put(learn(record.store.buffer, text, hash, slot), named: names, into: &record)
        return true
    }

    /// - Parameter slot: where it goes.
    private func learn(_ buffer: borrowing ByteBuffer, _ text: Slice, _ hash: UInt64, _ slot: Int) -> Answers.Run {
        var slot = slot
        if texts.count + answers.size > Self.mostBytes || count >= Self.most {
            forget()
            slot = Int(truncatingIfNeeded: hash &>> (64 &- Self.slotBits))
        }
        count += 1
        let agent = rules.parse(buffer, text, failures: &failures)
        let start = texts.count
        texts.append(buffer, text)
        let first = answers.count
        let values = [
            agent.browser, agent.browserVersion, agent.os, agent.osVersion, agent.device, agent.brand, agent.model,
        ]
        for (index, value) in values.enumerated() {
            if let value { answers.append(index, .text) { $0.append(value) } }
        }
        answers.append(values.count, agent.isBot ? .true : .false) {
            $0.append(agent.isBot ? "true" as StaticString : "false")
        }
        let run = Answers.Run(first: first, end: answers.count)
        slots[slot] = Slot(hash: hash, text: Slice(from: start, to: texts.count), answer: run)
        return run
    }

    private func forget() {
        texts.removeAll()
        answers.removeAll()
        count = 0
        slots = Slab([Slot](repeating: Slot(), count: Self.slotCount))
    }

    // MARK: New rules

    var looksAtFiles: Bool { true }

    func look(in run: FilterRun) {
        guard file.hasChanged() else { return }
        do throws(Failure) {
            rules = try AgentRules.read(path)
            forget()
            run.diagnostics.note("--agent \(file.path): has changed and was read again")
        } catch {
            run.diagnostics.error(error)
            run.diagnostics.warning("--agent \(file.path): the rules before stay in use")
        }
    }

    func finish(in run: FilterRun) {
        if failures > 0 {
            run.diagnostics.warning("--agent: \(failures) matches took too many steps and count as none")
        }
    }
}

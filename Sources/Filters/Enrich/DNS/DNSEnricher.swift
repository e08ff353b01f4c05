import Bytes
import FilterKit
import Records

/// Adds the name that the domain name system has for an address. What was found, or not found, is kept for an hour, of so many
/// addresses.
final class DNSEnricher: Enricher {
    private let resolver: DNSResolver
    private let field: FieldName
    private let name: FieldName
    private var known: [IPAddress: (answer: Answers.Run, end: Int64)] = [:]
    private var answers = Answers()
    private var unanswered = 0

    /// Addresses that are kept; when there are more, all are forgotten.
    private static let most = 1 << 16
    /// Nanoseconds for which an answer counts. What the server says of that is not looked at: logs are of the past.
    private static let span: Int64 = 3_600_000_000_000

    init(_ resolver: DNSResolver, field: String, _ record: inout Record) {
        self.resolver = resolver
        self.field = record.name(field)
        name = record.name(field + "_name")
    }

    func enrich(_ record: inout Record, in run: FilterRun) -> Bool {
        // A name that the record has, by --hosts perhaps, is not asked for.
        guard record.position(of: name) == nil, let text = record.textInput(of: field),
            let address = IPAddress(record.store.buffer, text)
        else { return true }
        let now = run.clock.monotonic
        if let found = known[address], now < found.end {
            answers.put(found.answer, named: [name], into: &record)
        } else {
            answers.put(ask(address, now), named: [name], into: &record)
        }
        return true
    }

    private func ask(_ address: IPAddress, _ now: Int64) -> Answers.Run {
        if known.count >= Self.most {
            known.removeAll(keepingCapacity: true)
            answers.removeAll()
        }
        let first = answers.count
        switch resolver.name(of: address) {
        case .name(let name): answers.append(0, .text) { $0.append(name) }
        case .none: break
        case .unknown:
            // It may be asked for again.
            unanswered += 1
            return Answers.Run()
        }
        let answer = Answers.Run(first: first, end: answers.count)
        known[address] = (answer, now &+ Self.span)
        return answer
    }

    func finish(in run: FilterRun) {
        guard unanswered > 0 else { return }
        run.diagnostics.warning("--dns: no server has answered for \(unanswered) records, which have no name")
        unanswered = 0
    }
}

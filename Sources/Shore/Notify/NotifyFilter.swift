import Bytes
import FilterKit
import Records
import State
import System

/// Takes alerts, groups them, and sees to it that each receiver hears of them. A sink: what it has been told is durable at each mark,
/// and so is what has arrived.
struct NotifyFilter: Filter, ~Copyable {
    private let receivers: [any Receiver]
    /// One for each receiver.
    private var groups: [AlertGroups]
    /// One for each receiver, where there is a limit for it.
    private var limits: [RateLimit?]
    /// Receivers of which it has been said that messages to them are held back.
    private var held: Set<Int> = []
    private let courier: Courier
    private var report = DeliveryRecord()
    private var text = ByteBuffer(capacity: 1024)
    /// Where the queue is kept; nil in a stream without marks.
    private var directory: StateDirectory?
    /// The version of all that is kept when it was saved last.
    private var saved = -1
    private var savedQueue = -1
    /// `--dry-run`: shows what would be sent.
    private let isDry: Bool

    private static let receipt = "weir-notify 1"
    private static let file = "weir-notify.queue"

    private let wait: Int64
    private var hasTold = false

    init(_ receivers: [any Receiver], rules: GroupRules, rate: RateLimit.Rule?, courier: Courier, isDry: Bool) {
        self.receivers = receivers
        self.courier = courier
        self.isDry = isDry
        wait = rules.wait
        groups = receivers.map { AlertGroups($0.rules ?? rules) }
        limits = receivers.map { receiver in receiver.limitsItself ? nil : rate.map(RateLimit.init) }
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        text.removeAll()
        record.write(to: &text)
        do throws(AlertNotice.Flaw) {
            guard let tree = try? JSONTree(parsing: text.contents) else {
                throw AlertNotice.Flaw(message: "the record cannot be read")
            }
            let notice = try AlertNotice(tree)
            for index in groups.indices { groups[index].take(notice, now: run.clock.now) }
            run.ledger.absorbed &+= 1
        } catch {
            return run.reject(.badType, record.line, record, error.message)
        }
        work(in: run, into: &sink)
    }

    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        work(in: run, into: &sink)
    }

    var wantsTick: TickWish? { .every(courier.isBusy ? 10 : 200) }

    /// Nothing more will come: what waits to be told together is told now. Without a state directory that is the last
    /// chance, and as long is waited as a message may take; with one, each is tried once more and the rest left to the next run.
    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        tell(at: run.clock.now, all: true, in: run, into: &sink)
        sayWhatIsUnsaid(in: run)
        let clock = SystemClock()
        let start = clock.monotonic
        let patience = directory == nil ? courier.queue.patience : 15 * DeliveryQueue.second
        while !courier.queue.isEmpty {
            work(in: run, into: &sink)
            let limit = Signals.stopRequested ? min(patience, 5 * DeliveryQueue.second) : patience
            // What is under way ends by itself, within its time-out.
            if clock.monotonic &- start > limit, !courier.isBusy { break }
            if directory != nil, !courier.isBusy, courier.queue.waiting.allSatisfy({ $0.attempts > 0 }) { break }
            if !courier.queue.isEmpty { courier.wait(milliseconds: 50) }
        }
        let held = groups.reduce(0) { $0 + $1.waiting(at: run.clock.now) }
        if held > 0 {
            run.diagnostics.note(
                "\(held) message\(held == 1 ? "" : "s") beyond --rate wait\(held == 1 ? "s" : "") for the next run")
        }
        let left = courier.queue.waiting.count
        guard left > 0 else { return }
        if directory != nil {
            run.diagnostics.note(
                "\(left) message\(left == 1 ? " waits" : "s wait") in the state directory for the next run")
        } else {
            run.diagnostics.error("\(left) message\(left == 1 ? "" : "s") could not be delivered")
            run.hasFailedActions = true
        }
    }

    // MARK: Work

    private mutating func work<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        tell(at: run.clock.now, all: false, in: run, into: &sink)
        if isDry { return }
        // What is about to be sent is known to the next run before it is sent.
        keep(in: run)
        let reports = courier.advance()
        for report in reports { say(report, in: run, into: &sink) }
        if !reports.isEmpty { keep(in: run) }
    }

    private mutating func tell<S: RecordSink & ~Copyable>(
        at now: Int64, all: Bool, in run: FilterRun, into sink: inout S
    ) {
        for index in groups.indices {
            // What is not told at the end is in the state directory for the next run, or else is told in one message more.
            let least = all && directory == nil ? 1 : 0
            let room = max(least, limits[index]?.room(at: now) ?? .max)
            let notifications = groups[index].take(due: now, all: all, room: room)
            limits[index]?.use(notifications.count, at: now)
            sayWhatIsHeldBack(index, now, in: run)
            if !notifications.isEmpty { hasTold = true }
            for notification in notifications {
                for (key, body) in receivers[index].messages(for: notification, now: now) {
                    let delivery = Delivery(
                        key: key, receiver: receivers[index].name, body: body, alerts: notification.notices.count,
                        isFiring: notification.isFiring, since: SystemClock().now, due: .min)
                    if isDry {
                        report.build(delivery, "dry-run", detail: "", showsBody: true, at: now)
                        run.create(&report.record, into: &sink)
                    } else {
                        courier.queue.add(delivery)
                    }
                }
            }
        }
    }

    /// Who tries it on old alerts, where all come at once, would look for a fault.
    private func sayWhatIsUnsaid(in run: FilterRun) {
        let unsaid = zip(groups, receivers).filter { $1.rules == nil }.map(\.0.unsaid).max() ?? 0
        guard unsaid > 0, wait > 0, isDry || !hasTold else { return }
        run.diagnostics.note(
            "\(unsaid) alert\(unsaid == 1 ? " was" : "s were") over within --group-wait (\(DurationText.format(wait))) of being read, "
                + "so nobody is told of \(unsaid == 1 ? "it" : "them"); --group-wait 0s tells such alerts, too")
    }

    private mutating func sayWhatIsHeldBack(_ index: Int, _ now: Int64, in run: FilterRun) {
        guard let rule = limits[index]?.rule, let next = limits[index]?.next(), groups[index].isWaiting(at: now)
        else {
            held.remove(index)
            return
        }
        guard held.insert(index).inserted else { return }
        let period = DurationText.format(rule.period)
        run.diagnostics.warning(
            "\(receivers[index].name): \(rule.count) message\(rule.count == 1 ? "" : "s") in \(period); "
                + "what more there is waits until \(Timestamp(nanoseconds: next, digits: 0).text), and comes in one")
    }

    private mutating func say<S: RecordSink & ~Copyable>(_ said: Courier.Report, in run: FilterRun, into sink: inout S)
    {
        let delivery = said.delivery
        switch said.outcome {
        case .delivered: break
        case .delayed:
            if delivery.attempts == 1 {
                run.diagnostics.warning("\(delivery.receiver): \(said.detail); it is tried again")
            }
        case .refused, .abandoned:
            run.diagnostics.error("\(delivery.receiver): \(said.outcome.rawValue): \(said.detail)")
            run.hasFailedActions = true
        }
        report.build(delivery, said.outcome.rawValue, detail: said.detail, showsBody: false, at: run.clock.now)
        run.create(&report.record, into: &sink)
    }

    // MARK: State

    var commits: Bool { true }

    mutating func resume(from receipt: [UInt8]?, in run: FilterRun) throws(Failure) -> [UInt8] {
        if let receipt, receipt != Array(Self.receipt.utf8) {
            throw Failure(.badConfiguration, "the last mark was committed by another sink than weir-notify")
        }
        guard let path = run.statePath else { return Array(Self.receipt.utf8) }
        do throws(StateError) {
            let directory = try StateDirectory(opening: path, creating: false)
            self.directory = directory
            if let kept = try directory.load(Self.file), let tree = try? JSONTree(parsing: kept) {
                courier.queue.restore(tree["queue"] ?? .null, now: SystemClock().now)
                for index in groups.indices {
                    let mine = tree["groups"]?.members.first { $0.name == receivers[index].name }
                    groups[index].restore(mine?.value ?? .null, now: run.clock.now)
                    let sent = tree["sent"]?.members.first { $0.name == receivers[index].name }
                    limits[index]?.restore(sent?.value ?? .null)
                }
                saved = version
                savedQueue = courier.queue.version
            }
        } catch {
            throw Failure(.inputOutput, error.message)
        }
        return Array(Self.receipt.utf8)
    }

    mutating func makeDurable(at mark: UInt64, in run: FilterRun) throws(Failure) -> [UInt8] {
        do throws(StateError) { try save() } catch { throw Failure(.inputOutput, error.message) }
        return Array(Self.receipt.utf8)
    }

    /// Between marks too, where there is something to send or has been sent, so that nothing is told twice without need; alerts
    /// that only wait come again from before the mark. A save that fails here is tried again at the mark.
    private mutating func keep(in run: FilterRun) {
        guard courier.queue.version != savedQueue else { return }
        do throws(StateError) { try save() } catch { run.diagnostics.warning(error.message) }
    }

    private mutating func save() throws(StateError) {
        guard let directory, version != saved else { return }
        let version = version
        func members(_ trees: [JSONTree]) -> JSONTree {
            .object(zip(receivers, trees).map { JSONTree.Member(name: $0.name, value: $1) })
        }
        let tree = JSONTree.object([
            .init(name: "queue", value: courier.queue.tree),
            .init(name: "groups", value: members(groups.map(\.tree))),
            .init(name: "sent", value: members(limits.map { $0?.tree ?? .null })),
        ])
        try directory.save(Array(tree.json.utf8), as: Self.file)
        saved = version
        savedQueue = courier.queue.version
    }

    /// Another whenever something was changed that is kept over restarts; whatever is sent changes the groups too.
    private var version: Int { courier.queue.version + groups.reduce(0) { $0 + $1.version } }
}

import FilterKit
import System
import Transfer

/// Carries the queue's messages to their receivers: several at once, each tried until it arrives.
final class Courier {
    /// What became of an attempt.
    struct Report {
        enum Outcome: String { case delivered, delayed, refused, abandoned }

        let delivery: Delivery
        let outcome: Outcome
        /// What the receiver, or what stood in the way, said.
        let detail: String
    }

    var queue: DeliveryQueue
    private let receivers: [any Receiver]
    private let transfers: Transfers
    private var underWay: [Int: Delivery] = [:]
    private var count = 0
    private var random = SystemRandomNumberGenerator()
    /// Deliveries happen in the world's time, whatever time the records are of.
    private let clock = SystemClock()

    init(_ receivers: [any Receiver], queue: DeliveryQueue, transfers: Transfers) {
        self.receivers = receivers
        self.queue = queue
        self.transfers = transfers
    }

    var isBusy: Bool { !underWay.isEmpty }

    /// Starts what is due and collects what has ended, without waiting for a network.
    func advance() -> [Report] {
        var reports: [Report] = []
        for delivery in queue.ready(now: clock.now, besides: Set(underWay.values.map(\.receiver))) {
            guard let receiver = receivers.first(where: { $0.name == delivery.receiver }) else {
                queue.remove(delivery)
                reports.append(
                    Report(
                        delivery: delivery, outcome: .abandoned, detail: "nobody of that name is to be told any more"))
                continue
            }
            switch receiver.way(for: delivery) {
            case .transfer(let request):
                count += 1
                if let outcome = transfers.start(request, as: count) {
                    reports.append(settle(delivery, outcome))
                } else {
                    underWay[count] = delivery
                }
            case .program(let program):
                reports.append(settle(delivery, program.run(input: Array(delivery.body.utf8), timeout: 30_000)))
            }
        }
        for (number, outcome) in transfers.advance() {
            guard let delivery = underWay.removeValue(forKey: number) else { continue }
            reports.append(settle(delivery, outcome))
        }
        return reports
    }

    func wait(milliseconds: Int32) { transfers.wait(milliseconds: milliseconds) }

    // MARK: Outcomes

    private func settle(_ delivery: Delivery, _ outcome: TransferOutcome) -> Report {
        switch outcome {
        case .answered(let status, let reply, let retryAfter):
            if (200..<300).contains(status) { return delivered(delivery, "\(status)") }
            let said = "\(status)" + (reply.isEmpty ? "" : ": \(NoticeText.plain(reply, limit: 200))")
            // What the receiver will never take, it need not be sent again: 4xx, but for time-outs and "too many".
            if (300..<500).contains(status), ![408, 425, 429].contains(status) { return refused(delivery, said) }
            return failed(delivery, said, least: Int64(retryAfter) &* DeliveryQueue.second)
        case .accepted(let said): return delivered(delivery, NoticeText.plain(said, limit: 200))
        case .rejected(let said): return refused(delivery, NoticeText.plain(said, limit: 200))
        case .failed(let reason): return failed(delivery, NoticeText.plain(reason, limit: 200))
        case .forbidden(let reason): return refused(delivery, reason)
        }
    }

    private func settle(_ delivery: Delivery, _ outcome: Subprocess.Outcome) -> Report {
        switch outcome {
        case .exited(0): delivered(delivery, "accepted")
        // EX_TEMPFAIL and its like are for later; so is all else that a mail program may mean.
        case .exited(let status): failed(delivery, "it ended with status \(status)")
        case .killed(let signal): failed(delivery, "it was killed by signal \(signal)")
        case .timedOut: failed(delivery, "it took more than 30 s")
        case .notStarted(let error): failed(delivery, error.description)
        }
    }

    private func delivered(_ delivery: Delivery, _ detail: String) -> Report {
        queue.remove(delivery)
        return Report(delivery: delivery, outcome: .delivered, detail: detail)
    }

    private func refused(_ delivery: Delivery, _ detail: String) -> Report {
        queue.remove(delivery)
        return Report(delivery: delivery, outcome: .refused, detail: detail)
    }

    private func failed(_ delivery: Delivery, _ detail: String, least: Int64 = 0) -> Report {
        let jitter = Double.random(in: 0..<1, using: &random)
        let isKept = queue.postpone(delivery, now: clock.now, least: least, jitter: jitter)
        return Report(delivery: delivery, outcome: isKept ? .delayed : .abandoned, detail: detail)
    }
}

import Records
import Testing

@testable import Notify

@Suite("Messages wait until they have arrived")
struct DeliveryQueueTests {
    func delivery(_ key: String, to receiver: String = "webhook", since: Int64 = 0) -> Delivery {
        Delivery(key: key, receiver: receiver, body: "{}", alerts: 1, isFiring: true, since: since, due: .min)
    }

    @Test("each receiver hears one at a time, in their order")
    func order() {
        var queue = DeliveryQueue(patience: 3600 * second, spacing: 0)
        for key in ["1", "2"] { queue.add(delivery(key)) }
        queue.add(delivery("3", to: "mail"))
        #expect(queue.ready(now: 0, besides: []).map(\.key) == ["1", "3"])
        #expect(queue.ready(now: 0, besides: ["webhook", "mail"]) == [])
        queue.remove(delivery("1"))
        #expect(queue.ready(now: 1, besides: ["mail"]).map(\.key) == ["2"])
    }

    @Test("an attempt that fails is repeated after 1, 2, 4 … s, five minutes at most, give or take a quarter")
    func backoff() {
        let pauses = [1, 2, 3, 10, 1_000_000].map { DeliveryQueue.pause(afterAttempt: $0, jitter: 0.5) / second }
        #expect(pauses == [1, 2, 4, 300, 300])
        #expect(DeliveryQueue.pause(afterAttempt: 1, jitter: 0) == 750_000_000)
        #expect(DeliveryQueue.pause(afterAttempt: 1, jitter: 1) == 1_250_000_000)
    }

    @Test("the receiver may ask for a longer pause")
    func retryAfter() throws {
        var queue = DeliveryQueue(patience: 3600 * second, spacing: 0)
        queue.add(delivery("1"))
        let first = try #require(queue.ready(now: 0, besides: []).first)
        let isKept = queue.postpone(first, now: 0, least: 60 * second, jitter: 0.5)
        #expect(isKept)
        #expect(queue.ready(now: 59 * second, besides: []) == [])
        #expect(queue.ready(now: 60 * second, besides: []).map(\.attempts) == [2])
    }

    @Test("what is too old to matter is given up")
    func patience() throws {
        var queue = DeliveryQueue(patience: 60 * second, spacing: 0)
        queue.add(delivery("1"))
        let first = try #require(queue.ready(now: 0, besides: []).first)
        let isKept = queue.postpone(first, now: 60 * second, least: 0, jitter: 0)
        #expect(!isKept)
        #expect(queue.isEmpty)
    }

    @Test("messages to one receiver keep their distance")
    func spacing() throws {
        var queue = DeliveryQueue(patience: 3600 * second, spacing: 10 * second)
        for key in ["1", "2"] { queue.add(delivery(key)) }
        queue.remove(try #require(queue.ready(now: 0, besides: []).first))
        #expect(queue.ready(now: 9 * second, besides: []) == [])
        #expect(queue.ready(now: 10 * second, besides: []).map(\.key) == ["2"])
    }

    @Test("what was kept is tried at once in the next run, under the same key")
    func restored() throws {
        var queue = DeliveryQueue(patience: 3600 * second, spacing: 0)
        queue.add(delivery("1"))
        let first = try #require(queue.ready(now: 0, besides: []).first)
        _ = queue.postpone(first, now: 0, least: 600 * second, jitter: 0)
        var other = DeliveryQueue(patience: 3600 * second, spacing: 0)
        other.restore(queue.tree, now: 5 * second)
        #expect(other.ready(now: 5 * second, besides: []).map(\.key) == ["1"])
    }

    @Test("a message is in the queue once")
    func once() {
        var queue = DeliveryQueue(patience: 3600 * second, spacing: 0)
        for _ in 1...2 { queue.add(delivery("1")) }
        #expect(queue.waiting.count == 1)
    }
}

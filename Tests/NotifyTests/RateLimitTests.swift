import FilterKit
import Records
import TestSupport
import Testing
import Transfer

@testable import Notify

@Suite("Not more messages than somebody wants")
struct RateLimitTests {
    private let rules = GroupRules(labels: ["path"], wait: 0, interval: 0, repetition: 3600 * second)

    @Test("no span of the period has more than the count")
    func spans() {
        var random = SeededGenerator(seed: 5)
        var limit = RateLimit(.init(count: 3, period: 60 * second))
        var sent: [Int64] = []
        var now: Int64 = 0
        for _ in 0..<2000 {
            now += Int64.random(in: 0...30, using: &random) * second
            let wanted = Int.random(in: 0...4, using: &random)
            let given = min(wanted, limit.room(at: now))
            limit.use(given, at: now)
            sent += Array(repeating: now, count: given)
            #expect(sent.count { now - $0 < 60 * second } <= 3)
        }
        #expect(sent.count > 1000)
    }

    @Test("a clock that is set back keeps nothing waiting for longer than the period")
    func clockSetBack() {
        var limit = RateLimit(.init(count: 1, period: 60 * second))
        #expect(limit.room(at: 1000 * second) == 1)
        limit.use(1, at: 1000 * second)
        #expect(limit.room(at: 0) == 0 && limit.room(at: 59 * second) == 0 && limit.room(at: 60 * second) == 1)
    }

    @Test("it outlasts a restart")
    func restored() {
        var limit = RateLimit(.init(count: 2, period: 60 * second))
        limit.use(2, at: 0)
        var other = RateLimit(limit.rule)
        other.restore(limit.tree)
        #expect(other.room(at: 59 * second) == 0 && other.room(at: 60 * second) == 2)
    }

    @Test("what is no rate is said", arguments: ["20", "0/1h", "20/x", "/1h", "20/1h/2", "x/1h", "-1/1h", "20/0s"])
    func wrong(_ text: String) {
        #expect(throws: Failure.self) { try RateLimit.Rule.parse(text) }
    }

    @Test("the last message that there is room for tells of all that is due")
    func summary() throws {
        var groups = AlertGroups(rules)
        for path in ["/a", "/b", "/c", "/d"] { groups.take(try alert(path: path), now: 0) }
        let told = groups.take(due: 0, room: 2)
        #expect(told.map { $0.notices.map(\.fingerprint) } == [["Slow/a"], ["Slow/b", "Slow/c", "Slow/d"]])
        #expect(told.map(\.heldBack) == [0, 3])
        #expect(NoticeText.subject(told[1]) == "[FIRING:3] Slow (3 messages in one)")
        #expect(
            NoticeText.body(told[1]).hasPrefix(
                "3 messages in one: there were more than --rate allows.\n\nfiring: Slow path=/b\n"))
    }

    @Test("what there is no room for waits as it changes, and what is over before it is told needs no telling")
    func waiting() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(path: "/a"), now: 0)
        #expect(groups.take(due: 0, room: 1).count == 1)
        for path in ["/b", "/c", "/d"] { groups.take(try alert(path: path), now: second) }
        #expect(groups.take(due: second, room: 0) == [] && groups.waiting(at: second) == 3)
        groups.take(try alert(path: "/c", firing: false), now: 2 * second)
        groups.take(try alert(path: "/a", firing: false), now: 2 * second)
        let told = groups.take(due: 60 * second, room: 1)
        #expect(told.count == 1 && told[0].heldBack == 3)
        #expect(told[0].notices.map(\.fingerprint) == ["Slow/a", "Slow/b", "Slow/d"])
        #expect(told[0].notices.map(\.isFiring) == [false, true, true])
        #expect(groups.waiting(at: 60 * second) == 0)
    }

    @Test("nothing is lost of 200 random storms, whatever the room")
    func random() throws {
        for seed in 0..<200 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var groups = AlertGroups(rules)
            var limit = RateLimit(.init(count: Int.random(in: 1...3, using: &generator), period: 120 * second))
            var firing: Set<String> = []
            var heard: Set<String> = []
            func hear(_ notifications: [Notification]) {
                for notice in notifications.flatMap(\.notices) {
                    if notice.isFiring { heard.insert(notice.fingerprint) } else { heard.remove(notice.fingerprint) }
                }
            }
            for step in 1...60 as ClosedRange<Int64> {
                let now = step * 20 * second
                let path = "/\(Int.random(in: 0..<5, using: &generator))"
                let fires = Bool.random(using: &generator)
                groups.take(try alert(path: path, firing: fires, since: fires ? "\(step)" : "0"), now: now)
                if fires { firing.insert("Slow" + path) } else { firing.remove("Slow" + path) }
                let told = groups.take(due: now, room: limit.room(at: now))
                limit.use(told.count, at: now)
                hear(told)
            }
            hear(groups.take(due: 61 * 20 * second, all: true, room: 1))
            #expect(heard == firing, "seed \(seed)")
        }
    }

    @Test("Alertmanager and PagerDuty hear of each alert and its end: they have limits of their own")
    func exempt() {
        let permissions = Permissions(allowsPrivate: false)
        #expect(AlertmanagerReceiver(url: "https://a.test", permissions: permissions).limitsItself)
        #expect(PagerDutyReceiver(url: "https://p.test", key: "k", permissions: permissions).limitsItself)
        #expect(!SlackReceiver(url: "https://s.test", permissions: permissions).limitsItself)
    }
}

import Records
import TestSupport
import Testing

@testable import Notify

@Suite("Alerts are told in groups")
struct AlertGroupsTests {
    let rules = GroupRules(labels: ["alertname"], wait: 30 * second, interval: 300 * second, repetition: 3600 * second)

    @Test("a group waits for more alerts, and then tells all at once")
    func wait() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(path: "/a"), now: 0)
        groups.take(try alert(path: "/b"), now: 10 * second)
        groups.take(try alert("Errors"), now: 20 * second)
        #expect(groups.take(due: 29 * second) == [])
        let first = groups.take(due: 30 * second)
        #expect(first.map { $0.notices.map(\.fingerprint) } == [["Slow/a", "Slow/b"]])
        #expect(groups.take(due: 50 * second).map { $0.notices.map(\.name) } == [["Errors"]])
    }

    @Test("news of a group wait for the interval, and come with what still fires")
    func interval() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(path: "/a"), now: 0)
        _ = groups.take(due: 30 * second)
        groups.take(try alert(path: "/b"), now: 31 * second)
        #expect(groups.take(due: 329 * second) == [])
        #expect(groups.take(due: 330 * second).first?.notices.count == 2)
    }

    @Test("what still fires is told again after the repeat interval, under another key")
    func repeats() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(), now: 0)
        let first = try #require(groups.take(due: 30 * second).first)
        #expect(groups.take(due: 3629 * second) == [])
        let again = try #require(groups.take(due: 3630 * second).first)
        #expect(again.notices == first.notices && again.key != first.key)
    }

    @Test("a resolved alert is told once, and then forgotten")
    func resolved() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(), now: 0)
        _ = groups.take(due: 30 * second)
        groups.take(try alert(firing: false), now: 60 * second)
        let end = groups.take(due: 330 * second)
        #expect(end.map(\.isFiring) == [false])
        #expect(groups.isEmpty && groups.take(due: 99_999 * second) == [])
    }

    @Test("what is over before anybody heard of it is not told at all")
    func passing() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(), now: 0)
        groups.take(try alert(firing: false), now: 10 * second)
        #expect(groups.unsaid == 1)
        groups.take(try alert(firing: false), now: 11 * second)
        #expect(groups.unsaid == 1)
        #expect(groups.take(due: 99_999 * second, all: true) == [])
    }

    @Test("the same alert said twice, as after a crash, is told once")
    func twice() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(), now: 0)
        _ = groups.take(due: 30 * second)
        groups.take(try alert(), now: 31 * second)
        #expect(groups.take(due: 3000 * second) == [])
    }

    @Test("a clock that is set back makes nothing wait longer than the rules say")
    func clockSetBack() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(), now: 100_000 * second)
        #expect(groups.take(due: 0) == [])
        #expect(groups.take(due: 3600 * second).count == 1)
    }

    @Test("groups that were kept go on where they were")
    func restored() throws {
        var groups = AlertGroups(rules)
        groups.take(try alert(path: "/a"), now: 0)
        _ = groups.take(due: 30 * second)
        groups.take(try alert(path: "/b"), now: 40 * second)
        var other = AlertGroups(rules)
        other.restore(groups.tree, now: 50 * second)
        for time in [329, 330, 4000] as [Int64] {
            #expect(other.take(due: time * second) == groups.take(due: time * second))
        }
        #expect(other.tree == groups.tree)
    }

    @Test("every alert that fires for long enough is told, in whatever order things happen")
    func random() throws {
        for seed in 0..<200 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var groups = AlertGroups(rules)
            var firing: Set<String> = []
            var heard: Set<String> = []
            for step in 1...60 as ClosedRange<Int64> {
                let now = step * 20 * second
                let path = ["/a", "/b", "/c"].randomElement(using: &generator) ?? "/a"
                let fires = Bool.random(using: &generator)
                groups.take(try alert(path: path, firing: fires, since: fires ? "\(step)" : "0"), now: now)
                if fires { firing.insert("Slow" + path) } else { firing.remove("Slow" + path) }
                for notification in groups.take(due: now) {
                    for notice in notification.notices {
                        if notice.isFiring {
                            heard.insert(notice.fingerprint)
                        } else {
                            heard.remove(notice.fingerprint)
                        }
                    }
                }
            }
            for notification in groups.take(due: 61 * 20 * second, all: true) + groups.take(due: 99_999 * second) {
                for notice in notification.notices {
                    if notice.isFiring { heard.insert(notice.fingerprint) } else { heard.remove(notice.fingerprint) }
                }
            }
            for notification in groups.take(due: 999_999 * second) {
                for notice in notification.notices where !notice.isFiring { heard.remove(notice.fingerprint) }
            }
            #expect(heard == firing, "seed \(seed)")
        }
    }
}

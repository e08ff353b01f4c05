import Foundation
import TestSupport
import Testing

@testable import Tail

/// Random sequences of what happens to a log that is followed, by two at once: one on the fast path wherever that may be taken, one
/// that never takes it. Both must give every line, once, and what one has given is what the other gives.
@Suite("The fast path beside the plain way")
struct FastModelTests {
    @Test("Written, half written, renamed, copied and truncated, deleted, made anew", arguments: 0..<8)
    func sequences(group: Int) throws {
        var direct = 0
        for seed in stride(from: group, to: 240, by: 8) {
            var model = try FollowedModel(seed: UInt64(seed))
            let faults = model.run()
            try #require(faults == [], "seed \(seed)")
            direct += model.direct
        }
        // Otherwise nothing was tried.
        #expect(direct > 100)
    }
}

private struct FollowedModel: ~Copyable {
    private let folder: Folder
    private var random: SeededGenerator
    private var fast: LiveTail
    private var plain: LiveTail
    private var given: (fast: [String], plain: [String]) = ([], [])
    private var written: [String]
    private var begun: String?
    private var count = 0
    /// Lines that went the fast path.
    private(set) var direct = 0

    private static let name = "a.log"

    init(seed: UInt64) throws {
        let folder = Folder()
        folder.append("0|first\n", to: Self.name)
        self.init(seed: seed, folder, try LiveTail(folder[Self.name]), try LiveTail(folder[Self.name]))
    }

    private init(seed: UInt64, _ folder: Folder, _ fast: consuming LiveTail, _ plain: consuming LiveTail) {
        random = SeededGenerator(seed: seed &* 6151 &+ 3)
        self.folder = folder
        self.fast = fast
        self.plain = plain
        written = ["0|first"]
    }

    /// What was wrong.
    mutating func run() -> [String] {
        for _ in 0..<Int.random(in: 20...80, using: &random) {
            switch Int.random(in: 0..<16, using: &random) {
            case 0..<11: write()
            case 11: rename()
            case 12: copyTruncate()
            case 13, 14:
                // What was put aside is given up after a minute, and then the fast path may be taken again.
                let seconds: Int64 = Bool.random(using: &random) ? 2 : 70
                fast.passTime(seconds: seconds)
                plain.passTime(seconds: seconds)
            default: break
            }
            if Int.random(in: 0..<4, using: &random) > 0 { follow() }
        }
        end()
        for _ in 0..<4 {
            follow()
            fast.passTime(seconds: 70)
            plain.passTime(seconds: 70)
        }
        let expected = written.sorted()
        return (given.fast.sorted() == expected ? [] : ["fast: \(Self.difference(given.fast, expected))"])
            + (given.plain.sorted() == expected ? [] : ["plain: \(Self.difference(given.plain, expected))"])
    }

    private static func difference(_ given: [String], _ expected: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for line in given { counts[line, default: 0] += 1 }
        for line in expected { counts[line, default: 0] -= 1 }
        return counts.filter { $0.value != 0 }.map { "\($0.key): \($0.value)" }.sorted()
    }

    /// Both take what there is: what may leave directly first.
    private mutating func follow() {
        for _ in 0..<3 {
            if fast.way() == .direct { direct += fast.follow() }
            fast.attend()
            fast.drain()
            plain.attend()
            plain.drain()
        }
        given.fast += fast.printed.map(Self.text)
        given.plain += plain.printed.map(Self.text)
    }

    /// The line in an envelope.
    private static func text(_ envelope: String) -> String {
        guard let start = envelope.range(of: #"{"_raw":""#), let end = envelope.range(of: #"","_file":"#),
            start.upperBound <= end.lowerBound
        else { return envelope }
        return String(envelope[start.upperBound..<end.lowerBound])
    }

    private mutating func write() {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if begun != nil { return end() }
            count += 1
            let text = "\(count)|" + String(repeating: "x", count: Int.random(in: 0...60, using: &random))
            if Int.random(in: 0..<8, using: &random) == 0 {
                begun = text
                return folder.append(text, to: Self.name)
            }
            folder.append(text + "\n", to: Self.name)
            written.append(text)
        }
    }

    private mutating func end() {
        guard let text = begun else { return }
        folder.append("\n", to: Self.name)
        written.append(text)
        begun = nil
    }

    private func shift() {
        for number in stride(from: 40, to: 0, by: -1) where folder.exists("\(Self.name).\(number)") {
            folder.rename("\(Self.name).\(number)", to: "\(Self.name).\(number + 1)")
        }
    }

    private mutating func rename() {
        end()
        shift()
        folder.rename(Self.name, to: Self.name + ".1")
        if Bool.random(using: &random) { follow() }
        folder.append("", to: Self.name)
    }

    private mutating func copyTruncate() {
        end()
        // What is read of the copy instead could come in another order; that all of it comes is the other model's.
        follow()
        shift()
        folder.copy(Self.name, to: Self.name + ".1")
        if Bool.random(using: &random) { follow() }
        folder.truncate(Self.name)
    }
}

import Foundation
import TestSupport
import Testing

@testable import Tail

/// Random sequences of what happens to logs, held against a model of what must come out: every line that was written, once. Only
/// what was deleted before it could be read may be missing.
///
/// A sequence that fails prints its seed, and its steps; WEIR_SEED=N runs that one again, and prints what came after each step.
@Suite("Random sequences against a model")
struct ModelTests {
    /// Of seven, two are of files that all begin alike, for longer than a fingerprint is. WEIR_MODEL_SEQUENCES=20000: more, by hand.
    private static let sequences =
        ProcessInfo.processInfo.environment["WEIR_MODEL_SEQUENCES"].flatMap(Int.init) ?? 1400
    private static let groups = 8

    @Test("Write, rename, truncate, delete, compress, restart, kill", arguments: 0..<groups)
    func sequences(group: Int) {
        if let only = ProcessInfo.processInfo.environment["WEIR_SEED"].flatMap(UInt64.init) {
            guard group == 0 else { return }
            let model = LogModel(seed: only, beginsAlike: only % 7 > 4)
            let faults = model.run()
            print(faults.joined(separator: "\n"))
            #expect(faults.isEmpty)
            return
        }
        for number in stride(from: group, to: Self.sequences, by: Self.groups) {
            let seed = UInt64(number)
            let model = LogModel(seed: seed, beginsAlike: number % 7 > 4)
            let faults = model.run()
            if !faults.isEmpty {
                Issue.record(
                    "seed \(seed): \(faults.prefix(5).joined(separator: "; "))\n\(model.steps.joined(separator: "\n"))")
                return
            }
        }
    }
}

final class LogModel {
    private var random: SeededGenerator
    private let folder = Folder()
    private(set) var steps: [String] = []
    /// What each file has, by its name now.
    private var contents: [String: [String]] = [:]
    private var written: Set<String> = []
    private var mayBeMissing: Set<String> = []
    /// What was in files that are deleted.
    private var deleted: Set<String> = []
    /// What is put aside gets the next number, and the others keep theirs.
    private let numbersRise: Bool
    /// Packed files have the time of the last change, as gzip and its like give it to them.
    private let keepsTimes: Bool
    private var rotations = 0
    /// Lines came later than those of a newer file, so none can be expected to be in its place.
    private var isMixed: Bool
    private var hasCopied = false
    private var count = 0
    /// Begun and not ended, in the current file.
    private var begun: String?
    /// A writer that still has the file open which now has that name.
    private var oldWriter: (file: UnsafeMutablePointer<FILE>, name: String)?

    /// What each file begins with; it is not counted.
    private let banner: String

    init(seed: UInt64, beginsAlike: Bool) {
        random = SeededGenerator(seed: seed &* 7919 &+ 1)
        keepsTimes = Bool.random(using: &random)
        numbersRise = Int.random(in: 0..<3, using: &random) == 0
        // Under a long banner no time is seen, and files that are written in one moment do not differ by theirs.
        isMixed = !keepsTimes || numbersRise && beginsAlike
        banner = beginsAlike ? longBanner : ""
    }

    private static let current = "a.log"

    func run() -> [String] {
        write()
        var tail =
            Bool.random(using: &random)
            ? ManualTail(named: [folder[Self.current]]) : ManualTail(patterns: [folder["*.log"]])
        if Int.random(in: 0..<4, using: &random) == 0 { tail.files.files = OpenFiles(most: 1) }
        for _ in 0..<Int.random(in: 5...40, using: &random) {
            switch Int.random(in: 0..<28, using: &random) {
            case 0..<7: write()
            case 7..<10: rotate(keepsWriter: Bool.random(using: &random))
            case 10, 11: copyTruncate(&tail)
            case 12, 13: compress()
            case 14: deleteOldest(Set(tail.log.texts))
            case 15: deleteCurrent(Set(tail.log.texts))
            case 16, 17: writeLate()
            case 18, 19:
                step("restart")
                let delivered = Set(tail.log.texts)
                tail.restart { for _ in 0..<Int.random(in: 0...3, using: &random) { changeWhileDown(delivered) } }
            case 20:
                step("time passes")
                tail.clock.now += Int64.random(in: 1...90, using: &random) * 1_000_000_000
                tail.files.tick(&tail.record, into: &tail.log)
            case 21:
                step("hear")
                tail.hear()
            case 22, 23:
                step("mark")
                tail.commit()
            case 24, 25:
                step("kill")
                let delivered = Set(tail.log.texts)
                noted = min(noted, tail.committed.lines)
                tail.crash { for _ in 0..<Int.random(in: 0...3, using: &random) { changeWhileDown(delivered) } }
                mayBeMissing.formUnion(deleted.subtracting(tail.log.texts))
            default:
                step("look")
                tail.look()
            }
            note(tail)
        }
        if begun != nil { end() }
        if let oldWriter { fclose(oldWriter.file) }
        step("settle")
        tail.settle()
        note(tail)
        defer { tail.close() }
        return faults(tail.log.lines.map(\.text))
    }

    private func faults(_ lines: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for line in lines where !line.hasPrefix("#") { counts[line, default: 0] += 1 }
        return counts.filter { $0.value > 1 }.map { "\($0.key) came \($0.value) times" }
            + counts.keys.filter { !written.contains($0) }.map { "\($0) was never written" }
            + written.filter { counts[$0] == nil && !mayBeMissing.contains($0) }.map { "\($0) is missing" }
            + (isMixed ? [] : outOfPlace(lines))
    }

    private func outOfPlace(_ lines: [String]) -> [String] {
        let numbers = lines.compactMap { $0.split(separator: "|").first.flatMap { Int($0) } }
        return zip(numbers, numbers.dropFirst()).filter { $0 > $1 }.map { "\($1) came behind \($0)" }
    }

    private var noted = 0

    private func note(_ tail: borrowing ManualTail) {
        for line in tail.log.lines[noted...] { step("    -> \(line.text.prefix(80))") }
        noted = tail.log.lines.count
    }

    private static let isLoud = ProcessInfo.processInfo.environment["WEIR_SEED"] != nil

    private func step(_ text: String) {
        steps.append(text)
        if Self.isLoud { print(text) }
    }

    private func changeWhileDown(_ delivered: Set<String>) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1: write()
        case 2, 3: rotate(keepsWriter: false)
        case 4: compress()
        default: deleteOldest(delivered)
        }
    }

    // MARK: What happens

    private func line() -> String {
        count += 1
        // Where numbers rise, that is to be seen by the times.
        return "\(count)|\(numbersRise ? "2026-11-24T10:00:00.\(String(1000 + count).dropFirst())Z " : "")"
            + String(repeating: "x", count: Int.random(in: 0...40, using: &random))
    }

    private func write() {
        if !banner.isEmpty, folder.size(Self.current) == 0 { folder.append(banner, to: Self.current) }
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            if begun != nil { end() }
            let text = line()
            if Int.random(in: 0..<6, using: &random) == 0 {
                begun = text
                folder.append(text, to: Self.current)
                step("begin \(text)")
                return
            }
            folder.append(text + "\n", to: Self.current)
            contents[Self.current, default: []].append(text)
            written.insert(text)
            step("write \(text)")
        }
    }

    private func end() {
        guard let text = begun else { return }
        begun = nil
        folder.append("-end\n", to: Self.current)
        contents[Self.current, default: []].append(text + "-end")
        written.insert(text + "-end")
        step("end \(text)")
    }

    private func move(_ from: String, _ to: String) {
        folder.rename(from, to: to)
        contents[to] = contents.removeValue(forKey: from)
        if oldWriter?.name == from { oldWriter?.name = to }
    }

    private var generations: [String] {
        contents.keys.filter { $0 != Self.current }.sorted {
            LogName($0).age.isOlder(than: LogName($1).age, numbersRise: numbersRise) ?? false
        }
    }

    /// Makes room for what is put aside next; returns its name.
    private func shift() -> String {
        rotations += 1
        if numbersRise { return "\(Self.current).\(rotations)" }
        for name in generations {
            let parts = LogName(name)
            guard case .number(let number) = parts.age else { continue }
            move(name, "\(Self.current).\(number + 1)" + (parts.hasPackedEnding ? ".gz" : ""))
        }
        return Self.current + ".1"
    }

    private func rotate(keepsWriter: Bool) {
        guard folder.exists(Self.current) else { return write() }
        if begun != nil { end() }
        if keepsWriter {
            if let oldWriter { fclose(oldWriter.file) }
            oldWriter = fopen(folder[Self.current], "a").map { ($0, Self.current) }
        }
        move(Self.current, shift())
        step("rotate, keeping the writer: \(keepsWriter)")
        if Bool.random(using: &random) { write() }
    }

    private func writeLate() {
        guard let oldWriter, contents[oldWriter.name] != nil else { return }
        let text = line()
        fputs(text + "\n", oldWriter.file)
        fflush(oldWriter.file)
        contents[oldWriter.name]?.append(text)
        written.insert(text)
        isMixed = true
        step("write \(text) late, to \(oldWriter.name)")
    }

    private func copyTruncate(_ tail: inout ManualTail) {
        guard folder.exists(Self.current), contents[Self.current]?.isEmpty == false else { return }
        if begun != nil { end() }
        let copy = shift()
        // Whoever keeps up has read what is copied.
        let keepsUp = Bool.random(using: &random)
        if keepsUp { tail.look() }
        folder.copy(Self.current, to: copy)
        contents[copy] = contents[Self.current]
        if Bool.random(using: &random) {
            step("copy, look")
            tail.look()
        }
        if keepsUp {
            // It is in no file any more if it comes to nothing.
            let text = line()
            folder.append(text + "\n", to: Self.current)
            written.insert(text)
            mayBeMissing.insert(text)
            step("write \(text) behind the copy, which is read")
            tail.hear()
        }
        folder.truncate(Self.current)
        contents[Self.current] = []
        hasCopied = true
        // A copy of what was not read yet cannot be told from a new file that begins alike.
        if !banner.isEmpty { isMixed = true }
        step("copied and truncated")
        if Bool.random(using: &random) { write() }
    }

    private func compress() {
        guard let name = generations.filter({ !$0.hasSuffix(".gz") }).randomElement(using: &random) else { return }
        // gzip refuses to be surprised: nobody writes to what it packs.
        if oldWriter?.name == name {
            if let oldWriter { fclose(oldWriter.file) }
            oldWriter = nil
        }
        folder.gzip(name, keepsTime: keepsTimes || Bool.random(using: &random))
        contents[name + ".gz"] = contents.removeValue(forKey: name)
        step("compress \(name)")
    }

    private func forgive(_ name: String, _ delivered: Set<String>) {
        mayBeMissing.formUnion((contents[name] ?? []).filter { !delivered.contains($0) })
        deleted.formUnion(contents[name] ?? [])
        if oldWriter?.name == name {
            if let oldWriter { fclose(oldWriter.file) }
            oldWriter = nil
        }
        contents[name] = nil
        folder.delete(name)
        step("delete \(name)")
    }

    private func deleteOldest(_ delivered: Set<String>) {
        guard let oldest = generations.first else { return }
        forgive(oldest, delivered)
    }

    private func deleteCurrent(_ delivered: Set<String>) {
        guard folder.exists(Self.current) else { return }
        if begun != nil { end() }
        // What was truncated and is held has no name by which to tell it is newer than its copies.
        if hasCopied { isMixed = true }
        forgive(Self.current, delivered)
        if Bool.random(using: &random) { write() }
    }
}

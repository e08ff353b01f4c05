import FilterKit
import System

/// What weir-tail says to people.
struct TailReport {
    let diagnostics: Diagnostics
    /// Nothing is said of files that come and go (`-q`).
    let isQuiet: Bool
    /// Numbers of how far it is are shown (`--progress`).
    let showsProgress: Bool

    /// Says it; returns the status that it makes, where it is an error.
    func say(_ notice: LogNotice, isWaiting: Bool) -> ExitStatus? {
        switch notice {
        case .missing(let path):
            diagnostics.error("\(path): No such file or directory\(isWaiting ? "; waiting for it to appear" : "")")
            return isWaiting ? nil : .noInput
        case .unreadable(let text):
            diagnostics.error("\(text)\(isWaiting ? "; trying again" : "")")
            return isWaiting ? nil : .noInput
        case .broken(let text):
            diagnostics.error(text)
            return .inputOutput
        case .truncated(let path, let copy?):
            note(
                "\(path): copied to \(copy) and truncated; reading from its start; what was written between the two is lost"
            )
        case .truncated(let path, nil):
            note("\(path): truncated; reading from its start; what was written just before may be lost")
        case .lost(let path, let offset):
            diagnostics.warning(
                "\(path): the file that was read to byte \(offset) is gone; what followed there is lost")
        case .skipped(let path, let kind): diagnostics.warning("\(path): is \(kind); skipped")
        case .hole(let path, let bytes):
            note(
                "\(path): \(bytes) NULs skipped: it was truncated under a program that does not append to it; start that one with >>"
            )
        case .partial(let path): note("\(path): put aside without a newline at its end; its last line leaves as it is")
        }
        return nil
    }

    private func note(_ text: String) { if !isQuiet { diagnostics.note(text) } }

    /// Answers SIGUSR1: where it is, and how far behind.
    func answer(_ tail: TailFiles, _ streams: [StreamSource], now: Int64, wall: Int64) {
        let generations = tail.logs.flatMap(\.generations)
        for generation in generations where generation.codec == nil {
            if let status = try? generation.descriptor.map({ try FileStatus(of: $0) })
                ?? FileStatus(of: generation.path),
                generation.identity == FileIdentity(status)
            {
                generation.size = status.size
            }
        }
        let lag = tail.logs.reduce(0) { $0 + $1.lag }
        diagnostics.note(
            "\(Self.count(tail.logs.count, "log")), \(Self.count(generations.count, "file")), "
                + "\(Self.count(streams.count, "stream")); \(lag) bytes behind")
        for log in tail.logs {
            for generation in log.generations.prefix(20) {
                let behind = max(0, generation.size - generation.consumed)
                let seconds = behind > 0 ? max(0, wall &- generation.modified) / 1_000_000_000 : 0
                let name = generation.path == log.path ? "" : " (now \(generation.path))"
                diagnostics.note(
                    generation.codec == nil
                        ? "\(log.path)\(name): byte \(generation.consumed) of \(generation.size), \(behind) behind, \(seconds) s"
                        : "\(log.path)\(name): byte \(generation.consumed), unpacked")
            }
        }
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}

/// How far a run through whole files is: bytes, percent, and how long the rest will take.
struct TailProgress {
    private let report: TailReport
    private let start: Int64
    private let isTerminal: Bool
    private var total: Int64
    private var lastShown: Int64

    private static let interval: Int64 = 200_000_000

    init(_ tail: TailFiles, _ report: TailReport, now: Int64) {
        self.report = report
        start = now
        lastShown = now
        isTerminal = Descriptor.errors.isTerminal
        total = report.showsProgress ? tail.logs.reduce(0) { $0 + $1.sizeOnDisk } : 0
    }

    /// Shows it where somebody is looking, not more often than eyes follow.
    mutating func show(_ tail: TailFiles, now: Int64) {
        guard report.showsProgress, isTerminal, now &- lastShown >= Self.interval else { return }
        lastShown = now
        let done = tail.bytesRead
        total = max(total, done)
        let percent = total > 0 ? done &* 100 / total : 100
        let left = done > 0 ? Double(now &- start) / 1e9 * Double(total &- done) / Double(done) : 0
        try? Descriptor.errors.writeAll(
            "\r\(Self.megabytes(done)) of \(Self.megabytes(total)), \(percent) %, \(Int(left.rounded(.up))) s left \u{1B}[K"
        )
    }

    mutating func finish(_ tail: TailFiles) {
        guard report.showsProgress else { return }
        if isTerminal { try? Descriptor.errors.writeAll("\r\u{1B}[K") }
        report.diagnostics.note("\(tail.bytesRead) bytes read, 100 %")
    }

    private static func megabytes(_ bytes: Int64) -> String {
        bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000) MB"
    }
}

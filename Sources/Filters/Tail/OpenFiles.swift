import System

/// The descriptors of followed files: so many at most are open at a time. Those that have been quiet longest are closed, and
/// opened again, by identity, when there is something to read.
struct OpenFiles {
    private var open: [Generation] = []
    private let most: Int
    private var uses = 0

    /// - Parameter most: nil for what the process may have, less what it needs besides, and 512 at most.
    init(most: Int? = nil) { self.most = max(1, most ?? min(512, Descriptor.mostOpen - 32)) }

    enum Outcome {
        case open
        /// The name has gone, or has another file now.
        case moved
        case refused(String)
    }

    mutating func open(_ generation: Generation) -> Outcome {
        uses += 1
        generation.lastUse = uses
        if generation.descriptor != nil { return .open }
        do throws(SystemError) {
            let descriptor = try Descriptor.open(readingAtOnce: generation.path)
            guard let status = try? FileStatus(of: descriptor), status.kind == .regular,
                generation.identity == FileIdentity(status)
            else {
                descriptor.close()
                return .moved
            }
            generation.descriptor = descriptor
        } catch {
            return error.isMissing ? .moved : .refused(error.reason)
        }
        open.append(generation)
        if open.count > most { closeOne() }
        return .open
    }

    private mutating func closeOne() {
        open.removeAll { $0.descriptor == nil }
        guard open.count > most else { return }
        // What would be lost when it is closed stays: a file that has no name any more, and a line being unpacked.
        var candidates = open.indices.filter { !open[$0].isDirty && open[$0].unpacker == nil }
        while let place = candidates.indices.min(by: { open[candidates[$0]].lastUse < open[candidates[$1]].lastUse }) {
            let oldest = candidates.remove(at: place)
            guard open[oldest].hasName else { continue }
            open[oldest].close()
            open.remove(at: oldest)
            return
        }
    }

    mutating func close(_ generation: Generation) {
        generation.close()
        open.removeAll { $0 === generation }
    }
}

extension Generation {
    var hasName: Bool { descriptor.flatMap { try? FileStatus(of: $0) }.map { $0.links > 0 } ?? true }
}

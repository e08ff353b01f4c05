import Bytes
import Records
import System

/// A source that cannot be read again while files are followed: standard input, a FIFO, a socket and its connections.
final class StreamSource {
    enum Kind {
        case lines
        case connection
        case datagrams
        /// Gives connections.
        case listener
    }

    let descriptor: Descriptor
    let kind: Kind
    let name: SourceName
    private(set) var isAtEnd = false
    private var unfinished = UnfinishedLine()
    private var offset: Int64 = 0
    private var lineNumber = 0
    private var cutter: FrameCutter
    /// Those who have sent something: a name for each, but not for more than a few at a time.
    private var peers: [String: SourceName] = [:]

    private static let mostPeers = 1024

    init(_ descriptor: Descriptor, _ kind: Kind, name: SourceName, limit: Int) {
        self.descriptor = descriptor
        self.kind = kind
        self.name = name
        cutter = FrameCutter(limit: limit)
    }

    /// Bytes that wait for the end of their line, in memory.
    var waiting: Int { unfinished.bytes.count }

    /// Gives out what has come, one read of it; returns connections that are new.
    func read<S: TailSink & ~Copyable>(
        _ context: TailContext, _ record: inout Record, into sink: inout S
    ) -> [StreamSource] {
        switch kind {
        case .lines: readLines(context, &record, into: &sink)
        case .connection: readConnection(&record, into: &sink)
        case .datagrams: readDatagrams(&record, into: &sink)
        case .listener: return connections(context)
        }
        return []
    }

    /// The end of the run: an unfinished line leaves as it is.
    func finish<S: TailSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        if let frame = cutter.last() { give(frame, of: name, &record, into: &sink) }
        guard !unfinished.isEmpty else { return }
        let bytes = record.store.load(unfinished.bytes)
        let line = TailLine(bytes: bytes, offset: offset, number: lineNumber + 1)
        if unfinished.passedOver > 0 {
            sink.takeTooLong(line, length: unfinished.count, of: name, &record)
        } else {
            sink.take(line, of: name, &record)
        }
        unfinished = UnfinishedLine()
    }

    private func readLines<S: TailSink & ~Copyable>(
        _ context: TailContext, _ record: inout Record, into sink: inout S
    ) {
        var reader = LineReader(descriptor, in: record.store, limit: context.limit, offset: offset)
        if !unfinished.isEmpty {
            reader.resume(unfinished.bytes, passedOver: unfinished.passedOver, in: &record.store)
            unfinished = UnfinishedLine()
        }
        switch reader.fill(&record.store) {
        case .end, .failed:
            isAtEnd = true
            reader.stop()
        default: break
        }
        reading: while true {
            switch reader.next(in: record.store.buffer) {
            case .line(let line), .lastLine(let line):
                let line = TailLine(bytes: line, offset: reader.offset, number: lineNumber + reader.lineNumber)
                sink.take(line, of: name, &record)
            case .tooLong(let kept, let length):
                let line = TailLine(bytes: kept, offset: reader.offset, number: lineNumber + reader.lineNumber)
                sink.takeTooLong(line, length: length, of: name, &record)
            case .end, .needsInput: break reading
            }
        }
        offset = reader.consumed
        lineNumber += reader.lineNumber
        let (bytes, passedOver) = reader.unfinished(in: record.store)
        unfinished = UnfinishedLine(bytes: bytes, passedOver: passedOver)
    }

    private func readConnection<S: TailSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        switch descriptor.take(1 << 16) {
        case .success(let bytes) where bytes.isEmpty: isAtEnd = true
        case .success(let bytes): cutter.add(bytes)
        case .failure(let error):
            guard error.isFinal else { return }
            isAtEnd = true
        }
        while let frame = cutter.next() { give(frame, of: name, &record, into: &sink) }
        if isAtEnd, let frame = cutter.last() { give(frame, of: name, &record, into: &sink) }
    }

    private func readDatagrams<S: TailSink & ~Copyable>(_ record: inout Record, into sink: inout S) {
        // So many at a time: others wait for their turn.
        for _ in 0..<256 {
            guard case .bytes(let bytes, let peer) = Socket.receive(descriptor), !sink.isClosed else { return }
            let source = peer.map(name(of:)) ?? name
            var start = offset
            for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                defer { start += Int64(line.count) + 1 }
                // The NUL that some put behind a message, and the emptiness behind a last newline.
                let text = line.last == 0 ? line.dropLast() : line
                if text.isEmpty { continue }
                let frame = FrameCutter.Frame(
                    bytes: Array(text.prefix(cutter.limit)), offset: start, length: text.count)
                give(frame, of: source, &record, into: &sink)
            }
            offset += Int64(bytes.count)
        }
    }

    private func name(of peer: String) -> SourceName {
        if let known = peers[peer] { return known }
        if peers.count >= Self.mostPeers { peers.removeAll() }
        let source = SourceName(name.path, peer: peer)
        peers[peer] = source
        return source
    }

    private func connections(_ context: TailContext) -> [StreamSource] {
        var new: [StreamSource] = []
        while let (descriptor, peer) = Socket.accept(self.descriptor) {
            new.append(
                StreamSource(
                    descriptor, .connection, name: SourceName(name.path, peer: peer), limit: context.limit))
        }
        return new
    }

    private func give<S: TailSink & ~Copyable>(
        _ frame: FrameCutter.Frame, of source: SourceName, _ record: inout Record, into sink: inout S
    ) {
        let bytes = record.store.load(frame.bytes)
        lineNumber += 1
        let line = TailLine(bytes: bytes, offset: frame.offset, number: lineNumber)
        if frame.length > frame.bytes.count {
            sink.takeTooLong(line, length: frame.length, of: source, &record)
        } else {
            sink.take(line, of: source, &record)
        }
    }
}

extension ListenAddress {
    /// Begins to listen.
    func open(limit: Int) throws(SystemError) -> StreamSource {
        let name = SourceName(text)
        switch place {
        case .udp(let host, let port):
            return StreamSource(
                try Socket.listen(.datagrams, host: host, port: port), .datagrams, name: name, limit: limit)
        case .tcp(let host, let port):
            return StreamSource(
                try Socket.listen(.connections, host: host, port: port), .listener, name: name, limit: limit)
        case .unix(let path):
            return StreamSource(try Socket.listen(.datagrams, path: path), .datagrams, name: name, limit: limit)
        }
    }

    /// Leaves no socket behind that nobody listens to.
    func remove() {
        if case .unix(let path) = place { Socket.unlink(path) }
    }
}

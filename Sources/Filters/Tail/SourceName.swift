import Bytes
import System

/// What a source is called: in messages, and in the envelope of each of its lines, where that stands ready as JSON.
final class SourceName {
    /// As it was given; `-` is standard input, which has no name.
    let path: String
    let isNamed: Bool
    /// The path's bytes, which need not be UTF-8.
    let bytes: [UInt8]
    /// Who sent it, for what comes over a socket.
    let peer: [UInt8]?
    /// `","_file":"…","_offset":`
    private(set) var head = ByteBuffer(capacity: 128)
    /// `,"_peer":"…"`
    private var tail = ByteBuffer(capacity: 16)

    init(_ path: String, peer: String? = nil) {
        self.path = path
        isNamed = path != "-"
        bytes = PathText.raw(path)
        self.peer = peer.map { Array($0.utf8) }
        head.append("\"")
        if path != "-" {
            var name = ByteBuffer(capacity: 64)
            name.append(bytes)
            head.append(",\"_file\":\"")
            head.append(escaping: name, Slice(start: 0, count: name.count))
            head.append("\"")
        }
        head.append(",\"_offset\":")
        if let peer {
            tail.append(",\"_peer\":\"")
            tail.append(escaping: peer)
            tail.append("\"")
        }
    }

    func appendHead(to buffer: inout ByteBuffer) { buffer.append(head, Slice(start: 0, count: head.count)) }
    func appendTail(to buffer: inout ByteBuffer) { buffer.append(tail, Slice(start: 0, count: tail.count)) }
}

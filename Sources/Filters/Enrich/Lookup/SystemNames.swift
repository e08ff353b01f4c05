import FilterKit
import Records
import System

/// The files in which a system keeps names of its own: hosts(5) and services(5).
enum SystemNames {
    private static let limit = 64 << 20

    /// Addresses with the first of their names. Of equal addresses the first counts; lines whose address is none are passed over, as
    /// resolvers do.
    static func hosts(_ path: String, named column: String) throws(Failure) -> LookupRows {
        var rows: [[LookupRows.Cell?]] = []
        for words in try lines(path, "--hosts") where words.count >= 2 {
            guard let address = IPAddress(words[0]) else { continue }
            rows.append([cell("\(words[0])/\(address.width)"), cell(words[1])])
        }
        return LookupRows(columns: ["address", column], rows: rows)
    }

    /// Numbers of ports with the name of what listens there, by TCP where that differs from UDP.
    static func services(_ path: String, named column: String) throws(Failure) -> LookupRows {
        var rows: [String: [[LookupRows.Cell?]]] = [:]
        for words in try lines(path, "--services") where words.count >= 2 {
            let parts = words[1].split(separator: "/")
            guard parts.count == 2, let port = UInt16(parts[0]) else { continue }
            rows[String(parts[1]), default: []].append([cell("\(port)"), cell(words[0])])
        }
        return LookupRows(columns: ["port", column], rows: (rows["tcp"] ?? []) + (rows["udp"] ?? []))
    }

    private static func cell(_ text: String) -> LookupRows.Cell { LookupRows.Cell(text: text, kind: .text) }

    /// The words of each line up to a `#`.
    private static func lines(_ path: String, _ flag: String) throws(Failure) -> [[String]] {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path, limit: limit) } catch {
            throw Failure(.noInput, "\(flag) \(error)")
        }
        return bytes.split(separator: 0x0A).map { line in
            line.prefix { $0 != 0x23 }.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

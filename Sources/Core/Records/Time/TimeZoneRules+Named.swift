import Bytes
import System

extension TimeZoneRules {
    package static var systemDirectory: String { "/usr/share/zoneinfo" }

    /// The rules of a zone by its name in the tz database (`Europe/Berlin`), read from a folder of compiled rules; or
    /// `UTC`, or a fixed distance from it: `+02:00`, `+0200`, `+02`, `Z`.
    package init(named name: String, directory: String = TimeZoneRules.systemDirectory) throws(TimeZoneError) {
        if let offset = Self.fixedOffset(name) {
            self.init(offset: offset)
            return
        }
        guard Self.isName(name) else { throw .noName(name) }
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try Self.read("\(directory)/\(name)")
        } catch {
            // A folder of zones (`Europe`) is none; its number is EISDIR.
            guard error.isMissing || error.code == 21 else { throw .unreadable(error) }
            guard FolderStatus.isThere(directory) else { throw .noDatabase(directory: directory) }
            throw .unknown(name, nearest: Self.nearest(to: name, directory: directory))
        }
        try self.init(tzif: bytes, name: name)
    }

    private static func fixedOffset(_ name: String) -> Int32? {
        if name == "UTC" || name == "utc" || name == "GMT" { return 0 }
        var buffer = ByteBuffer(capacity: 16)
        guard name.utf8.count <= 6 else { return nil }
        buffer.append(name)
        guard let offset = TimeOffset(buffer, at: 0, to: buffer.count), offset.length == buffer.count else {
            return nil
        }
        return offset.seconds
    }

    /// Relative, and no way up or to hidden files: no name in the tz database has a point.
    private static func isName(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 100, !name.hasPrefix("/"), !name.hasSuffix("/") else { return false }
        return name.utf8.allSatisfy {
            switch $0 {
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D, 0x2B, 0x2F: true
            default: false
            }
        }
    }

    /// From the list of names that comes with the rules: the same but for case, the same place (`Berlin`), or nearly so.
    private static func nearest(to name: String, directory: String) -> String? {
        guard let bytes = try? read("\(directory)/tzdata.zi") else { return nil }
        let names = bytes.split(separator: 0x0A).compactMap { line -> String? in
            let words = line.split(separator: 0x20)
            guard words.count >= 3, let kind = words.first, kind == [0x5A] || kind == [0x4C] else { return nil }
            return String(decoding: kind == [0x5A] ? words[1] : words[2], as: UTF8.self)
        }.sorted()
        let wanted = name.lowercased()
        let place = wanted.split(separator: "/").last.map { "/\($0)" } ?? ""
        return names.first { $0.lowercased() == wanted } ?? names.first { $0.lowercased().hasSuffix(place) }
            ?? Suggestion.nearest(to: name, among: names)
    }

    /// A whole file of at most a mebibyte, through the line reader: it is the one that reads.
    static func read(_ path: String) throws(SystemError) -> [UInt8] {
        let descriptor = try Descriptor.open(reading: path)
        defer { descriptor.close() }
        var store = ByteStore(input: 1 << 17)
        var reader = LineReader(descriptor, in: store, limit: 1 << 20)
        var bytes: [UInt8] = []
        while bytes.count <= 1 << 20 {
            switch reader.next(in: store.buffer) {
            case .line(let slice): bytes += store.buffer.copy(slice) + [0x0A]
            case .lastLine(let slice): bytes += store.buffer.copy(slice)
            case .tooLong, .end: return bytes
            case .needsInput:
                if case .failed(let error) = reader.fill(&store) {
                    throw SystemError(call: error.call, code: error.code, subject: path)
                }
            }
        }
        return bytes
    }
}

private enum FolderStatus {
    static func isThere(_ path: String) -> Bool {
        guard let status = try? FileStatus(of: path) else { return false }
        return status.kind == .directory
    }
}

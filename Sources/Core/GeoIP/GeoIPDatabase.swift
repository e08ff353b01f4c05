import CMaxMindDB
import Records
import System

/// Why a file is no database that can be used.
package struct GeoIPError: Error, Equatable, CustomStringConvertible {
    package let description: String
}

/// A MaxMind database (https://maxmind.github.io/MaxMind-DB/), read through libmaxminddb from a copy in memory.
///
/// Nothing in the file is trusted: what is broken is an error, at the opening or at the look-up that meets it.
///
/// Invariants for every `unsafe` here: `database` was opened, and is closed once, in `deinit`; entries and texts point into it
/// and do not outlive the call that asked for them.
@safe package final class GeoIPDatabase {
    private let database: UnsafeMutablePointer<MMDB_s>
    /// What it says it is: `GeoLite2-City`.
    package let type: String

    /// Bytes of a file at most.
    private static let limit = 1 << 30

    package convenience init(_ path: String) throws(GeoIPError) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path, limit: Self.limit) } catch {
            throw GeoIPError(description: error.description)
        }
        try self.init(bytes, path)
    }

    /// - Parameter name: of the file, for messages.
    package init(_ bytes: [UInt8], _ name: String) throws(GeoIPError) {
        unsafe database = .allocate(capacity: 1)
        unsafe database.initialize(to: MMDB_s())
        let status = unsafe weir_mmdb_open(bytes, bytes.count, database)
        guard status == MMDB_SUCCESS else {
            unsafe database.deallocate()
            throw GeoIPError(description: "\(name): \(Self.reason(status))")
        }
        type = unsafe database.pointee.metadata.database_type.map { unsafe String(cString: $0) } ?? ""
    }

    deinit {
        unsafe MMDB_close(database)
        unsafe database.deallocate()
    }

    /// What the database knows of an address, by the place where it stands; nil where it knows nothing.
    package func entry(of address: IPAddress) throws(GeoIPError) -> UInt32? {
        var entry = unsafe MMDB_entry_s()
        var found: Int32 = 0
        let status = unsafe weir_mmdb_find(database, address.bytes, address.isV4 ? 0 : 1, &entry, &found)
        // A database of IPv4 addresses knows nothing of the others.
        if status == MMDB_IPV6_LOOKUP_IN_IPV4_DATABASE_ERROR { return nil }
        guard status == MMDB_SUCCESS else { throw GeoIPError(description: Self.reason(status)) }
        return found == 0 ? nil : unsafe entry.offset
    }

    package enum Value: Equatable {
        case text(String)
        case integer(Int64)
        case double(Double)
        case flag(Bool)
    }

    /// A value of an entry: `["subdivisions", "0", "iso_code"]`; nil where the entry has none there.
    package func value(of entry: UInt32, at path: [String]) throws(GeoIPError) -> Value? {
        var entry = unsafe MMDB_entry_s(mmdb: UnsafePointer(database), offset: entry)
        var value = unsafe weir_mmdb_value()
        let names = path.map { Array($0.utf8CString) }
        let status = unsafe Self.withPointers(names[...], []) { unsafe weir_mmdb_get(&entry, $0, &value) }
        guard status == MMDB_SUCCESS else { throw GeoIPError(description: Self.reason(status)) }
        switch unsafe value.kind {
        case WEIR_MMDB_TEXT:
            guard let text = unsafe value.text else { return .text("") }
            // Invariant: the library has checked that the text lies within the file.
            return unsafe .text(
                String(decoding: UnsafeBufferPointer(start: text, count: value.length), as: UTF8.self))
        case WEIR_MMDB_DOUBLE: return unsafe .double(value.number)
        case WEIR_MMDB_UNSIGNED: return unsafe .integer(Int64(clamping: value.integer))
        case WEIR_MMDB_SIGNED: return unsafe .integer(Int64(bitPattern: value.integer))
        case WEIR_MMDB_FLAG: return unsafe .flag(value.integer != 0)
        default: return nil
        }
    }

    /// Lends C strings as a list that ends with nil.
    private static func withPointers(
        _ names: ArraySlice<[CChar]>, _ pointers: [UnsafePointer<CChar>?],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32
    ) -> Int32 {
        guard let name = names.first else { return unsafe body(pointers + [nil]) }
        return unsafe name.withUnsafeBufferPointer {
            unsafe withPointers(names.dropFirst(), pointers + [$0.baseAddress], body)
        }
    }

    private static func reason(_ status: Int32) -> String {
        let text = unsafe String(cString: MMDB_strerror(status))
        return switch status {
        case MMDB_INVALID_METADATA_ERROR: "is no MaxMind database, or a damaged one: \(text)"
        case MMDB_IO_ERROR, MMDB_OUT_OF_MEMORY_ERROR, MMDB_FILE_OPEN_ERROR: text
        default: "the database is damaged: \(text)"
        }
    }
}

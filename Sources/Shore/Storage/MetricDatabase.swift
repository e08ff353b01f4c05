import FilterKit
import Foundation
import GRDB

/// A store: one SQLite file in WAL mode, so that several may read while one writes.
package final class MetricDatabase {
    package let path: String
    private let queue: DatabaseQueue

    package enum Access: Sendable { case read, write, create }

    /// Opens the file; for `create` it is made, with its tables, if it is not there.
    package init(_ path: String, for access: Access) throws(Failure) {
        self.path = path
        if access != .create, !FileManager.default.fileExists(atPath: path) {
            throw Failure(.noInput, "\(path): there is no such store; 'weir-store add \(path)' makes one")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: Self.configuration(access))
            try queue.inDatabase { database in
                // With WAL, GRDB has it NORMAL: the last commits would be lost in a power failure, and with them what a mark says.
                if access != .read { try database.execute(sql: "PRAGMA synchronous = FULL") }
                try Self.check(database, path, access)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Self.failure(error, path)
        }
    }

    /// A store that is gone when nobody holds it any more.
    package init(inMemory name: String) throws(Failure) {
        path = name
        do {
            var configuration = Self.configuration(.create)
            configuration.journalMode = .default
            queue = try DatabaseQueue(named: nil, configuration: configuration)
            try queue.inDatabase { database in try Self.check(database, name, .create) }
        } catch {
            throw Self.failure(error, name)
        }
    }

    private static func configuration(_ access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.journalMode = access == .read ? .default : .wal
        // Another stream into the same store commits once in a while; until then we wait.
        configuration.busyMode = .timeout(60)
        // Transactions go from mark to mark, over many calls.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // The size of pages is that of a new file only.
            if access != .read {
                try database.execute(
                    sql: "PRAGMA page_size = 8192; PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 4000")
            }
            try database.execute(sql: "PRAGMA cache_size = -131072; PRAGMA mmap_size = 17179869184")
        }
        return configuration
    }

    /// Makes sure that the file is a store of ours, and makes it one if it is new.
    private static func check(_ database: Database, _ path: String, _ access: Access) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == Schema.applicationID, version == Schema.version { return }
        guard application == 0, access == .create else { throw Self.foreign(path, application, version) }
        try database.inTransaction(.immediate) {
            // Somebody else may have made the tables while we waited.
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            if application == Schema.applicationID { return .commit }
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard application == 0, tables == 0 else { throw Self.foreign(path, application, version) }
            try database.execute(sql: Schema.tables)
            try database.execute(
                sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.version)")
            return .commit
        }
    }

    private static func foreign(_ path: String, _ application: Int, _ version: Int) -> Failure {
        application == Schema.applicationID
            ? Failure(.badConfiguration, "\(path): is a store of version \(version); this weir reads \(Schema.version)")
            : Failure(.badConfiguration, "\(path): is a database of something else, no store of weir's")
    }

    /// What went wrong in SQLite, in its words.
    package static func failure(_ error: any Error, _ path: String) -> Failure {
        guard let error = error as? DatabaseError else { return Failure(.inputOutput, "\(path): \(error)") }
        let status: ExitStatus =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .temporary
            case .SQLITE_NOTADB: .badConfiguration
            default: .inputOutput
            }
        return Failure(status, "\(path): \(error.message ?? "\(error.resultCode)")")
    }

    /// Works on the database; what goes wrong is said with the path.
    package func work<Result>(_ body: (Connection) throws -> Result) throws(Failure) -> Result {
        do { return try queue.inDatabase { database in try body(Connection(database: database)) } } catch let failure
            as Failure
        {
            throw failure
        } catch {
            throw Self.failure(error, path)
        }
    }
}

import GRDB
import Records

/// weir's records; GRDB has a class of that name.
typealias Record = Records.Record

/// The way into an open store, for as long as `MetricDatabase.work` runs. It keeps SQLite's own matters inside this room.
package struct Connection {
    let database: Database

    package var isInTransaction: Bool { database.isInsideTransaction }

    /// Begins to write; waits while somebody else does.
    package func begin() throws {
        if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
    }

    /// Makes what was written outlast a power failure, and visible to readers.
    package func commit() throws {
        if database.isInsideTransaction { try database.commit() }
    }

    package func rollBack() throws {
        if database.isInsideTransaction { try database.rollback() }
    }

    /// What tells this store from any other.
    package func id() throws -> String { try String.fetchOne(database, sql: "SELECT id FROM store") ?? "" }
}

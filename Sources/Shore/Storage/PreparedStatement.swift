import Bytes
import GRDB
import GRDBSQLite

/// A statement that is run for each point: what GRDB allocates for a row costs more than the row.
///
/// Invariants, for every `unsafe` in this file:
/// - `handle` is that of `statement`, which lives as long as this value and is used by nobody else;
/// - bytes that are bound are lent for one call, in which the statement is run and let go of them (`execute`);
/// - bytes of a column are copied before the next step.
@safe final class PreparedStatement {
    private let database: Database
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ database: Database, _ sql: String) throws {
        self.database = database
        statement = try database.makeStatement(sql: sql)
        unsafe handle = statement.sqliteStatement
    }

    /// What one point has besides its bytes.
    struct Key {
        var series: Int64
        var time: Int64
        var origin: Int64
        var part: Int64
        var head: Int64?
    }

    /// Runs `(series, time, origin, part, metrics, head, state)`.
    func execute(_ key: Key, metrics: RawSpan, state: RawSpan?) throws {
        bind(key.series, 1)
        bind(key.time, 2)
        bind(key.origin, 3)
        bind(key.part, 4)
        if let head = key.head { bind(head, 6) } else { unsafe sqlite3_bind_null(handle, 6) }
        let code = unsafe metrics.withUnsafeBytes { text in
            unsafe sqlite3_bind_text(
                handle, 5, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil)
            guard let state else {
                unsafe sqlite3_bind_null(handle, 7)
                return unsafe sqlite3_step(handle)
            }
            return unsafe state.withUnsafeBytes { blob in
                unsafe sqlite3_bind_blob(handle, 7, blob.baseAddress, Int32(blob.count), nil)
                return unsafe sqlite3_step(handle)
            }
        }
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
        if code != SQLITE_DONE {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
        }
    }

    /// Binds integers, to be stepped through.
    func begin(_ values: Int64...) {
        reset()
        for (index, value) in values.enumerated() { bind(value, Int32(index + 1)) }
    }

    /// Runs it with integers, for what it does.
    func execute(_ values: Int64...) throws {
        for (index, value) in values.enumerated() { bind(value, Int32(index + 1)) }
        while try step() {}
        reset()
    }

    private func bind(_ value: Int64, _ position: Int32) { unsafe sqlite3_bind_int64(handle, position, value) }

    /// Goes to the next row; false where there is none.
    func step() throws -> Bool {
        let code = unsafe sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let message = database.lastErrorMessage
        reset()
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    func reset() { unsafe sqlite3_reset(handle) }

    /// - Parameter column: from 0.
    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// Appends a column's bytes.
    func append(_ column: Int32, to buffer: inout ByteBuffer) -> Slice {
        let start = buffer.count
        let bytes = unsafe sqlite3_column_blob(handle, column)
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        if let bytes = unsafe bytes, count > 0 {
            unsafe buffer.append(UnsafeRawBufferPointer(start: bytes, count: count).bytes)
        }
        return Slice(from: start, to: buffer.count)
    }

    func bytes(_ column: Int32) -> [UInt8] {
        let bytes = unsafe sqlite3_column_blob(handle, column)
        let count = Int(unsafe sqlite3_column_bytes(handle, column))
        guard let bytes = unsafe bytes, count > 0 else { return [] }
        return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}

import Bytes
import FilterKit
import Foundation
import GRDB
import Records

/// What a store is told now and then: to forget, to look after itself, to say what it has.
extension Connection {
    package struct Width: Sendable {
        /// Nanoseconds.
        package let window: Int64
        package var series = 0
        package var points = 0
        package var first: Int64?
        package var last: Int64?
        /// Points without a state.
        package var stateless = 0
        /// Days that are not rolled up yet.
        package var changedDays = 0
        package var origins: [String] = []
    }

    /// What there is of each width, the narrowest first.
    package func widths() throws -> [Width] {
        let known = Dictionary(grouping: try series(), by: \.window)
        return try known.sorted { $0.key < $1.key }.map { window, series in
            var width = Width(window: window)
            width.series = series.count
            let ids = series.map { String($0.id) }.joined(separator: ",")
            let row = try Row.fetchOne(
                database, sql: "SELECT count(*), sum(state IS NULL) FROM point WHERE series IN (\(ids))")
            width.points = row?[0] ?? 0
            width.stateless = row?[1] ?? 0
            let span = try self.span(of: series)
            width.first = span?.first
            width.last = span?.last
            // Nothing is to be rolled up where nothing is wider.
            let isWidest = !known.keys.contains { $0 > window && $0 % window == 0 }
            width.changedDays =
                isWidest
                ? 0
                : try Int.fetchOne(database, sql: "SELECT count(*) FROM changed WHERE window = ?", arguments: [window])
                    ?? 0
            width.origins = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM origin
                    WHERE EXISTS (SELECT 1 FROM point WHERE series IN (\(ids)) AND origin = origin.id) ORDER BY name
                    """)
            return width
        }
    }

    /// From when on windows of a width are there, where some were forgotten.
    package func retained() throws -> [Int64: Int64] {
        try Row.fetchAll(database, sql: "SELECT window, since FROM retained").reduce(into: [:]) { $0[$1[0]] = $1[1] }
    }

    package func alertCount() throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM alert") ?? 0 }

    /// Forgets what began before `time`: of one width, or of all and the alerts that had ended.
    /// - Returns: how many points went, and from when on windows stay, besides, because they are not rolled up yet.
    package func retain(since time: Int64, window: Int64?) throws -> (points: Int, kept: Int64?) {
        try begin()
        let known = Dictionary(grouping: try series(), by: \.window)
        var gone = 0
        var kept: Int64?
        for (width, series) in known where window == nil || width == window {
            var since = time
            // Where windows are rolled up, those that are not yet are needed still.
            if known.keys.contains(where: { $0 > width && $0 % width == 0 }),
                let day = try Int64.fetchOne(
                    database, sql: "SELECT min(day) FROM changed WHERE window = ?", arguments: [width])
            {
                let start = day &* TimeWord.day
                if start < since {
                    kept = min(kept ?? start, start)
                    since = start
                }
            }
            let remove = try PreparedStatement(database, "DELETE FROM point WHERE series = ? AND time < ?")
            for one in series {
                try remove.execute(one.id, since)
                gone += database.changesCount
            }
            try database.execute(
                sql: """
                    INSERT INTO retained (window, since) VALUES (?, ?)
                    ON CONFLICT (window) DO UPDATE SET since = max(since, excluded.since)
                    """, arguments: [width, since])
        }
        if window == nil {
            try database.execute(sql: "DELETE FROM alert WHERE ends_at < ?", arguments: [time])
        }
        try commit()
        return (gone, kept)
    }

    /// What is wrong with the file, in sentences; none if nothing is.
    package func faults() throws -> [String] {
        var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let orphans: [(String, String)] = [
            ("points without a series", "SELECT count(*) FROM point WHERE series NOT IN (SELECT id FROM series)"),
            ("points without an origin", "SELECT count(*) FROM point WHERE origin NOT IN (SELECT id FROM origin)"),
            (
                "points without a head",
                "SELECT count(*) FROM point WHERE head IS NOT NULL AND head NOT IN (SELECT id FROM head)"
            ),
            ("series without a shape", "SELECT count(*) FROM series WHERE shape NOT IN (SELECT id FROM shape)"),
        ]
        for (name, sql) in orphans {
            let count = try Int.fetchOne(database, sql: sql) ?? 0
            if count > 0 { faults.append("\(count) \(name)") }
        }
        return faults
    }

    /// How many states cannot be read, and of how many.
    package func damagedStates() throws -> (damaged: Int, all: Int) {
        var damaged = 0
        var all = 0
        try points(of: series(), since: .min, until: .max) { point in
            all += 1
            if point.state == nil, point.isStateDamaged { damaged += 1 }
        }
        return (damaged, all)
    }

    /// Gives back what is not used any more.
    package func vacuum() throws {
        try database.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
    }
}

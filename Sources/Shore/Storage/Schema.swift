/// The tables of a store, as weir-store(5) describes them: plain enough to be queried with sqlite3.
enum Schema {
    /// `weir` in ASCII: file(1) and we know the file by it.
    static let applicationID = 0x7765_6972
    static let version = 2

    static let tables = """
        CREATE TABLE store (id TEXT NOT NULL);
        INSERT INTO store VALUES (lower(hex(randomblob(16))));

        CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

        CREATE TABLE shape (
          id INTEGER PRIMARY KEY,
          labels TEXT NOT NULL,
          metrics TEXT NOT NULL,
          UNIQUE (labels, metrics));

        CREATE TABLE series (
          id INTEGER PRIMARY KEY,
          shape INTEGER NOT NULL REFERENCES shape,
          window INTEGER NOT NULL,
          labels TEXT NOT NULL,
          UNIQUE (shape, window, labels));

        CREATE TABLE head (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL UNIQUE);

        CREATE TABLE point (
          series INTEGER NOT NULL REFERENCES series,
          time INTEGER NOT NULL,
          origin INTEGER NOT NULL REFERENCES origin,
          part INTEGER NOT NULL,
          metrics TEXT NOT NULL,
          head INTEGER REFERENCES head,
          state BLOB,
          PRIMARY KEY (series, time, origin, part)) WITHOUT ROWID;

        CREATE INDEX late ON point (series, time, origin) WHERE part > 0;

        CREATE TABLE changed (window INTEGER, day INTEGER, PRIMARY KEY (window, day)) WITHOUT ROWID;

        CREATE TABLE retained (window INTEGER PRIMARY KEY, since INTEGER NOT NULL);

        CREATE TABLE alert (
          starts_at INTEGER NOT NULL,
          fingerprint TEXT NOT NULL,
          origin INTEGER NOT NULL REFERENCES origin,
          ends_at INTEGER,
          record TEXT NOT NULL,
          PRIMARY KEY (starts_at, fingerprint, origin)) WITHOUT ROWID;

        CREATE VIEW metric AS
          SELECT strftime('%Y-%m-%dT%H:%M:%SZ', point.time / 1000000000, 'unixepoch') AS time,
            series.window / 1e9 AS window, series.labels AS labels, origin.name AS origin,
            name.value AS name, json_extract(point.metrics, '$[' || name.key || ']') AS value
          FROM point JOIN series ON series.id = point.series JOIN shape ON shape.id = series.shape
            JOIN origin ON origin.id = point.origin, json_each(shape.metrics) AS name;
        """
}

import Bytes

/// The abbreviations of zones that mean one thing.
///
/// In: UTC and its names; what the tz database 2025b gives a single offset since 1995 in all zones together; PST, which is
/// the Philippines' in no log that was seen, and UTC-8 for RFC 5322 and PostgreSQL; and, as PostgreSQL has them, some that
/// the tz database has given up (SGT, ICT, BRT). Out because they are in use for several: CST and CDT (US, Cuba, China),
/// IST (India, Israel, Ireland), BST, AST, ADT, GST, SST, MSK and MSD (+3 and +4). They are understood where `--timezone`
/// names a zone that uses them. Korea's KST is in: its other meaning was North Korea's from 2015 to 2018. Case counts:
/// `CAT` is Central Africa, `cat` is a word.
package enum TimeZoneAbbreviation {
    /// The letters at `position`, one to five, as a word; nil where there are none or more.
    @inline(__always)
    static func letters(_ buffer: borrowing ByteBuffer, at position: Int, to end: Int) -> (word: UInt64, length: Int)? {
        var length = 0
        while position &+ length < end, buffer[position &+ length] & 0xDF &- 0x41 < 26 {
            length &+= 1
            if length > 5 { return nil }
        }
        guard length > 0 else { return nil }
        return (SWAR.keep(buffer.word(at: position), first: length), length)
    }

    /// Seconds east of UTC.
    static func offset(of word: UInt64) -> Int32? { table[word] }

    /// It means several, of which none is guessed at.
    static func isUnclear(_ word: UInt64) -> Bool { unclear.contains(word) }

    /// A distance may stand behind it: `GMT+2`.
    static func isUTC(_ word: UInt64) -> Bool {
        word == 0x43_5455 || word == 0x54_4D47 || word == 0x5455
    }

    /// What matches whatever a stamp may name a zone by.
    package static var regex: String {
        let names = (minutes.map(\.key) + unclearNames).filter { $0 != "Z" }.joined(separator: "|")
        return "(?:(?:UTC|GMT|UT)[+-][0-9]{1,2}(?::?[0-9]{2})?|(?:\(names))(?![A-Za-z_/])"
            + "|[A-Z][A-Za-z_-]*+/[A-Za-z_][A-Za-z0-9_+/-]*+)"
    }

    private static let unclearNames = [
        "CST", "CDT", "IST", "BST", "MSK", "MSD", "AST", "ADT", "GST", "SST", "AMT", "WST", "ECT",
    ]

    private static let unclear = Set(unclearNames.map(TimeWords.pack))

    /// Minutes east of UTC.
    private static let minutes: KeyValuePairs<String, Int32> = [
        "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "UCT": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MET": 60,
        "MEST": 120,
        "EET": 120, "EEST": 180, "NST": -210, "NDT": -150, "EST": -300, "EDT": -240, "MST": -420, "MDT": -360,
        "PDT": -420, "PST": -480, "SGT": 480, "MYT": 480, "PHT": 480, "ICT": 420, "NPT": 345, "BRT": -180,
        "IDT": 180,
        "AKST": -540, "AKDT": -480, "HST": -600, "HDT": -540, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180,
        "PKT": 300,
        "WIB": 420, "WITA": 480, "WIT": 540, "HKT": 480, "JST": 540, "KST": 540, "AWST": 480, "ACST": 570, "ACDT": 630,
        "AEST": 600, "AEDT": 660, "ChST": 600, "NZST": 720, "NZDT": 780,
    ]

    private static let table = Dictionary(
        uniqueKeysWithValues: minutes.map { (TimeWords.pack($0.key), $0.value * 60) })
}

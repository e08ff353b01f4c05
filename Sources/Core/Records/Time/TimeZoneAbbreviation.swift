import Bytes

/// The abbreviations of zones that mean one thing.
///
/// In: UTC and its names; what the tz database 2025b gives a single offset since 1995 in all zones together. Out, though
/// they do: AST, ADT (Arabia also), BST (Bangladesh), GST (Gulf), SST (Singapore). Out because they do not: CST and CDT
/// (US, Cuba, China), IST (India, Israel, Ireland), PST (US, Philippines), MSK and MSD (+3 and +4). Korea's KST is in:
/// its other meaning was North Korea's from 2015 to 2018. All of those that are out are understood where `--timezone`
/// names a zone that uses them. Case counts: `CAT` is Central Africa, `cat` is a word.
enum TimeZoneAbbreviation {
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

    /// Minutes east of UTC.
    private static let minutes: KeyValuePairs<String, Int32> = [
        "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "UCT": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MET": 60,
        "MEST": 120,
        "EET": 120, "EEST": 180, "NST": -210, "NDT": -150, "EST": -300, "EDT": -240, "MST": -420, "MDT": -360,
        "PDT": -420,
        "AKST": -540, "AKDT": -480, "HST": -600, "HDT": -540, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180,
        "PKT": 300,
        "WIB": 420, "WITA": 480, "WIT": 540, "HKT": 480, "JST": 540, "KST": 540, "AWST": 480, "ACST": 570, "ACDT": 630,
        "AEST": 600, "AEDT": 660, "ChST": 600, "NZST": 720, "NZDT": 780,
    ]

    private static let table = Dictionary(
        uniqueKeysWithValues: minutes.map { (TimeWords.pack($0.key), $0.value * 60) })
}

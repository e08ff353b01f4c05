/// Lines that say which they are, as they stand in a file.
func lines(_ range: ClosedRange<Int>) -> String { texts(range).map { $0 + "\n" }.joined() }

/// The same as they are given out.
func texts(_ range: ClosedRange<Int>) -> [String] { range.map { "\($0)|line number \($0)" } }

/// What files of a log may begin with; longer than a fingerprint.
let longBanner = "#" + String(repeating: "time level message ", count: 60) + "\n"

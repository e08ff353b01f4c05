/// What went wrong while records were evaluated, without stopping anything: the result was null, and is counted here.
struct Tally {
    /// Results that no number holds: beyond 64 bits, 38 digits or all doubles, and divisions by zero.
    var overflows = 0
    /// Matches given up at the limits that keep a pattern from holding up the stream.
    var failedMatches = 0
}

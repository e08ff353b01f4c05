/// How long an event waits for its next line while its log is silent. Other logs may go on meanwhile, and marks come.
enum EventPatience {
    /// 200 ms: who writes a stack trace does not stop that long in the middle.
    case pipe
    /// 5 s. Here a stage may be killed in the middle of an event and started again, and what was written meanwhile comes when all
    /// of the pipeline is there: the event waits for it in the snapshot, and the time that the pipeline was down does not count.
    case marks

    var nanoseconds: Int64 {
        switch self {
        case .pipe: 200_000_000
        case .marks: 5_000_000_000
        }
    }

    /// Milliseconds between two looks at what waits.
    var interval: Int32 { Int32(nanoseconds / 2_000_000) }
}

/// How event time is divided, and how long it waits for stragglers. Nanoseconds.
struct WindowOptions {
    /// Nil: one total for all.
    let width: Int64?
    let lateness: Int64
    let idleAfter: Int64
}

import CScheduling

/// What is asked of the kernel's scheduler.
package enum Scheduling {
    /// For a thread that has little to do at a time, and is wanted at once: with slices of 0.1 ms, the shortest there are, it comes
    /// before what computes for long when it is woken (EEVDF, Linux 6.12; an older kernel, or one that refuses, leaves all as it is).
    package static func requestShortSlices() { _ = weir_request_slice(100_000) }
}

import Expressions

/// What of a store is wanted.
package struct PointQuery: Sendable {
    /// Nanoseconds since 1970; the end is not in it.
    package var since = Int64.min
    package var until = Int64.max
    /// In nanoseconds; nil for all widths.
    package var window: Int64?
    /// The series that have exactly these labels; nil for all.
    package var labels: [String]?
    /// Conditions that are going to be asked of each record. What they say of labels alone chooses series, so that the others are
    /// not read.
    package var conditions: [Expression] = []

    package init() {}
}

/// How the windows' records are made up.
struct OutputShape {
    /// With the state of each series, to be merged.
    var isPartial = false
    /// One record a metric.
    var isMetrics = false
    /// The name of a column, and whether its smallest values come first.
    var sort: (column: String, isRising: Bool)?
    /// How many records of a window.
    var limit: Int?
    /// How many series of a window; the others are added up.
    var top: Int?
    /// A drawing of how the first column went.
    var hasSpark = false
    /// A terminal shows the window that left last in the place of the one before.
    var watches = false
}

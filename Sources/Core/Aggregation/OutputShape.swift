/// How the windows' records are made up.
package struct OutputShape {
    /// With the state of each series, to be merged.
    package var isPartial = false
    /// One record a metric.
    package var isMetrics = false
    /// The name of a column, and whether its smallest values come first.
    package var sort: (column: String, isRising: Bool)?
    /// How many records of a window.
    package var limit: Int?
    /// How many series of a window; the others are added up.
    package var top: Int?
    /// A drawing of how the first column went.
    package var hasSpark = false
    /// A terminal shows the window that left last in the place of the one before.
    package var watches = false

    package init() {}
}

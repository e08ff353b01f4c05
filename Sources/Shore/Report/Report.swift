/// A report, before anybody has decided what it looks like.
struct Report {
    struct Tile {
        let name: String
        let value: String
        /// `+12 %`, and whether that is good to hear; nil where there is nothing to compare with.
        var change: (text: String, mood: Mood)?
        /// How it went.
        var course: [Double?] = []
    }

    enum Mood: String { case better, worse, neutral }

    /// What numbers of a chart or a column are.
    enum Unit { case count, perSecond, share, seconds, bytes }

    struct Line {
        let name: String
        /// The class that colours it.
        let style: String
        /// A value for each bucket; nil where there is none.
        let values: [Double?]
    }

    struct Chart {
        enum Kind { case bars, lines }
        let title: String
        let kind: Kind
        let unit: Unit
        let lines: [Line]
        /// How it went in the time that is compared with.
        var before: Line?
    }

    struct Band {
        let name: String
        let from: Int64
        let until: Int64
        let isOpen: Bool
        let value: String
    }

    struct Heat {
        let title: String
        let unit: Unit
        let rows: [(name: String, values: [Double?])]
    }

    struct Table {
        let title: String
        let columns: [(name: String, unit: Unit)]
        /// Name, numbers, and the share of the whole that the first number is.
        let rows: [(name: String, values: [Double?], share: Double)]
        /// Rows that are not shown.
        let more: Int
    }

    var title = "Report"
    var since: Int64 = 0
    var until: Int64 = 0
    /// Where each bucket begins.
    var times: [Int64] = []
    var width: Int64 = 0
    var tiles: [Tile] = []
    var charts: [Chart] = []
    var heats: [Heat] = []
    var tables: [Table] = []
    var bands: [Band] = []
    /// Buckets with no data at all.
    var gaps: [Int] = []
    /// What a reader should know before believing it.
    var notes: [String] = []
    var against: String?
    /// What the ledger says of the log that it was made of.
    var quality: String?
}

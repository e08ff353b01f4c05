/// Requests that come as evenly as those of people never do: by night as by day, or in every single minute. Machines ask like that, and so do
/// times that somebody spread over a file.
struct Evenness: Equatable {
    /// Requests of an hour.
    let least: Int
    let most: Int
    /// Whole hours that were seen.
    let hours: Int
    /// Hours of which each minute has requests, where chance would leave minutes without; nil where it would not.
    let fullHours: Int?
    /// Requests of a minute, in the mean.
    let perMinute: Double

    /// Nil where hours differ more than chance makes them differ, and where too little was seen to say.
    /// - Parameters:
    ///   - counts: requests by hour, in order.
    ///   - lost: what the seconds tell of minutes that are wrong.
    init?(_ counts: [Int], lost: LostMinute?) {
        // The first and the last hour may be parts of one.
        let whole = counts.dropFirst().dropLast()
        guard whole.count >= 47, let low = whole.min(), let high = whole.max() else { return nil }
        let mean = Double(whole.reduce(0, +)) / Double(whole.count)
        let variance = whole.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(whole.count)
        guard mean >= 20, variance <= 1.2 * mean else { return nil }
        (least, most, hours, perMinute) = (low, high, whole.count, mean / 60)
        // Sixty minutes with at least one each.
        let byChance = (0..<60).reduce(1.0) { share, _ in share * Chance.atLeast(1, mean: mean / 60) }
        fullHours = lost.flatMap { Double($0.fullHours) > 2 + 10 * byChance * Double($0.hours) ? $0.fullHours : nil }
    }

    var text: String {
        let alike =
            "Night and day are alike: between \(NumberText.grouped(least)) and \(NumberText.grouped(most)) requests in each of \(NumberText.grouped(hours)) hours."
        guard let fullHours else {
            return "**\(alike)** Either machines ask, or the times were spread when the file was made."
        }
        let empty = 1 - Chance.atLeast(1, mean: perMinute)
        return
            "**The times look made up.** \(alike) And in \(NumberText.grouped(fullHours)) hours every single minute has some, though at "
            + "\(NumberText.short((perMinute * 10).rounded() / 10)) a minute chance would leave \(Percent.text(empty)) of them empty. So the times were most likely spread "
            + "evenly when the file was made, and nothing can be learnt from it about busy hours."
    }
}

extension Assessment {
    /// Of a log of requests that is not cut.
    var evenness: Evenness? {
        guard signal(.traffic)?.state == .available, counts.windows.width <= 3600, !isCut else { return nil }
        let hours = counts.windows.rebinned(to: 3600)
        return Evenness(hours.keys.sorted().compactMap { hours[$0] }, lost: lostMinute)
    }
}

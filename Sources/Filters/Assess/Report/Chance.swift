/// How likely it is that rare events that have nothing to do with one another come in numbers: Poisson's distribution.
enum Chance {
    /// The probability that `least` or more come where `mean` are usual. Terms are taken relative to the greatest, which needs no
    /// exponential function and no number beyond a Double's reach.
    static func atLeast(_ least: Int, mean: Double) -> Double {
        guard least > 0 else { return 1 }
        guard mean > 0, mean.isFinite, mean < 1e12 else { return mean > 0 ? 1 : 0 }
        let mode = Int(mean)
        var all = 1.0
        var tail = mode >= least ? 1.0 : 0
        var term = 1.0
        var count = mode
        while count > 0, term > 1e-18 {
            term *= Double(count) / mean
            count -= 1
            all += term
            if count >= least { tail += term }
        }
        // Far above the mode the terms that count begin at `least`.
        (term, count) = (1, mode)
        while term > 1e-30 {
            count += 1
            term *= mean / Double(count)
            all += term
            if count >= least { tail += term }
        }
        return min(tail / all, 1)
    }
}

/// A limit for the share of events that fail: the share is beyond `ratio`, and so many have failed that it is no chance.
struct ShareLimit: Equatable {
    let ratio: Double
    let least: Int

    /// Events that must fail, of so many.
    func needed(of count: Double) -> Int { max(least, Int((ratio * count).rounded(.down)) + 1) }

    /// The probability that a window of so many events is beyond it, if this share of them fails.
    func chance(share: Double, of count: Double) -> Double {
        let needed = needed(of: count)
        if share >= 1 { return count >= Double(needed) ? 1 : 0 }
        return Chance.atLeast(needed, mean: share * count)
    }

    /// The lowest that chance alone does not pass once a week, at the rates that the log itself has.
    /// - Parameters:
    ///   - usual: the share that fails as a rule.
    ///   - ratio: a share below which nobody is to be called.
    ///   - counts: events by window, in order.
    ///   - perWeek: windows that a week has.
    ///   - fewest: that are worth telling.
    init(usual: Double, ratio: Double, counts: [Double], perWeek: Double, fewest: Int = 2) {
        self.ratio = ratio
        // A hundred of them stand for all.
        let part = max(counts.count / 100, 1)
        let some = counts.enumerated().filter { $0.offset % part == part / 2 || counts.count < 100 }.map(\.element)
        func falseAlarms(_ least: Int) -> Double {
            let limit = ShareLimit(ratio: ratio, least: least)
            let sum = some.reduce(0) { $0 + limit.chance(share: usual, of: $1) }
            return sum / Double(max(some.count, 1)) * perWeek
        }
        var (low, high) = (fewest - 1, fewest)
        while falseAlarms(high) > 1, high < 1 << 40 { (low, high) = (high, high * 2) }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if falseAlarms(middle) > 1 { low = middle } else { high = middle }
        }
        least = high
    }

    init(ratio: Double, least: Int) {
        self.ratio = ratio
        self.least = least
    }
}

import FilterKit

/// Numbers as people read them: three digits that count, and a unit.
enum Figure {
    static func text(_ value: Double?, _ unit: Report.Unit) -> String {
        guard let value, value.isFinite else { return "–" }
        switch unit {
        case .count: return count(value)
        case .perSecond: return (value >= 1000 ? count(value) : digits(value)) + "/s"
        case .share: return value > 0 && value < 0.0001 ? "<0.01 %" : digits(value * 100) + " %"
        case .seconds: return Quantity.seconds.text("\(value)") ?? "–"
        case .bytes: return Quantity.bytes.text("\(value)") ?? "–"
        }
    }

    /// `1 234` up to a million, then `1.23 M`.
    static func count(_ value: Double) -> String {
        for (size, name) in [(1e12, "T"), (1e9, "G"), (1e6, "M")] where value.magnitude >= size {
            return digits(value / size) + " " + name
        }
        guard value.rounded() == value, let whole = Int(exactly: value) else { return digits(value) }
        var text = String(whole.magnitude)
        if text.count > 3 { text.insert("\u{202F}", at: text.index(text.endIndex, offsetBy: -3)) }
        return (whole < 0 ? "−" : "") + text
    }

    static func digits(_ value: Double) -> String {
        if value == 0 { return "0" }
        let places = value.magnitude >= 99.95 ? 0 : value.magnitude >= 9.995 ? 1 : value.magnitude >= 0.01 ? 2 : 4
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        guard let whole = Int(exactly: rounded) else { return "\(rounded)" }
        return "\(whole)"
    }

    /// The values of an axis that begins at 0: at most five steps of 1, 2 or 5 times a power of ten, and durations in theirs.
    static func ticks(upTo most: Double, _ unit: Report.Unit) -> [Double] {
        // What is smaller than this is as good as nothing.
        guard most > 1e-12, most.isFinite else { return [0, 1] }
        let steps = unit == .bytes ? bytesSteps(most) : decimalSteps(most, isWhole: unit == .count)
        return (0...Int((most / steps).rounded(.up))).map { Double($0) * steps }
    }

    private static func decimalSteps(_ most: Double, isWhole: Bool) -> Double {
        var power = 1.0
        while power * 10 <= most / 4 { power *= 10 }
        while power > most / 4 { power /= 10 }
        let step = [1.0, 2, 5, 10].map { $0 * power }.first { most / $0 <= 4.001 } ?? power * 10
        return isWhole ? max(1, step) : step
    }

    private static func bytesSteps(_ most: Double) -> Double {
        var step = 1.0
        while most / step > 4.001 { step *= 2 }
        return step
    }

    /// How a value has changed: `+12 %`, `×3.4`.
    static func change(_ now: Double, _ before: Double) -> String? {
        guard before > 0, now.isFinite else { return nil }
        let ratio = now / before
        if ratio >= 3 { return "×" + digits(ratio) }
        let percent = (ratio - 1) * 100
        if percent.magnitude < 0.05 { return "±0 %" }
        return (percent < 0 ? "−" : "+") + digits(percent.magnitude) + " %"
    }
}

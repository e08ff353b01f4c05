import FilterKit

/// Shares as people read them: `99.9 %`, `0.03 %`, and never 100 % or 0 % of what is not all or nothing.
enum Percent {
    static func text(_ share: Double) -> String {
        if share <= 0 { return "0 %" }
        if share >= 1 { return "100 %" }
        let tenths = Int((share * 1000).rounded())
        if tenths == 0 {
            let hundredths = Int((share * 10_000).rounded())
            return hundredths == 0 ? "< 0.01 %" : "0.0\(min(hundredths, 9)) %"
        }
        if tenths >= 1000 { return "> 99.9 %" }
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }
}

/// Numbers for eyes.
enum NumberText {
    /// `1,234,567`
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1 line`, `1,234 lines`
    static func counted(_ number: Int, _ thing: String) -> String {
        "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
    }

    static func size(_ bytes: Double) -> String { Quantity.bytes.text("\(max(0, bytes.rounded()))") ?? "\(bytes)" }

    static func duration(_ seconds: Double) -> String { Quantity.seconds.text("\(seconds)") ?? "\(seconds)" }

    /// Three digits that count, no more.
    static func short(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
        var scale = 1.0
        while abs(value) * scale < 100, scale < 1e6 { scale *= 10 }
        let scaled = (value * scale).rounded() / scale
        return scaled == scaled.rounded() && abs(scaled) < 1e15 ? "\(Int(scaled))" : "\(scaled)"
    }

    /// Rounded up to two digits that count: for thresholds, whose third digit means nothing.
    static func roundedUp(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        var scale = 1.0
        var rest = value
        while rest >= 100 {
            rest /= 10
            scale *= 10
        }
        while rest < 10, scale > 1e-9 {
            rest *= 10
            scale /= 10
        }
        let whole = (rest - 1e-9).rounded(.up)
        return scale >= 1 ? whole * scale : whole / (1 / scale).rounded()
    }
}

/// Numbers with a unit as eyes read them: durations and sizes, with three digits that count. Pipes get the bare number.
package enum Quantity: Sendable {
    case seconds, bytes

    /// The text of a JSON number; nil of anything else.
    package func text(_ number: String) -> String? {
        guard let value = Double(number), value.isFinite else { return nil }
        return (value < 0 ? "-" : "") + (self == .seconds ? Self.duration(value.magnitude) : Self.size(value.magnitude))
    }

    private static func duration(_ seconds: Double) -> String {
        if seconds == 0 { return "0s" }
        if seconds >= 59.95, seconds < 1e12 {
            let whole = Int64(seconds.rounded())
            if whole >= 86_400 { return "\(whole / 86_400)d\(whole % 86_400 / 3600)h" }
            if whole >= 3600 { return "\(whole / 3600)h\(whole % 3600 / 60)m" }
            return "\(whole / 60)m\(whole % 60)s"
        }
        if seconds >= 0.9995 { return digits(seconds) + "s" }
        if seconds >= 0.0009995 { return digits(seconds * 1e3) + "ms" }
        if seconds >= 0.0000009995 { return digits(seconds * 1e6) + "µs" }
        return digits(seconds * 1e9) + "ns"
    }

    private static func size(_ bytes: Double) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        var value = bytes
        var unit = 0
        while value >= 999.5, unit + 1 < units.count {
            value /= 1024
            unit += 1
        }
        return digits(value) + units[unit]
    }

    /// Three digits that count, without zeros behind the point.
    private static func digits(_ value: Double) -> String {
        let places = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2
        let scale = places == 0 ? 1.0 : places == 1 ? 10.0 : 100.0
        guard let scaled = Int64(exactly: (value * scale).rounded()) else { return "\(value)" }
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int64(scale))
        var fraction = String(rest)
        fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty || places == 0 ? "\(whole)" : "\(whole).\(fraction)"
    }
}

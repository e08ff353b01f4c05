import Formats

/// What a field's numbers measure, and what makes one think so.
struct UnitGuess: Equatable {
    let unit: String
    let reason: String
    /// What a duration or a ratio has to be multiplied with to be in base units (seconds, 0 to 1), as in `x / 1000`; empty where
    /// it is.
    var conversion = ""
    var isTime: Bool { Self.times.contains { $0.unit == unit } }

    private static let times: [(unit: String, endings: [String], conversion: String)] = [
        ("ns", ["_ns", "_nanos", "_nanoseconds", "nanos"], " / 1000000000"),
        ("us", ["_us", "_micros", "_microseconds", "micros"], " / 1000000"),
        ("ms", ["_ms", "_millis", "_milliseconds", "millis", "timems", "responsetime", "elapsed_time_ms"], " / 1000"),
        ("s", ["_s", "_sec", "_secs", "_seconds", "seconds", "request_time", "response_time"], ""),
    ]
    private static let sizes: [(unit: String, endings: [String])] = [
        ("bytes", ["bytes", "_size", "content_length", "bytes_sent", "bytes_received"]),
        ("KiB", ["_kb", "_kib"]), ("MiB", ["_mb", "_mib"]),
    ]

    /// - Parameter formats: that the log was recognised as.
    static func guess(_ field: FieldProfile, in formats: [LogFormat]) -> UnitGuess? {
        guard field.kinds.numeric > 0 else { return nil }
        for format in formats {
            if let described = format.fields.first(where: { $0.name == field.name }), let unit = described.unit {
                return UnitGuess(unit: unit, reason: "the format \(format.name) says so")
            }
        }
        let name = field.name.lowercased()
        if name == "duration" { return UnitGuess(unit: "s", reason: "the standard field of durations") }
        if name == "bytes" { return UnitGuess(unit: "bytes", reason: "the standard field of sizes") }
        for (unit, endings, conversion) in times {
            if let ending = endings.first(where: { name.hasSuffix($0) }) {
                return UnitGuess(unit: unit, reason: "its name ends with '\(ending)'", conversion: conversion)
            }
        }
        for (unit, endings) in sizes {
            if let ending = endings.first(where: { name.hasSuffix($0) }) {
                return UnitGuess(unit: unit, reason: "its name ends with '\(ending)'")
            }
        }
        return byValues(field, name)
    }

    private static func byValues(_ field: FieldProfile, _ name: String) -> UnitGuess? {
        guard let low = field.numbers.minimum, let high = field.numbers.maximum else { return nil }
        if field.kinds.integer == field.kinds.numeric, name.contains("status") || name.hasSuffix("code"), low >= 100,
            high <= 599
        {
            return UnitGuess(unit: "HTTP status", reason: "whole numbers from 100 to 599 under that name")
        }
        if name == "port" || name.hasSuffix("_port"), low >= 0, high <= 65_535 {
            return UnitGuess(unit: "port", reason: "its name, and no number above 65535")
        }
        if name.contains("percent") || name.hasSuffix("_pct"), low >= 0, high <= 100 {
            return UnitGuess(unit: "percent", reason: "its name, and no number above 100", conversion: " / 100")
        }
        let ratios = ["ratio", "utilization", "saturation", "usage", "load"]
        if ratios.contains(where: name.contains), low >= 0, high <= 1 {
            return UnitGuess(unit: "ratio", reason: "its name, and no number above 1")
        }
        return nil
    }
}

import Bytes
import Records
import System

extension TimeZoneRules {
    /// The zone that an argument names.
    fileprivate init(_ literal: Literal?, at index: Int) throws(ArgumentError) {
        guard case .text(let name) = literal else {
            throw ArgumentError(
                index: index, message: "the time zone must stand in the expression",
                hint: "write \"Europe/Berlin\", \"UTC\" or \"+02:00\"")
        }
        do throws(TimeZoneError) { try self.init(named: name) } catch {
            throw ArgumentError(index: index, message: "\(error)")
        }
    }
}

extension Literal? {
    fileprivate func text(at index: Int, _ what: String, _ hint: String) throws(ArgumentError) -> String {
        guard case .text(let text) = self else {
            throw ArgumentError(index: index, message: "\(what) must stand in the expression", hint: hint)
        }
        return text
    }
}

/// `parse_time`: of a layout, or of one of those that weir-parse knows.
final class TimeReading: PreparedFunction {
    private let layout: TimeLayout?
    private var context: TimeContext

    init(_ literals: [Literal?]) throws(ArgumentError) {
        let text = try literals[1].text(at: 1, "the layout", "write \"%Y-%m-%d %H:%M:%S\", or \"clf\"")
        if text.isEmpty {
            layout = nil
        } else {
            do throws(TimeLayoutError) { layout = try TimeLayout(text) } catch {
                throw ArgumentError(index: 1, message: error.message)
            }
        }
        context = TimeContext(
            zone: try TimeZoneRules(literals[2], at: 2), reference: SystemClock().now, isLive: true,
            isOrdered: false)
    }

    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value {
        guard case .text(let text) = arguments.first else { return .null }
        let time: Timestamp?
        if let layout {
            time = layout.parse(record.store.buffer, text, context: &context)
        } else if let found = TimeLayout.recognise(record.store.buffer, text), found.length == text.count {
            time = found.layout.parse(record.store.buffer, text, context: &context)
        } else {
            time = nil
        }
        guard let time else { return .null }
        return record.made { time.append(to: &$0) }
    }
}

/// `format_time`.
final class TimeWriting: PreparedFunction {
    private let steps: [TimeText.Step]
    private let zone: TimeZoneRules

    init(_ literals: [Literal?]) throws(ArgumentError) {
        let layout = try literals[1].text(at: 1, "the layout", "write \"%Y-%m-%d %H:%M\"")
        do throws(TimeText.ParseError) { steps = try TimeText.steps(of: layout) } catch {
            throw ArgumentError(index: 1, message: error.message, hint: error.hint)
        }
        zone = try TimeZoneRules(literals[2], at: 2)
    }

    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value {
        guard let time = record.time(arguments.first) else { return .null }
        let local = TimeText.Local(time, offset: zone.offset(at: time.seconds))
        return record.made { buffer in
            for step in steps { local.append(step, to: &buffer) }
        }
    }
}

/// `truncate_time`.
final class TimeTruncation: PreparedFunction {
    private enum Unit {
        /// A number of seconds, counted on the zone's clocks from 1970 on; weeks from a Monday on.
        case width(Int64, from: Int64)
        /// A number of months.
        case months(Int)
    }

    private let unit: Unit
    private let zone: TimeZoneRules

    init(_ literals: [Literal?]) throws(ArgumentError) {
        let name = try literals[1].text(at: 1, "the unit", "write \"hour\", \"day\" or \"15m\"")
        guard let unit = Self.unit(name) else {
            throw ArgumentError(
                index: 1, message: "'\(name)' is no unit of time",
                hint: "there are second, minute, hour, day, week, month, quarter, year, and durations such as 15m")
        }
        self.unit = unit
        zone = try TimeZoneRules(literals[2], at: 2)
    }

    private static func unit(_ name: String) -> Unit? {
        switch name {
        case "second": return width(1)
        case "minute": return width(60)
        case "hour": return width(3600)
        case "day": return width(86_400)
        case "week": return width(7 * 86_400)
        case "month": return .months(1)
        case "quarter": return .months(3)
        case "year": return .months(12)
        default:
            guard let nanoseconds = try? DurationText.parse(name), nanoseconds > 0, nanoseconds % 1_000_000_000 == 0
            else {
                return nil
            }
            return width(nanoseconds / 1_000_000_000)
        }
    }

    private static func width(_ seconds: Int64) -> Unit {
        .width(seconds, from: CivilDate.origin(ofWidth: seconds, day: 86_400))
    }

    func callAsFunction(_ arguments: Arguments, _ record: inout Record, _ tally: inout Tally) -> Value {
        guard let time = record.time(arguments.first) else { return .null }
        let offset = Int64(zone.offset(at: time.seconds))
        let start = start(ofLocal: time.seconds + offset)
        // The hour that comes twice when clocks go back begins twice.
        var instant = start - offset
        if zone.offset(at: instant) != Int32(offset) { instant = zone.instant(ofLocal: start) }
        guard let begin = Timestamp(seconds: instant) else { return .null }
        return record.made { begin.append(to: &$0) }
    }

    private func start(ofLocal second: Int64) -> Int64 {
        switch unit {
        case .width(let width, let origin):
            let rest = (second - origin) % width
            return second - (rest < 0 ? rest + width : rest)
        case .months(let count):
            let day = second / 86_400 - (second % 86_400 < 0 ? 1 : 0)
            let date = CivilDate(days: Int(day))
            let month = (date.month - 1) / count * count + 1
            return Int64(CivilDate.days(year: date.year, month: month, day: 1)) * 86_400
        }
    }
}

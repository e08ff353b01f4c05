import Bytes
import Metrics
import Records

/// How many records an expression was true for.
struct TrueCount: ObservingState {
    private(set) var state = CountState()
    var count: UInt64 { state.count }

    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if case .bool(true) = value { state.add(observation.times) }
    }

    mutating func merge(_ other: TrueCount) { state.merge(other.state) }
    func write(to snapshot: inout SnapshotWriter) { state.write(to: &snapshot) }
    mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) { try state.merge(from: &snapshot) }
}

/// For how many records an expression had a value that is not false.
struct PresentCount: ObservingState {
    private(set) var state = CountState()
    var count: UInt64 { state.count }

    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        switch value {
        case .null, .bool(false): break
        default: state.add(observation.times)
        }
    }

    mutating func merge(_ other: PresentCount) { state.merge(other.state) }
    func write(to snapshot: inout SnapshotWriter) { state.write(to: &snapshot) }
    mutating func merge(from snapshot: inout SnapshotReader) throws(SnapshotError) { try state.merge(from: &snapshot) }
}

// MARK: Of numbers

extension SumState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.decimal(in: record) { add(number, times: observation.times) }
    }

    static var refuses: Bool { true }
    var refused: UInt64 { sum.refused }
}

extension MomentsState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.decimal(in: record) { add(number, times: observation.times) }
    }
}

extension RangeState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.decimal(in: record) { add(number) }
    }
}

extension ExponentialHistogram: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.double(in: record) { observe(number, times: observation.times) }
    }
}

extension BoundedHistogram: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.decimal(in: record) { add(number, times: observation.times) }
    }

    static var refuses: Bool { true }
    var refused: UInt64 { total.sum.refused }
}

extension ApdexState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let number = value.decimal(in: record) { add(number, times: observation.times) }
    }
}

extension CounterState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        if let time = observation.time, let number = value.decimal(in: record) { add(number, at: time) }
    }
}

// MARK: Of any values

extension DistinctState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        guard let json = record.json(of: value) else { return }
        insert(record.store.buffer.withSpan(json, SeriesHash.hash))
    }
}

extension EdgeState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        guard let time = observation.time, let json = record.json(of: value) else { return }
        record.store.buffer.withSpan(json) { add($0, at: time) }
    }
}

extension ExemplarState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        guard let json = record.json(of: value) else { return }
        record.store.buffer.withSpan(json) { add($0) }
    }
}

extension TopState: ObservingState {
    mutating func observe(_ value: Value, _ observation: Observation, _ record: inout Record) {
        guard let json = record.json(of: value) else { return }
        record.store.buffer.withSpan(json) { add($0, record: observation.record, times: observation.times) }
    }
}

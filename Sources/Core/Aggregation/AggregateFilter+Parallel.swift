import Bytes
import FilterKit
import Metrics
import Records

/// What an aggregation has learnt from a part of its input.
final class PartialAggregate: PartialResult {
    let passage: Passage
    /// The file that the records name.
    let source: [UInt8]?
    let total: WindowState?
    let windows: [WindowState]
    let sessions: OpenSessions?

    init(
        passage: Passage, source: [UInt8]?, total: WindowState?, windows: [WindowState], sessions: OpenSessions?
    ) {
        self.passage = passage
        self.source = source
        self.total = total
        self.windows = windows
        self.sessions = sessions
    }
}

/// States merge exactly, so parts of a file may be folded on several threads. What depends on the order of the records is which of
/// them are late and when windows leave: a part in which it may have mattered is read again, in its place.
extension AggregateFilter {
    /// A sibling takes all records in, and closes nothing.
    package var sibling: FilterMaker<AggregateFilter>? { canHaveSiblings ? makeSibling : nil }

    /// Filled windows depend on when the ones before have left.
    var canHaveSiblings: Bool { !options.fills && (!options.hasWindows || watermark.isSteady) }

    package var folds: Bool { true }

    package mutating func takePartial() -> (any PartialResult)? { takePartialAggregate() }

    mutating func takePartialAggregate() -> PartialAggregate? {
        let partial = PartialAggregate(
            passage: passage, source: sources.firstName, total: total?.object, windows: windows?.states ?? [],
            sessions: sessions)
        if total != nil { total = Held(Self.makeTotal(plan, options)) }
        windows = OpenWindows(options, plan)
        sessions = OpenSessions(options, plan)
        sources.removeAll()
        passage = Passage(options)
        return partial.passage.isOrderly ? partial : nil
    }

    package mutating func add<S: RecordSink & ~Copyable>(
        _ partial: any PartialResult, in run: FilterRun, into sink: inout S
    ) -> Bool {
        guard let partial = partial as? PartialAggregate, follows(partial) else { return false }
        if add(partial) { close(before: watermark.time, in: run, into: &sink) }
        return true
    }

    /// Whether records that were taken in elsewhere would have been taken in here too.
    mutating func follows(_ partial: PartialAggregate) -> Bool {
        let passage = partial.passage
        guard options.hasWindows, !passage.isEmpty else { return true }
        guard watermark.isSteady, Passage.isOpen(passage.earliest, at: watermark.time, options.grid) else {
            return false
        }
        if let source = partial.source, !sources.isFirst(source) { return false }
        var copy = watermark
        return copy.observe(from: passage.first, to: passage.latest) != nil
    }

    /// Adds a part that follows; returns whether windows may leave for it.
    mutating func add(_ partial: PartialAggregate) -> Bool {
        if let sum = partial.total { total?.object.merge(sum) }
        for window in partial.windows { windows?.add(window) }
        if let open = partial.sessions { sessions?.add(open) }
        guard options.hasWindows, !partial.passage.isEmpty else { return false }
        return watermark.observe(from: partial.passage.first, to: partial.passage.latest) ?? false
    }
}

import Records

extension JSONTree {
    static func integer(_ value: Int) -> JSONTree { .number("\(value)") }

    /// Four digits behind the point are enough for a share; numbers that are whole stay so.
    static func decimal(_ value: Double) -> JSONTree {
        guard value.isFinite else { return .null }
        if value == value.rounded(), abs(value) < 1e15 { return .number("\(Int(value))") }
        let scaled = (value * 10_000).rounded() / 10_000
        return .number(scaled == 0 ? "0" : "\(scaled)")
    }

    static func object(_ pairs: KeyValuePairs<String, JSONTree?>) -> JSONTree {
        .object(pairs.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    static func optional(_ text: String?) -> JSONTree? { text.map { .text($0) } }
}

extension Assessment {
    /// All of it as one record; what `--against` reads later.
    var json: JSONTree {
        .object([
            "assessment": .text(name), "verdict": .text(verdict.rawValue), "score": .integer(maturity.score),
            "grade": .text(maturity.grade), "format": format.map { .text($0) } ?? .null,
            "carries": carried.map { .array($0.names.map { .text($0) }) }, "share_parsed": .decimal(tally.share ?? 0),
            "lines": .integer(lines), "bytes": .integer(Int(size)),
            "is_whole": .bool(isWhole), "lines_read": .integer(tally.lines), "bytes_read": .integer(Int(tally.bytes)),
            "bytes_looked_at": .integer(Int(sources.reduce(0) { $0 + $1.lookedAt })),
            "sources": .array(sources.map(\.json)), "time": time, "per_day": volume.map(\.json) ?? .null,
            "signals": .object(signals.map { JSONTree.Member(name: $0.signal.rawValue, value: $0.json) }),
            "fields": .array(fields.map(\.json)),
            "sensitive": .array(
                sensitive.map {
                    .object([
                        "kind": .text($0.kind.rawValue), "class": .text($0.kind.kind.rawValue),
                        "values": .integer($0.count),
                        "fields": .array($0.fields.map { .text($0) }),
                    ])
                }),
            "alerts": .array(Thresholds(self)?.rows.map(\.json) ?? []),
            "messages": templates.isEmpty ? nil : messages, "programs": .array(programs.map { .text($0.name) }),
            "maturity": .array(
                maturity.criteria.map {
                    .object([
                        "criterion": .text($0.name), "points": .integer($0.points), "of": .integer($0.most),
                        "reason": .text($0.reason),
                    ])
                }),
        ])
    }

    private var messages: JSONTree {
        .object([
            "looked_at": .integer(profile.templates.total), "templates": .integer(templates.count),
            "top": .array(templates.top.map(\.json)), "failures": .array(templates.failures.map(\.json)),
            "rare": .array(templates.rare.map(\.json)),
        ])
    }

    private var time: JSONTree {
        guard let first = counts.time.first, let last = counts.time.last, !fields.isEmpty else { return .null }
        return .object([
            "first": .text(first.text), "last": .text(last.text), "seconds": .decimal(counts.time.seconds ?? 0),
            "fraction_digits": .integer(Int(counts.time.digits)), "names_zone": namesZone.map { .bool($0) },
            "names_year": namesYear.map { .bool($0) },
            "out_of_order": .decimal(Double(counts.time.outOfOrder) / Double(max(counts.time.count, 1))),
            "furthest_back": .decimal(Double(counts.time.furthestBack) / 1e9),
            "jumps_back": .integer(counts.time.jumpsBack),
            "furthest_behind": .decimal(Double(counts.time.furthestBehind) / 1e9),
            "coverage": coverage.map { .decimal($0.share) },
            "lost_minute": lostMinute.map { .text($0.isMonth ? "month" : "constant") },
            "gaps": .array(
                counts.time.gaps.map {
                    .object([
                        "from": .text($0.from.text), "to": .text($0.to.text),
                        "seconds": .decimal(Double($0.nanoseconds) / 1e9),
                    ])
                }),
        ])
    }
}

extension SourceReading {
    fileprivate var json: JSONTree {
        .object([
            "name": .text(name), "bytes": .integer(Int(size)), "is_whole": .bool(isWhole), "chunks": .integer(chunks),
            "bytes_read": .integer(Int(tally.bytes)), "lines_read": .integer(tally.lines),
            "format": format.map { .text($0) } ?? .null, "confidence": .decimal(confidence),
            "share_parsed": .decimal(tally.share ?? 0),
            "lines_by_format": .object(
                lines.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map {
                    JSONTree.Member(name: $0.key, value: .integer($0.value))
                }),
        ])
    }
}

extension MessageTemplate {
    fileprivate var json: JSONTree {
        .object([
            "template": text.map { .text($0) } ?? .null, "count": .integer(count), "level": .optional(level),
            "is_hidden": text == nil ? .bool(true) : nil,
        ])
    }
}

extension AlertRow {
    fileprivate var json: JSONTree {
        .object([
            "alert": .text(name), "signal": .text(signal), "severity": .text(severity),
            "expr": isSilence ? nil : .text(condition),
            "absent_for": isSilence ? .text(condition) : nil, "for": .optional(hold), "usual": .text(usual),
            "told_after": .text(delay), "firings": firings.map { .integer($0) } ?? .null,
        ])
    }
}

extension Volume {
    fileprivate var json: JSONTree {
        .object([
            "lines": .decimal(lines.rounded()), "bytes": .decimal(bytes.rounded()),
            "record_bytes": .decimal(recordBytes.rounded()), "metric_series": .integer(metrics.series),
            "metric_bytes": .decimal(metrics.bytes.rounded()),
        ])
    }
}

extension SignalStatement {
    fileprivate var json: JSONTree {
        .object([
            "state": .text(state.rawValue), "field": .optional(field), "set": .optional(set),
            "condition": .optional(condition), "share": share.map { .decimal($0) }, "what": .text(what),
            "changes": changes.isEmpty
                ? nil
                : .array(
                    changes.map {
                        .object([
                            "program": .text($0.program.name), "title": .text($0.change.title),
                            "place": .text($0.change.place), "lines": .array($0.change.lines.map { .text($0) }),
                            "effort": .text($0.change.effort), "gives": .text($0.change.gives),
                            "pipeline": $0.change.pipeline.isEmpty
                                ? nil : .array($0.change.pipeline.map { .text($0) }),
                        ])
                    }),
        ])
    }
}

extension FieldSummary {
    fileprivate var json: JSONTree {
        .object([
            "name": .text(name), "type": .text(type), "share": .decimal(share), "distinct": .integer(Int(distinct)),
            "is_estimate": isEstimate ? .bool(true) : nil, "role": .text(judgement.role.rawValue),
            "identifier": .optional(judgement.identifier?.rawValue), "series": judgement.series.map { .integer($0) },
            "reason": .text(judgement.reason), "unit": .optional(unit?.unit), "unit_reason": .optional(unit?.reason),
            "min": numbers.map { .decimal($0.minimum) }, "p50": numbers.map { .decimal($0.median) },
            "p95": numbers.map { .decimal($0.p95) }, "max": numbers.map { .decimal($0.maximum) },
            "examples": examples.isEmpty ? nil : .array(examples.map { .text($0) }),
            "sensitive": sensitive.isEmpty
                ? nil
                : .object(sensitive.map { JSONTree.Member(name: $0.kind.rawValue, value: .integer($0.count)) }),
        ])
    }
}

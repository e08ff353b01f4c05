import Records

extension ExactSum {
    @usableFromInline
    mutating func addSlowly(_ term: Decimal) -> Bool {
        guard let term = reachable(term) else { return refuse() }
        addReachable(term)
        return true
    }

    /// Adds a term within reach (or the narrow part of another sum).
    mutating func addReachable(_ term: Decimal) {
        guard term.significand != 0 else { return }
        guard Self.narrowScale(Int(term.exponent)) != nil else { return addWidely(term) }
        if narrow == 0 {
            narrow = term.significand
            scale = term.exponent
            return
        }
        if term.exponent >= scale {
            guard let aligned = term.significand(at: scale) else { return addWidely(term) }
            let (sum, overflow) = narrow.addingReportingOverflow(aligned)
            if !overflow {
                narrow = sum
                return
            }
        } else if let rescaled = Decimal(significand: narrow, exponent: scale).significand(at: term.exponent) {
            let (sum, overflow) = rescaled.addingReportingOverflow(term.significand)
            if !overflow {
                narrow = sum
                scale = term.exponent
                return
            }
        }
        // What was added so far makes room for the new scale.
        addWidely(Decimal(significand: narrow, exponent: scale))
        narrow = term.significand
        scale = term.exponent
    }

    private mutating func addWidely(_ term: Decimal) {
        widely { $0.add(term.significand.magnitude, isNegative: term.isNegative, exponent: Int(term.exponent)) }
    }

    mutating func widely(_ change: (inout DecimalAccumulator) -> Void) {
        // Taken out of the optional while it changes, so that its array is not copied.
        var accumulator = wide.take() ?? DecimalAccumulator()
        change(&accumulator)
        wide = accumulator
    }

    mutating func refuse() -> Bool {
        refused = refused.saturatingSum(1)
        return false
    }

    /// The term in a form whose exponent is within reach; nil if its value is not.
    func reachable(_ term: Decimal) -> Decimal? {
        let exponent = Int(term.exponent)
        // Whatever its digits: 39 of them at most.
        if exponent >= -Self.reach, exponent <= Self.reach - 39 { return term }
        let shortest = term.normalized
        let lowest = Int(shortest.exponent)
        return lowest >= -Self.reach && lowest + shortest.digitCount <= Self.reach ? shortest : nil
    }

    /// The exponent, if the narrow part may have it: any significand with it is within reach.
    static func narrowScale(_ exponent: Int) -> Int32? {
        exponent >= -reach && exponent <= reach - 39 ? Int32(exponent) : nil
    }
}

import Expressions
import Records

/// One comparison of a slot with a number.
struct ThresholdTest: BitwiseCopyable {
    let slot: Int32
    let comparison: Comparison
    let bound: Double

    enum Outcome: UInt8, BitwiseCopyable {
        case holds, fails
        /// Only the exact numbers can tell.
        case unsure
    }

    init?(_ threshold: Expression.Threshold, slot: Int) {
        switch threshold.bound {
        case .integer(let number): bound = Double(number)
        case .decimal(let number): bound = number.doubleValue
        case .double(let number): bound = number
        default: return nil
        }
        self.slot = Int32(slot)
        comparison = threshold.comparison
    }

    @inline(__always) func outcome(_ slots: borrowing FieldSlots) -> Outcome {
        let slot = Int(slot)
        switch slots.contents[slot] {
        case .absent: return .fails
        case .other: return .unsure
        case .number: break
        }
        let number = slots.numbers[slot]
        if number == bound { return .unsure }
        return comparison.holds(whereLess: number < bound) ? .holds : .fails
    }
}

extension Comparison {
    /// Whether it holds for a number that is less than the bound, or greater.
    @inline(__always) func holds(whereLess isLess: Bool) -> Bool {
        switch self {
        case .less, .lessOrEqual: isLess
        case .greater, .greaterOrEqual: !isLess
        case .equal: false
        case .notEqual: true
        }
    }
}

/// Writes down what a flat pattern's program does with a subject, as the checks that decided on it.
struct TraceRecorder: FlatWitness {
    private(set) var steps: [TraceStep] = []
    /// Where the groups that have taken part lie among the captures.
    private(set) var places: [Int32: UInt8] = [:]
    /// Where each open choice's position lies there.
    private var positions: [UInt8]
    private var taken: UInt8 = 0
    /// It has more steps or captures than a trace may.
    private(set) var isTooLong = false

    private static let stepLimit = 96

    init() { positions = Array(repeating: 0, count: FlatPattern.choiceLimit + 1) }

    private mutating func add(_ step: TraceStep) {
        guard steps.count < Self.stepLimit else { return isTooLong = true }
        steps.append(step)
    }

    private mutating func place() -> UInt8 {
        guard Int(taken) < TraceStep.captureLimit else {
            isTooLong = true
            return TraceStep.nowhere
        }
        defer { taken += 1 }
        return taken
    }

    private mutating func place(of group: Int32) -> UInt8 {
        if group == 0 { return TraceStep.nowhere }
        if let known = places[group] { return known }
        let new = place()
        places[group] = new
        return new
    }

    mutating func ran(_ operation: FlatOperation, literalStands: Bool) {
        guard let code = TraceStep.Code(operation.code) else { return isTooLong = true }
        var step = TraceStep(code, of: operation)
        step.opens = place(of: operation.group)
        step.closes = place(of: operation.closing)
        if !literalStands { step.dropLiteral() }
        add(step)
    }

    mutating func passedLiteral(_ operation: FlatOperation) { add(TraceStep(.here, of: operation)) }

    mutating func opened(_ operation: FlatOperation) {
        var step = TraceStep(.here)
        step.opens = place(of: operation.group)
        add(step)
    }

    mutating func closed(_ operation: FlatOperation) {
        var step = TraceStep(.here)
        step.closes = place(of: operation.group)
        add(step)
    }

    mutating func branched(_ operation: FlatOperation, isTaken: Bool) {
        let isTwo = operation.code == .branchTwo || operation.code == .choiceIfTwo
        add(TraceStep(isTwo ? (isTaken ? .areIn : .areNotIn) : isTaken ? .isIn : .isNotIn, of: operation))
    }

    mutating func chose(_ operation: FlatOperation, isPossible: Bool, open: Int) {
        switch operation.code {
        case .choiceLiteral: if !isPossible { add(TraceStep(.isNotLiteral, of: operation)) }
        case .choiceIf, .choiceIfTwo: branched(operation, isTaken: isPossible)
        default: break
        }
        guard isPossible else { return }
        var step = TraceStep(.here)
        step.opens = place()
        positions[open] = step.opens
        add(step)
        if operation.code == .choiceLiteral { add(TraceStep(.here, of: operation)) }
    }

    mutating func reachedEnd() { add(TraceStep(.end)) }

    mutating func failed(_ operation: FlatOperation, open: Int, group: Int) {
        var step = TraceStep(.refusal, of: operation)
        switch operation.code {
        case .literal: step.attempted = .here
        case .end: step.attempted = .end
        // It fails whatever stands there.
        case .refuse: step.attempted = .refusal
        default:
            guard let code = TraceStep.Code(operation.code) else { return isTooLong = true }
            step.attempted = code
            // It fails for want of bytes, whatever stands behind them.
            if operation.isSoft { step.dropLiteral() }
        }
        step.opens = positions[open]
        add(step)
        places = places.filter { $0.key < group }
    }
}

extension TraceStep.Code {
    /// Of a run's operation.
    init?(_ code: FlatOperation.Code) {
        switch code {
        case .untilOne: self = .untilOne
        case .untilTwo: self = .untilTwo
        case .untilThree: self = .untilThree
        case .untilFour: self = .untilFour
        case .run: self = .run
        case .headedRun: self = .headedRun
        case .rest: self = .rest
        default: return nil
        }
    }
}

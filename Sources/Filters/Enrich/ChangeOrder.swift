import FilterKit

/// The argument parser gathers each flag's values apart; the command line has the order in which all of them stand.
enum ChangeOrder {
    /// - Parameter options: what was given with each flag, in its order.
    static func arrange(
        _ options: [String: [any StepOption]], arguments: [String] = CommandLine.arguments
    ) -> [any StepOption] {
        var left = options.mapValues { $0[...] }
        var ordered: [any StepOption] = []
        for argument in arguments.dropFirst() {
            let flag = String(argument.prefix { $0 != "=" })
            if let next = left[flag]?.popFirst() { ordered.append(next) }
        }
        return ordered
    }
}

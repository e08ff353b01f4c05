import FilterKit

/// The argument parser gathers each flag's values apart; the command line has the order in which all of them stand.
enum ChangeOrder {
    static func arrange(
        sets: [ChangeOption], drops: [ChangeOption], keeps: [ChangeOption], renames: [ChangeOption],
        arguments: [String] = CommandLine.arguments
    ) -> [ChangeOption] {
        var left = ["--set": sets[...], "--drop": drops[...], "--keep": keeps[...], "--rename": renames[...]]
        var ordered: [ChangeOption] = []
        for argument in arguments.dropFirst() {
            let flag = String(argument.prefix { $0 != "=" })
            if let next = left[flag]?.popFirst() { ordered.append(next) }
        }
        return ordered
    }
}

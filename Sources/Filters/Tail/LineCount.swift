import ArgumentParser

/// `-n 10`: the last ten lines; `-n +10`: from the tenth line on, as in POSIX tail(1).
enum LineCount: ExpressibleByArgument, Equatable {
    case last(Int)
    case from(Int)

    init?(argument: String) {
        guard let count = Int(argument), count >= 0 else { return nil }
        self = argument.hasPrefix("+") ? .from(count) : .last(count)
    }

    var defaultValueDescription: String {
        switch self {
        case .last(let count): "\(count)"
        case .from(let count): "+\(count)"
        }
    }
}

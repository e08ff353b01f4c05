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

/// `-c 1k`: the last 1,024 bytes; `-c +100`: from the hundredth byte on. The units are those of tail(1).
enum ByteCount: ExpressibleByArgument, Equatable {
    case last(Int64)
    case from(Int64)

    init?(argument: String) {
        let isFrom = argument.hasPrefix("+")
        let text = isFrom ? String(argument.dropFirst()) : argument
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factors: [String: Int64] = [
            "": 1, "b": 512, "kB": 1000, "k": 1024, "K": 1024, "KiB": 1024, "MB": 1_000_000, "M": 1 << 20,
            "MiB": 1 << 20,
            "GB": 1_000_000_000, "G": 1 << 30, "GiB": 1 << 30,
        ]
        guard let count = Int64(digits), let factor = factors[String(text.dropFirst(digits.count))] else { return nil }
        let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: factor)
        guard !isTooLarge else { return nil }
        self = isFrom ? .from(bytes) : .last(bytes)
    }
}

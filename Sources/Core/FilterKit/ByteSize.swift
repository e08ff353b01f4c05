import ArgumentParser

/// A number of bytes on the command line: `4096`, `64KiB`, `1MiB`, `2k`.
package struct ByteSize: ExpressibleByArgument, Sendable {
    package let bytes: Int

    package init(bytes: Int) { self.bytes = bytes }

    package init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let unit = argument.dropFirst(digits.count).lowercased()
        let factors = [
            "": 1, "b": 1, "k": 1024, "kib": 1024, "kb": 1000, "m": 1 << 20, "mib": 1 << 20, "mb": 1_000_000,
            "g": 1 << 30, "gib": 1 << 30, "gb": 1_000_000_000,
        ]
        guard let count = Int(digits), let factor = factors[unit] else { return nil }
        let (product, tooLarge) = count.multipliedReportingOverflow(by: factor)
        guard !tooLarge, product > 0, product <= 1 << 30 else { return nil }
        bytes = product
    }

    package var defaultValueDescription: String {
        bytes % (1 << 20) == 0 ? "\(bytes >> 20)MiB" : bytes % 1024 == 0 ? "\(bytes >> 10)KiB" : "\(bytes)"
    }
}

import Bytes
import Glibc
import Records

extension FunctionTable {
    /// Numbers with units, and the functions of mathematics.
    static let units: [Function] = [
        Function(
            "parse_duration", [.init("text", .text)], .number,
            "The seconds of a duration as programs write it; null where it is none.",
            examples: [
                .init(#"parse_duration("12ms")"#, "0.012"), .init(#"parse_duration("1h30m")"#, "5400"),
                .init(#"parse_duration("-1m2.5s")"#, "-62.5"), .init(#"parse_duration("soon")"#, "null"),
            ],
            otherNames: ["duration", "to_seconds", "parse_seconds"],
            .one { text, record, tally in
                guard case .text(let text) = text else { return .null }
                return UnitText.seconds(record.store.buffer, text, &tally)
            }),
        Function(
            "parse_size", [.init("text", .text)], .number,
            "The bytes of a size as programs write it; null where it is none.",
            examples: [
                .init(#"parse_size("1.5GiB")"#, "1610612736"), .init(#"parse_size("10 kB")"#, "10000"),
                .init(#"parse_size("4k")"#, "4096"), .init(#"parse_size("12 apples")"#, "null"),
            ],
            otherNames: ["parse_bytes", "to_bytes", "bytes", "size", "filesize"],
            .one { text, record, tally in
                guard case .text(let text) = text else { return .null }
                return UnitText.bytes(record.store.buffer, text, &tally)
            }),
        real("log", "The natural logarithm.", "log(1)", "0", otherNames: ["ln"], Glibc.log),
        real("log2", "The logarithm to the base 2.", "log2(1024)", "10", Glibc.log2),
        real("log10", "The logarithm to the base 10.", "log10(1000)", "3", otherNames: ["lg"], Glibc.log10),
        real("exp", "The number e to this power.", "exp(0)", "1", Glibc.exp),
        real("sqrt", "The square root.", "sqrt(2.25)", "1.5", Glibc.sqrt),
        Function(
            "pow", [.init("base", .number), .init("exponent", .number)], .number,
            "The base to the power of the exponent, in double precision.",
            examples: [.init("pow(2, 10)", "1024"), .init("pow(2, -1)", "0.5")],
            otherNames: ["power"],
            .two { base, exponent, _, tally in
                finite(Glibc.pow(base.nearestDouble, exponent.nearestDouble), &tally)
            }),
    ]

    /// A function of one real number, in double precision.
    private static func real(
        _ name: String, _ summary: String, _ example: String, _ result: String, otherNames: [String] = [],
        _ body: @escaping @Sendable (Double) -> Double
    ) -> Function {
        Function(
            name, [.init("number", .number)], .number, summary, examples: [.init(example, result)],
            otherNames: otherNames,
            .one { number, _, tally in finite(body(number.nearestDouble), &tally) })
    }

    /// What is no number, the logarithm of 0, is null and counted.
    private static func finite(_ number: Double, _ tally: inout Tally) -> Value {
        ArithmeticOperator.counted(number.isFinite ? .double(number) : nil, &tally)
    }
}

import Foundation
import FuzzTargets
import TestSupport
import Testing

@Suite("What fuzzing found stays found")
struct FuzzTests {
    @Test("No input that it stumbled over once breaks a promise again", arguments: FuzzTarget.allCases)
    func regressions(_ target: FuzzTarget) throws {
        for input in try Self.inputs(target) { target.run(input) }
    }

    @Test("Nor do a few thousand inputs that are like good ones", arguments: FuzzTarget.allCases)
    func mutations(_ target: FuzzTarget) throws {
        let seeds = Self.seeds(target)
        var random = SeededGenerator(seed: 11)
        for round in 0..<1000 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                default: bytes.replaceSubrange(place..., with: seeds[Int.random(in: 0..<seeds.count, using: &random)])
                }
            }
            target.run(bytes)
        }
    }

    private static func inputs(_ target: FuzzTarget) throws -> [[UInt8]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fuzz/Regressions/\(target.rawValue)")
        guard let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        else {
            return []
        }
        return try files.map { Array(try Data(contentsOf: $0)) }
    }

    private static func seeds(_ target: FuzzTarget) -> [[UInt8]] {
        let texts: [String] =
            switch target {
            case .json:
                [
                    #"{"message":"{\"a\":1}","a":{"b":{"c":[1,{"d":1e400}]}},"é":"\ud83d\ude00"}"#, #"{"a":1,"a":2}"#,
                    #"{"\u006d\u0065ssage":{"x":{}},"":{"":{"":null}}}"#, "[]", "{}",
                ]
            case .formats:
                [
                    #"{"name":"x","patterns":[{"name":"p","regex":"(?<time>\\S+) (?<n>[0-9]+)"}],"fields":{"n":{"type":"integer"}},"time":{"field":"time","layouts":["rfc3339"]},"samples":[{"line":"2024-01-01T00:00:00Z 07","record":{"n":7}}]}"#,
                    #"{"name":"y","kind":"json","rename":{"t":"time"},"level":{"map":{"W":"warn"}},"detect":{"weight":3,"keys":["t"]}}"#,
                ]
            case .time:
                [
                    "%d/%b/%Y:%H:%M:%S %z\n10/Oct/2000:13:55:36 -0700", "rfc3164\nFeb 29 23:59:60.999",
                    "%s%.f\n-1.5", "%a %b %e %I:%M:%S %p %Z\nWed Oct 11 12:00:00 AM CEST",
                ]
            case .grok: ["%{IPORHOST:client} %{NUMBER:duration:float}", "A (?<x>a|%{B})\nB b{2}\n%{A:y} %{A:y:int}"]
            }
        return texts.map { Array($0.utf8) }
    }
}

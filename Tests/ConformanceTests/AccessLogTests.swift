import Foundation
import Testing

@Suite("A real access log of 10,000 lines", .enabled(if: Corpora.areThere, "../shared/corpora is not there"))
struct AccessLogTests {
    @Test("Every line is parsed, by detection, and the ledger adds up")
    func ledger() throws {
        let (status, output) = try shell(
            """
            ledger=$(mktemp); trap 'rm -f "$ledger"' EXIT
            WEIR_LEDGER=$ledger; export WEIR_LEDGER
            weir-parse "$CORPORA/access/apache_logs" | weir-aggregate --by status count > /dev/null
            weir ledger "$ledger"
            """)
        #expect(status == 0)
        let rows = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows[1] == ["weir-parse", "10000", "10000", "0", "0", "0", "10000"])
        #expect(rows[2] == ["weir-aggregate", "10000", "0", "10000", "0", "8", "8"])
        #expect(rows[3] == ["adds", "up"])
    }

    @Test(
        "Counts and sums are those of awk",
        arguments: [
            (
                #"weir-parse "$CORPORA/access/apache_logs" | weir-aggregate --by status --output csv count | sed 1d | cut -d, -f1,2 | sort"#,
                #"awk '{ n[$9]++ } END { for (s in n) print s "," n[s] }' "$CORPORA/access/apache_logs" | sort"#
            ),
            (
                #"weir-parse "$CORPORA/access/apache_logs" | weir-aggregate --output csv 'sum(bytes)' | sed 1d | cut -d, -f1"#,
                #"awk '{ sum += $10 } END { printf "%.0f\n", sum }' "$CORPORA/access/apache_logs""#
            ),
            (
                #"weir-parse "$CORPORA/access/apache_logs" | weir-aggregate --by client --output csv count | sed 1d | cut -d, -f1,2 | sort"#,
                #"awk '{ n[$1]++ } END { for (c in n) print c "," n[c] }' "$CORPORA/access/apache_logs" | sort"#
            ),
        ])
    func counts(_ weir: String, _ awk: String) throws {
        let (status, ours) = try shell(weir)
        #expect(status == 0)
        #expect(!ours.isEmpty)
        #expect(ours == (try shell(awk)).output)
    }
}

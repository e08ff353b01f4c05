import Testing

@testable import FilterKit

@Suite("Text from data on a terminal")
struct TerminalTextTests {
    @Test(
        "Controls and bidirectional marks are shown, not obeyed",
        arguments: [
            ("plain ä 世界", "plain ä 世界"), ("\u{1B}]0;owned\u{7}", "\\u{1b}]0;owned\\u{7}"),
            ("a\nb\tc\r", "a\\nb\\tc\\r"),
            ("\u{9B}31m", "\\u{9b}31m"), ("\u{7F}", "\\u{7f}"), ("user\u{202E}gnp.exe", "user\\u{202e}gnp.exe"),
        ])
    func harmless(_ text: String, _ shown: String) { #expect(TerminalText.harmless(text) == shown) }

    @Test(
        "Width counts columns: wide characters two, combining marks none",
        arguments: zip(["abc", "世界", "e\u{301}", "🌍"], [3, 4, 1, 2]))
    func width(_ text: String, _ columns: Int) { #expect(TerminalText.width(text) == columns) }

    @Test(
        "Numbers in a table have no more digits than eyes need",
        arguments: zip(
            ["0.0188888888", "1234.56789", "0.5", "12.345", "99.999", "-0.00012345", "1e-7", "7"],
            ["0.0189", "1234.6", "0.5", "12.35", "100", "-0.000123", "1e-7", "7"]))
    func numbers(_ number: String, _ shown: String) { #expect(TableText.shorten(number) == shown) }
}

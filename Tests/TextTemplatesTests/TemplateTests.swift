import Testing

@testable import TextTemplates

@Suite("The texts of labels and annotations")
struct TemplateTests {
    private func expand(_ text: String, _ value: Double = 0.125, _ labels: [(String, String)] = []) throws -> String {
        try Template(text).expand(
            TemplateVocabulary.rule(labels: labels.map { ($0.0, $0.1) }, value: .number(value)))
    }

    @Test(
        "They say what Prometheus says",
        arguments: [
            ("{{ $labels.path }} at {{ $value }}", "/a at 0.125"),
            ("{{ .Labels.path }}{{ .Value }}{{ $labels.none }}", "/a0.125"),
            ("{{ $value | humanize }}", "125m"), ("{{ humanize 1234567 }}", "1.235M"), ("{{ humanize 0 }}", "0"),
            ("{{ humanize 999999 }}", "1000k"), ("{{ humanize 0.00012 }}", "120u"),
            ("{{ humanize1024 1048576 }}", "1Mi"), ("{{ humanize1024 0.5 }}", "0.5"),
            ("{{ humanizeDuration 0 }}", "0s"), ("{{ humanizeDuration 1.2345 }}", "1.234s"),
            ("{{ humanizeDuration 90061 }}", "1d 1h 1m 1s"), ("{{ humanizeDuration 3600 }}", "1h 0m 0s"),
            ("{{ humanizeDuration 0.01 }}", "10ms"), ("{{ humanizeDuration -61 }}", "-1m 1s"),
            ("{{ humanizePercentage $value }}", "12.5%"), ("{{ 0.99959 | humanizePercentage }}", "99.96%"),
            ("{{ humanizePercentage 0.00012345678 }}", "0.01235%"),
            ("{{ humanizeTimestamp 1435065584.128 }}", "2015-06-23T13:19:44.128Z"),
            (
                #"{{ printf "%.2f|%5.1f|%-6d|%06.2f|%s|%q|%%" $value 12.34 7 3.14159 "x" "y" }}"#,
                #"0.12| 12.3|7     |003.14|x|"y"|%"#
            ),
            (#"{{ printf "%.2e %g %d" 123456.0 1000000 2.5 }}"#, "1.23e+05 1e+06 %!d(float64=2.5)"),
            (#"{{ $value | printf "%.1f" }}"#, "0.1"),
            (#"{{ "web1.example.com:9100" | stripDomain }} {{ stripPort "[::1]:80" }}"#, "web1:9100 ::1"),
            (#"{{ title "api server" }} {{ toUpper "a" }} {{ "A" | toLower }} {{ len "abc" }}"#, "Api Server A a 3"),
            (#"{{ reReplaceAll "(.*)-(.*)" "$2_${1}" "a-b" }} {{ match "^a.*" "abc" }}"#, "b_a true"),
            (#"{{ parseDuration "1h30m" }}"#, "5400"),
            ("{{ if gt $value 0.1 }}high{{ else if gt $value 0.05 }}low{{ else }}none{{ end }}", "high"),
            (#"{{ if and (eq $labels.path "/a") (not (lt $value 0.1)) }}yes{{ end }}"#, "yes"),
            ("a {{- $value -}} b {{/* a remark */}}c", "a0.125b c"), ("no braces", "no braces"),
        ])
    func examples(_ example: (text: String, expected: String)) throws {
        #expect(try expand(example.text, 0.125, [("path", "/a")]) == example.expected)
    }

    @Test(
        "What is wrong is said, and where",
        arguments: [
            ("{{ $value | humanise }}", "unknown template function 'humanise'; did you mean 'humanize'?", 12),
            (#"{{ query "up" }}"#, "the template function 'query' needs a Prometheus behind it", 3),
            ("{{ $vlaue }}", "there is no $vlaue here, but $labels.NAME and $value; did you mean $value?", 3),
            ("a {{ $value", "these braces are never closed", 2), ("{{ }}", "there is nothing between these braces", 0),
            ("{{ humanize }}", "humanize takes 1 argument, here are 0", 3),
            ("{{ $value $value }}", "unexpected $value", 10),
            ("{{ if $value }}", "this 'if' has no 'end'", 3), ("{{ end }}", "there is no 'if' for this 'end'", 3),
            ("{{ (len $value }}", "this '(' is never closed", 3), (#"{{ "a }}"#, "this quote is never closed", 3),
            ("{{ $labels }}", "one label is meant: $labels.NAME", 3),
            ("{{ $value | 3 }}", "right of | stands a function", 12),
            ("{{ range $x }}", "'range' is not among what templates of alerts can do", 3),
        ])
    func mistakes(_ mistake: (text: String, message: String, offset: Int)) {
        let failure = #expect(throws: Template.Failure.self) { try Template(mistake.text) }
        #expect(failure?.message == mistake.message)
        #expect(failure?.range.lowerBound == mistake.offset)
    }
}

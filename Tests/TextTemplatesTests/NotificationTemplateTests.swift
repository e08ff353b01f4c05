import Testing

@testable import TextTemplates

@Suite("Templates that speak of several alerts")
struct NotificationTemplateTests {
    private static let vocabulary = TemplateVocabulary(
        .object([
            ("Status", .scalar), ("GroupLabels", .map),
            ("Alerts", .list(.object([("Status", .scalar), ("Labels", .map), ("Value", .scalar)]), views: ["Firing"])),
        ]), definitions: ["subject"])

    private static func alert(_ status: String, _ path: String, _ value: Double) -> TemplateValue {
        .object([
            .init("Status", .text(status)), .init("Value", .number(value)),
            .init("Labels", .texts([("path", path), ("http.method", "GET")])),
        ])
    }

    private static let root = TemplateValue.object([
        .init("Status", .text("firing")), .init("GroupLabels", .texts([("alertname", "Slow")])),
        .init("Alerts", .list([alert("firing", "/a", 0.5), alert("resolved", "/b", 0.25), alert("firing", "/c", 2)])),
    ])

    @Test(
        "They say what Alertmanager's say",
        arguments: [
            ("{{ .Status | toUpper }}:{{ .Alerts.Firing | len }}", "FIRING:2"),
            ("{{ range .Alerts }}{{ .Labels.path }}={{ .Value }} {{ end }}", "/a=0.5 /b=0.25 /c=2 "),
            ("{{ range .Alerts }}{{ if eq .Status \"firing\" }}{{ .Labels.path }}{{ end }}{{ end }}", "/a/c"),
            (
                "{{ range .Alerts.Firing }}{{ $.GroupLabels.alertname }} {{ .Value | humanizePercentage }};{{ end }}",
                "Slow 50%;Slow 200%;"
            ),
            ("{{ range .GroupLabels.SortedPairs }}{{ .Name }}={{ .Value }}{{ else }}none{{ end }}", "alertname=Slow"),
            ("{{ .GroupLabels.Values | join \", \" }}|{{ join \"-\" .GroupLabels.Names }}", "Slow|alertname"),
            ("{{ range .GroupLabels.Names }}<{{ print \"x\" }}>{{ end }}", "<x>"),
            ("{{ range .Alerts }}{{ .Labels.http.method }}{{ end }}{{ .GroupLabels.none }}", "GETGETGET"),
            ("{{ define \"subject\" }}not here{{ end }}text", "text"),
            ("{{ if gt (len .Alerts) 2 }}many{{ end }}", "many"),
        ])
    func examples(_ example: (text: String, expected: String)) throws {
        #expect(try Template(example.text, Self.vocabulary).expand(Self.root) == example.expected)
    }

    @Test("A part may have a name, and is asked for by it")
    func definition() throws {
        let template = try Template(
            "a{{ define \"subject\" }}{{ .Status }}{{ end }}b", Self.vocabulary)
        #expect(template.expand(Self.root) == "ab")
        #expect(template.expand(definition: "subject", Self.root) == "firing")
        #expect(try Template("a", Self.vocabulary).expand(definition: "subject", Self.root) == nil)
    }

    @Test("Of an empty list the other part is told")
    func empty() throws {
        let root = TemplateValue.object([.init("Alerts", .list([]))])
        #expect(try Template("{{ range .Alerts }}x{{ else }}none{{ end }}", Self.vocabulary).expand(root) == "none")
    }

    @Test(
        "What is wrong is said, and where",
        arguments: [
            ("{{ .Alert }}", "there is no Alert in .Alert; did you mean Alerts?", 3),
            ("{{ .Labels.path }}", "there is no Labels in .Labels.path, but Status, GroupLabels, Alerts", 3),
            ("{{ range .Alerts }}{{ .Valu }}{{ end }}", "there is no Valu in .Valu; did you mean Value?", 22),
            ("{{ .Status.x }}", ".Status.x: there is nothing within Status", 3),
            ("{{ range .Status }}{{ end }}", ".Status is no list", 9),
            ("{{ range .Alerts }}", "this 'range' has no 'end'", 3),
            ("{{ range len .Alerts }}{{ end }}", "range takes a list here, such as .Alerts", 3),
            ("{{ .GroupLabels }}", "one label is meant: .GroupLabels.NAME", 3),
            ("{{ range .Alerts }}{{ . }}{{ end }}", "a part of it is meant: .NAME", 22),
            ("{{ $labels.path }}", "there is no $labels.path here; what there is begins with a dot", 3),
            ("{{ define \"title\" }}{{ end }}", "what can be defined here is \"subject\"", 3),
            ("{{ define \"subject\" }}", "this 'define' has no 'end'", 3),
            ("{{ template \"x\" . }}", "'template' is not among what templates of alerts can do", 3),
            ("{{ .Alerts.Resolved }}", "there is no Resolved in .Alerts.Resolved, but Firing", 3),
        ])
    func mistakes(_ mistake: (text: String, message: String, offset: Int)) {
        let failure = #expect(throws: Template.Failure.self) { try Template(mistake.text, Self.vocabulary) }
        #expect(failure?.message == mistake.message)
        #expect(failure?.range.lowerBound == mistake.offset)
    }
}

import ArgumentParser
import FilterKit
import Records
import System
import Transfer

package struct NotifyCommand: FilterCommand {
    package static let configuration = CommandConfiguration(
        commandName: "weir-notify",
        abstract: "Tell people of alerts.",
        discussion: """
            Takes weir-alert's output and tells it to webhooks, Alertmanager, mail, Slack, PagerDuty or ntfy: alerts of a group \
            together, again while they fire, and each message until it has arrived. With --state what waits outlasts kill -9. \
            Each attempt leaves as a record.

            EXAMPLES
              … | weir-alert --rules rules.yaml | weir-notify --mail ops@example.org
              … | weir-notify --alertmanager http://localhost:9093 --allow-private
              weir-notify --webhook https://example.org/hook --dry-run <alerts.json
            """,
        version: Version.text)

    @Option(
        parsing: .singleValue,
        help: .init("POST Alertmanager's webhook JSON to URL; may be given again.", valueName: "url"))
    var webhook: [String] = []

    @Option(help: .init("A file with the bearer token that --webhook's receivers want.", valueName: "file"))
    var webhookTokenFile: String?

    @Option(
        parsing: .singleValue,
        help: .init(
            "Hand the alerts to the Alertmanager at URL, which groups and routes them; may be given again.",
            valueName: "url"))
    var alertmanager: [String] = []

    @Option(parsing: .singleValue, help: .init("Mail to ADDRESS; may be given again.", valueName: "address"))
    var mail: [String] = []

    @Option(help: .init("Who the mail is from.", valueName: "address"))
    var mailFrom = "weir@localhost"

    @Option(
        help: .init(
            "The mail server, smtps://HOST or smtp://HOST (which must offer STARTTLS); without it, sendmail(8).",
            valueName: "url"))
    var smtp: String?

    @Option(help: .init("The user to log in to --smtp as.", valueName: "name"))
    var smtpUser: String?

    @Option(help: .init("A file with the password of --smtp-user.", valueName: "file"))
    var smtpPasswordFile: String?

    @Option(help: .init("The mail program that stands in for sendmail.", valueName: "program"))
    var sendmail = "/usr/sbin/sendmail"

    @Option(help: .init("A file with the URL of a Slack incoming webhook.", valueName: "file"))
    var slackURLFile: String?

    @Option(help: .init("A file with the routing key of a PagerDuty integration.", valueName: "file"))
    var pagerdutyKeyFile: String?

    @Option(help: .init("Where PagerDuty takes events, for other service regions.", valueName: "url"))
    var pagerdutyURL = PagerDutyReceiver.usualURL

    @Option(help: .init("Publish to an ntfy topic, https://ntfy.sh/TOPIC.", valueName: "url"))
    var ntfy: String?

    @Option(help: .init("A file with the access token for --ntfy.", valueName: "file"))
    var ntfyTokenFile: String?

    @Option(
        help: .init(
            "Tell alerts with the same values of these labels together.", valueName: "labels"))
    var groupBy = "alertname"

    @Option(
        help: .init("How long a new group waits for more alerts. (default: 30s)", valueName: "duration"),
        transform: DurationOption.parse)
    var groupWait = DurationOption(nanoseconds: 30 * DeliveryQueue.second)

    @Option(
        help: .init("How long after a message news of the same group wait. (default: 5m)", valueName: "duration"),
        transform: DurationOption.parse)
    var groupInterval = DurationOption(nanoseconds: 300 * DeliveryQueue.second)

    @Option(
        help: .init("After how long to tell again of what still fires. (default: 4h)", valueName: "duration"),
        transform: DurationOption.parse)
    var repeatInterval = DurationOption(nanoseconds: 4 * 3600 * DeliveryQueue.second)

    @Option(
        help: .init("The least time between two messages to one receiver. (default: 0s)", valueName: "duration"),
        transform: DurationOption.parse)
    var spacing = DurationOption(nanoseconds: 0)

    @Option(
        help: .init(
            "The most messages in so long to one receiver, such as 20/1h; what more there is waits and comes in one.",
            valueName: "rate"))
    var rate: String?

    @Option(
        help: .init(
            "Word mails and the texts to Slack and ntfy as the template in FILE does (see MESSAGES).", valueName: "file"
        ))
    var template: String?

    @Option(
        help: .init("How long a message is tried before it is given up. (default: 1h)", valueName: "duration"),
        transform: DurationOption.parse)
    var retryFor = DurationOption(nanoseconds: 3600 * DeliveryQueue.second)

    @Option(
        help: .init(
            "Believe servers whose certificates come from those in FILE (PEM), instead of what the system trusts.",
            valueName: "file"))
    var caFile: String?

    @Flag(help: "Allow receivers on this machine and in private networks, and http:// to them.")
    var allowPrivate = false

    @Flag(help: "Send nothing; write what would be sent.")
    var dryRun = false

    @OptionGroup var input: RecordInput
    @OptionGroup package var shared: SharedOptions

    package init() {}

    package var isSource: Bool { !input.files.isEmpty }

    package func execute(_ run: FilterRun, _ record: inout Record) throws(Failure) -> ExitStatus {
        let receivers = try receivers()
        guard !receivers.isEmpty else {
            throw Failure(
                .usage,
                "nobody to tell: give --webhook, --alertmanager, --mail, --slack-url-file, --pagerduty-key-file or --ntfy"
            )
        }
        guard let transfers = Transfers() else { throw Failure(.inputOutput, "libcurl cannot be set up") }
        let labels = groupBy.split(separator: ",").map(String.init)
        let rules = GroupRules(
            labels: labels, wait: groupWait.nanoseconds, interval: groupInterval.nanoseconds,
            repetition: repeatInterval.nanoseconds)
        let limit: RateLimit.Rule?
        if let rate { limit = try RateLimit.Rule.parse(rate) } else { limit = nil }
        let courier = Courier(
            receivers, queue: DeliveryQueue(patience: retryFor.nanoseconds, spacing: spacing.nanoseconds),
            transfers: transfers)
        var output = RecordOutput(shared, onTerminal: .readable)
        let status = try run.run(
            NotifyFilter(receivers, rules: rules, rate: limit, courier: courier, isDry: dryRun), inputs: input, &record,
            into: &output)
        return status == .done && run.hasFailedActions ? .inputOutput : status
    }

    func receivers() throws(Failure) -> [any Receiver] {
        if let caFile { try Self.check(certificates: caFile) }
        let permissions = Permissions(allowsPrivate: allowPrivate, authorities: caFile)
        if template != nil, mail.isEmpty, slackURLFile == nil, ntfy == nil {
            throw Failure(
                .usage, "--template words mails and what Slack and ntfy are told, and none of them is to be told")
        }
        var wording = Wording()
        if let template { wording.template = try NoticeTemplate(reading: template) }
        var found: [any Receiver] = []
        let token = try secret(webhookTokenFile, "--webhook-token-file", goesWith: webhook.isEmpty ? nil : "--webhook")
        for url in webhook {
            found.append(WebhookReceiver(url: try web(url, "--webhook"), token: token, permissions: permissions))
        }
        for url in alertmanager {
            found.append(AlertmanagerReceiver(url: try web(url, "--alertmanager"), permissions: permissions))
        }
        // Each address for itself: one that does not exist keeps nobody else waiting.
        for address in mail { found.append(try mailReceiver(address, permissions, wording)) }
        if let url = try secret(slackURLFile, "--slack-url-file") {
            found.append(
                SlackReceiver(url: try web(url, "--slack-url-file"), permissions: permissions, wording: wording))
        }
        if let key = try secret(pagerdutyKeyFile, "--pagerduty-key-file") {
            found.append(
                PagerDutyReceiver(url: try web(pagerdutyURL, "--pagerduty-url"), key: key, permissions: permissions))
        }
        if let ntfy {
            let url = try web(ntfy, "--ntfy")
            guard url.split(separator: "/").count == 3, !url.hasSuffix("/") else {
                throw Failure(.usage, "--ntfy: \(url) names no topic; it is written https://ntfy.sh/TOPIC")
            }
            found.append(
                NtfyReceiver(
                    url: url, token: try secret(ntfyTokenFile, "--ntfy-token-file"), permissions: permissions,
                    wording: wording))
        }
        return found
    }

    /// Found out before somebody has to be woken, not then.
    private static func check(certificates path: String) throws(Failure) {
        let bytes: [UInt8]
        do throws(SystemError) { bytes = try FileContents.read(path) } catch {
            throw Failure(.noInput, "--ca-file: \(error)")
        }
        guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure(.badConfiguration, "--ca-file: there is no certificate in \(path)")
        }
    }

    private func mailReceiver(
        _ address: String, _ permissions: Permissions, _ wording: Wording
    ) throws(Failure) -> MailReceiver {
        for address in [address, mailFrom] {
            guard address.contains("@"), !address.hasPrefix("-"), !address.utf8.contains(where: { $0 < 0x20 }) else {
                throw Failure(.usage, "'\(address)' is no mail address")
            }
        }
        let password = try secret(
            smtpPasswordFile, "--smtp-password-file", goesWith: smtpUser == nil ? nil : "--smtp-user")
        guard let smtp else {
            return MailReceiver(
                to: address, from: mailFrom, server: .sendmail(sendmail), permissions: permissions,
                wording: wording)
        }
        guard smtp.hasPrefix("smtp://") || smtp.hasPrefix("smtps://") else {
            throw Failure(.usage, "--smtp: a mail server is written smtps://HOST or smtp://HOST:PORT")
        }
        return MailReceiver(
            to: address, from: mailFrom, server: .smtp(url: smtp, user: smtpUser, password: password),
            permissions: permissions, wording: wording)
    }

    private func web(_ url: String, _ flag: String) throws(Failure) -> String {
        if url.hasPrefix("https://") { return url }
        if url.hasPrefix("http://"), allowPrivate { return url }
        throw Failure(
            .usage,
            url.hasPrefix("http://")
                ? "\(flag): http:// sends in the clear; use https://, or --allow-private within your own network"
                : "\(flag): '\(ReceiverURL.shown(url))' is no https:// URL")
    }

    private func secret(_ path: String?, _ flag: String, goesWith other: String? = "") throws(Failure) -> String? {
        guard let path else { return nil }
        if other == nil { throw Failure(.usage, "\(flag) has nothing that it belongs to") }
        return try SecretFile.line(of: path, flag: flag)
    }
}

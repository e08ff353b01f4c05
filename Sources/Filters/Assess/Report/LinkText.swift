/// Who follows a link that is broken, in words.
struct LinkText {
    let asked: LinkEvidence.Asked
    let links: LinkEvidence

    /// Nearly all requests are one client's: a program that asks in vain, and no link that people follow.
    var isOfOneClient: Bool { asked.requests >= 5 && asked.mostOfOneClient * 10 >= asked.requests * 9 }

    /// `29 of them sent by example.org/page, a page of this site; 25 clients`; nil where the log says neither.
    var text: String? {
        let parts = [referrer, clients].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private var referrer: String? {
        guard links.hasReferrers else { return nil }
        guard let (page, count) = asked.topReferrer else { return "none with a referrer" }
        let whose = links.ownHost == nil ? "" : links.isOwn(page) ? ", a page of this site" : ", another site"
        return "\(amount(count)) sent by \(MarkdownReport.code(page))\(whose)"
    }

    private var clients: String? {
        guard links.hasClients, let most = asked.clients.values.max() else { return nil }
        if isOfOneClient { return "\(amount(most)) by one client, so rather a program than a link" }
        let count = asked.clients.count
        return count == 1 ? "one client" : "\(NumberText.grouped(count)) clients"
    }

    private func amount(_ count: Int) -> String { count == asked.requests ? "all" : NumberText.grouped(count) }
}

extension Assessment {
    func link(_ path: RequestFindings.Path) -> LinkText {
        LinkText(asked: profile.requests.asked(for: path.text), links: profile.requests.links)
    }
}

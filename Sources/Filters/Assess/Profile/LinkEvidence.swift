import Bytes
import Metrics
import Records

/// Who asks for what is not there, and sent by whom: a link that is broken is followed by many, from a page that can be named; one
/// client that asks again and again follows none. Of clients only how many there are is kept, of referrers what `PathText` shows.
struct LinkEvidence {
    /// Of one path.
    struct Asked {
        fileprivate(set) var requests = 0
        /// Requests by what names their referrer, with its host before the path.
        fileprivate(set) var referrers: [String: Int] = [:]
        /// Requests by who asked.
        fileprivate(set) var clients: [UInt64: Int] = [:]

        /// The page that most were sent by.
        var topReferrer: (page: String, count: Int)? {
            referrers.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
        }
        var mostOfOneClient: Int { clients.values.max() ?? 0 }

        fileprivate mutating func add(_ other: Asked) {
            requests += other.requests
            referrers.merge(other.referrers) { $0 + $1 }
            clients.merge(other.clients) { $0 + $1 }
        }
    }

    private static let mostPaths = 1024
    private static let mostReferrers = 32
    private static let mostClients = 256
    private static let mostHosts = 256

    private var asked: [UInt64: Asked] = [:]
    /// Requests by the host that sent them: most are sent by the site itself.
    private var hosts: [String: Int] = [:]
    private(set) var hasReferrers = false
    private(set) var hasClients = false

    private let names: (referrer: FieldName, client: FieldName)

    init(_ record: inout Record) { names = (record.name("referrer"), record.name("client")) }

    /// Any request.
    mutating func observe(_ record: inout Record) {
        guard let place = record.position(of: names.referrer), record[place].kind.isText else { return }
        hasReferrers = true
        guard let host = Self.host(of: record.store.text(record[place].value.prefix(512))) else { return }
        if hosts[host] != nil || hosts.count < Self.mostHosts { hosts[host, default: 0] += 1 }
    }

    /// One for what is not there.
    mutating func observe(missing path: UInt64, _ record: inout Record, _ detector: SensitiveData) {
        guard asked[path] != nil || asked.count < Self.mostPaths else { return }
        var one = asked.removeValue(forKey: path) ?? Asked()
        one.requests += 1
        if let place = record.position(of: names.client), record[place].kind.isText {
            hasClients = true
            let hash = record.store.buffer.withSpan(record[place].value) { SeriesHash.hash($0) }
            if one.clients[hash] != nil || one.clients.count < Self.mostClients { one.clients[hash, default: 0] += 1 }
        }
        if let place = record.position(of: names.referrer), record[place].kind.isText {
            let text = record.store.text(record[place].value.prefix(512))
            if let page = Self.page(text, detector),
                one.referrers[page] != nil || one.referrers.count < Self.mostReferrers
            {
                one.referrers[page, default: 0] += 1
            }
        }
        asked[path] = one
    }

    /// Of paths that look the same.
    func asked(for paths: some Sequence<UInt64>) -> Asked {
        paths.reduce(into: Asked()) { sum, path in if let one = asked[path] { sum.add(one) } }
    }

    /// The host that most requests with a referrer were sent by, if more than a third were: pages send for their pictures and styles.
    var ownHost: String? {
        let all = hosts.values.reduce(0, +)
        guard let (host, count) = hosts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 3 > all else {
            return nil
        }
        return host
    }

    /// `example.org/a/page`
    func isOwn(_ page: String) -> Bool { ownHost.map { page == $0 || page.hasPrefix($0 + "/") } ?? false }

    /// Without scheme and port; with and without `www.` it is one site.
    private static func host(of referrer: String) -> String? {
        guard let address = address(referrer) else { return nil }
        let host = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
        let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return name.isEmpty || name.contains("@") ? nil : name
    }

    private static func page(_ referrer: String, _ detector: SensitiveData) -> String? {
        guard let host = host(of: referrer), let address = address(referrer) else { return nil }
        let path = address.drop { $0 != "/" }
        return PathText.shown(host + path, detector)
    }

    private static func address(_ referrer: String) -> Substring? {
        for scheme in ["https://", "http://"] where referrer.hasPrefix(scheme) {
            return referrer.dropFirst(scheme.count)
        }
        return nil
    }
}

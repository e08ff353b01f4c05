/// What should not be in a log, or not for everybody's eyes. Only kinds and counts are ever told, never values.
enum SensitiveKind: String, CaseIterable, Comparable {
    // Secrets: whoever reads the log can use them.
    case password, token, privateKey = "private-key", urlCredentials = "url-credentials"
    // Personal data (Regulation (EU) 2016/679, article 4 (1)).
    case email, userName = "user-name", publicAddress = "public-ip-address", paymentCard = "payment-card", iban
    case hardwareAddress = "hardware-address"
    /// Tells how the house is built, not who somebody is.
    case internalAddress = "internal-ip-address"

    enum Class: String { case secret, personal, `internal` }

    var kind: Class {
        switch self {
        case .password, .token, .privateKey, .urlCredentials: .secret
        case .internalAddress: .internal
        default: .personal
        }
    }

    /// In a sentence.
    var words: String {
        switch self {
        case .password: "passwords or keys by name"
        case .token: "access tokens"
        case .privateKey: "private keys"
        case .urlCredentials: "URLs with a password"
        case .email: "e-mail addresses"
        case .userName: "user names"
        case .publicAddress: "public IP addresses"
        case .paymentCard: "payment card numbers"
        case .iban: "bank account numbers"
        case .hardwareAddress: "hardware addresses"
        case .internalAddress: "internal IP addresses"
        }
    }

    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Values of a field that have something of a kind.
struct SensitiveCounts {
    private(set) var counts: [SensitiveKind: Int] = [:]

    mutating func add(_ kinds: Set<SensitiveKind>) {
        for kind in kinds { counts[kind, default: 0] += 1 }
    }

    var sorted: [(kind: SensitiveKind, count: Int)] {
        counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
}

/// What can be found and hidden by its look.
enum SensitiveKind: String, CaseIterable, Sendable {
    case email
    /// Addresses of IPv4 and IPv6.
    case ip
    /// Numbers of payment cards.
    case card
    case iban
    /// Keys and tokens that are known by their beginning.
    case token
    /// What stands behind `password=` and the like, in a URL before the host, and in a field that is called so.
    case password
    case uuid
    case phone
}

/// What is put in the place of what was found.
enum RedactionMode: String, CaseIterable, Sendable {
    /// `[email]`
    case mask
    /// `[email#5f0c3a9be1d2746c]`: the same for the same address and key.
    case hash
    /// The field is left out.
    case drop
    /// Of an address the network: 24 bits of IPv4, 48 of IPv6. All else is masked.
    case truncate
}

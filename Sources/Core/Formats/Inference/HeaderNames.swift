/// What the texts of a header are called that do not say themselves: a word behind a host is the process, brackets
/// before a logger are the thread, and what stands alone is the component.
enum HeaderNames {
    static func give(to found: [FoundElement], besides opening: Set<String>) -> [HeaderShape.Part] {
        var taken = opening.union(found.flatMap(\.element.fields))
        var parts: [HeaderShape.Part] = []
        for (index, item) in found.enumerated() {
            var name = ""
            if item.element.fields.isEmpty {
                let isLast = !found[(index + 1)...].contains { $0.element == .namedText || $0.element == .dottedName }
                let wishes = wishes(for: item, isLast: isLast, hasHost: taken.contains("host"))
                // A header with more texts than there are names for ends there.
                guard let free = wishes.first(where: { !taken.contains($0) }) else { break }
                name = free
                taken.insert(free)
            }
            parts.append(HeaderShape.Part(element: item.element, name: name, isEverywhere: item.isEverywhere))
        }
        return parts
    }

    private static func wishes(for item: FoundElement, isLast: Bool, hasHost: Bool) -> [String] {
        switch item.element {
        case .dottedName: ["logger", "component"]
        case .namedText where hasHost: ["process", "component"]
        case .namedText: isQualified(item.texts) ? ["logger", "component"] : ["component", "logger"]
        case .bracketed where !isLast: ["thread", "component"]
        default: ["component", "thread"]
        }
    }

    /// Names like `com.example.Shop` or `shop::orders` are loggers' in every language.
    private static func isQualified(_ texts: [String]) -> Bool {
        let qualified = texts.count { $0.contains("::") || $0.split(separator: ".").count > 2 }
        return qualified * 2 > texts.count
    }
}

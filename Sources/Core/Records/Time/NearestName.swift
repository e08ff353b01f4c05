/// The name somebody probably meant.
enum NearestName {
    /// The first of the names with the fewest letters wrong, missing, too many or swapped with their neighbours; nil where
    /// that is more than a third of them. Case is no difference.
    static func of(_ text: String, in names: [String]) -> String? {
        let wanted = Array(text.lowercased().utf8)
        guard wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for name in names where abs(name.utf8.count - wanted.count) <= wanted.count / 3 {
            let distance = distance(wanted, Array(name.lowercased().utf8))
            if distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// Optimal string alignment (Damerau and Levenshtein, without touching a pair twice).
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(row[j] + 1, previous[j + 1] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                row.append(cost)
            }
            older = previous
            previous = row
        }
        return previous[b.count]
    }
}

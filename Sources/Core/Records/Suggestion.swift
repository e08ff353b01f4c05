/// "Did you mean": the nearest of the names there are.
package enum Suggestion {
    /// The candidate with the fewest edits, if they are few for the name's length; of equals the first by name.
    package static func nearest(to name: String, among candidates: [String]) -> String? {
        let limit = max(1, min(3, name.utf8.count / 3))
        let near = candidates.map { (candidate: $0, edits: edits(name, $0)) }.filter { $0.edits <= limit }
        return near.min { ($0.edits, $0.candidate) < ($1.edits, $1.candidate) }?.candidate
    }

    /// Insertions, deletions, replacements and exchanges of neighbours that make one of the other (Damerau 1964, in the
    /// restricted form that edits no place twice). Case does not count.
    static func edits(_ left: String, _ right: String) -> Int {
        let left = Array(left.lowercased().unicodeScalars)
        let right = Array(right.lowercased().unicodeScalars)
        // More than this is never near; a long name must not cost the square of its length.
        guard left.count <= 64, right.count <= 64 else { return .max }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (row, a) in left.enumerated() {
            var current = [row + 1]
            for (column, b) in right.enumerated() {
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (a == b ? 0 : 1))
                if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}

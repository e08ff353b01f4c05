/// A text of a log for people's eyes: the paths and addresses of pages in it are as `PathText` shows them, without queries and without
/// what may be somebody's. For a field `request` with `GET /users/ada HTTP/1.1` in it is as telling as one called `path`.
enum ShownText {
    static func shown(_ text: String, _ detector: SensitiveData) -> String {
        var result = ""
        var word = ""
        for character in text {
            if isBorder(character) {
                result += shown(word: word, detector) + String(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + shown(word: word, detector)
    }

    /// As JSON, logfmt and prose put them around a path.
    private static func isBorder(_ character: Character) -> Bool {
        character.isWhitespace || "\"'<>(){}[],|".contains(character)
    }

    private static func shown(word: String, _ detector: SensitiveData) -> String {
        guard let start = pathStart(in: word) else { return word }
        return word[..<start] + PathText.shown(String(word[start...]), detector)
    }

    /// Behind the host of an address, behind a name's `=` or `:`, or at once; what has a slash elsewhere, as a media type, is no path.
    private static func pathStart(in word: String) -> String.Index? {
        var before: Character?
        var rest = word.startIndex
        if let scheme = word.range(of: "://") {
            guard let slash = word[scheme.upperBound...].firstIndex(where: { $0 == "/" || $0 == "?" }) else {
                return nil
            }
            return slash
        }
        while rest < word.endIndex {
            if word[rest] == "/" { return before.map { "=:".contains($0) } ?? true ? rest : nil }
            before = word[rest]
            rest = word.index(after: rest)
        }
        return nil
    }
}

extension String {
    /// The first place of a text; Foundation is not at hand.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

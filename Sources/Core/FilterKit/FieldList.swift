/// `path, status`: names on the command line, separated by commas; blanks around them do not count.
package enum FieldList {
    package static func parse(_ text: String) -> [String] {
        text.split(separator: ",").map(trim).filter { !$0.isEmpty }
    }

    package static func trim(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

import Regex

/// A grok pattern, `%{IPORHOST:client} %{NUMBER:duration:float}`, compiled to one flat PCRE2 expression with named groups.
///
/// References without a field's name are matched and not captured. A field that is named more than once has the value
/// of the first group that took part, so that alternatives can fill the same field.
package struct GrokPattern: Sendable {
    package let regex: String
    /// The fields whose types were said.
    package let fields: [LogFormat.FieldDescription]

    /// What it does to lines, as a format.
    /// - Parameter timeLayout: how its time is written, if not in one of the usual ways.
    package func format(timeLayout: String? = nil) -> LogFormat {
        LogFormat(pattern: regex, types: fields, timeLayout: timeLayout)
    }

    package init(_ text: String, vocabulary: GrokVocabulary = .standard) throws(GrokError) {
        let definition = GrokDefinition(name: nil, text: Array(text.utf8), origin: nil)
        var compiler = GrokCompiler(vocabulary)
        let expansion = try compiler.expand(definition)
        guard !compiler.fields.isEmpty else {
            throw definition.error(
                GrokFault(message: "no field in it; name one, as in %{WORD:name}", offset: definition.text.count))
        }
        regex = (compiler.fields.hasDuplicates ? Self.allowingDuplicates : "") + expansion.text
        fields = compiler.fields.descriptions
        do throws(PatternError) { _ = try CompiledPattern(regex) } catch {
            throw Self.error(error, compiler.expanded)
        }
    }

    private static let allowingDuplicates = "(?J)"

    /// Finds the definition that PCRE2 stumbles over: the innermost that cannot be compiled by itself, so that a
    /// parenthesis missing in a file is not looked for on the command line.
    private static func error(
        _ error: PatternError, _ expanded: [(definition: GrokDefinition, expansion: GrokExpansion)]
    ) -> GrokError {
        for (definition, expansion) in expanded {
            do throws(PatternError) {
                _ = try CompiledPattern(allowingDuplicates + expansion.text)
            } catch {
                let offset = max(0, error.offset - allowingDuplicates.utf8.count)
                return definition.error(GrokFault(message: error.message, offset: expansion.source(of: offset)))
            }
        }
        return GrokError("\(error)", at: 0, in: [])
    }
}

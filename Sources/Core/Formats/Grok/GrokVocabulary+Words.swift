extension GrokVocabulary {
    /// Words, numbers, text.
    static let words = #"""
        USERNAME [\w.-]+
        USER %{USERNAME}
        # Dot-atoms of RFC 5322 §3.2.3.
        EMAILLOCALPART [\w!#$%&'*+/=?^`{|}~-]++(?:\.[\w!#$%&'*+/=?^`{|}~-]++)*
        EMAILADDRESS %{EMAILLOCALPART}@%{HOSTNAME}

        INT [+-]?[0-9]+
        # Not the 3 of 1.2.3, nor the 5 of 1-5.
        BASE10NUM (?<![0-9.+-])[+-]?+(?:[0-9]++(?:\.[0-9]++)?+|\.[0-9]++)
        NUMBER %{BASE10NUM}
        BASE16NUM (?<![[:xdigit:]])[+-]?(?:0[xX])?[[:xdigit:]]++
        BASE16FLOAT (?<![\w.])[+-]?(?:0[xX])?(?:[[:xdigit:]]++(?:\.[[:xdigit:]]*)?|\.[[:xdigit:]]++)\b
        POSINT \b[1-9][0-9]*+\b
        NONNEGINT \b[0-9]++\b

        WORD \b\w++
        # Not \S: in JIT code of PCRE2 10.42 for text that may not be UTF-8 it takes ASCII only.
        NOTSPACE [^\s]+
        SPACE \s*
        DATA .*?
        GREEDYDATA .*
        # A backslash takes what follows it into the quotes.
        QUOTEDSTRING (?<!\\)(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+'|`[^`\\]*+(?:\\.[^`\\]*+)*+`)
        QS %{QUOTEDSTRING}
        UUID [[:xdigit:]]{8}(?:-[[:xdigit:]]{4}){3}-[[:xdigit:]]{12}
        # RFC 8141 §2, with the reserved characters of RFC 2141.
        URN [uU][rR][nN]:[0-9A-Za-z][0-9A-Za-z-]{1,31}:(?:[\w().,:;=@$!*'+/?#&~-]|%[[:xdigit:]]{2})+

        LOGLEVEL (?i:alert|crit(?:ical)?|debug|emerg(?:ency)?|err(?:or)?|fatal|info(?:rmation(?:al)?)?|notice|panic|severe|trace|verbose|warn(?:ing)?)
        """#
}

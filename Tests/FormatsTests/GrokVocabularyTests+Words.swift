extension GrokVocabularyTests {
    static let words = [
        Entry("USERNAME", ["ann", "a.b-c_9"], not: ["", "ann smith", "ann@home"]),
        Entry("USER", ["root", "www-data"], not: ["a/b"]),
        Entry("EMAILLOCALPART", ["ann", "ann.o'hara+logs"], not: ["ann.", ".ann", "a b"]),
        Entry("EMAILADDRESS", ["ann@example.com", "a.b+c@mail.example.org"], not: ["ann", "@example.com", "ann@"]),
        Entry("INT", ["0", "-17", "+007"], not: ["1.5", "", "-", "0x1"]),
        Entry("BASE10NUM", ["0", "-1.50", "+.5", "12345678901234567890"], not: ["1.", ".", "1e5", "--1"]),
        Entry("NUMBER", ["200", "0.250"], not: ["-", "1,5"]),
        Entry("BASE16NUM", ["ff", "0xDEAD", "-0x1"], not: ["0x", "fg"]),
        Entry("BASE16FLOAT", ["ff.8", "0x1.8", "7"], not: ["0x", "g.1"]),
        Entry("POSINT", ["1", "65535"], not: ["0", "01", "-1"]),
        Entry("NONNEGINT", ["0", "007"], not: ["-1", "1.0"]),
        Entry("WORD", ["GET", "snake_case9"], not: ["two words", "a-b", ""]),
        Entry("NOTSPACE", ["/a?b=c", "ü"], not: ["a b", ""]),
        Entry("SPACE", ["", " \t "], not: ["a"]),
        Entry("DATA", ["", "anything at all"], not: []),
        Entry("GREEDYDATA", ["", "anything at all"], not: []),
        Entry(
            "QUOTEDSTRING", [#""a b""#, #""say \"hi\"""#, "'it'", "''", "`x`"],
            not: [#""open"#, #""a"b""#, "bare", #""a\""#]),
        Entry("QS", [#""-""#, #""""#], not: ["-"]),
        Entry(
            "UUID", ["123e4567-e89b-12d3-a456-426614174000", "00000000-0000-0000-0000-00000000000F"],
            not: ["123e4567-e89b-12d3-a456", "123e4567e89b12d3a456426614174000"]),
        Entry("URN", ["urn:isbn:0451450523", "URN:ietf:rfc:2648"], not: ["urn:", "url:isbn:1", "urn:isbn:a b"]),
        Entry(
            "LOGLEVEL", ["INFO", "warning", "Err", "crit", "EMERG", "notice", "Information"],
            not: ["information technology", "inf0", "war"]),
    ]

    static let network = [
        Entry("COMMONMAC", ["00:1b:63:84:45:e6", "FF:FF:FF:FF:FF:FF"], not: ["00:1b:63:84:45", "00-1b-63-84-45-e6"]),
        Entry("WINDOWSMAC", ["00-1B-63-84-45-E6", "00-00-00-00-00-00"], not: ["00:1b:63:84:45:e6"]),
        Entry("CISCOMAC", ["001b.6384.45e6", "FFFF.FFFF.FFFF"], not: ["001b.6384", "001b:6384:45e6"]),
        Entry("MAC", ["00:1b:63:84:45:e6", "00-1B-63-84-45-E6", "001b.6384.45e6"], not: ["00:1b-63:84:45:e6"]),
        Entry(
            "IPV4", ["192.0.2.1", "255.255.255.255", "0.0.0.0", "10.001.2.3"],
            not: ["256.1.1.1", "1.2.3", "1.2.3.4.5", "1.2.3.400"]),
        Entry(
            "IPV6",
            [
                "2001:db8:0:0:0:0:2:1", "2001:db8::1", "::", "::1", "1::", "fe80::1%eth0", "::ffff:192.0.2.1",
                "1:2:3:4:5:6:192.0.2.1", "64:ff9b::192.0.2.33", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::8",
            ],
            not: [
                "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", ":::", "1:2:3:4:5:6:7:8::", "192.0.2.1",
                "1:2:3:4::5:6:7:8", "g::1", "::1:2:3:4:5:6:192.0.2.1", ":1:2:3:4:5:6:7",
            ]),
        Entry("IPV6FULL", ["1:2:3:4:5:6:7:8", "1:2:3:4:5:6:192.0.2.1"], not: ["1:2:3:4:5:6:7", "::1"]),
        Entry("IPV6SHORT4", ["::ffff:192.0.2.1", "64:ff9b::192.0.2.33"], not: ["::1", "1:2:3:4:5:6::192.0.2.1"]),
        Entry("IPV6SHORT", ["::", "2001:db8::1"], not: ["1:2", "1:2:3:4::5:6:7:8"]),
        Entry("IPV6RUN", ["1", "2001:db8"], not: ["", "1:", "12345"]),
        Entry("IP", ["192.0.2.1", "2001:db8::1"], not: ["example.com", "1.2.3"]),
        Entry(
            "HOSTNAME", ["localhost", "www.example.com", "example.com.", "web_1", "3com.net"],
            not: ["-web", "a..b", "a b", ""]),
        Entry("IPORHOST", ["192.0.2.1", "::1", "db-1.example.com"], not: ["a/b", ""]),
        Entry(
            "HOSTPORT", ["example.com:443", "192.0.2.1:80", "[2001:db8::1]:443"], not: ["example.com", "example.com:0"]),
        Entry("UNIXPATH", ["/", "/var/log/nginx/access.log", "/a//b~", "/schlüssel"], not: ["var/log", "/a b"]),
        Entry("WINPATH", [#"C:\Windows\System32"#, #"\\server\share"#], not: [#"Windows\System32"#, #"C:\a?"#]),
        Entry("PATH", ["/etc/passwd", #"C:\Temp"#], not: ["etc"]),
        Entry("TTY", ["/dev/pts/0", "/dev/tty1", "/dev/ttyS0"], not: ["/dev/null", "/dev/tty", "pts/0"]),
        Entry("URIPROTO", ["http", "coap+tcp"], not: ["h", "1http", "http:"]),
        Entry("URIHOST", ["example.com", "example.com:8080", "[::1]:80"], not: ["example.com:", "a/b"]),
        Entry("URIPATH", ["/", "/a/b;c=%20"], not: ["a", "/a?b"]),
        Entry("URIQUERY", ["", "a=b&c[]=d"], not: ["a b", "\""]),
        Entry("URIPARAM", ["?", "?a=b&c"], not: ["a=b"]),
        Entry("URIPATHPARAM", ["/a", "/a?b=c"], not: ["?b=c"]),
        Entry(
            "URI", ["https://example.com/a?b=c", "ftp://ann:pw@192.0.2.1:21/x", "file:///etc/hosts"],
            not: ["example.com/a", "https:/example.com"]),
    ]
}

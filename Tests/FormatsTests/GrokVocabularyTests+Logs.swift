extension GrokVocabularyTests {
    private static let request = #"192.0.2.1 - - [24/Nov/2026:10:00:00 +0100] "GET /a?b=c HTTP/1.1" 200 1043"#
    private static let refused = #"::1 - ann lee [24/Nov/2026:10:00:00 +0100] "\x16\x03" 400 -"#
    private static let error20 = "[Tue Nov 24 10:00:00 2026] [error] [client 192.0.2.1] File does not exist: /x"
    private static let error24 =
        "[Tue Nov 24 10:00:00.123456 2026] [core:error] [pid 7:tid 140] (13)Permission denied: [client 192.0.2.1:5000] AH00035: access denied"

    static let logs = [
        Entry("PROG", ["sshd", "postfix/smtpd", "kernel:"], not: ["a b", "sshd[1]", ""]),
        Entry("SYSLOGPROG", ["sshd[812]", "kernel"], not: ["sshd[]", "sshd[x]"]),
        Entry("SYSLOGHOST", ["web-1", "192.0.2.1"], not: ["web 1"]),
        Entry("SYSLOGFACILITY", ["<1.5>", "<16.0>"], not: ["<13>", "1.5"]),
        Entry(
            "SYSLOGBASE", ["Nov 24 10:00:00 web-1 sshd[812]:", "Jan  1 00:00:00 <1.5> fw kernel:"],
            not: ["Nov 24 10:00:00 web-1", "2026-11-24T10:00:00Z web-1 sshd[812]:"]),
        Entry(
            "SYSLOGBASE2", ["2026-11-24T10:00:00Z web-1 sshd[812]:", "Nov 24 10:00:00 web-1"],
            not: ["web-1 sshd[812]:"]),
        Entry(
            "SYSLOGLINE", ["Nov 24 10:00:00 web-1 sshd[812]: hello", "Nov 24 10:00:00 web-1 last message repeated"],
            not: ["hello"]),
        Entry(
            "SYSLOGPAMSESSION",
            [
                "Nov 24 10:00:00 a su[1]: pam_unix(su:session): session opened for user root by ann(uid=1000)",
                "Nov 24 10:00:00 a CRON[1]: pam_unix(cron:session): session closed for user root",
            ], not: ["Nov 24 10:00:00 a su[1]: hello"]),
        Entry("CRON_ACTION", ["CMD", "BEGIN EDIT"], not: ["cmd", ""]),
        Entry(
            "CRONLOG",
            [
                "Nov 24 10:00:00 a CRON[1]: (root) CMD (run-parts /etc/cron.hourly)",
                "Nov 24 10:00:00 a crontab[1]: (ann) LIST (ann)",
            ],
            not: ["Nov 24 10:00:00 a CRON[1]: hello"]),
        Entry("SYSLOG5424PRINTASCII", ["sshd", "a-b!"], not: ["a b", "ü"]),
        Entry("SYSLOG5424PRI", ["<34>", "<0>"], not: ["34", "<1.5>"]),
        Entry("SYSLOG5424SD", [#"[a@1 b="c"]"#, #"[a][b x="\"]"]"#], not: ["-", "[a", #"[a b=c]"#]),
        Entry(
            "SYSLOG5424BASE", ["<34>1 2026-11-24T10:00:00Z h su 7 ID47 -", #"<0>1 - - - - - [a b="c"]"#],
            not: ["<34> h su"]),
        Entry(
            "SYSLOG5424LINE", ["<34>1 2026-11-24T10:00:00Z h su - ID47 - hello", "<34>1 - - - - - -"], not: ["hello"]),
        Entry("HTTPDUSER", ["ann", "ann@example.com"], not: ["ann lee"]),
        Entry("HTTPD_QUOTED", [#"say \"hi\""#, ""], not: [#"a"b"#]),
        Entry("HTTPD_PATH", ["/a", #"/\"x"#], not: ["/a?b", "a b"]),
        Entry("HTTPD_QUERY", ["b=c", ""], not: ["a b"]),
        Entry("HTTPD_USER", ["ident ann", "- ann lee"], not: ["ann", ""]),
        Entry("HTTPD_REQUEST", ["GET /a?b=c HTTP/1.1", "OPTIONS * HTTP/1.0"], not: ["get / HTTP/1.1", "GET /"]),
        Entry("HTTPD_COMMONLOG", [request, refused], not: ["hello", #"192.0.2.1 - - "GET / HTTP/1.1" 200 1"#]),
        Entry("HTTPD_COMBINEDLOG", [request + #" "-" "curl/8.5.0""#, refused + #" "" "say \"hi\"""#], not: [request]),
        Entry("COMMONAPACHELOG", [request, refused], not: ["hello"]),
        Entry("COMBINEDAPACHELOG", [request + #" "-" "curl/8.5.0""#, refused + #" "-" "-""#], not: [request]),
        Entry("HTTPD20_ERRORLOG", [error20, "[Tue Nov 24 10:00:00 2026] [notice] caught SIGTERM"], not: [error24]),
        Entry("HTTPD24_ERRORLOG", [error24, "[Tue Nov 24 10:00:00.1 2026] [:notice] [pid 7] hello"], not: [error20]),
        Entry("HTTPD_ERRORLOG", [error20, error24], not: ["hello"]),
        Entry("JAVACLASS", ["com.example.Main", "Main$Inner"], not: ["9Main", "com..Main"]),
        Entry("JAVAFILE", ["Main.java", "Native Method"], not: ["a:b", ""]),
        Entry("JAVAMETHOD", ["main", "<init>", "lambda$0"], not: ["<main>", "9"]),
        Entry(
            "JAVASTACKTRACEPART", ["at com.example.Main.run(Main.java:42)", "\tat a.B.<init>(Unknown Source)"],
            not: ["Caused by: x", "at Main"]),
        Entry("JAVALOGMESSAGE", ["", "anything"], not: []),
    ]
}

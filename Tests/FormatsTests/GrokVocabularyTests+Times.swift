extension GrokVocabularyTests {
    static let times = [
        Entry("MONTH", ["Jan", "november", "Sept", "Mai", "März", "Dez"], not: ["Janu", "Foo", "M"]),
        Entry("MONTHNUM", ["1", "09", "12"], not: ["0", "13", "00"]),
        Entry("MONTHNUM2", ["01", "12"], not: ["1", "13"]),
        Entry("MONTHDAY", ["1", "09", "31"], not: ["0", "32"]),
        Entry("DAY", ["Mon", "Thursday"], not: ["Mo", "Thu,"]),
        Entry("YEAR", ["2026", "26"], not: ["202", "20266"]),
        Entry("HOUR", ["0", "09", "23"], not: ["24", "009"]),
        Entry("MINUTE", ["00", "59"], not: ["5", "60"]),
        Entry("SECOND", ["0", "59", "60", "07.123456", "07,5"], not: ["61", "7."]),
        Entry("TIME", ["10:00:00", "9:59:60", "23:59:59.999"], not: ["10:00", "24:00:00", "10:00:000"]),
        Entry("DATE_US", ["11/24/2026", "1-2-26"], not: ["24/11/2026", "2026-11-24"]),
        Entry("DATE_EU", ["24.11.2026", "24/11/26"], not: ["11/24/2026", "24.11"]),
        Entry("DATE", ["11/24/2026", "24.11.2026"], not: ["2026-11-24"]),
        Entry("ISO8601_TIMEZONE", ["Z", "+01:00", "-0530", "+00"], not: ["+", "UTC", "+24"]),
        Entry("ISO8601_SECOND", ["00", "60"], not: ["61"]),
        Entry(
            "TIMESTAMP_ISO8601",
            [
                "2026-11-24T10:00:00Z", "2026-11-24 10:00:00,123", "2026-11-24T10:00+01:00",
                "2026-11-24 10:00:00.5-0800",
            ],
            not: ["2026-13-24T10:00:00Z", "2026-11-24", "24-11-2026T10:00:00"]),
        Entry("TIMESTAMP_CN", ["2026-11-24 10:00:00.123", "2026-01-01 00:00:00.000"], not: ["2026-11-24 10:00:00"]),
        Entry("DATESTAMP", ["11/24/2026 10:00:00", "24.11.2026-10:00:00.5"], not: ["11/24/2026"]),
        Entry("TZ", ["UTC", "PST", "CEST"], not: ["XYZ", "+01:00"]),
        Entry(
            "DATESTAMP_RFC822", ["Tue Nov 24 2026 10:00:00 UTC", "Mon Jan 5 26 1:02:03 PST"],
            not: ["Tue, 24 Nov 2026 10:00:00 +0000"]),
        Entry(
            "DATESTAMP_RFC2822", ["Tue, 24 Nov 2026 10:00:00 +0100", "Mon, 5 Jan 2026 10:00:00 Z"],
            not: ["Tue Nov 24 2026 10:00:00 UTC"]),
        Entry(
            "DATESTAMP_OTHER", ["Tue Nov 24 10:00:00 UTC 2026", "Thu Jan  1 00:00:00 CET 1970"],
            not: ["Tue Nov 24 10:00:00 2026"]),
        Entry("DATESTAMP_EVENTLOG", ["20261124100000", "20260102030405.123"], not: ["20261324100000", "2026112410"]),
        Entry("SYSLOGTIMESTAMP", ["Nov 24 10:00:00", "Jan  1 00:00:00"], not: ["24 Nov 10:00:00", "Nov 24"]),
        Entry(
            "HTTPDATE", ["24/Nov/2026:10:00:00 +0100", "1/Jan/2026:00:00:00 -0530"], not: ["24/Nov/2026 10:00:00 +0100"]
        ),
        Entry(
            "HTTPDERROR_DATE", ["Tue Nov 24 10:00:00 2026", "Tue Nov 24 10:00:00.123456 2026"],
            not: ["Nov 24 10:00:00 2026"]),
    ]
}

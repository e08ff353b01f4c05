extension GrokVocabulary {
    /// Times and their parts. In German too where the names come from: Mai, Okt, Dez.
    static let times = #"""
        MONTH \b(?i:jan(?:uary?)?|feb(?:ruary?)?|m(?:arch|ar|ärz|är|rz|ay|ai)|apr(?:il)?|jun[ei]?|jul[yi]?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b
        MONTHNUM 1[0-2]|0?[1-9]
        MONTHNUM2 1[0-2]|0[1-9]
        MONTHDAY 3[01]|[12][0-9]|0?[1-9]
        DAY (?i:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)
        YEAR [0-9]{2}(?:[0-9]{2})?
        HOUR 2[0-3]|[01]?[0-9]
        MINUTE [0-5][0-9]
        # 60 is a leap second.
        SECOND (?:60|[0-5]?[0-9])(?:[:.,][0-9]++)?
        TIME (?<![0-9])%{HOUR}:%{MINUTE}:%{SECOND}(?![0-9])

        DATE_US %{MONTHNUM}[/-]%{MONTHDAY}[/-]%{YEAR}
        DATE_EU %{MONTHDAY}[./-]%{MONTHNUM}[./-]%{YEAR}
        DATE %{DATE_US}|%{DATE_EU}
        # Only hours in the zone, as PostgreSQL writes it, are right too (ISO 8601-1 §4.3.13).
        ISO8601_TIMEZONE Z|[+-]%{HOUR}(?::?%{MINUTE})?
        ISO8601_SECOND %{SECOND}
        TIMESTAMP_ISO8601 %{YEAR}-%{MONTHNUM}-%{MONTHDAY}[T ]%{HOUR}:?%{MINUTE}(?::?%{SECOND})?%{ISO8601_TIMEZONE}?
        TIMESTAMP_CN %{YEAR}-%{MONTHNUM}-%{MONTHDAY} %{HOUR}:%{MINUTE}:%{SECOND}\.[0-9]{3}
        DATESTAMP %{DATE}[- ]%{TIME}
        TZ UTC|GMT|[AECMP][SD]T|WES?T|CES?T|EES?T|BST|MSK|IST|JST
        DATESTAMP_RFC822 %{DAY} %{MONTH} %{MONTHDAY} %{YEAR} %{TIME} %{TZ}
        DATESTAMP_RFC2822 %{DAY}, %{MONTHDAY} %{MONTH} %{YEAR} %{TIME} %{ISO8601_TIMEZONE}
        DATESTAMP_OTHER %{DAY} %{MONTH} +%{MONTHDAY} %{TIME} %{TZ} %{YEAR}
        DATESTAMP_EVENTLOG [0-9]{4}%{MONTHNUM2}%{MONTHDAY}(?:2[0-3]|[01][0-9])%{MINUTE}(?:60|[0-5][0-9])(?:[:.,][0-9]++)?
        SYSLOGTIMESTAMP %{MONTH} +%{MONTHDAY} %{TIME}
        HTTPDATE %{MONTHDAY}/%{MONTH}/%{YEAR}:%{TIME} %{INT}
        HTTPDERROR_DATE %{DAY} %{MONTH} +%{MONTHDAY} %{TIME} %{YEAR}
        """#
}

import Testing

@testable import Expressions

@Suite("A mistake")
struct ErrorTests {
    @Test(
        "is shown with its place and what to write instead",
        arguments: [
            """
            status >= 500 && lowr(path) =~ "^/api/"
                             ^^^^
            unknown function 'lowr'; did you mean 'lower'?
            """,
            """
            status = 500
                   ^
            = does not compare; write ==
            """,
            """
            share > 12.50% || a
                    ^^^^^^
            % is the remainder of a division, and shares are numbers from 0 to 1; for 12.50 percent write 0.125
            """,
            """
            min(100%, b) < 1
                ^^^^
            % is the remainder of a division, and shares are numbers from 0 to 1; for 100 percent write 1
            """,
            """
            a > 1e1%
                ^^^^
            % is the remainder of a division, and shares are numbers from 0 to 1
            """,
            """
            a % 3 > 5 %
                    ^^^
            % is the remainder of a division, and shares are numbers from 0 to 1; for 5 percent write 0.05
            """,
            """
            status >= 500 and path == "/"
                          ^^^
            'and' is not an operator; write &&
            """,
            """
            b > 1 || 2026-11-30 <= time
                     ^^^^^^^^^^
            without quotes 2026-11-30 is a subtraction; write "2026-11-30"
            """,
            """
            day != 2026-1-1
                   ^^^^^^^^
            without quotes 2026-1-1 is a subtraction; write "2026-1-1"
            """,
            """
            day == 2026-01-09
                   ^^^^^^^^^^
            times are texts; write "2026-01-09"
            """,
            """
            (time > 2026-11-30T10:00:00.5Z)
                    ^^^^^^^^^^^^^^^^^^^^^^
            times are texts; write "2026-11-30T10:00:00.5Z"
            """,
            """
            time >= 2026
                    ^^^^
            times are texts; write "2026"
            """,
            """
            time < "1h ago"
                   ^^^^^^^^
            "1h ago" is no time; write "2026-11-24T10:00:00Z", or its beginning; add_time(now(), -3600) is an hour ago
            """,
            """
            count > 007
                    ^^^
            '007' is not a number; write 7
            """,
            """
            path =~ "^/(api"
                           ^
            in the pattern: missing closing parenthesis
            """,
            """
            path =~ /api/
                    ^
            the pattern of =~ must be a string; write =~ "…" for /…/
            """,
            """
            status =~ 5
                      ^
            the pattern of =~ must be a string; write =~ "…"
            """,
            """
            "a" * 2
            ^^^
            * needs numbers, this is a text
            """,
            """
            name + "x"
                   ^^^
            + needs numbers, this is a text; write concat(a, b) to join texts
            """,
            """
            lower(a) + upper(b)
            ^^^^^^^^^^^^^^^^^^^
            + needs numbers, this is a text; write concat(a, b) to join texts
            """,
            """
            status == 200 || 404
                             ^^^
            this is a number, not a condition; compare it, or write x in (a, b) for one of several
            """,
            """
            !status == 200
                       ^^^
            this is a number, and what it is compared with is true or false; ! binds to what stands next to it: write \
            !(a == b)
            """,
            """
            a < b < c
                  ^
            comparisons cannot be chained; write a < b && b < c
            """,
            """
            x == True
                 ^^^^
            'True' is not a word here; write true, or `True` for a field
            """,
            """
            x not in (1)
              ^^^
            'not' is not an operator; write !(x in (…)), or != for "is not"
            """,
            """
            x < null
                ^^^^
            null has no order; write x == null or x != null
            """,
            """
            round(1, 2, 3)
                        ^
            round takes 1 or 2 arguments, this is one too many; it is round(number, digits?)
            """,
            """
            concat(x)
            ^^^^^^^^^
            concat takes 2 or more arguments, here is 1; it is concat(text, text, …)
            """,
            """
            exists(a + b)
                   ^^^^^
            exists takes the name of a field; write exists(status)
            """,
            """
            duration > 500ms
                       ^^^^^
            '500ms' is not a number; durations are in seconds: write 0.5
            """,
            """
            (status == 1
            ^
            this '(' is never closed
            """,
            """
            status == 1)
                       ^
            there is no '(' for this ')'
            """,
            """
            status ==
                     ^
            something is missing at the end
            """,
            """
            status 500
                   ^^^
            an operator is missing before '500'
            """,
            """
            $status == 1
            ^^^^^^^
            a field is written by its name alone; write status for $status
            """,
            """
            @timestamp == 1
            ^
            @ is not part of a name; put the name in backticks: `@timestamp`
            """,
            """
            a & b
              ^
            & is not an operator; write &&
            """,
            """
            9223372036854775807 + 1 > x
            ^^^^^^^^^^^^^^^^^^^^^^^
            no number holds this result
            """,
            """
            x / 0
                ^
            division by zero
            """,
            """
            if(a, b, c)
            ^^
            unknown function 'if'; write condition ? a : b
            """,
        ])
    func golden(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect(complaint(String(source)) == expected)
    }

    @Test(
        "is pointed at by columns, not by bytes",
        arguments: [
            """
            "größe" == `日本` && lowr(x)
                                 ^^^^
            unknown function 'lowr'; did you mean 'lower'?
            """,
            """
            path =~ "日(本"
                          ^
            in the pattern: missing closing parenthesis
            """,
            """
            größe == 1
            ^^^^^
            only letters of ASCII stand in a bare name; put the name in backticks: `größe`
            """,
        ])
    func columns(expected: String) throws {
        let source = try #require(expected.split(separator: "\n").first)
        #expect(complaint(String(source)) == expected)
    }

    @Test("in an expression of several lines is shown in its own line")
    func lines() {
        #expect(complaint("a == 1 &&\n\tb = 2\n&& c") == " b = 2\n   ^\n= does not compare; write ==")
    }

    @Test("in a name is found where the names are known")
    func knownFields() {
        let fields = ["count", "error_ratio", "duration_p99"]
        #expect(complaint("error_ratio > 0.05 && count > 10", knownFields: fields) == nil)
        #expect(
            complaint("eror_ratio > 0.05", knownFields: fields)
                == "eror_ratio > 0.05\n^^^^^^^^^^\nunknown field 'eror_ratio'; did you mean 'error_ratio'?")
        #expect(
            complaint("exists(x)", knownFields: fields)?.contains("there are count, error_ratio, duration_p99") == true)
    }

    @Test("is a condition that can never be true")
    func purpose() {
        #expect(complaint("status + 1") == nil)
        #expect(complaint("status + 1", for: .condition)?.contains("this is a number, not a condition") == true)
        #expect(complaint("cached", for: .condition) == nil)
    }

    @Test("of one transposition, of case, or in another language's word is a near one")
    func suggestions() {
        for (wrong, right) in [
            ("lwoer", "lower"), ("Lower", "lower"), ("toupper", "upper"), ("startsWith", "starts_with"),
            ("strlen", "length"),
            ("celi", "ceil"), ("substring", "substr"),
        ] {
            #expect(complaint("\(wrong)(x)")?.hasSuffix("did you mean '\(right)'?") == true, "\(wrong)")
        }
        #expect(complaint("frobnicate(x)")?.hasSuffix("unknown function 'frobnicate'") == true)
    }
}

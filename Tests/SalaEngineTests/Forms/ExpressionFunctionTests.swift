import SalaThai
import Testing

@testable import SalaEngine

/// Expected values are those of https://docs.getodk.org/form-operators-functions/ and the ODK XForms
/// specification.
struct ExpressionFunctionTests {
    private func evaluate(_ source: String, _ answers: Answers = [:], own: Answer? = nil) throws -> String {
        try Expression(source).evaluate(in: .init(answers: answers, own: own, now: SampleForm.morning)).string
    }

    @Test(
        "choices of select questions are found in lists and in texts with spaces",
        arguments: [
            ("selected(${x}, 'a')", "true"), ("selected(${x}, 'c')", "false"),
            ("selected('abc', 'b')", "false"),
            ("selected(' a  b ', ' b ')", "true"), ("selected('', 'a')", "false"),
            ("selected(${none}, 'a')", "false"),
            ("selected-at(${x}, 0)", "a"), ("selected-at(${x}, 1)", "b"), ("selected-at(${x}, 2)", ""),
            ("selected-at(${x}, -1)", ""), ("selected-at(${x}, 'z')", ""), ("count-selected(${x})", "2"),
            ("count-selected('')", "0"), ("count(${x})", "2"), ("count(${none})", "0"),
            ("join(', ', ${x}, 'c')", "a, b, c"),
        ])
    func choices(source: String, expected: String) throws {
        #expect(try evaluate(source, ["x": .list(["a", "b"])]) == expected)
    }

    @Test(
        "conditions",
        arguments: [
            ("if('false', 'x', 'y')", "x"), ("if(0, 'x', 'y')", "y"), ("if('a' = 'b', 1, 2) + 1", "3"),
            ("coalesce('', 'b')", "b"), ("coalesce('a', 'b')", "a"), ("coalesce('', '')", ""),
            ("not('')", "true"),
            ("boolean-from-string('true')", "true"), ("boolean-from-string('1')", "true"),
            ("boolean-from-string('yes')", "false"), ("string(true())", "true"), ("string(false())", "false"),
        ])
    func conditions(source: String, expected: String) throws {
        #expect(try evaluate(source) == expected)
    }

    @Test("once keeps the answer that is there")
    func once() throws {
        #expect(try evaluate("once(7)", own: .text("3")) == "3")
        #expect(try evaluate("once(7)") == "7")
    }

    @Test(
        "numbers",
        arguments: [
            ("int(3.9)", "3"), ("int(-3.9)", "-3"), ("int('x')", "NaN"), ("round(2.5)", "3"),
            ("round(-2.5)", "-2"),
            ("round(-2.6)", "-3"), ("round(1.005, 2)", "1.01"), ("round(2.675, 2)", "2.68"),
            ("round(1250, -2)", "1300"), ("round(-1.25, 1)", "-1.2"), ("round('x')", "NaN"),
            ("round(1 div 0)", "Infinity"), ("abs(-3)", "3"), ("pow(2, 10)", "1024"), ("pow(2, -1)", "0.5"),
            ("max(1, '3', 2)", "3"), ("min(4, 2)", "2"), ("max(1, '')", "NaN"), ("min(-1, 'x')", "NaN"),
            ("sum(${n})", "6.5"), ("max(${n})", "4"), ("sum('')", "NaN"), ("number('12.50')", "12.5"),
        ])
    func reckoning(source: String, expected: String) throws {
        #expect(try evaluate(source, ["n": .list(["1", "4", "1.5"])]) == expected)
    }

    @Test(
        "texts are counted and cut in code points, also in Thai",
        arguments: [
            ("string-length('')", "0"), ("string-length('สำนัก')", "5"), ("string-length('กี่')", "3"),
            ("contains('สำนักงาน', 'สำน')", "true"), ("contains('abc', '')", "true"),
            ("contains('abc', 'd')", "false"),
            ("starts-with('ที่ดิน', 'ท')", "true"), ("ends-with('abc', 'bc')", "true"),
            ("ends-with('c', 'bc')", "false"),
            ("concat('a', 1, true())", "a1true"), ("concat('a')", "a"), ("substr('hello', 1, 3)", "el"),
            ("substr('hello', 1)", "ello"), ("substr('hello', -2)", "lo"), ("substr('hello', 4, 99)", "o"),
            ("substr('hello', 3, 1)", ""), ("substr('กี่ครั้ง', 0, 3)", "กี่"),
            ("substring-before('a-b-c', '-')", "a"),
            ("substring-after('a-b-c', '-')", "b-c"), ("substring-before('abc', 'x')", ""),
            ("substring-after('abc', 'x')", ""), ("substring-after('abc', '')", "abc"),
            ("translate('bar', 'abc', 'ABC')", "BAr"), ("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
            ("normalize-space('  a   b ')", "a b"), ("join('-', 'a', 'b')", "a-b"), ("string(3.0)", "3"),
        ])
    func spelling(source: String, expected: String) throws {
        #expect(try evaluate(source) == expected)
    }

    @Test("string-length and normalize-space without an argument look at the own answer")
    func ownAnswer() throws {
        #expect(try evaluate("string-length() <= 3", own: .text("abcd")) == "false")
        #expect(try evaluate("normalize-space()", own: .text(" a  b")) == "a b")
    }

    @Test(
        "regex matches the whole text, and its digits are 0 to 9",
        arguments: [
            ("regex('12345', '[0-9]{5}')", "true"), ("regex('123456', '[0-9]{5}')", "false"),
            ("regex('ab', 'a|b')", "false"), ("regex('b', 'a|b')", "true"), ("regex('', '.+')", "false"),
            ("regex('๑๒', '\\d+')", "false"), ("regex('12', '\\d+')", "true"),
            ("regex('1-2', '[\\d-]+')", "true"),
            ("regex('12\n', '\\d+')", "false"), ("regex('กขค', '[ก-ฮ]+')", "true"),
            ("regex('\\d', '\\\\d')", "true"),
            ("regex('x', ${pattern})", "false"), ("regex('0-2222-3333', '0-\\d{4}-\\d{4}')", "true"),
        ])
    func regex(source: String, expected: String) throws {
        #expect(try evaluate(source, ["pattern": .text("(")]) == expected)
    }

    @Test(
        "dates are texts in Bangkok's time and whole numbers of days",
        arguments: [
            ("today()", "2021-07-12"), ("now()", "2021-07-12T09:30:00.000+07:00"),
            ("date(18820)", "2021-07-12"),
            ("date('2021-07-12T22:00:00.000+00:00')", "2021-07-13"), ("date('x')", ""), ("date('')", ""),
            ("date(today() + 30)", "2021-08-11"), ("date(-719163)", ""), ("today() + 1", "18821"),
            ("decimal-date-time('1970-01-02')", "1"),
            ("decimal-date-time('2021-07-12T18:00:00.000+07:00')", "18820.75"),
            ("int((today() - '2000-02-29') div 365.25)", "21"),
            ("date(decimal-date-time(today()))", "2021-07-12"),
            ("format-date('2021-07-02', '%Y/%m/%d')", "2021/07/02"),
            ("format-date('2021-07-02', '%e %n %y')", "2 7 21"),
            ("format-date('2021-07-02', '%a %b %% %q')", "ศ. ก.ค. % %q"), ("format-date('', '%Y')", ""),
            ("format-date-time('2021-07-12T09:05:03.007+07:00', '%h %H:%M:%S.%3')", "9 09:05:03.007"),
            ("format-date-time('2021-07-11T23:59:59Z', '%d %H')", "12 06"),
        ])
    func dating(source: String, expected: String) throws {
        #expect(try evaluate(source) == expected)
    }

    @Test("days and months are named in the scope's language")
    func language() throws {
        let scope = Expression.Scope(now: SampleForm.morning, language: .english)
        #expect(
            try Expression("format-date(today(), '%a %e %b %Y')").evaluate(in: scope).string
                == "Mon 12 Jul 2021")
    }

    @Test("a day turns at Bangkok's midnight")
    func midnight() throws {
        let before = Expression.Scope(now: Instant(seconds: 1_626_109_199))
        let after = Expression.Scope(now: Instant(seconds: 1_626_109_200))
        #expect(try Expression("today()").evaluate(in: before).string == "2021-07-12")
        #expect(try Expression("today()").evaluate(in: after).string == "2021-07-13")
    }
}

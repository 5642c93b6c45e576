import Testing

@testable import SalaEngine

struct ExpressionFaultTests {
    /// Empty where nothing is wrong.
    private func words(of source: String) -> String { refusal(of: source)?.sentence.description ?? "" }

    private func refusal(of source: String) -> ExpressionFault? {
        do throws(ExpressionFault) {
            _ = try Expression(source)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "a fault says where it is and what to write",
        arguments: [
            ("", 0, "empty"), ("  ", 2, "empty"), ("1 +", 3, "A value is missing before the end"),
            ("(1", 2, "`)` is missing"), ("1)", 1, "closes nothing"), ("1 2", 2, "operator"),
            ("${a} AND ${b}", 5, "write `and`"), ("${a} == 1", 5, "write `=`"),
            ("${a} && 1", 5, "write `and`"),
            ("${a} <> 1", 5, "write `!=`"), ("${a} ≥ 1", 5, "write `>=`"), ("'abc", 0, "no end"),
            ("${a = 1", 0, "${name}"), ("${a b}", 0, "${name}"), ("$a", 0, "${name}"), ("${}", 0, "${name}"),
            ("\u{2018}a = 1", 0, "no end"), ("../a = 1", 0, "${name}"), ("/data/a", 0, "`div`"),
            ("a[1]", 1, "${name}"), ("1 \u{A0}+ 1", 2, "ordinary space"), ("1 # 2", 2, "U+23"),
            ("selcted(${a}, 'b')", 0, "did you mean `selected`?"), ("1 + frobnicate()", 4, "not a function"),
            ("jr:choice-name(${a}, 'a')", 0, "not a function"),
            ("if(1, 2)", 0, "`if` takes 3 arguments, not 2"),
            ("true(1)", 0, "`true` takes no argument, not 1"),
            ("not()", 0, "`not` takes 1 argument, not 0"),
            ("round(1, 2, 3)", 0, "`round` takes 1 or 2 arguments, not 3"),
            ("max()", 0, "`max` takes at least 1 argument, not 0"), ("concat('a' 'b')", 11, "`,` or `)`"),
            ("1 + regex(., '[0-9')", 4, "not a regular expression"), ("* 2", 0, "A value is missing"),
            ("selected(${a}, )", 15, "A value is missing"), ("! true()", 0, "write `not(...)`"),
        ])
    func faults(source: String, offset: Int, words: String) throws {
        let fault = try #require(refusal(of: source))
        #expect(fault.offset == offset)
        #expect(fault.sentence.description.contains(words), "\(fault.sentence)")
    }

    @Test("what is nested deeper than the stack could hold is refused")
    func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth)
        }
        #expect(refusal(of: nested(60)) == nil)
        #expect(words(of: nested(10_000)).contains("within each other"))
        #expect(words(of: String(repeating: "not(", count: 8000)).contains("within each other"))
        #expect(words(of: String(repeating: "1+", count: 20_000)).contains("longer than 32767"))
    }
}

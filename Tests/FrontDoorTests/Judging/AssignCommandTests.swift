import ArgumentParser
import Foundation
import SalaEngine
import Testing

@testable import sala

@Suite("sala assign")
struct AssignCommandTests {
    private let folder: JudgingFolder

    init() throws { folder = try JudgingFolder() }

    private func assign(_ words: String...) throws -> JudgingOutput { try Assign.parse(words).output() }

    private func pairs(_ output: JudgingOutput) throws -> [String] {
        let list = try JudgingFolder.object(output)["assignment"] as? [[String: Any]] ?? []
        return list.map { "\($0["entry"] ?? "") \($0["judge"] ?? "") \($0["affinity"] ?? "")" }
    }

    private let list = """
        entry,judge,affinity
        one,ann,0.9
        one,bob,0.8
        two,ann,0.7
        two,bob,0.1
        """

    @Test("prints the exact total, the minimum and the pairs, affinities as they were given")
    func total() throws {
        let file = try folder.file("a.csv", list)
        let output = try assign(
            "--affinity", file, "--demand", "1", "--max-load", "1", "--objective", "total", "--json")
        #expect(output.code == .success)
        #expect(output.text.hasPrefix("{") && !output.text.contains("\n"))
        #expect(output.text.contains("\"total\":1.5,"))
        #expect(output.text.contains("\"minimum\":0.7,"))
        #expect(output.text.contains("\"proved\":true"))
        #expect(try pairs(output) == ["one bob 0.8", "two ann 0.7"])
    }

    @Test("sums are exact where doubles are not")
    func exact() throws {
        let file = try folder.file(
            "a.csv", "entry,judge,affinity\none,ann,0.1\none,bob,0.2\ntwo,ann,1e-17\ntwo,bob,123456.789\n")
        let output = try assign("--affinity", file, "--demand", "2", "--json")
        #expect(output.text.contains("\"minimum\":0.3,"))
        #expect(output.text.contains("\"total\":123457.08900000000000001,"))
        #expect(output.notices.contains { $0.description.contains("17 digits") })
    }

    @Test("a matrix is the same as a list, and what is left out is 0 and allowed")
    func matrix() throws {
        let lists = try folder.file("a.csv", list + "\nthree,cid,0.4\n")
        let table = try folder.file(
            "m.csv", "entry,ann,bob,cid\r\none,0.9,0.8,\r\ntwo,0.7,0.1,0\r\nthree,,,0.40\r\n")
        for objective in ["total", "fairness", "fair-first"] {
            let one = try assign("--affinity", lists, "--demand", "2", "--objective", objective, "--json")
            let other = try assign("--affinity", table, "--demand", "2", "--objective", objective, "--json")
            #expect(one.text == other.text)
        }
    }

    @Test("files in Excel's CSV, in Thai, with quotation marks, and in another order are read alike")
    func dialects() throws {
        let plain = try folder.file("a.csv", "entry,judge,affinity\nเรื่อง 1,\"สมชาย, ดร.\",3\nเรื่อง 2,วิภา,4\n")
        let excel = try folder.file(
            "b.csv",
            "\u{FEFF}Judge, AFFINITY ,note,entry\r\nวิภา,4,x,เรื่อง 2\r\n\r\n"
                + "\"สมชาย, ดร.\",3.0,\"a \"\"b\"\"\",เรื่อง 1\r\n"
        )
        let one = try assign("--affinity", plain, "--demand", "1", "--json")
        #expect(try assign("--affinity", excel, "--demand", "1", "--json").text == one.text)
        #expect(try pairs(one) == ["เรื่อง 1 สมชาย, ดร. 3", "เรื่อง 2 วิภา 4"])
    }

    @Test("conflicts are kept out and fixed pairs in; strangers among conflicts are passed over and named")
    func conflictsAndFixed() throws {
        let file = try folder.file("a.csv", list)
        let conflicts = try folder.file("c.csv", "entry,judge\none,ann\nnine,ann\none,zoe\none,ann\n")
        let fixed = try folder.file("f.csv", "entry,judge,affinity\ntwo,bob,7\nnew,dan,\n")
        let output = try assign(
            "--affinity", file, "--demand", "1", "--max-load", "2", "--conflicts", conflicts, "--fixed",
            fixed,
            "--json")
        #expect(try pairs(output) == ["new dan 0", "one bob 0.8", "two bob 0.1"])
        #expect(
            output.notices == [
                "\(conflicts): 2 lines (the first is line 3) with an entry or a judge that is not in the "
                    + "round were passed over"
            ])
    }

    @Test("what is printed as CSV can be fixed in the next run")
    func roundTrip() throws {
        let names = "entry,judge,affinity\n=1+1,@ann,0.25\n-two,ann,1\n"
        let file = try folder.file("a.csv", names)
        let output = try assign("--affinity", file, "--demand", "1", "--csv")
        #expect(
            output.text == "entry,judge,affinity\r\n-two,ann,1\r\n'=1+1,'@ann,0.25\r\n"
                || output.text == "entry,judge,affinity\r\n'-two,ann,1\r\n'=1+1,'@ann,0.25\r\n")
        let fixed = try folder.file("f.csv", output.text)
        let again = try assign("--affinity", file, "--demand", "1", "--fixed", fixed, "--csv")
        #expect(again.text == output.text)
        #expect(again.notices == [])
    }

    @Test("without an assignment it names the short entries and the smallest change, and ends with 65")
    func infeasible() throws {
        let file = try folder.file("a.csv", list)
        let conflicts = try folder.file("c.csv", "entry,judge\none,ann\n")
        let output = try assign("--affinity", file, "--demand", "2", "--conflicts", conflicts, "--json")
        #expect(output.code.rawValue == 65)
        let cause = try JudgingFolder.object(output)["infeasible"] as? [String: Any]
        #expect(cause?["entries"] as? [String] == ["one"])
        #expect(cause?["missing"] as? Int == 1)
        let mend = cause?["mend"] as? [String: Any]
        #expect(mend?["size"] as? Int == 1)
        #expect(mend?["words"] as? String == "add 1 judge without conflicts")
        #expect(output.notices.contains("places missing: 1, among the entries one"))
        let full = try assign("--affinity", file, "--demand", "1", "--max-load", "0", "--json")
        #expect(full.text.contains("\"words\":\"raise --max-load from 0 to 1\""))
        #expect(try assign("--affinity", file, "--demand", "1", "--max-load", "0").text == "")
    }

    @Test("faulty lines are refused with file and line")
    func faults() throws {
        let bad = try folder.file(
            "a.csv", "entry,judge,affinity\none,ann,x\n,ann,1\none,bob,1\none,bob,2\none,cid,1000000000\n")
        let refusal = JudgingFolder.refusal { try assign("--affinity", bad, "--demand", "1") }
        #expect(refusal?.code == 65)
        #expect(
            refusal?.words.split(separator: "\n").map(String.init) == [
                "\(bad): line 2: x is not a number; write it as in 12.5",
                "\(bad): line 3: entry is empty",
                "\(bad): line 5: entry one and judge bob stand on line 4 already",
                "\(bad): line 6: 1000000000 is a thousand million or more",
            ])
        let cases = [
            (
                "who,judge,affinity\na,b,1\n",
                "line 1: the first line has to name the columns entry,judge,affinity"
            ),
            ("entry,judge,affinity\na,b\n", "line 2: 2 fields, but the first line has 3 columns"),
            ("", "line 1: the file is empty"),
            ("entry,ann,ann\na,1,2\n", "line 1: the judge ann has two columns"),
            ("entry,judge,affinity\na,\"b,1\n", "line 2: a quotation mark is opened here and never closed"),
            ("entry,entry,judge,affinity\na,a,b,1\n", "line 1: the column entry is there twice"),
        ]
        for (text, words) in cases {
            let path = try folder.file("b.csv", text)
            let refusal = JudgingFolder.refusal { try assign("--affinity", path, "--demand", "1") }
            #expect(refusal?.words.hasPrefix("\(path): \(words)") == true)
            #expect(refusal?.code == 65)
        }
        let none = folder.path("none.csv")
        let missing = JudgingFolder.refusal { try assign("--affinity", none, "--demand", "1") }
        #expect(missing?.code == 66)
        #expect(missing?.words == "\(none): there is no such file, or it cannot be read")
    }

    @Test("fixed pairs that cannot be are refused with their line")
    func fixedFaults() throws {
        let file = try folder.file("a.csv", list)
        let conflicts = try folder.file("c.csv", "entry,judge\none,ann\n")
        let fixed = try folder.file("f.csv", "entry,judge\none,ann\none,bob\ntwo,bob\n")
        let refusal = JudgingFolder.refusal {
            try assign(
                "--affinity", file, "--demand", "1", "--max-load", "1", "--conflicts", conflicts, "--fixed",
                fixed)
        }
        #expect(
            refusal?.words.split(separator: "\n").map(String.init) == [
                "\(fixed): line 2: entry one and judge ann are in conflict",
                "\(fixed): line 3: entry one has more fixed judges than the demand of 1",
                "\(fixed): line 4: judge bob has more fixed entries than the maximum load of 1",
            ])
    }

    @Test("lists say who is in the round, and refuse those who are not")
    func lists() throws {
        let file = try folder.file("a.csv", list)
        let entries = try folder.file("e.csv", "entry\none\ntwo\nsilent\n")
        let judges = try folder.file("j.csv", "judge\nann\nbob\n")
        let output = try assign(
            "--affinity", file, "--entries", entries, "--judges", judges, "--demand", "1", "--json")
        #expect(try pairs(output).count == 3)
        let few = try folder.file("k.csv", "judge\nann\n")
        let refusal = JudgingFolder.refusal {
            try assign("--affinity", file, "--judges", few, "--demand", "1")
        }
        #expect(refusal?.words.hasPrefix("\(file): line 3: judge bob is not in \(few)") == true)
    }

    @Test("without affinities the words of entries meet the judges' expertise")
    func words() throws {
        let entries = try folder.file(
            "e.csv", "entry,text\nflood,ระบบเตือนภัยน้ำท่วมสำหรับชุมชน\ntax,ชำระภาษีท้องถิ่นออนไลน์\n")
        let judges = try folder.file("j.csv", "judge,expertise\nann,ภาษี การคลัง\nbob,น้ำท่วม ภัยพิบัติ\n")
        let output = try assign(
            "--entries", entries, "--judges", judges, "--demand", "1", "--max-load", "1", "--json")
        let found = try pairs(output)
        #expect(found.map { $0.prefix { $0 != "0" } } == ["flood bob ", "tax ann "])
        #expect(!found.contains { $0.hasSuffix(" 0") })
        let bare = try folder.file("b.csv", "judge\nann\n")
        let refusal = JudgingFolder.refusal {
            try assign("--entries", entries, "--judges", bare, "--demand", "1")
        }
        #expect(refusal?.words == "\(bare): line 1: the first line has to name the column expertise")
    }

    @Test("wrong use is refused before a file is read")
    func usage() {
        let cases = [
            ["--affinity", "x.csv"], ["--affinity", "x.csv", "--demand", "0"], ["--demand", "1"],
            ["--affinity", "x.csv", "--demand", "1", "--min-load", "3", "--max-load", "2"],
            ["--affinity", "x.csv", "--demand", "1", "--objective", "best"],
            ["--affinity", "x.csv", "--demand", "1", "--json", "--csv"],
            ["--affinity", "x.csv", "--demand", "1", "--hard-min-load"],
        ]
        for words in cases {
            #expect {
                _ = try Assign.parse(words)
            } throws: {
                Assign.exitCode(for: $0).rawValue == 64
            }
        }
    }

    @Test("for people it prints a table and a line of what was reached")
    func table() throws {
        let file = try folder.file("a.csv", list)
        let output = try assign(
            "--affinity", file, "--demand", "1", "--max-load", "1", "--objective", "fairness")
        #expect(
            output.text == """
                entry  judge  affinity
                one    bob         0.8
                two    ann         0.7

                total 1.5, minimum 0.7, at most 0.7, proved to be the best; loads 1 to 1
                """)
    }
}

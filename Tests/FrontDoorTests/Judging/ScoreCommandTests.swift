import ArgumentParser
import Foundation
import SalaEngine
import Testing

@testable import sala

@Suite("sala calibrate and sala tally")
struct ScoreCommandTests {
    private let folder: JudgingFolder

    init() throws { folder = try JudgingFolder() }

    private let list = """
        entry,judge,score
        one,ann,7
        one,bob,5.5
        two,ann,6
        two,bob,4.5
        three,bob,9
        three,ann,
        """

    private func calibrate(_ words: String...) throws -> JudgingOutput { try Calibrate.parse(words).output() }

    private func tally(_ words: String...) throws -> JudgingOutput { try TallyScores.parse(words).output() }

    private func rows(_ output: JudgingOutput, _ list: String) throws -> [[String: Any]] {
        try JudgingFolder.object(output)[list] as? [[String: Any]] ?? []
    }

    @Test("calibrate prints entries, judges, variances and the one part of the scores")
    func calibrate() throws {
        let file = try folder.file("s.csv", list)
        let output = try calibrate("--scores", file, "--top", "1", "--seed", "1", "--json")
        #expect(output.code == .success)
        let entries = try rows(output, "entries")
        #expect(entries.map { $0["entry"] as? String } == ["one", "three", "two"])
        let keys: Set = ["entry", "reviews", "mean", "calibrated", "standard_error", "probability_in_top"]
        #expect(entries.allSatisfy { Set($0.keys) == keys })
        #expect(entries.first?["mean"] as? Double == 6.25)
        let judges = try rows(output, "judges")
        #expect(judges.map { $0["judge"] as? String } == ["ann", "bob"])
        let offsets = judges.compactMap { $0["offset"] as? Double }
        #expect(offsets.count == 2 && abs(offsets[0] - 0.75) < 0.01 && abs(offsets[1] + 0.75) < 0.01)
        let parts = try rows(output, "components")
        #expect(parts.count == 1)
        #expect(parts.first?["entries"] as? [String] == ["one", "three", "two"])
        let variances = try JudgingFolder.object(output)["variances"] as? [String: Any] ?? [:]
        #expect(Set(variances.keys) == ["quality", "judge", "noise", "identified"])
        #expect(try calibrate("--scores", file, "--top", "1", "--seed", "1", "--json").text == output.text)
    }

    @Test("calibrate refuses parts that no judge connects, and lists them")
    func disconnected() throws {
        let file = try folder.file("s.csv", "entry,judge,score\none,ann,7\ntwo,bob,5\nthree,bob,6\n")
        let output = try calibrate("--scores", file, "--top", "1", "--json")
        #expect(output.code.rawValue == 65)
        let parts = try rows(output, "components")
        #expect(parts.map { $0["entries"] as? [String] } == [["three", "two"], ["one"]])
        #expect(parts.map { $0["judges"] as? [String] } == [["bob"], ["ann"]])
        #expect(output.notices.contains { $0.description.hasPrefix("the scores fall into 2 parts") })
    }

    @Test("calibrate prints a table for people and lines for spreadsheets, the best first")
    func calibrateFormats() throws {
        let file = try folder.file("s.csv", list)
        let table = try calibrate("--scores", file, "--top", "2")
        #expect(table.text.hasPrefix("entry  reviews   mean  calibrated  ± error  in top 2\nthree "))
        #expect(table.text.contains("\n\njudge  reviews  offset  ± error\nann "))
        let lines = try calibrate("--scores", file, "--top", "2", "--csv").text.split(separator: "\r\n")
        #expect(lines.first == "entry,reviews,mean,calibrated,standard_error,probability_in_top")
        #expect(lines.dropFirst().first?.hasPrefix("three,1,9.0,") == true)
    }

    @Test("tally prints decimals with all digits, ranks, and who has none")
    func tally() throws {
        let file = try folder.file("s.csv", list + "\nfour,ann,\n")
        let output = try tally("--scores", file, "--rule", "mean", "--round", "1:half-even", "--json")
        let entries = try rows(output, "entries")
        #expect(entries.map { $0["entry"] as? String } == ["three", "one", "two", "four"])
        #expect(entries.map { $0["score"] as? String } == ["9.0", "6.2", "5.2", nil])
        #expect(entries.map { $0["rank"] as? Int } == [1, 2, 3, nil])
        #expect(output.text.contains("\"rank\":null") && output.text.contains("\"score\":null"))
        let up = try tally("--scores", file, "--rule", "mean", "--round", "1:half-up", "--csv")
        #expect(up.text == "entry,score,rank\r\nthree,9.0,1\r\none,6.3,2\r\ntwo,5.3,3\r\nfour,,\r\n")
        let zero = try tally("--scores", file, "--rule", "mean", "--absent", "0", "--csv")
        #expect(zero.text.contains("\r\nthree,4.50,3\r\nfour,0.00,4\r\n"))
    }

    @Test(
        "every rule has its name",
        arguments: [
            ("mean", "9.00"), ("median", "9.00"), ("trimmed-mean:1", "9.00"), ("trimmed-mean:0", "9.00"),
            ("z-score", "1.38"), ("z-score:sample", "1.13"), ("copeland", "2.00"), ("bradley-terry", "1.37"),
        ])
    func rules(name: String, best: String) throws {
        let file = try folder.file("s.csv", list)
        let entries = try rows(tally("--scores", file, "--rule", name, "--json"), "entries")
        #expect(entries.count == 3)
        #expect(entries.first { $0["entry"] as? String == "three" }?["score"] as? String == best)
    }

    @Test("weights, tie-breaks and exact ranks are asked for by name")
    func options() throws {
        let file = try folder.file(
            "w.csv", "entry,judge,score,weight\none,ann,4,1\none,bob,8,3\ntwo,ann,7,1\ntwo,bob,7,2\n")
        let weighted = try tally("--scores", file, "--rule", "weighted-mean", "--csv")
        #expect(weighted.text == "entry,score,rank\r\none,7.00,1\r\ntwo,7.00,1\r\n")
        let tied = try tally("--scores", file, "--rule", "weighted-mean", "--ties", "reviews,spread", "--csv")
        #expect(tied.text == "entry,score,rank\r\ntwo,7.00,1\r\none,7.00,2\r\n")
        let near = try folder.file("n.csv", "entry,judge,score\none,ann,1.001\ntwo,ann,1.002\n")
        #expect(try tally("--scores", near, "--rule", "mean", "--csv").text.contains("one,1.00,1"))
        let exact = try tally("--scores", near, "--rule", "mean", "--rank-exact", "--csv")
        #expect(exact.text.contains("one,1.00,2"))
        let plain = try folder.file("s.csv", list)
        let refusal = JudgingFolder.refusal { try tally("--scores", plain, "--rule", "weighted-mean") }
        #expect(refusal?.words == "\(plain): line 1: weighted-mean needs a column weight")
    }

    @Test("scores may be a matrix")
    func matrix() throws {
        let lists = try folder.file("s.csv", list)
        let table = try folder.file("m.csv", "entry,ann,bob\none,7,5.5\ntwo,6,4.5\nthree,,9\n")
        for rule in ["median", "z-score", "copeland"] {
            let one = try tally("--scores", lists, "--rule", rule, "--json")
            #expect(try tally("--scores", table, "--rule", rule, "--json").text == one.text)
        }
        let one = try calibrate("--scores", lists, "--top", "1", "--draws", "100", "--json")
        #expect(try calibrate("--scores", table, "--top", "1", "--draws", "100", "--json").text == one.text)
    }

    @Test("files without a score, and files that are not there, are refused")
    func faults() throws {
        let empty = try folder.file("s.csv", "entry,judge,score\none,ann,\n")
        let none = folder.path("none.csv")
        let first = JudgingFolder.refusal { try calibrate("--scores", empty, "--top", "1") }
        #expect(first?.words == "\(empty): there is no score in it")
        #expect(JudgingFolder.refusal { try tally("--scores", empty, "--rule", "mean") }?.code == 65)
        #expect(JudgingFolder.refusal { try calibrate("--scores", none, "--top", "1") }?.code == 66)
        #expect(JudgingFolder.refusal { try tally("--scores", none, "--rule", "mean") }?.code == 66)
        for words in [
            ["--rule", "best"], ["--rule", "mean", "--round", "12"], ["--rule", "trimmed-mean:-1"],
            ["--rule", "mean", "--ties", "beauty"], ["--rule", "mean", "--absent", "none"],
            ["--rule", "mean", "--round", "2:up"],
        ] {
            #expect {
                _ = try TallyScores.parse(["--scores", empty] + words)
            } throws: {
                TallyScores.exitCode(for: $0).rawValue == 64
            }
        }
    }
}

import Foundation
import SalaAnalysis
import Testing

@Suite("Affinities")
struct AffinityTableTests {
    private func value(_ table: AffinityTable<String, String>, _ entry: String, _ judge: String) -> Double {
        table.affinity(of: judge, for: entry).rational.approximation
    }

    @Test("from words are the cosine of weighed counts")
    func cosine() {
        let table = AffinityTable(
            words: ["one": ["น้ำ": 2, "ท่วม": 1], "two": ["น้ำ": 1, "ภาษี": 1]],
            expertise: ["a": ["น้ำ": 1], "b": ["ภาษี": 3, "ท่วม": 1]])
        // น้ำ is in both of two entries: 1 + ln(3/3) = 1; ท่วม and ภาษี in one each: 1 + ln(3/2).
        let rare = 1 + log(1.5)
        let one = [(1 + log(2)) * 1, rare]
        let two = [1, rare]
        let field = [(1 + log(3)) * rare, rare]
        func length(_ weights: [Double]) -> Double { hypot(weights[0], weights[1]) }
        #expect(abs(value(table, "one", "a") - one[0] / length(one)) < 1e-6)
        #expect(abs(value(table, "two", "a") - two[0] / length(two)) < 1e-6)
        #expect(abs(value(table, "one", "b") - one[1] * field[1] / length(one) / length(field)) < 1e-6)
        #expect(abs(value(table, "two", "b") - two[1] * field[0] / length(two) / length(field)) < 1e-6)
    }

    @Test("from words are 1 for the same words, 0 for none in common, and 0 for no words at all")
    func extremes() {
        let table = AffinityTable(
            words: ["same": ["ถนน": 2, "ไฟ": 1], "other": ["ขยะ": 1], "none": [:]],
            expertise: ["a": ["ถนน": 2, "ไฟ": 1], "silent": [:], "zero": ["ขยะ": 0]])
        #expect(table.affinity(of: "a", for: "same") == ExactDecimal(units: 1, places: 0))
        for (entry, judge) in [("other", "a"), ("none", "a"), ("same", "silent"), ("other", "zero")] {
            #expect(table.affinity(of: judge, for: entry) == ExactDecimal(units: 0, places: 0))
        }
    }

    @Test("from words favour the rarer word")
    func rarity() {
        let words = Dictionary(
            uniqueKeysWithValues: (0..<10).map { ("e\($0)", ["โครงการ": 1, "คำ\($0)": 1]) })
        let table = AffinityTable(words: words, expertise: ["a": ["โครงการ": 1], "b": ["คำ3": 1]])
        #expect(table.affinity(of: "a", for: "e3") < table.affinity(of: "b", for: "e3"))
    }

    @Test("with more digits than sums can hold are reckoned with as many as they can")
    func manyDigits() {
        func digits(_ units: Int, _ places: Int) -> (digits: Int, judges: [Int]) {
            var table = AffinityTable(entries: [0, 1], judges: [0, 1])
            table[0, 0] = ExactDecimal(units: units, places: places)
            table[1, 1] = ExactDecimal(units: 100_000_000, places: 0)
            let problem = AssignmentProblem(
                entries: [0, 1], demand: 1, judges: [0, 1], maximumLoad: 1, affinities: table)
            let assignment = Assignment(problem, seed: 3)
            return (assignment.digits, assignment.pairs.map(\.judge))
        }
        #expect(digits(1_000_001, 7) == (7, [0, 1]))
        // 18 sums of 10^8 and a digit more would pass 2^57, which is about 1.4 × 10^17.
        #expect(digits(10_000_000_000_000_001, 17) == (7, [0, 1]))
    }
}

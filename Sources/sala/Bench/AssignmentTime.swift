import ArgumentParser
import Foundation
import SalaAnalysis

/// How long assigning judges takes, beside the least that any assignment has to do.
struct AssignmentTime: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assignment", abstract: "Assigns judges to made-up entries and says the seconds it took."
    )

    @Option(help: "How many entries.")
    var entries: Int = 7850

    @Option(help: "How many judges.")
    var judges: Int = 300

    @Option(help: "How many judges an entry gets.")
    var demand: Int = 3

    @Option(help: "How often; the fastest counts.")
    var times: Int = 3

    struct Report: Encodable {
        /// By objective.
        var seconds: [String: Double]
        /// To choose the best judges of every entry, whatever their loads.
        var limit: Double
    }

    func run() throws {
        let worth = madeUpWorth()
        var table = AffinityTable(entries: Array(0..<entries), judges: Array(0..<judges))
        for entry in 0..<entries {
            for judge in 0..<judges {
                table[entry, judge] = ExactDecimal(units: worth[entry * judges + judge], places: 4)
            }
        }
        let load = (entries * demand + judges - 1) / judges
        let problem = AssignmentProblem(
            entries: 0..<entries, demand: demand, judges: 0..<judges, maximumLoad: load,
            conflicts: Set((0..<entries).map { .init(entry: $0, judge: $0 % judges) }), affinities: table)
        var report = Report(seconds: [:], limit: .infinity)
        for _ in 0..<times {
            report.limit = min(report.limit, seconds { chosen(worth).isEmpty })
            for objective in AssignmentObjective.allCases {
                let taken = seconds { Assignment(problem, objective: objective, seed: 1).pairs.isEmpty }
                report.seconds[objective.rawValue] = min(
                    report.seconds[objective.rawValue] ?? .infinity, taken)
            }
        }
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    /// Ten subjects that entries are about and judges know, and chance.
    private func madeUpWorth() -> [Int] {
        var generator = SeededGenerator(seed: 1)
        let subjects = 10
        let about = (0..<entries).map { _ in generator.next(below: subjects) }
        let known = (0..<judges).map { _ in (0..<subjects).map { _ in generator.next(below: 5000) } }
        return about.flatMap { subject in known.map { $0[subject] + generator.next(below: 5000) } }
    }

    /// The judges who are worth most to each entry, from one look at every pair.
    private func chosen(_ worth: [Int]) -> [Int] {
        (0..<entries).flatMap { entry in
            var best = Array(repeating: (worth: Int.min, judge: -1), count: demand)
            for judge in 0..<judges where worth[entry * judges + judge] > best[demand - 1].worth {
                best[demand - 1] = (worth[entry * judges + judge], judge)
                best.sort { $0.worth > $1.worth }
            }
            return best.map(\.judge)
        }
    }

    private func seconds(_ work: () -> Bool) -> Double {
        let start = ContinuousClock.now
        precondition(!work(), "there is nothing to assign")
        return (ContinuousClock.now - start) / .seconds(1)
    }
}

public import Foundation
import Yams

/// How a programme is rehearsed with made-up people: `examples/simulation/plan.yaml`.
public struct SimulationPlan: Codable, Sendable {
    /// The call that is opened; times are local, such as `2021-07-12T08:30`.
    public struct Opening: Codable, Sendable {
        public var handle: String
        public var title: [String: String]
        public var opens: String
        public var closes: String
        /// The numbers that the call sets for itself; what is not named has the programme's standard.
        public var settings: [String: Int]?
        /// Where the office answers questions about it.
        public var contact: String?
    }

    /// The office that opens it.
    public struct Office: Codable, Sendable {
        public var code: String
        public var kind: String
        public var th: String
        public var en: String
    }

    /// What a made-up number lies between, both ends included; of a day: how
    /// many days after the day of writing.
    public struct Span: Codable, Sendable {
        public var from: Int
        public var to: Int
        /// The step from one number that may be drawn to the next; 1 where there is none.
        public var by: Int?
    }

    /// How often, in per cent, judges say so instead of reviewing.
    public struct Declining: Codable, Sendable {
        public var conflict: Int
        public var abstain: Int
    }

    public var call: Opening
    /// A call that is over by then, with its results released: what a demo shows as decided.
    public var earlier: Opening?
    /// A call with every review of its first round given and nothing decided: what a demo decides on.
    public var judged: Opening?
    /// The time that a demo begins at, while the call is in its middle.
    public var present: String
    public var office: Office
    /// By stage: the actions that follow and how often, in per cent; in what is left of 100 nothing follows.
    public var after: [String: [String: Int]]
    public var declining: Declining
    /// Sets of answers by question that belong together; what a set does not name is made up.
    public var works: [[String: String]]
    /// Answers for what actions ask, by question.
    public var inputs: [String: String]
    /// Spans of made-up numbers and days, by question; what is not named is drawn from wide bounds.
    public var spans: [String: Span]?
    /// What judges write to filers.
    public var comments: [String]

    /// Where a programme's folder has it.
    static let file = "examples/simulation/plan.yaml"

    /// The plan of the programme in that folder; throws when there is none or it does not read.
    public static func read(programme folder: URL) throws -> SimulationPlan {
        let file = folder.appending(path: SimulationPlan.file)
        return try YAMLDecoder().decode(SimulationPlan.self, from: String(contentsOf: file, encoding: .utf8))
    }
}

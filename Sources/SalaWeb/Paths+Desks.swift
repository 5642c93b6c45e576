import Foundation
public import SalaEngine
import SalaStore

extension Paths {
    /// The person's desks.
    public static let desks = "/desks"

    /// The table in which a call's submissions are worked on.
    public static func desk(_ call: String) -> String { "/calls/\(call)/desk" }
    /// Takes the choice of a desk's rows and an action for them all.
    static func bulkActions(_ call: String) -> String { "/calls/\(call)/bulk-actions" }

    /// Takes a name for what a desk is narrowed to.
    static func savedFilters(of call: String) -> String { "/calls/\(call)/saved-filters" }
    static func savedFilterRemoval(_ id: Identifier<SavedFilter>, of call: String) -> String {
        "\(savedFilters(of: call))/\(id)/removal"
    }

    /// A judge's own desk.
    static func judging(_ call: String) -> String { "/calls/\(call)/judging" }
    /// Where a judge says whether there is a conflict of interest, before anything may be read.
    static func conflicts(_ call: String, about entry: SubmissionID? = nil) -> String {
        query("\(judging(call))/conflicts", ["entry": entry?.description])
    }
    /// The person's own review of a submission.
    public static func review(_ round: String, of id: SubmissionID) -> String {
        "/submissions/\(id)/reviews/\(round)"
    }
    static func conflict(_ round: String, of id: SubmissionID) -> String {
        "\(review(round, of: id))/conflict"
    }
    static func abstention(_ round: String, of id: SubmissionID) -> String {
        "\(review(round, of: id))/abstention"
    }

    /// A round of judging, for those who run it.
    static func panel(_ round: String, of call: String) -> String { "/calls/\(call)/rounds/\(round)" }
    /// The same page, where it names those that lack judges.
    static func shortEntries(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))#panel-short"
    }
    static func assignments(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/assignments"
    }
    /// What one judge of the round is asked to review.
    static func tasks(of judge: PersonID, _ round: String, of call: String) -> String {
        "\(panel(round, of: call))/judges/\(judge)"
    }
    static func assignmentList(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/assignment-list"
    }
    /// The list of assignments, filled in.
    static func assignmentSheet(_ round: String, of call: String) -> String {
        "\(assignmentList(round, of: call)).csv"
    }
    /// Who judges one submission.
    static func judges(_ round: String, of id: SubmissionID) -> String {
        "/submissions/\(id)/rounds/\(round)/judges"
    }
    static func judge(_ judge: PersonID, _ round: String, of id: SubmissionID) -> String {
        "\(judges(round, of: id))/\(judge)/withdrawal"
    }

    /// Takes a judge off for a conflict of interest.
    static func recusal(_ judge: PersonID, _ round: String, of id: SubmissionID) -> String {
        "\(judges(round, of: id))/\(judge)/recusal"
    }

    /// Asks a judge anew who declared a conflict or abstained.
    static func reassignment(_ judge: PersonID, _ round: String, of id: SubmissionID) -> String {
        "\(judges(round, of: id))/\(judge)/reassignment"
    }

    static func ranking(_ round: String, of call: String, page: Int = 1) -> String {
        query("\(panel(round, of: call))/ranking", ["page": page > 1 ? String(page) : nil])
    }
    /// The rule by which the round is reckoned.
    static func rule(_ round: String, of call: String) -> String { "\(panel(round, of: call))/rule" }
    /// What whoever leads the round looks at before deciding.
    static func chair(_ round: String, of call: String) -> String { "\(panel(round, of: call))/chair" }
    static func chairSheet(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/chair.csv"
    }
    static func chairJudgesSheet(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/chair-judges.csv"
    }
    /// One more review of each entry of the grey zone.
    static func further(_ round: String, of call: String) -> String { "\(panel(round, of: call))/further" }
    /// Opens a judge's given review again.
    static func reopening(_ judge: PersonID, _ round: String, of id: SubmissionID) -> String {
        "\(judges(round, of: id))/\(judge)/reopening"
    }
    static func rankingSheet(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/ranking.csv"
    }
    static func distributionSheet(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/distribution.csv"
    }
    /// How one score comes about.
    static func trace(of id: SubmissionID, _ round: String, of call: String) -> String {
        "\(panel(round, of: call))/ranking/\(id)"
    }
    static func selection(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/selection"
    }
    static func selectionWithdrawal(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/selection/withdrawal"
    }
    static func release(_ round: String, of call: String) -> String {
        "\(panel(round, of: call))/release"
    }
    /// All that a release would release by one action.
    static func released(_ action: String, _ round: String, of call: String, page: Int = 1) -> String {
        query(release(round, of: call), ["action": action, "page": page > 1 ? String(page) : nil])
    }

    /// A path with further query items, percent-encoded.
    static func adding(_ items: [(name: String, value: String)], to path: String) -> String {
        guard !items.isEmpty, var components = URLComponents(string: path) else { return path }
        components.queryItems =
            (components.queryItems ?? []) + items.map { URLQueryItem(name: $0.name, value: $0.value) }
        // `URLComponents` leaves a plus sign as it is, which a form reader takes for a space.
        return components.string?.replacing("+", with: "%2B") ?? path
    }

    /// The query items of a path as a browser's form sends them: a plus sign is a space.
    static func items(_ path: String) -> [(name: String, value: String)] {
        let components = URLComponents(string: path.replacing("+", with: "%20"))
        return (components?.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    }
}

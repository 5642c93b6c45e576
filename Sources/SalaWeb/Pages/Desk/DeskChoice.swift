import SalaEngine

/// The rows of a desk that are ticked, as its address holds them: whoever goes back finds them ticked.
struct DeskChoice: Equatable, Sendable {
    var submissions: [SubmissionID]
    /// All that match are wanted, not the ticked ones alone.
    var isAll = false
    /// An action was asked for and no row was ticked.
    var isMissing = false

    init(_ submissions: [SubmissionID] = []) {
        self.submissions = submissions
    }

    /// Reads an address of a desk, or of an action on its rows; what it does not know it passes over.
    init(path: String) {
        submissions = []
        for (name, value) in Paths.items(path) {
            if name == "submission", let id = SubmissionID(value) { submissions.append(id) }
            if name == "all-matching" { isAll = true }
            if name == "choice", value == "none" { isMissing = true }
        }
    }

    /// The address of the desk where the row is still to be ticked, at the buttons.
    static func missing(on desk: String) -> String {
        Paths.adding([("choice", "none")], to: desk) + "#bulk"
    }

    /// The address of the desk with the rows ticked, but for those that are more than a page of it holds.
    func kept(by desk: String, upTo limit: Int) -> String {
        let ticked = submissions.count <= limit ? submissions : []
        return Paths.adding(
            ticked.map { ("submission", $0.description) } + (isAll ? [("all-matching", "1")] : []), to: desk)
    }
}

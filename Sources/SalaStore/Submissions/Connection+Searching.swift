import SalaDatabase
import SalaEngine

/// Full text, which each database does in its own way: SQLite with FTS5.
extension Connection {
    /// Makes the submission findable by those words, separated by spaces, and by no others.
    func index(_ words: String, of id: SubmissionID, under call: CallID) throws {
        try execute("insert into text_place (submission_id) values (\(id)) on conflict do nothing")
        let row = try row("select place from text_place where submission_id = \(id)")
        guard let place: Int64 = try row?.get("place") else { throw Fault.missing("text place of \(id)") }
        try execute("delete from submission_text where rowid = \(place)")
        try execute(
            "insert into submission_text (rowid, call, words) values (\(place), \(word(for: call)), \(words))")
    }

    /// A condition on the table `submission`: it belongs to the call and has the words next to each other.
    func matching(_ words: [String], under call: CallID) -> SQL {
        let phrase = words.map { $0.replacing("\"", with: "") }.joined(separator: " ")
        let query = "call : \"\(word(for: call))\" AND words : \"\(phrase)\""
        return """
            submission.id in (select text_place.submission_id from submission_text
                join text_place on text_place.place = submission_text.rowid
                where submission_text match \(query))
            """
    }

    private func word(for call: CallID) -> String {
        call.description.replacing("-", with: "")
    }
}

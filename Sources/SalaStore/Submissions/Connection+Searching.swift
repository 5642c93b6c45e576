import SalaDatabase
import SalaEngine

/// Which words of a submission are looked into.
enum TextIndex {
    /// All that was written.
    case submissions
    /// What the register shows.
    case register
    /// What those read from whom it is hidden who entered.
    case blind
}

/// Full text, which each database does in its own way: SQLite with FTS5.
extension Connection {
    /// Makes the submission findable by those words, separated by spaces, and by no others.
    func index(_ words: String, in index: TextIndex, of id: SubmissionID, under call: CallID) throws {
        try execute("insert into text_place (submission_id) values (\(id)) on conflict do nothing")
        let row = try row("select place from text_place where submission_id = \(id)")
        guard let place: Int64 = try row?.get("place") else { throw Fault.missing("text place of \(id)") }
        try execute("delete from " + index.table + " where rowid = \(place)")
        try execute(
            "insert into " + index.table
                + " (rowid, call, words) values (\(place), \(word(for: call)), \(words))")
    }

    /// A condition on the table `submission`: it belongs to the call and has, of each list, the words of one
    /// phrase next to each other, the last of which may go on.
    func matching(_ phrases: [[String]], in index: TextIndex, under call: CallID) -> SQL {
        let parts = phrases.map { ways in
            "(" + ways.map(words).joined(separator: " OR ") + ")"
        }
        let query = (["call : \"\(word(for: call))\""] + parts).joined(separator: " AND ")
        return "submission.id in (select text_place.submission_id from " + index.table
            + " as found join text_place on text_place.place = found.rowid where found."
            + index.table + " match \(query))"
    }

    /// One letter alone begins too many words: it is looked for as it stands.
    private func words(_ phrase: String) -> String {
        let isLetter = phrase.unicodeScalars.count == 1
        return "words : \"\(phrase.replacing("\"", with: ""))\"" + (isLetter ? "" : " *")
    }

    private func word(for call: CallID) -> String {
        call.description.replacing("-", with: "")
    }
}

extension TextIndex {
    fileprivate var table: SQL {
        switch self {
        case .submissions: "submission_text"
        case .register: "register_text"
        case .blind: "blind_text"
        }
    }
}

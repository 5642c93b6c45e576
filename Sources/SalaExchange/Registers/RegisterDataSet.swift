public import SalaEngine
public import SalaStore

/// A call's register as open data. Head, rows and tail are made one by one, so that a register of any length
/// takes no more memory than its longest row.
public struct RegisterDataSet: Sendable {
    /// A kind of organisation in words.
    public typealias KindWords = @Sendable (_ kind: String, Language) -> String

    let call: Call
    let office: OrganisationSummary?
    let programme: Programme
    let addresses: RegisterAddresses
    let kindWords: KindWords
    /// All that an entry's own page shows, and what the register's columns name besides.
    let questions: [Question]
    /// The columns of its table.
    public let fields: [RegisterField]

    /// Nil when the programme has no register.
    public init?(
        _ call: Call, of programme: Programme, office: OrganisationSummary?, addresses: RegisterAddresses,
        kindWords: @escaping KindWords
    ) {
        guard programme.register != nil else { return nil }
        self.call = call
        self.office = office
        self.programme = programme
        self.addresses = addresses
        self.kindWords = kindWords
        questions = programme.publicQuestions.compactMap { programme.form.question($0) }
        fields = RegisterField.all(questions)
    }

    /// What people read of an answer, several choices with `; ` between; empty without one.
    func words(_ question: Question, of entry: PublicEntry, _ language: Language) -> String {
        guard let answer = entry.answers[question.name] else { return "" }
        switch question.kind {
        case .selectOne, .selectMultiple:
            return programme.words(ofChoices: answer, to: question, language).joined(separator: "; ")
        case .file, .image: return files(answer, of: entry).joined(separator: " ")
        case .text, .note, .integer, .decimal, .date, .calculate: return answer.string
        }
    }

    /// The files of an answer as addresses.
    func files(_ answer: Answer, of entry: PublicEntry) -> [String] {
        answer.items.compactMap { AttachmentID($0) }.filter { entry.attachments[$0] != nil }
            .map { addresses.attachment(entry.card.number, $0) }
    }
}

extension Question {
    /// The name of the list of choices of a select question.
    var list: String? {
        switch kind {
        case .selectOne(let list), .selectMultiple(let list): list
        default: nil
        }
    }
}

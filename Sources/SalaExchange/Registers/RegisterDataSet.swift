public import SalaEngine
public import SalaStore

/// A call's register as open data. Head, rows and tail are made one by one, so that a register of any length
/// takes no more memory than its longest row.
public struct RegisterDataSet: Sendable {
    let call: Call
    let office: OrganisationSummary?
    let programme: Programme
    let addresses: RegisterAddresses
    /// The questions in the order of the register's columns.
    let questions: [Question]

    /// Nil when the programme has no register.
    public init?(
        _ call: Call, of programme: Programme, office: OrganisationSummary?, addresses: RegisterAddresses
    ) {
        guard let register = programme.register else { return nil }
        self.call = call
        self.office = office
        self.programme = programme
        self.addresses = addresses
        questions = register.columns.compactMap { programme.form.question($0) }
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

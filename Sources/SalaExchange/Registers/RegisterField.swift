public import SalaEngine

/// A column of a register's data set. Its name is the same in every language and for every call of a
/// programme.
public struct RegisterField: Sendable {
    /// What stands in the column.
    public enum Meaning: Sendable {
        case fixed(Fixed)
        /// An answer, the choices in words of the reader's language.
        case answer(Question)
        /// The names by which the programme knows the chosen answers.
        case codes(Question)
    }

    /// What every register says of an entry.
    public enum Fixed: String, CaseIterable, Sendable {
        case number
        case organisationThai = "organisation_th"
        case organisationEnglish = "organisation_en"
        case organisationKind = "organisation_kind"
        case organisationKindCode = "organisation_kind_code"
        case provinceCode = "province_code"
        case provinceThai = "province_th"
        case provinceEnglish = "province_en"
        case stage
        case stageCode = "stage_code"
        case since
        case address
    }

    public let name: String
    public let meaning: Meaning
}

extension RegisterField {
    /// The columns of a register that shows those questions; no two have one name.
    static func all(_ questions: [Question]) -> [RegisterField] {
        let fixed = Fixed.allCases.map { RegisterField(name: $0.rawValue, meaning: .fixed($0)) }
        var names = Set(fixed.map(\.name)).union(questions.map(\.name))
        var taken = Set(fixed.map(\.name))
        func own(_ name: String, _ isTaken: (String) -> Bool) -> String {
            var own = name
            while isTaken(own) { own = "answer_\(own)" }
            names.insert(own)
            taken.insert(own)
            return own
        }
        let answers = questions.flatMap { question -> [RegisterField] in
            let name = own(question.name) { taken.contains($0) }
            let answer = RegisterField(name: name, meaning: .answer(question))
            guard question.list != nil else { return [answer] }
            let codes = own("\(name)_code") { names.contains($0) }
            return [answer, RegisterField(name: codes, meaning: .codes(question))]
        }
        return fixed + answers
    }
}

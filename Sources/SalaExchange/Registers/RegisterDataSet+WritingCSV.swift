public import SalaEngine
public import SalaStore
import SalaThai

extension RegisterDataSet {
    public static let csvMediaType = "text/csv; charset=utf-8; header=present"

    /// The byte order mark and the names of the columns, which are the same in every language.
    public var csvHead: String {
        CSVLine.byteOrderMark + CSVLine.written(fields.map { .text($0.name) })
    }

    /// One entry as a line; stages, kinds and choices in words of that language, each with its code behind.
    public func csvLine(_ entry: PublicEntry, _ language: Language) -> String {
        CSVLine.written(
            fields.map { field in
                switch field.meaning {
                case .fixed(let fixed): cell(fixed, entry.card, language)
                case .answer(let question): cell(question, entry, language)
                case .codes(let question):
                    .text(entry.answers[question.name]?.items.joined(separator: "; ") ?? "")
                }
            })
    }

    private func cell(_ field: RegisterField.Fixed, _ card: PublicCard, _ language: Language) -> CSVCell {
        let organisation = card.organisation
        return switch field {
        case .number: .text(card.number)
        case .organisationThai: .text(organisation?.name(.thai) ?? "")
        case .organisationEnglish: .text(organisation?.name(.english) ?? "")
        case .organisationKind: .text(organisation.map { kindWords($0.kind, language) } ?? "")
        case .organisationKindCode: .text(organisation?.kind ?? "")
        case .provinceCode: .value(organisation?.provinceCode ?? "")
        case .provinceThai: .text(organisation?.provinceThai ?? "")
        case .provinceEnglish: .text(organisation?.provinceEnglish ?? "")
        case .stage: .text(programme.texts["stage.\(card.stage)", language])
        case .stageCode: .text(card.stage)
        case .since: .value(card.since.localDate.iso)
        case .address: .text(addresses.entry(card.number))
        }
    }

    private func cell(_ question: Question, _ entry: PublicEntry, _ language: Language) -> CSVCell {
        let words = words(question, of: entry, language)
        let isValue =
            switch question.kind {
            case .integer, .decimal, .calculate: Digits.decimal(typed: words) == words
            case .date: LocalDate(iso: words) != nil
            case .text, .note, .selectOne, .selectMultiple, .file, .image: false
            }
        return isValue ? .value(words) : .text(words)
    }
}

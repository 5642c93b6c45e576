public import SalaEngine
public import SalaStore
import SalaThai

extension RegisterDataSet {
    public static let csvMediaType = "text/csv; charset=utf-8; header=present"

    /// The columns that every register has before its own.
    private static let fixedColumns = [
        "number", "organisation_th", "organisation_en", "organisation_kind", "province_code", "province_th",
        "province_en", "stage", "since", "address",
    ]

    /// The byte order mark and the names of the columns, which are the same in every language.
    public var csvHead: String {
        CSVLine.byteOrderMark
            + CSVLine.written((Self.fixedColumns + questions.map(columnName)).map(CSVCell.text))
    }

    /// The question's name, told apart from a column that every register has.
    private func columnName(_ question: Question) -> String {
        Self.fixedColumns.contains(question.name) ? "answer_\(question.name)" : question.name
    }

    /// One entry as a line; stages and choices in words of that language, several choices with `; ` between.
    public func csvLine(_ entry: PublicEntry, _ language: Language) -> String {
        let organisation = entry.card.organisation
        let fixed: [CSVCell] = [
            .text(entry.card.number), .text(organisation?.nameThai ?? ""), .text(organisation?.nameEnglish ?? ""),
            .text(organisation?.kind ?? ""), .value(organisation?.provinceCode ?? ""),
            .text(organisation?.provinceThai ?? ""), .text(organisation?.provinceEnglish ?? ""),
            .text(programme.texts["stage.\(entry.card.stage)", language]), .value(entry.card.since.localDate.iso),
            .text(addresses.entry(entry.card.number)),
        ]
        return CSVLine.written(fixed + questions.map { cell($0, entry, language) })
    }

    private func cell(_ question: Question, _ entry: PublicEntry, _ language: Language) -> CSVCell {
        guard let answer = entry.answers[question.name] else { return .text("") }
        switch question.kind {
        case .text, .note:
            return .text(answer.string)
        case .integer, .decimal, .calculate:
            let isNumber = Digits.decimal(typed: answer.string) == answer.string
            return isNumber ? .value(answer.string) : .text(answer.string)
        case .date:
            return LocalDate(iso: answer.string) == nil ? .text(answer.string) : .value(answer.string)
        case .selectOne(let list), .selectMultiple(let list):
            return .text(
                answer.items.map { programme.texts["choice.\(list).\($0)", language] }.joined(separator: "; ")
            )
        case .file, .image:
            return .text(files(answer, of: entry).joined(separator: " "))
        }
    }
}

import SalaEngine
import SalaExchange
import SalaStore
import SalaThai

/// What stands in which column of a register's data, for whoever works with it.
struct RegisterFieldsPage: PublicPage {
    static let template = "pages/register-fields"

    struct Line: Sendable {
        let name: String
        let meaning: String
        let values: String
        /// The codes that may stand there, each with its words; empty where any text may.
        let codes: [FactView]
    }

    let chrome: Chrome
    var turns: [Instant] { [] }
    let call: String
    let registerURL: String
    let lines: [Line]

    /// - Parameter query: what the register was narrowed to, where the way back leads.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ fields: [RegisterField],
        _ query: RegisterQuery
    ) {
        call = view.call.title(context.visit.language)
        chrome = site.chrome("\(site.say("register.fields", context)) – \(call)", context)
        registerURL = query.url(of: view.call.handle)
        lines = fields.map { Line($0, site, context, view.programme) }
    }
}

extension RegisterFieldsPage.Line {
    fileprivate init(_ field: RegisterField, _ site: Site, _ context: SalaContext, _ programme: Programme) {
        let language = context.visit.language
        name = field.name
        let type: String
        switch field.meaning {
        case .fixed(let fixed):
            let key = fixed.rawValue.replacing("_", with: "-")
            meaning = site.say("register.field.\(key)", context)
            type = fixed.type
            codes = Self.codes(fixed, site, language, programme)
        case .answer(let question):
            meaning = programme.publicLabel(of: question.name, language)
            type = question.type
            codes = []
        case .codes(let question):
            let label = programme.publicLabel(of: question.name, language)
            meaning = site.say("register.field-code", context, ["label": label])
            type = "code"
            codes = programme.choices(of: question).map { code in
                FactView(
                    term: code,
                    detail: programme.words(ofChoices: .text(code), to: question, language)
                        .joined(separator: ", "))
            }
        }
        values = site.say("register.type.\(type)", context)
    }

    private static func codes(
        _ field: RegisterField.Fixed, _ site: Site, _ language: Language, _ programme: Programme
    ) -> [FactView] {
        switch field {
        case .organisationKindCode:
            OrganisationKind.allCases.map { kind in
                FactView(term: kind.rawValue, detail: site.words(ofKind: kind.rawValue, language))
            }
        case .stageCode:
            programme.workflow.stages.filter(\.isPublic).map { stage in
                FactView(term: stage.name, detail: programme.texts["stage.\(stage.name)", language])
            }
        default: []
        }
    }
}

extension RegisterField.Fixed {
    /// The text `register.type.NAME` says what values are like.
    fileprivate var type: String {
        switch self {
        case .since: "date"
        case .address: "address"
        case .organisationKindCode, .stageCode, .provinceCode: "code"
        case .number, .organisationThai, .organisationEnglish, .organisationKind, .provinceThai,
            .provinceEnglish, .stage:
            "text"
        }
    }
}

extension Question {
    fileprivate var type: String {
        switch kind {
        case .text, .note: "text"
        case .integer, .decimal, .calculate: "number"
        case .date: "date"
        case .selectOne, .selectMultiple: "choice"
        case .file, .image: "address"
        }
    }
}

extension Programme {
    fileprivate func choices(of question: Question) -> [String] {
        switch question.kind {
        case .selectOne(let list), .selectMultiple(let list): form.choices[list, default: []].map(\.name)
        default: []
        }
    }
}

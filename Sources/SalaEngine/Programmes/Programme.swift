/// What a folder under `Programmes/` says, read and found without fault. It never changes once it is
/// published.
public struct Programme: Sendable {
    /// The folder's name, such as `street-lamps`.
    public var name: String
    public var languages: [Language]
    public var filing: Filing
    public var roles: [Role]
    public var settings: [SettingDefinition]
    public var form: Form
    /// The questions whose answers are never public.
    public var privates: [PrivateQuestion]
    public var workflow: Workflow
    public var rounds: [Round]
    public var register: Register?
    public var letters: [LetterDefinition]
    public var texts: Texts

    public init(
        name: String, languages: [Language], filing: Filing, roles: [Role], settings: [SettingDefinition],
        form: Form, privates: [PrivateQuestion] = [], workflow: Workflow, rounds: [Round],
        register: Register?, letters: [LetterDefinition], texts: Texts
    ) {
        self.name = name
        self.languages = languages
        self.filing = filing
        self.roles = roles
        self.settings = settings
        self.form = form
        self.privates = privates
        self.workflow = workflow
        self.rounds = rounds
        self.register = register
        self.letters = letters
        self.texts = texts
    }

    /// The role of that name.
    public func role(_ name: String) -> Role? { roles.first { $0.name == name } }
    /// The round of that name.
    public func round(_ name: String) -> Round? { rounds.first { $0.name == name } }

    /// Whether what is filed is judged against the rest, so that a call has to end before it is decided.
    public var judges: Bool { !rounds.isEmpty }
    /// The letter of that name.
    public func letter(_ name: String) -> LetterDefinition? { letters.first { $0.name == name } }
}

/// Who may file under a call of the programme, how often, and how a filed submission is numbered.
public struct Filing: Equatable, Sendable {
    /// Who a submission is filed by and for.
    public enum Filer: String, CaseIterable, Sendable {
        case organisation, person
    }

    public var by: Filer
    /// How many submissions one filer may have under one call, drafts among them and those that were
    /// withdrawn left out; nil is without limit.
    public var limit: Int?
    /// Such as `A-{year}-{number}`: the Buddhist year of the call's opening, with which call of the office
    /// it is in that year from the second on, and a running number of the call.
    public var numbering: String
    public var colleagues: Colleagues
    /// How many days after the close of a call late access may go at most; 0 is none.
    public var lateDays: Int

    public init(
        by: Filer, limit: Int?, numbering: String, colleagues: Colleagues = Colleagues(),
        lateDays: Int = Filing.standardLateDays
    ) {
        self.by = by
        self.limit = limit
        self.numbering = numbering
        self.colleagues = colleagues
        self.lateDays = lateDays
    }

    /// What holds where a programme says nothing of late access.
    public static let standardLateDays = 30
}

/// Who may write a submission along with its filer, by invitation.
public struct Colleagues: Equatable, Sendable {
    /// How many at most, those who have not answered yet among them; 0 is nobody.
    public var limit: Int
    /// They may take the actions that file, too.
    public var mayFile: Bool

    public init(limit: Int = 10, mayFile: Bool = false) {
        self.limit = limit
        self.mayFile = mayFile
    }
}

/// A number that a call sets for itself within the bounds that the programme gives.
public struct SettingDefinition: Equatable, Sendable {
    public var name: String
    public var bounds: ClosedRange<Int>
    /// What holds where the call says nothing.
    public var standard: Int
    /// The setting whose number in the same call this one may not exceed; nil where there is none.
    public var atMost: String?

    public init(name: String, bounds: ClosedRange<Int>, standard: Int, atMost: String? = nil) {
        self.name = name
        self.bounds = bounds
        self.standard = standard
        self.atMost = atMost
    }
}

/// A letter's name; its subject and body are the mustache texts `subject` and `body` of each language.
public struct LetterDefinition: Hashable, Sendable {
    public var name: String
    public var subject: [Language: String]
    public var body: [Language: String]

    public init(name: String, subject: [Language: String], body: [Language: String]) {
        self.name = name
        self.subject = subject
        self.body = body
    }
}

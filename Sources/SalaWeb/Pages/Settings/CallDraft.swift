import Foundation
import SalaEngine
import SalaThai

/// What somebody typed to open a call or to change one, kept as it was typed until it can be read.
struct CallDraft: Equatable, Sendable {
    /// What must be mended in one field; the text `settings.mistake.KEY` says how.
    struct Mistake: Equatable, Sendable {
        var field: String
        var key: String
        var values: [String: String] = [:]
    }

    /// A draft that can be read.
    struct Reading: Equatable, Sendable {
        var title: [Language: String]
        var period: Period
        var settings: CallSettings
    }

    static let handle = "handle"
    static let contact = "contact"
    static let opensDate = "opens-date"
    static let opensTime = "opens-time"
    static let closesDate = "closes-date"
    static let closesTime = "closes-time"
    static func title(_ language: Language) -> String { "title-\(language.rawValue)" }
    static func setting(_ name: String) -> String { "setting-\(name)" }
    static func weight(_ criterion: String, in round: String) -> String { "weight-\(round)-\(criterion)" }

    private var typed: [String: String]

    init(_ posting: Posting) {
        typed = posting.fields.mapValues { ($0.first ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    subscript(field: String) -> String {
        get { typed[field] ?? "" }
        set { typed[field] = newValue }
    }
}

extension CallDraft {
    /// The fields of a new call: the programme's standards.
    init(new programme: Programme) {
        typed = [:]
        fill(CallSettings(), programme)
    }

    /// The fields of a call as it stands.
    init(_ call: Call, of programme: Programme, thai: Bool) {
        typed = [Self.handle: call.handle]
        for (language, title) in call.title { typed[Self.title(language)] = title }
        typed[Self.opensDate] = call.period.opens.localDate.text(.long, thai: thai)
        typed[Self.opensTime] = call.period.opens.localTime.text
        typed[Self.closesDate] = call.period.closes?.localDate.text(.long, thai: thai)
        typed[Self.closesTime] = call.period.closes?.localTime.text
        fill(call.settings, programme)
    }

    private mutating func fill(_ settings: CallSettings, _ programme: Programme) {
        typed[Self.contact] = settings.contact
        for setting in programme.settings {
            typed[Self.setting(setting.name)] = String(settings.number(setting.name, of: programme))
        }
        for round in programme.rounds {
            for (criterion, weight) in settings.weights(of: round) {
                typed[Self.weight(criterion, in: round.name)] = String(weight)
            }
        }
    }
}

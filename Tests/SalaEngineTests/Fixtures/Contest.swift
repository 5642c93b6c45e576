import Foundation
import SalaEngine
import SalaThai

/// A small contest with everything the engine knows: an open stage, a check, a correction with a clock,
/// judging and held decisions.
enum Contest {
    static let office = OrganisationID(id(1))
    static let town = OrganisationID(id(2))
    static let village = OrganisationID(id(3))

    static let clerk = Actor(person: PersonID(id(10)), roles: ["clerk"], organisations: [office])
    static let checker = Actor(person: PersonID(id(11)), roles: ["checker"], organisations: [])
    static let chair = Actor(person: PersonID(id(12)), roles: ["chair"], organisations: [])
    static let filer = Actor(person: PersonID(id(20)), roles: [], organisations: [town])
    static let colleague = Actor(person: PersonID(id(21)), roles: [], organisations: [town])
    static let stranger = Actor(person: PersonID(id(22)), roles: [], organisations: [village])
    static let judges = (30..<34).map { Actor(person: PersonID(id($0)), roles: ["judge"], organisations: []) }

    static func id(_ number: Int) -> UUID {
        UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, UInt8(number)))
    }

    /// A day and time in Bangkok, July 2021 unless another month is named.
    static func time(_ day: Int, _ hour: Int = 9, _ minute: Int = 0, _ second: Int = 0, month: Int = 7)
        -> Instant
    {
        guard let date = LocalDate(year: 2021, month: month, day: day) else {
            preconditionFailure("no such day")
        }
        return date.instant(hour: hour, minute: minute, second: second)
    }

    /// Open from 12 July 2021 to the last second of 31 July.
    static let call: Call = {
        var call = Call(
            id: CallID(id(5)), handle: "contest-2564", programme: "contest", version: VersionID(id(6)),
            organisation: office, title: [.thai: "ประกวด", .english: "Contest"],
            period: Period(opens: time(12, 0), closes: time(31, 23, 59, 59)), settings: CallSettings())
        call.state = .published
        return call
    }()

    /// 26 and 28 July 2021 were holidays.
    static let calendar = WorkingCalendar(holidays: [time(26).localDate, time(28).localDate])

    static func situation(_ actor: Actor, at now: Instant, call: Call = call, nextNumber: Int = 1) throws
        -> Situation
    {
        Situation(
            programme: try programme(), call: call, actor: actor, now: now, calendar: calendar,
            nextNumber: nextNumber)
    }

    static func programme() throws -> Programme {
        Programme(
            name: "contest", languages: [.thai, .english],
            filing: Filing(by: .organisation, limit: 1, numbering: "C-{year}-{number}"), roles: roles,
            settings: [SettingDefinition(name: "places", bounds: 1...3, standard: 1)],
            form: try form(), workflow: try workflow(), rounds: [round], register: nil, letters: [],
            texts: Texts())
    }

    private static let roles = [
        Role(name: "filer", granting: .filing, sees: .own, may: []),
        Role(
            name: "clerk", granting: .organisation, sees: .filed,
            may: [.manageCall, .grantRoles, .assignReviews, .readReviews, .select, .release]),
        Role(name: "checker", granting: .call, sees: .filed, may: []),
        Role(name: "judge", granting: .call, sees: .assigned, may: []),
        Role(name: "chair", granting: .call, sees: .filed, may: [.readReviews, .select]),
    ]

    private static func form() throws -> Form {
        let isOld = try Expression("${kind} = 'old'")
        let always = try Expression("true()")
        return Form(
            pages: [
                Page(
                    name: "about", relevant: nil,
                    questions: [
                        Question(name: "title", kind: .text, required: always),
                        Question(name: "kind", kind: .selectOne("kinds"), standard: "new"),
                        Question(name: "since", kind: .date, required: always, relevant: isOld),
                        Question(name: "people", kind: .integer),
                        Question(name: "cost", kind: .decimal),
                        Question(
                            name: "each", kind: .calculate,
                            calculation: try Expression("${cost} div ${people}")),
                    ]),
                Page(
                    name: "papers", relevant: nil,
                    questions: [
                        Question(
                            name: "plan", kind: .file, required: always,
                            parameters: ["accept": "pdf", "max-files": "2", "max-size": "1"])
                    ]),
            ], choices: ["kinds": [Choice(name: "old"), Choice(name: "new")]])
    }
}

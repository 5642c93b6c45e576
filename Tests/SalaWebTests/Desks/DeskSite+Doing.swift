import SalaEngine
import SalaStore
import SalaThai

@testable import SalaWeb

extension DeskSite {
    /// Begun by somebody new and not yet filed.
    func drafted(_ number: Int, title: String = "Lamp", under handle: String = handle) async throws
        -> SubmissionID
    {
        let now = DeskSite.start.adding(seconds: Int64(number))
        let (_, person) = try await DeskSite.person("filer-\(number)", site, client)
        let id = try await site.store.start(under: handle, for: nil, by: person, at: now)
        let answers: Answers = ["title": .text("\(title) \(number)"), "kind": .text("lamp")]
        try await site.store.decide(.answer(page: "about", answers), on: id, by: person, at: now)
        return id
    }

    /// Filed by who began it.
    func submit(
        _ id: SubmissionID, at now: Instant = DeskSite.start.adding(seconds: 30)
    ) async throws {
        guard let filer = try await filer(of: id) else { throw Refusal.notFound }
        try await site.store.decide(.act("submit", input: [:]), on: id, by: filer, at: now)
    }

    /// Another officer of the office.
    func colleague() async throws -> (Browser, PersonID) {
        let (browser, id) = try await DeskSite.person("colleague", site, client)
        try await site.store.grantMembership(id, CallSite.office, role: .officer, at: DeskSite.start)
        return (browser, id)
    }

    /// Another published call of the office.
    func openAnother() async throws -> String {
        let handle = "others-2569"
        _ = try await site.store.openCall(
            handle, of: DeskProgramme.name, by: officerID, for: CallSite.office,
            title: [.thai: "งานอื่น", .english: "Others"],
            period: DeskSite.period,
            settings: CallSettings(), at: DeskSite.start)
        try await site.store.decide(.publish, on: handle, by: officerID, at: DeskSite.start)
        return handle
    }

    /// Holds a decision on each of two submissions.
    func hold(
        _ first: String, _ one: SubmissionID, _ second: String, _ other: SubmissionID, by person: PersonID,
        at now: Instant = DeskSite.start.adding(seconds: 300)
    ) async throws {
        for (action, id) in [(first, one), (second, other)] {
            try await site.store.decide(.act(action, input: [:]), on: id, by: person, at: now)
        }
    }
}

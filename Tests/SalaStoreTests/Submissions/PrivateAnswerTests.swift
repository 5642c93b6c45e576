import SalaEngine
import Testing

@testable import SalaStore

@Suite("Private answers")
struct PrivateAnswerTests {
    private struct Entry {
        var id: SubmissionID
        var plan: AttachmentID
    }

    /// With a telephone number for officers and a plan for judges, in the hands of the first judge.
    private func entry(_ home: FairHome) async throws -> Entry {
        let id = try await home.start(0)
        try await home.answer(id, 0, FairHome.answers("ไฟ", ["phone": .text("0817770001")]))
        let plan = try await home.attach("plan.pdf", to: "plan", of: id, 0)
        try await home.act("submit", on: id, by: home.filers[0])
        try await home.act("pass", on: id, by: home.checker)
        try await home.assign(id, [0])
        return Entry(id: id, plan: plan)
    }

    @Test("are read by the filer's side and by the roles that the programme names")
    func readers() async throws {
        try await FairHome.with("private") { home in
            let entry = try await entry(home)
            func reads(_ person: PersonID) async throws -> Set<String> {
                let dossier = try await home.store.dossier(entry.id, for: person)
                let answers = dossier.submission.answers
                #expect(answers == dossier.submission.filedAnswers)
                #expect(Set(dossier.showing(at: FairHome.time(16)).answers.keys) == Set(answers.keys))
                let hasFile = !dossier.submission.attachments.isEmpty
                #expect(hasFile == (answers["plan"] != nil))
                return Set(answers.keys).intersection(["title", "phone", "plan"])
            }
            #expect(try await reads(home.filers[0]) == ["title", "phone", "plan"])
            #expect(try await reads(home.officer) == ["title", "phone"])
            #expect(try await reads(home.judges[0]) == ["title", "plan"])
            #expect(try await reads(home.checker) == ["title"])
        }
    }

    @Test("are in no file, no history and no review page of who may not read them")
    func elsewhere() async throws {
        try await FairHome.with("private") { home in
            let entry = try await entry(home)
            for person in [home.checker, home.officer] {
                await #expect(throws: Refusal.notFound) {
                    try await home.store.attachment(entry.plan, of: entry.id, for: person)
                }
            }
            #expect(
                try await home.store.attachment(entry.plan, of: entry.id, for: home.judges[0]).0.name
                    == "plan.pdf")
            let asked = try await home.store.askedReview(
                of: entry.id, round: "first", for: home.judges[0], at: FairHome.time(17))
            #expect(asked.dossier.submission.answers["phone"] == nil && asked.isOpen)
            let view = try await home.store.submission(
                entry.id, for: home.judges[0], at: FairHome.time(17))
            var filed: [Answers] = []
            for event in view.events {
                if case .acted(let acted) = event.body, let answers = acted.answers { filed.append(answers) }
            }
            #expect(filed.map { $0["phone"] } == [nil] && filed.map { $0["title"] } == [.text("ไฟ")])
        }
    }

    @Test("are found by nobody's search, for a search would tell them to who guesses")
    func search() async throws {
        try await FairHome.with("private") { home in
            _ = try await entry(home)
            for person in [home.checker, home.officer] {
                var filter = SubmissionFilter()
                filter.text = "0817770001"
                let desk = try await home.store.desk(FairHome.handle, for: person, filter)
                #expect(desk.listing.entries.isEmpty)
                filter.text = "ไฟ"
                #expect(
                    try await home.store.desk(FairHome.handle, for: person, filter).listing.total == 1)
            }
        }
    }

    @Test("give no submission its title")
    func title() throws {
        var programme = try Fair.programme("private")
        #expect(programme.titleQuestion == "title")
        programme.register = nil
        programme.privates = [PrivateQuestion(name: "title")]
        #expect(programme.titleQuestion == "story")
        #expect(programme.deskFacets.contains(.question("kind")))
        programme.privates = [PrivateQuestion(name: "kind")]
        #expect(programme.deskFacets == [.province, .organisationKind])
    }
}

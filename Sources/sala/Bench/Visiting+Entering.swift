import ArgumentParser
import Foundation
import SalaAnalysis
import SalaDefinitions
import SalaEngine
import SalaStore
import SalaThai
import SalaWeb

extension Visiting {
    /// Somebody who can enter for an organisation of the bench's own.
    struct Entrant {
        var index: Int
        var guest: Guest
        var organisation: OrganisationID
    }

    /// Organisations and people that only the bench knows, each signed in.
    func entrants(_ count: Int) async throws -> [Entrant] {
        try await importOrganisations(count)
        return try await withThrowingTaskGroup(of: Entrant.self) { group in
            for index in 0..<count {
                group.addTask { try await entrant(index) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.index < $1.index }
        }
    }

    /// The longest page of an entry that everybody began, to be saved again and again.
    func savedPages(of entrants: some Sequence<Entrant>) async throws -> [VisitPlan.Post] {
        let typed = programme.form.pages.map { page in (page, page.questions.count(where: \.isTyped)) }
        guard let page = typed.max(by: { $0.1 < $1.1 })?.0 else { return [] }
        var posts: [VisitPlan.Post] = []
        for entrant in entrants {
            let person = entrant.guest.person
            let id = try await store.start(under: handle, for: entrant.organisation, by: person, at: now)
            let answers = answers(of: entrant)
            for page in programme.form.pages {
                try await store.decide(.answer(page: page.name, answers), on: id, by: person, at: now)
            }
            var fields = fields(answers, on: page)
            let text = page.questions.first { $0.appearance.contains("multiline") }?.name
            for index in fields.indices where fields[index].0 == text {
                fields[index].1 += " \(VisitPlan.changing)"
            }
            posts.append(entrant.guest.post(to: Paths.page(page.name, of: id), fields + [("go", "stay")]))
        }
        return posts
    }

    /// Entries from their start to their filing, with a file for every question that asks for one.
    func wholeEntries(
        of entrants: some Sequence<Entrant>, _ placeholder: SubmissionID
    ) throws -> [VisitPlan.Entry] {
        let stage = programme.workflow.first.name
        guard let filing = programme.workflow.actions(from: stage).first(where: \.files) else {
            throw ValidationError("\(programme.name) has no action that files")
        }
        let document = try sample("document.pdf", SampleFile.pdf(1))
        let picture = try sample("picture.png", SampleFile.png(1))
        return entrants.map { entrant in
            let answers = answers(of: entrant)
            let showing = programme.form.showing(answers, at: now)
            let pages = programme.form.pages.filter { showing.isRelevant($0) }.map { page in
                let asked = page.questions.filter { showing.isRelevant($0) }
                let files = asked.filter { $0.kind == .file || $0.kind == .image }.map { question in
                    question.kind == .image
                        ? VisitPlan.SampleUpload(
                            field: question.name, name: "picture.png", mediaType: "image/png", file: picture)
                        : VisitPlan.SampleUpload(
                            field: question.name, name: "document.pdf", mediaType: "application/pdf",
                            file: document)
                }
                return entrant.guest.post(
                    to: Paths.page(page.name, of: placeholder), fields(answers, on: page) + [("go", "next")],
                    files: files)
            }
            return VisitPlan.Entry(
                start: entrant.guest.post(
                    to: Paths.submissions(under: handle),
                    [("organisation", entrant.organisation.description)]),
                pages: pages,
                submit: entrant.guest.post(to: Paths.action(filing.name, on: placeholder), []))
        }
    }

    private func entrant(_ index: Int) async throws -> Entrant {
        let person = try await store.enrol(
            email: "bench-\(index)@\(handle).example", name: "ผู้ทดสอบความเร็ว \(index) (ตัวอย่าง)",
            language: .thai, at: now)
        guard let organisation = try await store.organisation(code: code(index)) else {
            throw ValidationError("the organisation \(code(index)) could not be made")
        }
        try await store.grantMembership(person, organisation, role: .member, at: now)
        return Entrant(index: index, guest: try await guest(person), organisation: organisation)
    }

    private func importOrganisations(_ count: Int) async throws {
        let header = LocalGovernment.columns.joined(separator: ",")
        let lines = (0..<count).map { index in
            "\(code(index)),SAO,ท้องถิ่นทดสอบ \(index),Bench SAO \(index),10,กรุงเทพมหานคร,Bangkok,,,"
        }
        let csv = ([header] + lines).joined(separator: "\n")
        _ = try await store.importOrganisations(csv: Array(csv.utf8), at: now)
    }

    private func code(_ index: Int) -> String { "BENCH-\(index)" }

    private func answers(of entrant: Entrant) -> Answers {
        let works = demo.set.plan.works
        var maker = AnswerMaker(
            programme.form, samples: works.isEmpty ? [:] : works[entrant.index % works.count],
            place: "ท้องถิ่นทดสอบ \(entrant.index)", now: now,
            generator: SeededGenerator(seed: UInt64(entrant.index)))
        return maker.answers()
    }

    private func fields(_ answers: Answers, on page: SalaEngine.Page) -> [(String, String)] {
        page.questions.filter(\.isTyped).flatMap { question in
            (answers[question.name]?.items ?? []).map { (question.name, $0) }
        }
    }

    private func sample(_ name: String, _ bytes: Data) throws -> String {
        let file = demo.folder.appending(path: name)
        try bytes.write(to: file)
        return file.path
    }
}

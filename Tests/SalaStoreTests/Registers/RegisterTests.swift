import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("The public register")
struct RegisterTests {
    private static let secret = "0899999999"

    private func won(_ home: FairHome, _ town: Int, _ title: String, _ more: Answers = [:]) async throws
        -> SubmissionID
    {
        // What is held closes the round: it is held again once all have been judged.
        let held = try await home.store.database.read { connection in
            try connection.rows("select id from submission where held is not null order by number")
                .map { try $0.id("id") as SubmissionID }
        }
        for id in held {
            try await home.store.decide(.takeBack, on: id, by: home.officer, at: FairHome.time(20))
        }
        let answers = FairHome.answers(title, ["phone": .text(Self.secret)].merging(more) { $1 })
        let id = try await home.start(town)
        try await home.answer(id, town, answers)
        for (question, name) in [("photo", "lamp.jpg"), ("plan", "plan.pdf")] {
            let file = Attachment(
                id: AttachmentID(UUID.version7(at: FairHome.time(14))), question: question, name: name,
                mediaType: question == "photo" ? "image/jpeg" : "application/pdf", bytes: 5,
                sha256: String(repeating: "c", count: 64))
            try await home.store.decide(.attach(file), on: id, by: home.filers[town], at: FairHome.time(14))
        }
        try await home.act("submit", on: id, by: home.filers[town])
        try await home.act("pass", on: id, by: home.checker)
        try await home.assign(id, [0, 1])
        for judge in 0...1 { try await home.review(id, judge, impact: 3, novelty: 3) }
        for id in held + [id] { try await home.act("win", on: id, by: home.officer) }
        return id
    }

    private func listed(_ home: FairHome, _ change: (inout SubmissionFilter) -> Void = { _ in }) async throws
        -> [String]
    {
        var filter = SubmissionFilter()
        change(&filter)
        return try await home.store.register(FairHome.handle, filter).entries.entries.map(\.title)
    }

    @Test("shows nothing before the release, and then the questions that it names and no others")
    func shows() async throws {
        try await FairHome.with { home in
            let id = try await won(home, 0, "ไฟส่องสว่าง", ["people": .text("2"), "kind": .text("lamp")])
            _ = try await home.file(1)
            #expect(try await listed(home) == [])
            await #expect(throws: Refusal.notFound) {
                try await home.store.registerEntry(FairHome.handle, number: "F-2564-0001")
            }
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            #expect(try await listed(home) == ["ไฟส่องสว่าง"])
            let (_, entry) = try await home.store.registerEntry(FairHome.handle, number: "F-2564-0001")
            #expect(entry.card.id == id)
            #expect(Set(entry.answers.keys) == ["title", "story", "photo", "kind", "cost"])
            #expect(entry.answers["cost"] == .text("4"))
            #expect(entry.card.summary == "เรื่องราวของไฟส่องสว่าง")
            #expect(entry.attachments.values.map(\.question) == ["photo"])
            #expect(entry.card.picture?.name == "lamp.jpg")
            #expect(entry.card.since == FairHome.time(25))
            #expect(entry.card.organisation?.id == home.towns[0])
            #expect(!String(reflecting: entry.answers).contains(Self.secret))
            await #expect(throws: Refusal.notFound) {
                try await home.store.registerEntry(FairHome.handle, number: "F-2564-0002")
            }
        }
    }

    @Test("gives the files that it shows, and no others")
    func files() async throws {
        try await FairHome.with { home in
            let id = try await won(home, 0, "ก")
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            for file in try await home.submission(id).attachments.values {
                if file.question == "photo" {
                    let (found, _) = try await home.store.registerAttachment(
                        FairHome.handle, number: "F-2564-0001", file.id)
                    #expect(found == file)
                } else {
                    await #expect(throws: Refusal.notFound) {
                        try await home.store.registerAttachment(
                            FairHome.handle, number: "F-2564-0001", file.id)
                    }
                }
            }
        }
    }

    @Test("finds what it shows, and never betrays by a search what it does not")
    func search() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0, "ไฟส่องสว่าง")
            _ = try await won(home, 3, "ถนนปลอดฝุ่น")
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            #expect(try await listed(home) { $0.text = "ถนน" } == ["ถนนปลอดฝุ่น"])
            #expect(try await listed(home) { $0.text = "เรื่องราว" } == ["ไฟส่องสว่าง", "ถนนปลอดฝุ่น"])
            #expect(try await listed(home) { $0.text = "F-2564-0001" } == ["ไฟส่องสว่าง"])
            #expect(try await listed(home) { $0.text = "f๒๕๖๔๐๐๐๑" } == ["ไฟส่องสว่าง"])
            #expect(try await listed(home) { $0.text = "ทม.ตัวอย่าง จ.นครราชสีมา" } == ["ถนนปลอดฝุ่น"])
            #expect(try await listed(home) { $0.text = "เชียงใหม่" } == ["ไฟส่องสว่าง"])
            #expect(try await listed(home) { $0.text = Self.secret } == [])
            for signs in ["\"", "%", "' --", "…"] {
                #expect(try await listed(home) { $0.text = signs } == [], "\(signs)")
            }
            var filter = SubmissionFilter()
            filter.text = Self.secret
            let desk = try await home.store.desk(FairHome.handle, for: home.officer, filter)
            #expect(desk.listing.total == 2)
        }
    }

    @Test("finds an entry by its public choices' words, its kind of office and its office's short names")
    func searchOfLabels() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0, "ไฟส่องสว่าง", ["kind": .text("lamp")])
            _ = try await won(home, 3, "ทางเท้าเรียบ", ["kind": .text("road")])
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            for typed in ["โคมไฟ", "Lamp post", "post"] {
                #expect(try await listed(home) { $0.text = typed } == ["ไฟส่องสว่าง"], "\(typed)")
            }
            #expect(try await listed(home) { $0.text = "ถนนหนทาง" } == ["ทางเท้าเรียบ"])
            let both = ["ไฟส่องสว่าง", "ทางเท้าเรียบ"]
            for typed in ["เทศบาลเมือง", "town municipality", "ทม.ตัวอย่าง", "เทศบาลตัวอย่าง"] {
                #expect(try await listed(home) { $0.text = typed } == both, "\(typed)")
            }
            #expect(try await listed(home) { $0.text = "Nakhon Ratchasima" } == ["ทางเท้าเรียบ"])
            #expect(try await listed(home) { $0.text = "จังหวัดเชียงใหม่" } == ["ไฟส่องสว่าง"])
        }
    }

    @Test("is narrowed by its own facets, and by nothing else")
    func facets() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0, "ไฟ", ["kind": .text("lamp")])
            _ = try await won(home, 1, "ถนน", ["kind": .text("road")])
            _ = try await won(home, 3, "เสาไฟ", ["kind": .text("lamp")])
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            #expect(try await listed(home) { $0.facets = ["kind": "lamp"] } == ["ไฟ", "เสาไฟ"])
            #expect(try await listed(home) { $0.facets = ["kind": "lamp", "province": "50"] } == ["ไฟ"])
            let all = ["ไฟ", "ถนน", "เสาไฟ"]
            #expect(try await listed(home) { $0.facets = ["organisation-kind": "Agency"] } == all)
            #expect(try await listed(home) { $0.stage = "lost" } == all)
            #expect(
                try await listed(home) {
                    $0.length = 2; $0.page = 2
                } == ["เสาไฟ"])
            let listing = try await home.store.register(FairHome.handle, SubmissionFilter())
            let counts = listing.facets.map { "\($0.facet.name) \($0.value) \($0.count)" }
            #expect(Set(counts) == ["kind lamp 2", "kind road 1", "province 50 2", "province 30 1"])
            #expect(listing.provinces["50"]?.provinceThai == "เชียงใหม่")
            #expect(listing.entries.total == 3)
        }
    }

    @Test("counts provinces as if none were chosen, all else under the choice, in as many statements")
    func provincesElsewhere() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0, "ไฟ", ["kind": .text("lamp")])
            _ = try await won(home, 1, "ถนน", ["kind": .text("road")])
            _ = try await won(home, 3, "เสาไฟ", ["kind": .text("lamp")])
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            func counts(_ facets: [String: String]) async throws -> Set<String> {
                var filter = SubmissionFilter()
                filter.facets = facets
                let listing = try await home.store.register(FairHome.handle, filter)
                #expect(Set(listing.provinces.keys) == ["10", "30", "50"], "\(facets)")
                return Set(listing.facets.map { "\($0.facet.name) \($0.value) \($0.count)" })
            }
            let chosen = try await counts(["province": "30"])
            #expect(chosen == ["kind lamp 1", "province 50 2", "province 30 1"])
            let both = try await counts(["province": "50", "kind": "lamp"])
            #expect(both == ["kind lamp 1", "province 50 1", "province 30 1"])
            func statements(_ facets: [String: String]) async -> Int {
                await home.store.database.counting {
                    var filter = SubmissionFilter()
                    filter.facets = facets
                    _ = try? await home.store.register(FairHome.handle, filter)
                }
            }
            #expect(await statements(["province": "30"]) == statements([:]))
        }
    }

    @Test("gives the data of what is chosen and nothing else, batch by batch, as many as the page counts")
    func data() async throws {
        try await FairHome.with { home in
            _ = try await won(home, 0, "ไฟ", ["kind": .text("lamp")])
            _ = try await won(home, 1, "ถนน", ["kind": .text("road")])
            _ = try await won(home, 3, "เสาไฟ", ["kind": .text("lamp")])
            _ = try await home.file(4, "ไฟที่ไม่ได้เผยแพร่")
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            let view = try await home.store.call(FairHome.handle, for: nil)
            func titles(_ change: (inout SubmissionFilter) -> Void) async throws -> [String] {
                var filter = SubmissionFilter()
                change(&filter)
                var titles: [String] = []
                var last: String?
                while let entry = try await home.store.publicEntries(
                    of: view, matching: filter, after: last, limit: 1
                ).first {
                    titles.append(entry.card.title)
                    last = entry.card.number
                }
                #expect(
                    titles.count == (try await home.store.register(FairHome.handle, filter).entries.total))
                return titles
            }
            #expect(try await titles { _ in } == ["ไฟ", "ถนน", "เสาไฟ"])
            #expect(try await titles { $0.facets = ["kind": "lamp"] } == ["ไฟ", "เสาไฟ"])
            #expect(try await titles { $0.facets = ["kind": "lamp", "province": "30"] } == ["เสาไฟ"])
            #expect(
                try await titles {
                    $0.text = "ถนน"; $0.page = 9
                } == ["ถนน"])
            #expect(try await titles { $0.facets = ["organisation-kind": "Agency"] }.count == 3)
        }
    }

    @Test("is known to hold something only once something is released")
    func holds() async throws {
        try await FairHome.with { home in
            let call = try await home.store.call(FairHome.handle, for: nil).call.id
            _ = try await won(home, 0, "ไฟ")
            #expect(try await home.store.hasPublicEntries(call) == false)
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(25))
            #expect(try await home.store.hasPublicEntries(call))
        }
    }
}

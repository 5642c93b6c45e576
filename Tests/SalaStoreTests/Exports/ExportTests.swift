import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Exports")
struct ExportTests {
    private static let now = FairHome.exporting

    @Test("stand in line one at a time for a call, are begun again after a stop, and can be cancelled")
    func line() async throws {
        try await FairHome.with { home in
            _ = try await home.file(0)
            let store = home.store
            let id = try await home.askExport()
            await #expect(throws: Refusal.exporting(.underWay)) { try await home.askExport() }
            var export = try await home.takeExport()
            #expect(export.id == id && export.total == 1)
            #expect(try await store.takeExport(at: Self.now) == nil)
            #expect(try await store.note(1, of: export))
            try await store.restartExports()
            export = try await home.takeExport()
            #expect(export.id == id && export.done == 0)
            await #expect(throws: Refusal.notAllowed) {
                try await store.cancelExport(id, of: FairHome.handle, by: home.checker, at: Self.now)
            }
            try await store.cancelExport(id, of: FairHome.handle, by: home.officer, at: Self.now)
            let history = try await store.callHistory(FairHome.handle, for: home.officer)
            #expect(history.events.suffix(2).map(\.body) == [.exported(.json), .exportCancelled(.json)])
            #expect(try await !store.note(1, of: export))
            try await store.finish(export, bytes: 9, at: Self.now)
            let exports = try await store.exports(of: FairHome.handle, for: home.officer)
            #expect(exports.exports.map(\.state) == [.cancelled])
            _ = try await home.askExport()
        }
    }

    @Test("of several calls are worked in the order in which they were asked")
    func fairness() async throws {
        try await FairHome.with { home in
            try await home.openCall("second")
            try await home.store.decide(.publish, on: "second", by: home.officer, at: Self.now)
            _ = try await home.askExport()
            try await home.store.askExport(
                .json, of: "second", in: .thai, by: home.officer, at: Self.now.adding(seconds: 1))
            let calls = [
                try await home.store.takeExport(at: Self.now)?.call,
                try await home.store.takeExport(at: Self.now)?.call,
            ]
            #expect(calls == [FairHome.handle, "second"])
        }
    }

    @Test("are for those who manage the call, are recorded, and are downloaded by who asked, for a week")
    func download() async throws {
        try await FairHome.with { home in
            let (store, handle) = (home.store, FairHome.handle)
            _ = try await home.file(0)
            for person in [home.checker, home.judges[0], home.filers[0]] {
                await #expect(throws: Refusal.notAllowed) {
                    try await store.askExport(.json, of: handle, in: .thai, by: person, at: Self.now)
                }
                await #expect(throws: Refusal.notAllowed) { try await store.exports(of: handle, for: person) }
            }
            let id = try await home.askExport()
            let history = try await store.callHistory(handle, for: home.officer)
            #expect(history.events.last?.body == .exported(.json))
            await #expect(throws: Refusal.exporting(.notThere)) {
                try await store.exportFile(id, of: handle, for: home.officer, at: Self.now)
            }
            _ = try await home.finishExport()
            let (_, file) = try await store.exportFile(id, of: handle, for: home.officer, at: Self.now)
            #expect(FileManager.default.fileExists(atPath: file.path))
            let colleague = try await home.colleague()
            await #expect(throws: Refusal.notFound) {
                try await store.exportFile(id, of: handle, for: colleague, at: Self.now)
            }
            let later = Self.now.adding(seconds: Export.lifetimeSeconds)
            await #expect(throws: Refusal.exporting(.notThere)) {
                try await store.exportFile(id, of: handle, for: home.officer, at: later)
            }
            try await store.expireExports(at: later)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test("are refused to who sees something else by now, while they are written and afterwards")
    func sight() async throws {
        try await FairHome.with { home in
            let (store, handle) = (home.store, FairHome.handle)
            _ = try await home.file(0)
            let id = try await home.askExport()
            let export = try await home.finishExport()
            try await store.grantMembership(home.officer, home.towns[0], role: .member, at: Self.now)
            await #expect(throws: Refusal.exporting(.scopeChanged)) {
                try await store.exportFile(id, of: handle, for: home.officer, at: Self.now)
            }
            await #expect(throws: Refusal.exporting(.scopeChanged)) {
                try await store.exportBatch(of: export, after: nil)
            }
            for organisation in [home.towns[0], home.office] {
                try await store.decide(
                    .end(reason: "ย้ายหน่วยงาน"), about: home.officer, in: organisation, by: .installation,
                    at: Self.now)
            }
            await #expect(throws: Refusal.notAllowed) {
                try await store.exportFile(id, of: handle, for: home.officer, at: Self.now)
            }
        }
    }

    @Test("hold what was filed, batch by batch and each once, with reviews and their judges")
    func batches() async throws {
        try await FairHome.with("private") { home in
            let store = home.store
            for town in 0..<3 { _ = try await home.scored(town, (town + 1, 3)) }
            let draft = try await home.start(3)
            _ = try await home.askExport()
            let export = try await home.takeExport()
            #expect(export.total == 3)
            var last: ExportBatch.Key?
            var entries: [ExportBatch.Entry] = []
            repeat {
                let batch = try await store.exportBatch(of: export, after: last, limit: 2)
                entries += batch.entries
                #expect(batch.entries.allSatisfy { $0.names[home.judges[0]] == "Demo judge-1" })
                last = batch.last
            } while last != nil
            #expect(entries.map { $0.dossier.submission.number?.suffix(4) } == ["0001", "0002", "0003"])
            #expect(!entries.contains { $0.dossier.submission.id == draft })
            #expect(entries.allSatisfy { $0.dossier.submission.reviews["first"]?.count == 2 })
            #expect(entries.allSatisfy { entry in entry.events.contains { $0.body.kind == "reviewed" } })
            #expect(!entries.contains { entry in entry.events.contains { $0.body.kind == "answered" } })
        }
    }

    @Test("name nobody behind an entry in which who asked has a stake, whatever else they acted on")
    func stake() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.officer, home.towns[0], role: .member, at: FairHome.time(1))
            for town in 0..<2 {
                let id = try await home.file(town)
                try await home.act("pass", on: id, by: home.checker)
            }
            try await home.askExport()
            let entries = try await home.store.exportBatch(of: home.takeExport(), after: nil).entries
            try #require(entries.count == 2)
            #expect(entries[0].names == [home.filers[0]: "Demo filer-0"])
            #expect(entries[1].names[home.checker] == "Demo checker")
            let passing = entries.map { $0.events.last?.actor }
            #expect(passing == [nil, home.checker])
        }
    }

    @Test("take as many queries for a batch of three as for one of one", arguments: [1, 3])
    func queries(count: Int) async throws {
        try await FairHome.with { home in
            for town in 0..<count { _ = try await home.file(town) }
            _ = try await home.askExport()
            let export = try await home.takeExport()
            let queries = try await home.store.database.counting {
                let batch = try await home.store.exportBatch(of: export, after: nil)
                #expect(batch.entries.count == count)
            }
            #expect(queries == 7)
        }
    }
}

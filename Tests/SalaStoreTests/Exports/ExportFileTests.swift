import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The files of exports")
struct ExportFileTests {
    private static let now = FairHome.exporting

    private func put(_ name: String, _ home: FairHome) throws {
        try Data("x".utf8).write(to: home.store.files.exports.appending(path: name))
    }

    private func lying(_ home: FairHome) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: home.store.files.exports.path))
    }

    private func told(_ home: FairHome, of handle: String = FairHome.handle) async throws -> [Export] {
        try await home.store.exports(of: handle, for: home.officer).exports
    }

    @Test("go when the export was cancelled at its very end")
    func cancelled() async throws {
        try await FairHome.with { home in
            let id = try await home.askExport()
            let export = try await home.takeExport()
            try put("\(id).export", home)
            try await home.store.cancelExport(id, of: FairHome.handle, by: home.officer, at: Self.now)
            let isTaken = try await home.store.finish(export, bytes: 1, at: Self.now)
            #expect(!isTaken)
            #expect(try lying(home) == [])
            let states = try await told(home).map(\.state)
            #expect(states == [.cancelled])
        }
    }

    @Test("go when the work failed once they were in their place, and stay when it was done by then")
    func failed() async throws {
        try await FairHome.with { home in
            try await home.askExport()
            let failed = try await home.takeExport()
            try put("\(failed.id).export", home)
            try await home.store.fail(failed, .storage, at: Self.now)
            #expect(try lying(home) == [])
            let first = try await told(home).first
            #expect(first?.state == .failed && first?.cause == .storage)
            try await home.askExport()
            let done = try await home.finishExport()
            try await home.store.fail(done, .other, at: Self.now)
            let states = try await told(home).filter { $0.id == done.id }.map(\.state)
            #expect(states == [.done])
            #expect(try lying(home) == ["\(done.id).export"])
        }
    }

    @Test("take the place of the older one of the same person, call and format, and of no other")
    func replaced() async throws {
        try await FairHome.with { home in
            try await home.openCall("second")
            try await home.store.decide(.publish, on: "second", by: home.officer, at: Self.now)
            try await home.store.askExport(.json, of: "second", in: .thai, by: home.officer, at: Self.now)
            let elsewhere = try await home.finishExport()
            try await home.askExport(by: try await home.colleague())
            let theirs = try await home.finishExport()
            try await home.askExport(.sheets)
            let sheets = try await home.finishExport()
            try await home.askExport()
            let old = try await home.finishExport()
            try await home.askExport()
            let new = try await home.finishExport()
            let exports = try await told(home) + told(home, of: "second")
            let expired = exports.filter { $0.state == .expired }.map(\.id)
            #expect(exports.count == 5 && expired == [old.id])
            let kept = [elsewhere, theirs, sheets, new].map { "\($0.id).export" }
            #expect(try lying(home) == Set(kept))
            await #expect(throws: Refusal.exporting(.notThere)) {
                try await home.store.exportFile(
                    old.id, of: FairHome.handle, for: home.officer, at: Self.now)
            }
        }
    }

    @Test("are swept, but for those that are kept and what is being written")
    func sweep() async throws {
        try await FairHome.with { home in
            try await home.askExport(.sheets)
            let done = try await home.finishExport().id
            let cancelled = try await home.askExport()
            try await home.store.cancelExport(cancelled, of: FairHome.handle, by: home.officer, at: Self.now)
            try await home.askExport(.attachments)
            let begun = try await home.takeExport().id
            let kept = [
                "\(done).export", "\(begun).export.draft", "\(begun).export.draft.missing",
                "\(begun).export.draft.aB3xYz",
            ]
            let strays = [
                "\(done).export.draft.aB3xYz", "\(cancelled).export", "\(cancelled).export.draft.aB3xYz",
                "00000000-0000-7000-8000-000000000000.export", "something",
            ]
            for name in kept + strays { try put(name, home) }
            try await home.store.expireExports(at: Self.now)
            #expect(try lying(home) == Set(kept))
            // In line again, where another process may take it at any time.
            try await home.store.restartExports()
            try await home.store.expireExports(at: Self.now)
            #expect(try lying(home) == Set(kept))
        }
    }

    @Test("are refused where copies would take more than half of the room, at once and when their turn comes")
    func room() async throws {
        try await FairHome.with { home in
            let store = home.store
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ไฟส่องสว่าง"))
            _ = try await home.attach("plan.pdf", to: "plan", of: id, 0)
            try await home.act("submit", on: id, by: home.filers[0])
            try await home.askExport(.attachments)
            let export = try await home.takeExport()
            let free = try #require(store.files.freeBytes)
            func weigh(_ bytes: Int) async throws {
                try await store.database.write { try $0.execute("update attachment set bytes = \(bytes)") }
            }
            try await weigh(free / 4)
            try await store.demandRoom(for: export)
            try await weigh(free / 4 * 3)
            await #expect(throws: Refusal.exporting(.noRoom)) { try await store.demandRoom(for: export) }
            try await store.fail(export, .storage, at: Self.now)
            await #expect(throws: Refusal.exporting(.noRoom)) { try await home.askExport(.attachments) }
            try await home.askExport(.sheets)
        }
    }
}

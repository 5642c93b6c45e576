import Foundation
import SalaEngine
import SalaExchange
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The file of an export")
struct ExportWritingTests {
    /// As much of a file as tells who did something.
    private struct Told: Decodable {
        struct Entry: Decodable {
            var decisions: [Row]
            var events: [Row]
        }

        struct Row: Decodable {
            var by: String
        }

        var entries: [Entry]
    }

    private static func writer(_ fixture: SiteFixture) -> ExportWriter {
        ExportWriter(store: fixture.store) { key, _, _ in key }
    }

    /// As a server does that is told to stop.
    private static func cancelTask() {
        withUnsafeCurrentTask { $0?.cancel() }
    }

    @Test("is nowhere when it was cancelled behind the last entry", arguments: ExportFormat.allCases)
    func cancelled(format: ExportFormat) async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ผลงาน")
            let export = try await fixture.beginExport(format)
            let url = fixture.store.files.url(of: export.id)
            await #expect(throws: ExportWriter.Cancelled.self) {
                try await Self.writer(fixture).write(export, to: url) { _ in false }
            }
            #expect(try fixture.exportFiles() == [])
        }
    }

    @Test(
        "is nowhere when the server stopped before its archive was put together",
        arguments: [ExportFormat.sheets, .attachments])
    func stopped(format: ExportFormat) async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ผลงาน")
            let export = try await fixture.beginExport(format)
            let url = fixture.store.files.url(of: export.id)
            let work = Task {
                try await Self.writer(fixture).write(export, to: url) { _ in
                    Self.cancelTask()
                    return true
                }
            }
            await #expect(throws: ExportWriter.Cancelled.self) { _ = try await work.value }
            #expect(try fixture.exportFiles() == [])
        }
    }

    @Test("is begun anew where pieces of it were left, and lies alone then", arguments: ExportFormat.allCases)
    func begunAgain(format: ExportFormat) async throws {
        try await SiteFixture.with { fixture in
            _ = try await fixture.filed(0, title: "ผลงาน")
            let export = try await fixture.beginExport(format)
            let url = fixture.store.files.url(of: export.id)
            for piece in ["draft", "draft.entries", "draft.aB3xYz"] {
                let name = "\(url.lastPathComponent).\(piece)"
                try Data("left".utf8).write(to: fixture.store.files.exports.appending(path: name))
            }
            let bytes = try await Self.writer(fixture).write(export, to: url) { _ in true }
            #expect(try fixture.exportFiles() == [url.lastPathComponent])
            let file = try Data(contentsOf: url)
            #expect(file.count == bytes && bytes > 0)
            if format == .attachments {
                #expect(file.range(of: Data("โครงการ.pdf".utf8)) != nil)
                #expect(file.range(of: Data(SampleFiles.pdf("Project 0"))) != nil)
            }
        }
    }

    @Test(
        "that cannot be written fails for want of a place",
        arguments: [ExportFormat.json, .sheets, .attachments])
    func noPlace(format: ExportFormat) async throws {
        try await SiteFixture.with { fixture in
            let export = try await fixture.beginExport(format)
            let nowhere = fixture.folder.appending(path: "nowhere/file")
            let error = await #expect(throws: (any Error).self) {
                try await Self.writer(fixture).write(export, to: nowhere) { _ in true }
            }
            let cause = Export.Cause(try #require(error))
            #expect(cause == .storage)
        }
    }

    @Test("fails for a cause that its asker can do something about")
    func causes() {
        #expect(Export.Cause(Refusal.exporting(.scopeChanged)) == .scopeChanged)
        #expect(Export.Cause(Refusal.notAllowed) == .scopeChanged)
        #expect(Export.Cause(Refusal.exporting(.noRoom)) == .storage)
        #expect(Export.Cause(NSError(domain: NSPOSIXErrorDomain, code: 28)) == .storage)
        #expect(Export.Cause(Fault.unreadable("call")) == .other)
    }

    @Test("names who screened others, and not who screened what its asker has a stake in")
    func stake() async throws {
        try await SiteFixture.with { fixture in
            let (officer, screener) = (fixture.people[.officer], fixture.people[.screener])
            try await fixture.store.grantMembership(
                officer, fixture.people.towns[0], role: .member, at: fixture.clock.tick())
            for town in 0..<2 {
                let id = try await fixture.filed(town, title: "ผลงาน \(town)")
                try await fixture.act("pass", SiteFixture.passInput, on: id, by: screener)
            }
            let export = try await fixture.beginExport(.json)
            let url = fixture.store.files.url(of: export.id)
            _ = try await Self.writer(fixture).write(export, to: url) { _ in true }
            let told = try JSONDecoder().decode(Told.self, from: try Data(contentsOf: url))
            let name = SitePeople.name(.screener)
            let named = told.entries.map { entry in
                (entry.decisions + entry.events).contains { $0.by == name }
            }
            #expect(named == [false, true])
            // It is told all the same, without a name.
            #expect(told.entries[0].events.count == told.entries[1].events.count)
        }
    }
}

import Foundation
import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Clearing away files that nothing names")
struct FileSweepTests {
    private let day: Int64 = 86_400

    /// Kept with that content, as if it had been that many seconds ago.
    private func keep(_ text: String, age: Int64, in store: FileStore) throws -> StoredFile {
        let incoming = try store.receive()
        try incoming.write(Data(text.utf8))
        let file = try store.keep(incoming)
        try setAge(age, of: file.url)
        return file
    }

    private func setAge(_ seconds: Int64, of file: URL) throws {
        let time = Date(timeIntervalSinceNow: -Double(seconds))
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
    }

    private func attach(
        _ file: StoredFile, to id: SubmissionID, _ town: Int, _ home: FairHome
    ) async throws -> AttachmentID {
        let attachment = SalaEngine.Attachment(
            id: AttachmentID(UUID()), question: "plan", name: "a.pdf", mediaType: "application/pdf",
            bytes: file.bytes, sha256: file.sha256)
        try await home.store.decide(.attach(attachment), on: id, by: home.filers[town], at: FairHome.time(14))
        return attachment.id
    }

    private func detach(
        _ file: AttachmentID, _ id: SubmissionID, _ town: Int, _ home: FairHome
    ) async throws {
        try await home.store.decide(.detach(file), on: id, by: home.filers[town], at: FairHome.time(14))
    }

    private func isThere(_ file: StoredFile) -> Bool {
        FileManager.default.fileExists(atPath: file.url.path)
    }

    @Test("takes what is older than a day and no younger file, and forgets the small copy with it")
    func orphans() async throws {
        try await FairHome.with { home in
            let files = home.store.files
            let old = try keep("old", age: day + 60, in: files)
            let young = try keep("young", age: day - 60, in: files)
            let small = Thumbnails.url(in: Thumbnails.folder(in: files.folder), sha256: old.sha256)
            try FileManager.default.createDirectory(
                at: small.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("small".utf8).write(to: small)
            let key = files.folder.appending(path: "form.key")
            try Data("key".utf8).write(to: key)
            try setAge(9 * day, of: key)
            let sweep = try await home.store.sweepFiles(at: .now())
            #expect(sweep == FileSweep(files: 1, bytes: 3, unfinished: 0))
            #expect(!isThere(old) && isThere(young))
            #expect(!FileManager.default.fileExists(atPath: small.path))
            #expect(FileManager.default.fileExists(atPath: key.path))
            #expect(try await home.store.sweepFiles(at: .now()) == FileSweep())
        }
    }

    @Test("takes uploads that broke off more than a day ago, and none that still comes in")
    func unfinished() async throws {
        try await FairHome.with { home in
            let broken = try home.store.files.receive()
            try broken.write(Data("broken".utf8))
            try setAge(day + 60, of: broken.url)
            let coming = try home.store.files.receive()
            try coming.write(Data("coming".utf8))
            #expect(try await home.store.sweepFiles(at: .now()).unfinished == 1)
            #expect(!FileManager.default.fileExists(atPath: broken.url.path))
            #expect(FileManager.default.fileExists(atPath: coming.url.path))
            coming.discard()
        }
    }

    @Test("never takes a file that is attached, filed, or was filed and has been replaced")
    func named() async throws {
        try await FairHome.with { home in
            let files = home.store.files
            let open = try keep("open", age: 9 * day, in: files)
            let filed = try keep("filed", age: 9 * day, in: files)
            let replaced = try keep("replaced", age: 9 * day, in: files)
            let draft = try await home.start(1)
            _ = try await attach(open, to: draft, 1, home)
            let id = try await home.start(0)
            let first = try await attach(replaced, to: id, 0, home)
            try await home.answer(id, 0, FairHome.answers("ไฟ"))
            try await home.act("submit", on: id, by: home.filers[0])
            try await home.act("return", FairHome.returnInput, on: id, by: home.checker)
            try await detach(first, id, 0, home)
            _ = try await attach(filed, to: id, 0, home)
            try await home.act("resubmit", on: id, by: home.filers[0], at: FairHome.time(17))
            #expect(try await home.store.sweepFiles(at: .now()) == FileSweep())
            #expect([open, filed, replaced].allSatisfy(isThere))
        }
    }

    @Test("takes a file that was taken away before it was filed, unless another submission holds the same")
    func dropped() async throws {
        try await FairHome.with { home in
            let files = home.store.files
            let shared = try keep("shared", age: 9 * day, in: files)
            let gone = try keep("gone", age: 9 * day, in: files)
            let (one, other) = (try await home.start(0), try await home.start(1))
            try await detach(try await attach(shared, to: one, 0, home), one, 0, home)
            try await detach(try await attach(gone, to: one, 0, home), one, 0, home)
            let held = try await attach(shared, to: other, 1, home)
            #expect(try await home.store.sweepFiles(at: .now()).files == 1)
            #expect(isThere(shared) && !isThere(gone))
            #expect(try await home.count("select count(*) as count from attachment") == 1)
            try await detach(held, other, 1, home)
            #expect(try await home.store.sweepFiles(at: .now()).files == 1)
            #expect(!isThere(shared))
        }
    }

    @Test("leaves a file that somebody has just sent again, though nothing names it yet")
    func underWay() async throws {
        try await FairHome.with { home in
            let files = home.store.files
            let old = try keep("same", age: 9 * day, in: files)
            let time = Instant.now().adding(seconds: -day)
            #expect(Array(files.digests(before: time)).flatMap(\.self) == [old.sha256])
            let again = try files.receive()
            try again.write(Data("same".utf8))
            // Between the look at the database and the removal.
            _ = try files.keep(again)
            #expect(files.remove(old.sha256, before: time) == nil)
            #expect(isThere(old))
            #expect(try Data(contentsOf: old.url) == Data("same".utf8))
            let left = try FileManager.default.contentsOfDirectory(atPath: files.incoming.path)
            #expect(left == [])
        }
    }

    @Test("gives room again to a submission whose limit was used up, and a filing begins it anew")
    func room() async throws {
        try await FairHome.with { home in
            let file = try keep("turn", age: 9 * day, in: home.store.files)
            let id = try await home.start(0)
            for _ in 1...50 {
                try await detach(try await attach(file, to: id, 0, home), id, 0, home)
            }
            let refusal = Refusal.mistaken([
                Mistake(
                    question: "plan", page: "papers", kind: .uploadsUsedUp(files: 50, mebibytes: 200))
            ])
            await #expect(throws: refusal) { _ = try await attach(file, to: id, 0, home) }
            let attachment = SalaEngine.Attachment(
                id: AttachmentID(UUID()), question: "plan", name: "a.pdf", mediaType: "application/pdf",
                bytes: 4, sha256: "")
            let tried = try await home.store.refusal(
                of: .attach(attachment), on: id, by: home.filers[0], at: FairHome.time(14))
            #expect(tried == refusal)
            #expect(try await home.store.sweepFiles(at: .now()).files == 1)
            _ = try await attach(try keep("turn", age: 0, in: home.store.files), to: id, 0, home)
            let row = "select count(*) as count from attachment where state <> 'filed'" as SQL
            #expect(try await home.count(row) == 1)
            try await home.answer(id, 0, FairHome.answers("ไฟ"))
            try await home.act("submit", on: id, by: home.filers[0])
            #expect(try await home.count(row) == 0)
        }
    }
}

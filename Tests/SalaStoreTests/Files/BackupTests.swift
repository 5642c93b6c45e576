import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("A copy of everything")
struct BackupTests {
    private func keep(_ text: String, in store: FileStore) throws -> StoredFile {
        let incoming = try store.receive()
        try incoming.write(Data(text.utf8))
        return try store.keep(incoming)
    }

    private func submissions(_ folder: URL) async throws -> Int {
        let copy = try Database(url: "sqlite://\(folder.path)/sala.sqlite", isNew: false)
        let count: Int? = try await copy.read {
            try $0.row("select count(*) as count from submission")?.get("count")
        }
        try copy.close()
        return count ?? 0
    }

    @Test("is made while others write, is whole by itself, and takes up what came since the last one")
    func copies() async throws {
        try await FairHome.with { home in
            let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let first = try keep("first", in: home.store.files)
            _ = try home.store.files.receive()
            _ = try await home.file(0)
            #expect(try home.store.files.backUp(home.store.database, to: folder) == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(names == ["files", "sala.sqlite"])
            #expect(try await submissions(folder) == 1)
            let copy = try FileStore(folder: folder.appending(path: "files")).url(sha256: first.sha256)
            #expect(try Data(contentsOf: copy) == Data("first".utf8))
            _ = try await home.file(1)
            _ = try keep("second", in: home.store.files)
            #expect(try home.store.files.backUp(home.store.database, to: folder) == 1)
            #expect(try await submissions(folder) == 2)
            #expect(try home.store.files.backUp(home.store.database, to: folder) == 0)
        }
    }
}

import Foundation
import Hummingbird
import SalaStore
import SalaWeb
import Testing

/// Reads bodies into a folder of its own, which goes with it.
final class PostingDesk {
    let store: FileStore

    init() throws {
        store = try FileStore(folder: .temporaryDirectory.appending(path: "posting-\(UUID().uuidString)"))
    }

    deinit { try? FileManager.default.removeItem(at: store.folder) }

    var incoming: URL { store.folder.appending(path: "incoming") }

    /// Files in the folder that nobody has kept or discarded.
    var leftovers: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: incoming.path) }
    }

    /// What is read from the body when it arrives in buffers of that many bytes; its files are discarded.
    func read(
        _ body: PostedBody, chunk: Int = .max, limits: PostingLimits = PostingLimits()
    ) async throws -> Reading {
        let posting = try await PostingReader.read(
            body: body.chunks(of: chunk), contentType: body.contentType, limits: limits,
            receive: store.receive)
        let reading = Reading(posting)
        for upload in posting.files { upload.content.discard() }
        return reading
    }

    /// The fault of a body that must have one, and must leave no file behind.
    func fault(
        _ body: PostedBody, chunk: Int = .max, limits: PostingLimits = PostingLimits(),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> PostingFault? {
        let fault = await #expect(throws: PostingFault.self, sourceLocation: sourceLocation) {
            try await self.read(body, chunk: chunk, limits: limits)
        }
        #expect(try leftovers == [], sourceLocation: sourceLocation)
        return fault
    }
}

/// A posting as values to compare.
struct Reading: Equatable {
    struct File: Equatable {
        var field: String
        var name: String
        var text: String
    }

    var keys: [String]
    var fields: [String: [String]]
    var files: [File] = []
}

extension Reading {
    /// Of each file the first 8,192 bytes.
    init(_ posting: Posting) {
        keys = posting.keys
        fields = posting.fields
        files = posting.files.map { upload in
            File(
                field: upload.field, name: upload.name,
                text: String(decoding: upload.content.head, as: UTF8.self))
        }
    }
}

import Foundation
import SalaEngine
import SalaStore
import SalaThai

/// The few real files that made-up people attach, kept once.
struct SimulationFiles {
    private let documents: [StoredFile]
    private let pictures: [StoredFile]

    init(store: FileStore) throws {
        func keep(_ data: Data) throws -> StoredFile {
            let file = try store.receive()
            try file.write(data)
            return try store.keep(file)
        }
        documents = try (1...4).map { try keep(SampleFile.pdf($0)) }
        pictures = try (0..<8).map { try keep(SampleFile.png($0)) }
    }

    /// An attachment that answers the question.
    func attachment(for question: Question, _ number: Int, at now: Instant) -> Attachment {
        let isPicture = question.kind == .image
        let stored = isPicture ? pictures[number % pictures.count] : documents[number % documents.count]
        return Attachment(
            id: AttachmentID(UUID.version7(at: now)), question: question.name,
            name: isPicture ? "ภาพผลงาน-\(number % 8 + 1).png" : "เอกสารตัวอย่าง-\(number % 4 + 1).pdf",
            mediaType: isPicture ? "image/png" : "application/pdf", bytes: stored.bytes, sha256: stored.sha256
        )
    }
}

import Foundation
import SalaStore

/// Gathers a posting from what its decoder finds, within the limits.
struct PostingCollector {
    private enum Part {
        case text(name: String, bytes: [UInt8])
        /// The content is made with the first byte, or at the end when the file has a name.
        case file(field: String, sentAs: String, content: IncomingFile?)
    }

    let limits: PostingLimits
    private(set) var posting = Posting()
    private var part: Part?
    private var textBytes = 0
    private var fields = 0

    init(limits: PostingLimits) {
        self.limits = limits
    }

    /// Counts bytes of text before they are kept.
    mutating func spend(_ bytes: Int) throws {
        textBytes += bytes
        guard textBytes <= limits.textBytes else { throw PostingFault.Reason.tooMuchText }
    }

    mutating func countField() throws {
        fields += 1
        guard fields <= limits.fields else { throw PostingFault.Reason.tooManyFields }
    }

    /// The bytes as text, which they have to be.
    func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw PostingFault.Reason.notUTF8 }
        guard !bytes.contains(0) else { throw PostingFault.Reason.malformed }
        return text
    }

    mutating func add(_ value: [UInt8], to name: String) throws {
        posting.append(try text(value), to: name)
    }

    mutating func take(_ piece: MultipartScanner.Piece, receive: () throws -> IncomingFile) throws {
        switch piece {
        case .opened(let block): try open(PartHeader(block))
        case .content(let bytes): try write(bytes, receive: receive)
        case .closed: try close(receive: receive)
        }
    }

    /// Throws every file away, the one that is being received too.
    func discard() {
        for upload in posting.files { upload.content.discard() }
        if case .file(_, _, let content) = part { content?.discard() }
    }

    private mutating func open(_ header: PartHeader) throws {
        let name = try text(Array(header.name.utf8))
        if let fileName = header.fileName {
            part = .file(field: name, sentAs: fileName, content: nil)
        } else {
            try countField()
            try spend(name.utf8.count)
            part = .text(name: name, bytes: [])
        }
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>, receive: () throws -> IncomingFile) throws {
        switch part {
        case .text(let name, var kept):
            try spend(bytes.count)
            part = nil  // so that the bytes are not copied at each append
            kept.append(contentsOf: bytes)
            part = .text(name: name, bytes: kept)
        case .file(let field, let sentAs, let content):
            let content = try content ?? make(receive)
            part = .file(field: field, sentAs: sentAs, content: content)
            guard content.bytes + bytes.count <= limits.fileBytes else {
                throw PostingFault.Reason.fileTooLarge(
                    name: Upload.name(sentAs: sentAs), mebibytes: limits.fileBytes >> 20)
            }
            try content.write(Data(bytes))
        case nil:
            preconditionFailure("content outside of a part")
        }
    }

    private mutating func close(receive: () throws -> IncomingFile) throws {
        switch part {
        case .text(let name, let bytes):
            try add(bytes, to: name)
        case .file(_, "", nil):
            try countField()
        case .file(let field, let sentAs, let content):
            posting.files.append(Upload(field: field, sentAs: sentAs, content: try content ?? make(receive)))
        case nil:
            preconditionFailure("the end of a part that never began")
        }
        part = nil
    }

    private func make(_ receive: () throws -> IncomingFile) throws -> IncomingFile {
        guard posting.files.count < limits.files else { throw PostingFault.Reason.tooManyFiles }
        return try receive()
    }
}

import Foundation
import SalaStore

/// Gathers a posting from what its decoder finds, within the limits.
struct PostingCollector {
    private enum Part {
        case text(name: String, bytes: [UInt8])
        /// The content is made with the first byte, or at the end when the file has a name.
        case file(field: String, sentAs: String, content: IncomingFile?)
        /// A file that is not taken: the texts behind it still are.
        case passed
    }

    let limits: PostingLimits
    private(set) var posting = Posting()
    /// Why a file was not taken; the posting is to be refused once its texts are read.
    private(set) var trouble: PostingFault.Reason?
    private var part: Part?
    private var textBytes = 0
    private var passedBytes = 0
    private var bodyBytes = 0
    private var fields = 0

    init(limits: PostingLimits) {
        self.limits = limits
    }

    /// Counts bytes of the body before they are looked at, and says how many of them may be.
    mutating func arrive(_ bytes: Int) -> Int {
        let room = max(0, limits.bodyBytes - bodyBytes)
        bodyBytes += bytes
        return min(bytes, room)
    }

    /// Throws once more bytes have come than a body may have.
    func demandRoom() throws {
        guard bodyBytes <= limits.bodyBytes else { throw PostingFault.Reason.bodyTooLarge }
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
            part = trouble == nil ? .file(field: name, sentAs: fileName, content: nil) : .passed
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
            try write(bytes, to: content, field, sentAs, receive: receive)
        case .passed:
            passedBytes += bytes.count
            guard passedBytes > limits.passedBytes else { break }
            throw trouble ?? tooLarge(posting.oversized.last?.name ?? "")
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
            guard let content = try content ?? make(receive) else { break }
            posting.files.append(Upload(field: field, sentAs: sentAs, content: content))
        case .passed:
            break
        case nil:
            preconditionFailure("the end of a part that never began")
        }
        part = nil
    }

    private mutating func write(
        _ bytes: ArraySlice<UInt8>, to known: IncomingFile?, _ field: String, _ sentAs: String,
        receive: () throws -> IncomingFile
    ) throws {
        guard let content = try known ?? make(receive) else { return }
        part = .file(field: field, sentAs: sentAs, content: content)
        guard content.bytes + bytes.count <= limits.fileBytes else {
            let name = Upload.name(sentAs: sentAs)
            if limits.sparesOtherFiles {
                content.discard()
                posting.oversized.append(
                    OversizedFile(
                        field: field, name: name, limitMebibytes: limits.fileBytes >> 20))
                part = .passed
                return
            }
            return pass(content, tooLarge(name))
        }
        do {
            try content.write(Data(bytes))
        } catch Fault.files(let message) {
            pass(content, .fileNotKept(message))
        }
    }

    /// Nil when the file is not to be taken.
    private mutating func make(_ receive: () throws -> IncomingFile) throws -> IncomingFile? {
        guard posting.files.count < limits.files else {
            pass(nil, limits.files > 0 ? .tooManyFiles : .fileNotAsked)
            return nil
        }
        do {
            return try receive()
        } catch Fault.files(let message) {
            pass(nil, .fileNotKept(message))
            return nil
        }
    }

    private func tooLarge(_ name: String) -> PostingFault.Reason {
        limits.fileTooLarge(named: name)
    }

    private mutating func pass(_ content: IncomingFile?, _ reason: PostingFault.Reason) {
        content?.discard()
        trouble = trouble ?? reason
        part = .passed
    }
}

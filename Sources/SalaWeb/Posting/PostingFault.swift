public import HTTPTypes

/// Why a posting was not taken; people read it in their language under the text `posting.CODE`.
public struct PostingFault: Error, Equatable, Sendable {
    /// What was wrong with it.
    public enum Reason: Error, Equatable, Sendable {
        /// The body as a whole is larger than the page takes.
        case bodyTooLarge
        case tooMuchText
        case tooManyFields
        case fileTooLarge(name: String, mebibytes: Int)
        case tooManyFiles
        /// The page asks for no file.
        case fileNotAsked
        /// The disk took no file; the text is for the log.
        case fileNotKept(String)
        /// A text is not UTF-8, or says that it is something else.
        case notUTF8
        /// The body ended before the posting did.
        case interrupted
        case malformed
        case unsupportedMediaType
    }

    public var reason: Reason
    /// The texts that were read in spite of the fault, so that a page can show them again.
    public var fields: [String: [String]]
    /// Those are all the texts that were sent: nothing but files is missing.
    public var isWhole: Bool

    public init(_ reason: Reason, fields: [String: [String]] = [:], isWhole: Bool = false) {
        self.reason = reason
        self.fields = fields
        self.isWhole = isWhole
    }

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch reason {
        case .bodyTooLarge: "body-too-large"
        case .tooMuchText: "too-much-text"
        case .tooManyFields: "too-many-fields"
        case .fileTooLarge: "file-too-large"
        case .tooManyFiles: "too-many-files"
        case .fileNotAsked: "file-not-asked"
        case .fileNotKept: "file-not-kept"
        case .notUTF8: "not-utf8"
        case .interrupted: "interrupted"
        case .malformed: "malformed"
        case .unsupportedMediaType: "unsupported-media-type"
        }
    }

    /// The HTTP status that the fault deserves.
    public var status: HTTPResponse.Status {
        switch reason {
        case .bodyTooLarge, .tooMuchText, .tooManyFields, .fileTooLarge, .tooManyFiles, .fileNotAsked:
            .contentTooLarge
        case .fileNotKept: .serviceUnavailable
        case .notUTF8, .interrupted, .malformed: .badRequest
        case .unsupportedMediaType: .unsupportedMediaType
        }
    }

    /// What the text `posting.CODE` names: of a file too large its `name`, and the limit in `mebibytes`.
    public var values: [String: String] {
        guard case .fileTooLarge(let name, let mebibytes) = reason else { return [:] }
        return ["name": name, "mebibytes": String(mebibytes)]
    }
}

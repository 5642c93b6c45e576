public import SalaEngine

/// How much a posting may hold.
public struct PostingLimits: Sendable {
    /// Bytes of the whole body, as it is sent.
    public var bodyBytes: Int
    /// Bytes of all fields' names and texts together, as UTF-8.
    public var textBytes: Int
    /// Texts together with file inputs that were left empty.
    public var fields: Int
    /// Bytes of one file.
    public var fileBytes: Int
    public var files: Int
    /// A file over the limit is left out and named, and those beside it are taken; else none is.
    public var sparesOtherFiles = false
    /// Bytes of files that are read and thrown away for the sake of the texts behind them, once a file cannot
    /// be taken.
    public var passedBytes: Int
    /// Bytes of the header lines of one part.
    public var headerBytes: Int

    public init(
        bodyBytes: Int = .max, textBytes: Int = 2 << 20, fields: Int = 2000,
        fileBytes: Int = Attachment.maximumMebibytes << 20, files: Int = 20,
        passedBytes: Int = 200 << 20, headerBytes: Int = 8 << 10
    ) {
        self.bodyBytes = bodyBytes
        self.textBytes = textBytes
        self.fields = fields
        self.fileBytes = fileBytes
        self.files = files
        self.passedBytes = passedBytes
        self.headerBytes = headerBytes
    }

    /// What a form without files may hold.
    static let form = PostingLimits(bodyBytes: 1 << 20, textBytes: 1 << 20, files: 0, passedBytes: 1 << 20)

    /// What a form about an account may hold: a name, an address, a password.
    static let account = PostingLimits(bodyBytes: 16 << 10, textBytes: 16 << 10, files: 0, passedBytes: 0)

    /// What is read of a posting that is not taken, so that what was typed can be given back.
    static let keepsake = PostingLimits(
        bodyBytes: 4 << 20, textBytes: 1 << 20, files: 0, passedBytes: 4 << 20)

    /// What one page of a submission's form may hold. A text grows to three times its bytes where a form is
    /// sent without parts.
    static func answers(to page: SalaEngine.Page) -> PostingLimits {
        var limits = PostingLimits()
        let sizes = page.questions.filter(\.takesFiles).map(\.maximumMebibytes)
        limits.sparesOtherFiles = !sizes.isEmpty
        if let largest = sizes.max() {
            limits.fileBytes = min(limits.fileBytes, largest << 20)
        } else {
            (limits.files, limits.passedBytes) = (0, 4 << 20)
        }
        limits.bodyBytes =
            3 * limits.textBytes + limits.files * limits.fileBytes + limits.passedBytes
        return limits
    }

    /// What a list may hold that is sent as a file or typed.
    static func list(bytes: Int) -> PostingLimits {
        PostingLimits(bodyBytes: 4 * bytes, textBytes: bytes, fileBytes: bytes, files: 1, passedBytes: 0)
    }

    /// Why a file of that name is not taken.
    func fileTooLarge(named name: String) -> PostingFault.Reason {
        .fileTooLarge(name: name, mebibytes: fileBytes >> 20)
    }
}

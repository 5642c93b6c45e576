import SalaEngine

/// A term and what stands for it, for a definition list.
public struct FactView: Sendable {
    public var term: String
    public var detail: String
    /// The code of the language that the detail is written in, where it is not the page's.
    public var language: String?
    public var url: String?
    /// The address leads away from this site.
    public var isOutside: Bool
    public var files: [AttachmentView]

    public init(term: String, detail: String, url: String? = nil, files: [AttachmentView] = []) {
        self.term = term
        self.detail = detail
        self.url = url
        isOutside = url?.isWebAddress ?? false
        self.files = files
    }
}

extension FactView {
    /// What people wrote, in Thai where a Thai consonant stands in it, on a page in that language.
    init(
        term: String, written: String, on page: Language, url: String? = nil, files: [AttachmentView] = []
    ) {
        self.init(term: term, detail: written, url: url, files: files)
        let isThai = written.unicodeScalars.contains { (0x0E01...0x0E2E).contains($0.value) }
        if isThai, page != .thai { language = Language.thai.rawValue }
    }
}

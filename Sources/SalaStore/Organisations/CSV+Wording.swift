public import SalaEngine

extension CSV.SyntaxFault.Kind {
    /// For whoever runs a command: what is wrong and what to do instead.
    public var words: Sentence {
        switch self {
        case .notUTF8(.windows874): "the file is in Windows-874 (Thai); save it as \"CSV UTF-8\""
        case .notUTF8(.utf16): "the file is in UTF-16; save it as \"CSV UTF-8\""
        case .notUTF8(.workbook): "the file is a workbook; save it as \"CSV UTF-8\""
        case .notUTF8(.binary): "the file is no text; choose one that was saved as \"CSV UTF-8\""
        case .notUTF8(.unknown): "the file is not in UTF-8; save it as \"CSV UTF-8\""
        case .openQuote: "a quotation mark is opened here and never closed"
        case .strayQuote:
            "a quotation mark within a field; put the field in quotation marks and double those in it"
        }
    }
}

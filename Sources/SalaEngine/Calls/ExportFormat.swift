/// What all that was filed under a call can be taken out as.
public enum ExportFormat: String, CaseIterable, Codable, Sendable {
    /// A workbook with a sheet each of entries, reviews, decisions and events.
    case workbook = "xlsx"
    /// The same as comma-separated files, in one archive.
    case sheets = "csv"
    case json
    /// The attached files, in a folder for each entry.
    case attachments = "zip"
}

/// An expected "no" to what was asked of an export. People read it under the text `refusal.CODE`.
public enum ExportRefusal: Equatable, Sendable {
    /// An export of the same call is under way: one at a time.
    case underWay
    /// It is not finished, or its file is kept no more.
    case notThere
    /// Who asked for it sees something else by now.
    case scopeChanged
    /// The disk would not hold it beside all else.
    case noRoom

    /// The stable name under which tests, logs and texts know it.
    public var code: String {
        switch self {
        case .underWay: "export-under-way"
        case .notThere: "export-not-there"
        case .scopeChanged: "export-scope-changed"
        case .noRoom: "export-no-room"
        }
    }
}

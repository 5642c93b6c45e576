extension Question {
    /// Answered by typing or choosing on a page, not by uploading or reckoning.
    public var isTyped: Bool {
        switch kind {
        case .text, .integer, .decimal, .date, .selectOne, .selectMultiple: !isReadOnly
        case .file, .image, .note, .calculate: false
        }
    }

    /// Answered with files.
    public var takesFiles: Bool { (kind == .file || kind == .image) && !isReadOnly }

    /// How many files the question takes, by its parameter `max-files`.
    public var maximumFiles: Int { parameters["max-files"].flatMap { Int($0) } ?? 1 }

    /// How many mebibytes a file may have, by its parameter `max-size`; 10 without.
    public var maximumMebibytes: Int { parameters["max-size"].flatMap { Int($0) } ?? 10 }

    /// The media types that the question takes, by content.
    public var mediaTypes: Set<String> {
        kind == .image ? MediaType.pictures : MediaType.pictures.union(MediaType.documents)
    }

    /// Whether a new file takes the place of the one that is there.
    public var replacesFile: Bool { takesFiles && maximumFiles == 1 }

    /// That the file would take the place of another one which its page did not show; nothing is lost where
    /// the same is sent twice.
    func overtaking(
        _ attachment: Attachment, by present: [Attachment], of saved: Answers, shown: ShownAnswers?
    ) -> Mistake.Kind? {
        guard replacesFile, shown?.missed(saved[name], to: name) == true else { return nil }
        let other = present.first { $0.sha256 != attachment.sha256 }
        return other.map { .fileOvertaken(attachment.name, by: $0.name) }
    }

    /// What is wrong with one more file, when those are there already and stay.
    func mistake(in attachment: Attachment, besides present: [Attachment]) -> Mistake.Kind? {
        let name = attachment.name
        guard kind == .file || kind == .image else { return .wrongFileType(name) }
        if attachment.bytes == 0 { return .emptyFile(name) }
        if attachment.bytes > maximumMebibytes << 20 { return .fileTooLarge(maximumMebibytes, file: name) }
        if !mediaTypes.contains(attachment.mediaType) { return .wrongFileType(name) }
        if let accepted = parameters["accept"], !MediaType.named(accepted).contains(attachment.mediaType) {
            return .wrongFileType(name)
        }
        if let twin = present.first(where: { $0.sha256 == attachment.sha256 }) {
            return .sameFile(name, as: twin.name)
        }
        return present.count >= maximumFiles ? .noPlaceForFile(maximumFiles, file: name) : nil
    }
}

/// The media types that people may upload.
public enum MediaType {
    public static let pictures: Set<String> = ["image/jpeg", "image/png", "image/webp"]

    /// What the names of such files end with.
    public static func suffix(of mediaType: String) -> String {
        switch mediaType {
        case "application/pdf": "pdf"
        case "image/jpeg": "jpg"
        case "image/png": "png"
        case "image/webp": "webp"
        default: "file"
        }
    }
    public static let documents = Set(named.values)

    /// The types behind a parameter such as `accept=pdf` or `accept=pdf,docx`.
    static func named(_ list: String) -> Set<String> {
        Set(list.split(separator: ",").compactMap { named[String($0)] })
    }

    private static let named = [
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text",
    ]
}

/// Files that were attached to a submission since it was last filed, those that were taken away again among
/// them as long as they lie on the disk.
public struct UploadTally: Equatable, Sendable {
    public var files: Int
    public var bytes: Int

    public init(files: Int = 0, bytes: Int = 0) {
        self.files = files
        self.bytes = bytes
    }

    mutating func count(_ attachment: Attachment) {
        files += 1
        bytes += attachment.bytes
    }
}

extension Form {
    /// The most that is taken between two filings: five times what the questions take at once, and no less
    /// than 50 files and 200 mebibytes, so that nobody who tries a few times meets it.
    public var uploadLimit: UploadTally {
        let asking = pages.flatMap(\.questions).filter(\.takesFiles)
        let files = asking.reduce(0) { $0 + $1.maximumFiles }
        let mebibytes = asking.reduce(0) { $0 + $1.maximumFiles * $1.maximumMebibytes }
        return UploadTally(files: max(50, 5 * files), bytes: max(200, 5 * mebibytes) << 20)
    }

    /// What is wrong with one more file where so much has been attached.
    func mistake(in attachment: Attachment, after uploaded: UploadTally) -> Mistake.Kind? {
        let limit = uploadLimit
        var uploaded = uploaded
        uploaded.count(attachment)
        guard uploaded.files > limit.files || uploaded.bytes > limit.bytes else { return nil }
        return .uploadsUsedUp(files: limit.files, mebibytes: limit.bytes >> 20)
    }
}

/// Something that must be mended in an answer before the form is complete.
public struct Mistake: Hashable, Sendable {
    /// What is wrong, with the bound that was passed where there is one.
    public enum Kind: Hashable, Sendable {
        /// Nothing was answered.
        case missing
        /// Somebody else answered otherwise since the page was opened.
        case overtaken
        case notAnInteger
        case notADecimal
        case notADate
        /// A date of a day that does not exist, such as 31 February.
        case noSuchDay
        /// The text is longer than this many characters.
        case tooLong(Int)
        /// A choice that is not offered.
        case notAChoice
        /// The constraint does not hold; the text `form.NAME.constraint` says how to mend it.
        case constraint
        /// More files than this.
        case tooManyFiles(Int)
        /// As many files as may be are there already, so that the file of that name finds no place.
        case noPlaceForFile(Int, file: String)
        /// More mebibytes than this, in the file of that name.
        case fileTooLarge(Int, file: String)
        case emptyFile(String)
        /// The file of that name, a picture, ends before its end.
        case damagedFile(String)
        /// The content of the file of that name is of another type than the question takes.
        case wrongFileType(String)
        /// The file of that name has the content of one that answers the question already under its own name.
        case sameFile(String, as: String)
        /// Another file was attached in the place of the file of that name since the page was opened.
        case fileOvertaken(String, by: String)
        /// As much has been attached to the submission as it takes, with files that were taken away again.
        case uploadsUsedUp(files: Int, mebibytes: Int)
    }

    public var question: String
    public var page: String
    public var kind: Kind

    public init(question: String, page: String, kind: Kind) {
        self.question = question
        self.page = page
        self.kind = kind
    }
}

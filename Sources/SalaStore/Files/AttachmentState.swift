/// What a row of the table `attachment` says of a file: the words that it holds.
enum AttachmentState: String {
    /// Attached, and not yet filed.
    case open
    /// Filed once: kept for good, whatever follows.
    case filed
    /// Taken away before it was ever filed: nobody can open it, and the next sweep may take it.
    case dropped
}

public import SalaEngine

/// Where the pages of a register are, as whole addresses that hold outside the site.
public struct RegisterAddresses: Sendable {
    public var register: String
    public var feed: String
    public var entry: @Sendable (_ number: String) -> String
    public var attachment: @Sendable (_ number: String, AttachmentID) -> String

    public init(
        register: String, feed: String, entry: @escaping @Sendable (_ number: String) -> String,
        attachment: @escaping @Sendable (_ number: String, AttachmentID) -> String
    ) {
        self.register = register
        self.feed = feed
        self.entry = entry
        self.attachment = attachment
    }
}

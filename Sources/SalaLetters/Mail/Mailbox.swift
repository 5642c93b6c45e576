public import SalaEngine

/// An address and the name of who reads it.
public struct Mailbox: Hashable, Sendable {
    public let name: String?
    public let address: MailAddress

    public init(name: String? = nil, address: MailAddress) {
        self.name = name
        self.address = address
    }
}

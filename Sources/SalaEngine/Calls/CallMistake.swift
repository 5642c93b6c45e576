public import SalaThai

/// Something that must be mended in what was typed about a call, at the field it was typed into.
public struct CallMistake: Hashable, Sendable {
    /// What was typed there.
    public enum Field: Hashable, Sendable {
        case handle
        case title(Language)
        /// When the call closes.
        case end
        /// Until when late access goes.
        case lateEnd
        case reason
        case setting(String)
        case contact
        case weights(round: String)
        /// The rule of a round, and the numbers that belong to it.
        case rule
        case dropped
        case decimals
        case role
        case person
    }

    /// What is wrong with it, with the bound that was passed where there is one.
    public enum Kind: Hashable, Sendable {
        /// Nothing is there, or nothing that can be seen.
        case missing
        /// Longer than this many UTF-16 code units, which is what browsers count.
        case tooLong(Int)
        /// Not a handle (`Call.isHandle`), or not an e-mail address.
        case malformed
        /// Another call has it.
        case taken
        /// The end does not come after the beginning.
        case beforeOpening
        /// The end does not move later, or is over already.
        case notLater
        /// The end that is set is over already.
        case past
        /// Later than the programme lets an end be.
        case later(than: Instant)
        case outOfBounds(minimum: Int, maximum: Int)
        /// More than the call gives the other setting, which bounds this one.
        case moreThan(setting: String)
        /// The weights of the round add up to this many per cent, or one of them is negative or missing.
        case sum(Int)
        /// The programme knows nothing of that name, or nobody has it.
        case unknown
    }

    public var field: Field
    public var kind: Kind

    public init(_ field: Field, _ kind: Kind) {
        self.field = field
        self.kind = kind
    }
}

/// What became of a wish for an account. Whether the address had one already is not in it: the letter says
/// so.
public enum RegistrationOutcome: Equatable, Sendable {
    /// What comes next stands in a letter to this address.
    case letterSent(to: String)
    /// Nothing has been done; each fault stands beside its field.
    case mistaken([AccountFault])
}

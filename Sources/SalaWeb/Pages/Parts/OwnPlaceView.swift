/// A person's own role in an organisation, or the claim to belong to it, with what comes next.
struct OwnPlaceView: Sendable {
    let organisation: String
    let province: String
    /// Nil until the claim is granted.
    let role: String?
    let badge: StageBadgeView
    /// Who decides and since when it waits, since when the person belongs, or why it was refused.
    let detail: String
    /// Who else belongs; nil until the person does.
    let membersURL: String?
    /// Takes the claim back with a POST; nil unless it waits.
    let withdrawalURL: String?
}

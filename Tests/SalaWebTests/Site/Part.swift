/// The parts that people play towards the seeded call.
enum Part: String, CaseIterable {
    case nobody
    case citizen
    /// Of the organisation whose entry the tests look at.
    case entrant
    /// Of another organisation.
    case rival
    case screener
    /// Asked to review the entrant's entry.
    case judge
    /// Of the same panel, asked to review nothing.
    case otherJudge
    case chair
    case officer
    /// Officer of an office that has opened no call.
    case neighbour
}

/// How the scores that a panel's judges gave many entries become one value for each.
public enum PanelRule: Hashable, Sendable {
    /// From each entry's own scores.
    case each(Tally.Rule)
    /// The mean in which each score counts by its weight.
    case weightedMean
    /// The mean of each judge's scores less their mean, in the judge's standard deviations; zero from a judge
    /// who gave all the same.
    case zScore(Deviation)
    /// How many entries it beats, each tie half: it beats another when more of the judges who scored both
    /// prefer it. Entries that no judge scored both of are not compared.
    case copeland
    /// The logarithm of the strength with which the judges' preferences are likeliest, zero on average.
    case bradleyTerry

    /// What the squared deviations are divided by before the root is taken.
    public enum Deviation: String, CaseIterable, Sendable {
        /// By the number of scores.
        case population
        /// By one less.
        case sample
    }
}

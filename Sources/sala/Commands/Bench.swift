import ArgumentParser

/// What `make bench` needs of Sala's own process: the limits to measure against, and people to measure with.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The parts of `make bench` that run inside Sala.",
        subcommands: [
            BareRoute.self, DurableCommits.self, BenchSite.self, Visits.self, RankingTime.self,
            AssignmentTime.self, ExportTime.self,
        ])
}

import SalaDefinitions

extension SimulationPlan {
    /// Where the officer of the office is written to, whichever of its calls a rehearsal plays.
    var officerAddress: String { "officer-1@\(office.code.lowercased()).example" }
}

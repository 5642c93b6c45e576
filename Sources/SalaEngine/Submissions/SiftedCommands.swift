/// Several commands after those that are mistaken were taken out.
public struct SiftedCommands: Sendable {
    /// In the order in which they were asked.
    public internal(set) var taken: [Command] = []
    public internal(set) var mistakes: [Mistake] = []
    /// What follows from those that are taken.
    var events: [SubmissionEvent] = []
}

public import SalaEngine

/// A published version that calls are under and that this Sala cannot read.
public struct UnreadableVersion: SayingError {
    public var programme: String
    public var number: Int
    public var reason: Sentence

    public var sentence: Sentence {
        "version \(number) of \(programme), which calls are under, cannot be read by this version of Sala: "
            + "go back to the one that ran before. \(reason)"
    }
}

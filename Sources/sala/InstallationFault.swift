import SalaEngine

/// What an installation lacks to work.
struct InstallationFault: SayingError {
    let sentence: Sentence

    init(_ sentence: Sentence) {
        self.sentence = sentence
    }
}

import ArgumentParser
import SalaEngine

/// What is wrong with a file of the judging commands.
struct JudgingFault: SayingError, Equatable {
    var file: String
    /// Of the file, from 1; nil where it is the whole file.
    var line: Int?
    var words: Sentence

    var sentence: Sentence {
        if let line { "\(file): line \(line): \(words)" } else { "\(file): \(words)" }
    }
}

/// Why a judging command did nothing.
struct JudgingFaults: SayingError, Equatable {
    /// How many are listed at most.
    private static let listed = 20

    var faults: [JudgingFault]
    /// EX_DATAERR or EX_NOINPUT of sysexits.h.
    var code: ExitCode

    init(_ faults: [JudgingFault], code: ExitCode = ExitCode(65)) {
        self.faults = faults
        self.code = code
    }

    var sentence: Sentence {
        let rest = faults.count - JudgingFaults.listed
        let more: [Sentence] = rest > 0 ? ["and \(rest) more"] : []
        return .lines(faults.prefix(JudgingFaults.listed).map(\.sentence) + more)
    }
}

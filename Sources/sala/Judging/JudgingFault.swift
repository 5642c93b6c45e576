import ArgumentParser

/// What is wrong with a file of the judging commands.
struct JudgingFault: Error, Equatable, CustomStringConvertible {
    var file: String
    /// Of the file, from 1; nil where it is the whole file.
    var line: Int?
    var words: String

    var description: String { "\(file): " + (line.map { "line \($0): " } ?? "") + words }
}

/// Why a judging command did nothing.
struct JudgingFaults: Error, Equatable, CustomStringConvertible {
    /// How many are listed at most.
    private static let listed = 20

    var faults: [JudgingFault]
    /// EX_DATAERR or EX_NOINPUT of sysexits.h.
    var code: ExitCode

    init(_ faults: [JudgingFault], code: ExitCode = ExitCode(65)) {
        self.faults = faults
        self.code = code
    }

    var description: String {
        let rest = faults.count - JudgingFaults.listed
        return
            (faults.prefix(JudgingFaults.listed).map(\.description) + (rest > 0 ? ["and \(rest) more"] : []))
            .joined(separator: "\n")
    }
}

import ArgumentParser

/// What a command does once its files are read.
protocol JudgingCommand: ParsableCommand {
    func output() throws -> JudgingOutput
}

extension JudgingCommand {
    func run() throws {
        do {
            try output().deliver()
        } catch let faults as JudgingFaults {
            try JudgingOutput(text: "", notices: [faults.sentence], code: faults.code).deliver()
        }
    }
}

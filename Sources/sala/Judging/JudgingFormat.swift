import ArgumentParser
import SalaEngine

/// How a judging command is to print what it finds.
struct JudgingFormat: ParsableArguments {
    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Print comma-separated values.")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError(saying: "--json and --csv exclude each other") }
    }
}

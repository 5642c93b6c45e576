public import Foundation
public import SalaEngine

/// Reads the examples of a programme.
public struct JourneyReader {
    /// All journeys of `examples/*.yaml` under the programme's folder by name, and every fault in them.
    ///
    /// Throws Foundation's error when a file cannot be read.
    public static func read(folder: URL, programme: Programme) throws -> ([Journey], [DefinitionFault]) {
        let examples = folder.appending(path: "examples")
        guard FileManager.default.fileExists(atPath: examples.path) else { return ([], []) }
        let files = try FileManager.default.contentsOfDirectory(atPath: examples.path)
            .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        var journeys: [Journey] = []
        var faults: [DefinitionFault] = []
        for file in files {
            let text = try ProgrammeFiles.text(
                of: examples.appending(path: file), named: "examples/\(file)")
            let (journey, found) = read(text, file: "examples/\(file)", programme: programme)
            if let journey { journeys.append(journey) }
            faults += found
        }
        return (journeys, faults)
    }

    /// The journey, or every fault in it; never both.
    public static func read(
        _ text: String, file: String, programme: Programme
    ) -> (Journey?, [DefinitionFault]) {
        let folder = FolderReading(ProgrammeFiles(name: programme.name, files: [file: text]))
        let journey = JourneyReader(folder: folder, file: file, programme: programme).read()
        let faults = folder.faults.sorted
        return faults.isEmpty ? (journey, []) : (nil, faults)
    }

    let folder: FolderReading
    let file: String
    let programme: Programme

    private func read() -> Journey? {
        guard let root = folder.yaml(file, purpose: "an example"),
            let record = root.record(
                ["call", "people", "answers", "steps"], required: ["call", "people", "steps"])
        else { return nil }
        let people = (record["people"]?.fields() ?? []).map(participant)
        var steps = StepReader(folder: folder, programme: programme, people: people.map(\.name))
        for field in record["answers"]?.fields() ?? [] {
            steps.sheets[field.name] = steps.answers(field.value, programme.form)
        }
        guard let call = record["call"].flatMap(opening) else { return nil }
        return Journey(
            name: String((file.split(separator: "/").last ?? "").dropLast(5)), call: call, people: people,
            steps: (record["steps"]?.items() ?? []).compactMap(steps.read))
    }

    private func opening(_ entry: Entry) -> Journey.Opening? {
        guard let record = entry.record(["opens", "closes", "settings"], required: ["opens"]),
            let opens = record["opens"]?.instant()
        else { return nil }
        let closes = record["closes"]?.instant()
        if let closes, closes <= opens {
            record["closes"]?.fault("the call closes before it opens", "write a later time")
        }
        var settings: [String: Int] = [:]
        for field in record["settings"]?.fields() ?? [] {
            settings[field.name] = setting(field)
        }
        return Journey.Opening(opens: opens, closes: closes, settings: settings)
    }

    private func setting(_ field: Field) -> Int? {
        if let setting = programme.settings.first(where: { $0.name == field.name }) {
            return field.value.integer(setting.bounds)
        }
        let known = programme.settings.map(\.name)
        folder.faults.add(
            field.place, "there is no setting `\(field.name)`", Spelling.mend(field.name, among: known))
        return nil
    }

    private func participant(_ field: Field) -> Journey.Participant {
        let record = field.value.record(["role", "organisation"])
        if field.name == Action.clockRole {
            folder.faults.add(field.place, "`clock` is time itself", "give the person another name")
        }
        let role = record?["role"].flatMap { folder.demand($0, "role", among: programme.roles.map(\.name)) }
        let organisation = record?["organisation"]?.text()
        let files = programme.role(role ?? "")?.granting == .filing
        if files, programme.filing.by == .organisation, organisation == nil {
            field.value.fault(
                "`\(field.name)` files, but for no organisation", "write `organisation:` and a name")
        }
        return Journey.Participant(name: field.name, role: role, organisation: organisation)
    }
}

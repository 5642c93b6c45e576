public import Foundation
import SalaEngine
import Yams

/// Looks for everything that is wrong in a programme's folder, its examples included.
public enum FolderCheck {
    /// By file and line, the programme's own files first; throws Foundation's error for what cannot be
    /// opened.
    public static func faults(in folder: URL) throws -> [DefinitionFault] {
        let files: ProgrammeFiles
        do {
            files = try ProgrammeFiles(folder: folder)
        } catch let fault as DefinitionFault {
            return [fault]
        }
        let (programme, faults) = ProgrammeReader.read(files)
        // Examples speak of what the programme says.
        guard let programme else { return faults }
        do {
            return try JourneyReader.read(folder: folder, programme: programme).1 + planFaults(folder)
        } catch let fault as DefinitionFault {
            return [fault]
        }
    }

    private static func planFaults(_ folder: URL) throws -> [DefinitionFault] {
        let file = folder.appending(path: SimulationPlan.file)
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        _ = try ProgrammeFiles.text(of: file, named: SimulationPlan.file)
        do {
            _ = try SimulationPlan.read(programme: folder)
            return []
        } catch let error as YamlError {
            return [fault("\(error)", "see what is written there")]
        } catch DecodingError.keyNotFound(let key, let context) {
            return [fault("`\(path(context.codingPath + [key]))` is missing", "write it")]
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context)
        {
            return [
                fault(
                    "`\(path(context.codingPath))` cannot be read: \(context.debugDescription)",
                    "write it as the plan of another programme does")
            ]
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map { "[\($0 + 1)]" } ?? key.stringValue }.joined(separator: ".")
    }

    private static func fault(_ what: Sentence, _ mend: Sentence) -> DefinitionFault {
        DefinitionFault(file: SimulationPlan.file, line: nil, what: what, mend: mend)
    }
}

import ArgumentParser
import Foundation
import SalaDefinitions
import SalaEngine

/// What commands say, in the language of the reader's system where Sala knows it, else in English.
enum Speech {
    /// The sentences of the reader's language by their English patterns; empty for English itself.
    static let catalogue = catalogue(
        for: ProcessInfo.processInfo.environment, CommandLine.arguments)

    /// The result of a command, on standard output.
    static func tell(_ sentence: Sentence) {
        FileHandle.standardOutput.write(Data("\(sentence.said)\n".utf8))
    }

    /// What goes on, or what is wrong, on standard error.
    static func warn(_ sentence: Sentence) {
        FileHandle.standardError.write(Data("\(sentence.said)\n".utf8))
    }

    /// The catalogue of the language that the locale names, as POSIX has it: the first of `LC_ALL`,
    /// `LC_MESSAGES` and `LANG` that is set. Empty for English, and where no home holds one.
    static func catalogue(
        for environment: [String: String], _ arguments: [String]
    ) -> [String: String] {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
            .first { !$0.isEmpty }
        let language = locale?.prefix { $0 != "_" && $0 != "." } ?? ""
        guard let language = Language(rawValue: language.lowercased()) else { return [:] }
        let name = "Templates/commands/\(language.rawValue).yaml"
        let named = [home(in: arguments), environment["SALA_HOME"], "."].compactMap(\.self)
            .map { URL(filePath: $0, directoryHint: .isDirectory) }
        for home in named + foldersAboveProgram {
            let file = home.appending(path: name)
            guard let yaml = try? String(contentsOf: file, encoding: .utf8) else { continue }
            do {
                return try readSentences(yaml: yaml, file: file.path)
            } catch {
                FileHandle.standardError.write(Data("\(error)\n".utf8))
                return [:]
            }
        }
        return [:]
    }

    /// The folders that the program lies in, the nearest first: home is one of them where it was built there.
    private static var foldersAboveProgram: [URL] {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return (1..<program.pathComponents.count).map { count in
            (0..<count).reduce(program) { folder, _ in folder.deletingLastPathComponent() }
        }
    }

    /// What stands behind `--home`, before anything else is read of the arguments.
    private static func home(in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--home=") { return String(argument.dropFirst("--home=".count)) }
            if argument == "--home", index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}

extension Sentence {
    /// In the reader's language.
    var said: String { said(in: Speech.catalogue) }
}

extension ValidationError {
    /// What is wrong with how a command is used, in the reader's language.
    init(saying sentence: Sentence) {
        self.init(sentence.said)
    }
}

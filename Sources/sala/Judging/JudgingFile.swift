import ArgumentParser
import Foundation
import SalaEngine
import SalaStore

/// A file that a judging command reads.
struct JudgingFile {
    let name: String
    let bytes: [UInt8]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(path: String) throws(JudgingFaults) {
        do {
            self.init(name: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
        } catch {
            let fault = JudgingFault(
                file: path, line: nil, words: "there is no such file, or it cannot be read")
            throw JudgingFaults([fault], code: ExitCode(66))
        }
    }

    /// The first record names the columns; the others follow, as wide.
    func forEachRecord(_ header: ([String], Int) throws -> Void, _ visit: (CSV.Record) throws -> Void) throws
    {
        var width: Int?
        do {
            try CSV.forEachRecord(bytes) { record in
                guard let width else {
                    width = record.fields.count
                    return try header(record.fields.map(\.trimmed), record.line)
                }
                guard record.fields.count == width else {
                    throw fault(
                        record.line, "\(record.fields.count) fields, but the first line has \(width) columns")
                }
                try visit(record)
            }
        } catch let fault as CSV.SyntaxFault {
            throw JudgingFaults([self.fault(fault.line, fault.kind.words)])
        } catch let fault as JudgingFault {
            throw JudgingFaults([fault])
        }
        if width == nil {
            throw JudgingFaults([fault(1, "the file is empty; its first line names the columns")])
        }
    }

    func fault(_ line: Int?, _ words: Sentence) -> JudgingFault {
        JudgingFault(file: name, line: line, words: words)
    }
}

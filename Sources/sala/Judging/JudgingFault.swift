import ArgumentParser
import Foundation
import SalaStore

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
        return (faults.prefix(JudgingFaults.listed).map(\.description) + (rest > 0 ? ["and \(rest) more"] : []))
            .joined(separator: "\n")
    }
}

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
            let fault = JudgingFault(file: path, line: nil, words: "there is no such file, or it cannot be read")
            throw JudgingFaults([fault], code: ExitCode(66))
        }
    }

    /// The first record names the columns; the others follow, as wide.
    func forEachRecord(_ header: ([String], Int) throws -> Void, _ visit: (CSV.Record) throws -> Void) throws {
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
        if width == nil { throw JudgingFaults([fault(1, "the file is empty; its first line names the columns")]) }
    }

    func fault(_ line: Int?, _ words: String) -> JudgingFault {
        JudgingFault(file: name, line: line, words: words)
    }
}

extension String {
    /// Without spaces and tabs at either end.
    var trimmed: String {
        func isBlank(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        return isBlank(utf8.first) || isBlank(utf8.last) ? trimmingCharacters(in: .whitespaces) : self
    }

    /// A name as it was before a spreadsheet was kept from taking it for a formula.
    var unquoted: String {
        guard utf8.first == UInt8(ascii: "'"), let sign = utf8.dropFirst().first,
            "=+-@".utf8.contains(sign)
        else { return self }
        return String(dropFirst())
    }
}

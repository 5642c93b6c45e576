import Foundation

/// What the header lines of one part of `multipart/form-data` say (RFC 7578, section 4).
struct PartHeader: Equatable {
    /// The name of the form's field.
    let name: String
    /// The file's name as it was sent; nil for a text.
    let fileName: String?

    /// - Parameter block: the header lines with CRLF between them.
    init(_ block: some Collection<UInt8>) throws {
        guard let text = String(validating: block, as: UTF8.self) else { throw PostingFault.Reason.notUTF8 }
        var disposition: HeaderValue?
        for (field, value) in try PartHeader.lines(text) {
            switch field {
            case "content-disposition":
                guard disposition == nil else { throw PostingFault.Reason.malformed }
                disposition = HeaderValue(value)
            case "content-type":
                try HeaderValue(value)?.demandUTF8()
            case "content-transfer-encoding":
                guard ["7bit", "8bit", "binary"].contains(value.lowercased()) else {
                    throw PostingFault.Reason.malformed
                }
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data", let name = try disposition.written("name")
        else { throw PostingFault.Reason.malformed }
        self.name = name
        fileName = try disposition.written("filename")
    }

    /// The lines by their names in lower case; one that begins with a blank goes on with the one before it.
    private static func lines(_ text: String) throws -> [(field: String, value: String)] {
        // CRLF is one Character, so that this splits at nothing else.
        let unfolded = text.replacing("\r\n ", with: " ").replacing("\r\n\t", with: " ")
        return try unfolded.split(separator: Character("\r\n")).map { line in
            guard let colon = line.utf8.firstIndex(of: .colon) else { throw PostingFault.Reason.malformed }
            let value = line[line.utf8.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            return (line[..<colon].lowercased(), value)
        }
    }
}

extension HeaderValue {
    /// The parameter as its sender meant it: the extended form `name*=UTF-8''...` (RFC 8187) if it is there,
    /// else the plain one, where browsers escape three bytes (WHATWG HTML, multipart form data).
    fileprivate func written(_ parameter: String) throws -> String? {
        let plain = parameters[parameter].map(HeaderValue.unescaped)
        guard let extended = parameters[parameter + "*"] else { return plain }
        let pieces = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3, pieces[0].lowercased() == "utf-8",
            let text = pieces[2].removingPercentEncoding
        else {
            guard let plain else { throw PostingFault.Reason.malformed }
            return plain
        }
        return text
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(.percent) else { return text }
        var scalars = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                scalars.append(scalar)
                continue
            }
            switch String(rest.prefix(2)).uppercased() {
            case "22": scalars.append("\"")
            case "0D": scalars.append("\r")
            case "0A": scalars.append("\n")
            default:
                scalars.append("%")
                continue
            }
            rest.removeFirst(2)
        }
        return String(scalars)
    }
}

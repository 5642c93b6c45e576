import SalaEngine

extension Letter {
    /// The body as a whole HTML page: a paragraph for each block of lines, everything escaped, web
    /// addresses clickable.
    public var html: String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head><meta charset="utf-8"><title>\(Self.escape(subject[...]))</title></head>
        <body style="\(Self.style)">
        \(paragraphs.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    /// Mail programs drop style sheets, so the style stands on the element.
    private static let style = """
        margin:0 auto;padding:24px;max-width:38em;color:#1D2327;background:#FFFFFF;\
        font-family:Sarabun,'Noto Sans Thai',Tahoma,sans-serif;font-size:18px;line-height:1.7
        """

    private var paragraphs: [String] {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { block in
            "<p>" + block.map { Self.link($0) }.joined(separator: "<br>\n") + "</p>"
        }
    }

    /// A web address ends at the first character that RFC 3986 does not allow in one, because Thai text may
    /// follow without a space; a full stop or a bracket that closes the sentence is not part of it.
    private static func link(_ line: Substring) -> String {
        var html = ""
        var rest = line
        while let start = rest.firstRange(of: /https?:\/\/(?=[A-Za-z0-9\[])/) {
            var address = rest[start.lowerBound...].prefix { addressCharacters.contains($0) }
            while let last = address.last, trails(last, in: address) { address.removeLast() }
            let escaped = escape(address)
            html += escape(rest[..<start.lowerBound])
            html += "<a href=\"\(escaped)\" style=\"color:#0B5C5E\">\(escaped)</a>"
            rest = rest[address.endIndex...]
        }
        return html + escape(rest)
    }

    private static let addressCharacters = Set<Character>(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")

    private static func trails(_ last: Character, in address: Substring) -> Bool {
        switch last {
        case ")": address.count { $0 == ")" } > address.count { $0 == "(" }
        case "]": address.count { $0 == "]" } > address.count { $0 == "[" }
        default: ".,;:!?'*".contains(last)
        }
    }

    private static func escape(_ text: Substring) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}

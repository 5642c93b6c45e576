/// A text in a drawing: broken into lines at spaces, its width reckoned without a font.
struct DrawnText {
    let lines: [String]
    let fontSize: Double

    /// - Parameter width: the width in pixels to break lines at; a word that is longer stays whole.
    init(_ text: String, fontSize: Double, width: Double) {
        self.fontSize = fontSize
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let longer = lines.last.map { "\($0) \(word)" } ?? String(word)
            if !lines.isEmpty, DrawnText.width(of: longer, fontSize) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        self.lines = lines
    }

    var width: Double { lines.map { DrawnText.width(of: $0, fontSize) }.max() ?? 0 }
    var height: Double { Double(lines.count) * lineHeight }
    /// Thai marks stand above and below the letters, so that lines need air.
    var lineHeight: Double { (fontSize * 1.5).rounded() }

    /// A generous width: marks above and below take none, other letters 0.6 em, narrow ones 0.3 em.
    private static func width(of text: String, _ fontSize: Double) -> Double {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E: sum
            case 0x20, 0x69, 0x6C, 0x2E, 0x2C, 0x28, 0x29, 0x3A: sum + 0.3 * fontSize
            default: sum + 0.6 * fontSize
            }
        }
    }

    /// The lines as SVG text, the first line's top at `top`.
    func svg(x: Double, top: Double, fill: String, weight: Int = 400) -> String {
        lines.enumerated().map { index, line in
            let y = top + Double(index) * lineHeight + lineHeight * 0.72
            return """
                <text x="\(Svg.number(x))" y="\(Svg.number(y))" font-size="\(Svg.number(fontSize))" \
                font-weight="\(weight)" text-anchor="middle" fill="\(fill)">\(Svg.escaped(line))</text>
                """
        }.joined(separator: "\n")
    }
}

import SalaThai

extension Question {
    /// The canonical answer for what was typed or chosen; nil if nothing was, and as typed where it cannot be
    /// read.
    func answer(typed values: [String]) -> Answer? {
        switch kind {
        case .selectMultiple:
            var chosen: [String] = []
            for choice in values.map(Self.tidied) where !choice.isEmpty && !chosen.contains(choice) {
                chosen.append(choice)
            }
            return chosen.isEmpty ? nil : .list(chosen)
        case .text, .integer, .decimal, .date, .selectOne:
            guard let text = values.lazy.map(Self.tidied).first(where: { !$0.isEmpty }) else { return nil }
            return .text(canonical(text) ?? text)
        case .file, .image, .note, .calculate:
            return nil
        }
    }

    /// The one text for each value of the question's kind, or nil where the text cannot be read as it.
    func canonical(_ text: String) -> String? {
        switch kind {
        case .integer: Digits.integer(typed: text)
        case .decimal: Digits.decimal(typed: text)
        case .date: LocalDate(typed: text)?.iso
        // A telephone or account number is digits, in whichever script they were typed.
        case .text where !appearance.isDisjoint(with: ["tel", "numbers"]): Digits.ascii(text)
        case .text where appearance.contains("url"): WebAddress.whole(typed: text)
        case .text, .selectOne, .selectMultiple, .file, .image, .note, .calculate: text
        }
    }

    /// The answer that a new form starts with, from the column `default`; choices stand with spaces between
    /// them.
    var standardAnswer: Answer? {
        guard let standard else { return nil }
        if case .selectMultiple = kind { return answer(typed: Expression.Value.string(standard).items) }
        return answer(typed: [standard])
    }

    /// Line ends as LF, no control characters, no white space or invisible marks at the ends.
    private static func tidied(_ text: String) -> String {
        var scalars: Scalars = []
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if scalar == "\n" ? previous != "\r" : scalar == "\t" || !scalar.isControl {
                scalars.append(scalar)
            }
            previous = scalar
        }
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
    /// White space, or what a word processor leaves unseen: zero-width space, byte order mark.
    fileprivate var isBlank: Bool { properties.isWhitespace || value == 0x200B || value == 0xFEFF }
}

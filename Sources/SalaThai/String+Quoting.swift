extension String {
    /// The text with each quotation that stands inside another in single marks, as both Thai and English set
    /// it. A line whose marks do not pair stays as it is.
    public func nestingQuotations() -> String {
        guard contains("“") else { return self }
        return split(separator: "\n", omittingEmptySubsequences: false).map(Self.nestingQuotations(of:))
            .joined(separator: "\n")
    }

    private static func nestingQuotations(of line: Substring) -> String {
        var depth = 0
        var nested = ""
        for character in line {
            switch character {
            case "“":
                nested.append(depth == 0 ? "“" : "‘")
                depth += 1
            case "”":
                depth -= 1
                guard depth >= 0 else { return String(line) }
                nested.append(depth == 0 ? "”" : "’")
            default: nested.append(character)
            }
        }
        return depth == 0 ? nested : String(line)
    }
}

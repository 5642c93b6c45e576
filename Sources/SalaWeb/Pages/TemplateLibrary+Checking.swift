import SalaEngine

extension TemplateLibrary {
    /// The tags of a template that no property of the sample answers, with file and line, in every language;
    /// each array of the sample must have an element and each optional a value somewhere.
    public func unknownTags(template: String, sample: any Page) -> [String] {
        var found: [String] = []
        for language in Language.allCases {
            var checker = TagChecker(trees: trees[language] ?? [:])
            checker.check(template, sample)
            found += checker.findings.filter { !found.contains($0) }
        }
        return found
    }
}

import SalaDatabase
import SalaEngine
import SalaThai

extension Store {
    /// The facet under which the province of the filing organisation is kept.
    static let provinceFacet = "province"
    /// The facet under which the kind of the filing organisation is kept.
    static let kindFacet = "organisation-kind"

    /// Makes a filed submission findable by its words and its facets, as it was last filed. Private answers
    /// are not among them: who may not read them could guess them by searching.
    func index(_ dossier: WholeDossier, in connection: Connection) throws {
        let submission = dossier.submission
        let all = dossier.programme.form.questions.map(\.name).filter { !dossier.programme.isPrivate($0) }
        // What a facet of the register says of an entry is public as well.
        let facets = dossier.programme.register?.facets.map(\.name) ?? []
        let shown = dossier.programme.publicQuestions + facets
        for (index, questions) in [(TextIndex.submissions, all), (.register, shown)] {
            try connection.index(
                words.segmented(searchable(dossier, Set(questions))), in: index, of: submission.id,
                under: submission.call)
        }
        if dossier.programme.rounds.contains(where: { $0.blind != nil }) {
            let nameless = Set(all).subtracting(dossier.programme.identifying)
            try connection.index(
                words.segmented(searchable(dossier, nameless, namesFiler: false)), in: .blind,
                of: submission.id, under: submission.call)
        }
        try connection.execute(
            "delete from facet where call_id = \(submission.call) and submission_id = \(submission.id)")
        for (name, value) in self.facets(dossier) {
            try connection.execute(
                """
                insert into facet (call_id, submission_id, name, value)
                values (\(submission.call), \(submission.id), \(name), \(value)) on conflict do nothing
                """)
        }
    }

    /// What a search of lists looks for: of each part of what was typed, the ways in which it may be written,
    /// the last word of which may be unfinished. What follows the first parts is passed over.
    func phrases(typed text: String) -> [[String]] {
        let parts = words.spelling.parts(typed: text).prefix(SubmissionFilter.maximumPhrases)
        return parts.map(\.text).compactMap { part in
            let ways = words.spelling.names(of: part).map(words.segmented).filter { !$0.isEmpty }
            guard let phrase = ways.first else { return nil }
            let joined = words.segmented(part.filter { $0.isLetter || $0.isNumber })
            let isNumber = part.contains(where: \.isNumber) && joined != phrase
            return (isNumber ? ways + [joined] : ways).flatMap(unfinished)
        }
    }

    /// The phrase, and with its last words written together: half a word is in no dictionary, so the breaker
    /// takes it for several (นครรา for นคร and รา), none of which begins the word that was meant. With three
    /// words together 98 in a hundred beginnings of Thai names of places are found; more find no more.
    private func unfinished(_ phrase: String) -> [String] {
        let words = phrase.split(separator: " ")
        return (0..<min(words.count, 3)).map { more in
            let last = words.suffix(more + 1).joined(separator: "")
            return (words.dropLast(more + 1) + [Substring(last)]).joined(separator: " ")
        }
    }

    /// The words that a search finds a submission by: its number, its organisation, and what was written or
    /// chosen under those questions, the choices in every language of the programme.
    private func searchable(
        _ dossier: WholeDossier, _ questions: Set<String>, namesFiler: Bool = true
    ) -> String {
        let programme = dossier.programme
        let answered = programme.form.questions.filter {
            questions.contains($0.name) && !programme.isPrivate($0.name)
        }.flatMap { question -> [String] in
            guard let answer = dossier.submission.filedAnswers?[question.name] else { return [] }
            guard question.kind != .text else { return [answer.string] }
            return programme.languages.flatMap { programme.words(ofChoices: answer, to: question, $0) }
        }
        let numbers = dossier.submission.number.map(Store.typedForms(of:)) ?? []
        let organisation = namesFiler ? dossier.organisation.map(searchable) ?? [] : []
        return (numbers + organisation + answered).joined(separator: "\n")
    }

    private func searchable(_ organisation: OrganisationSummary) -> [String] {
        let shown = [Language.thai, .english].map { organisation.placedName($0) }
        guard let kind = OrganisationKind(rawValue: organisation.kind) else { return shown }
        let words = OrganisationWords(spelling: words.spelling)
        return shown + words.names(kind, organisation) + words.looser(kind, organisation)
            + Language.allCases.map(kind.name)
    }

    /// A number as it is written, and from each of its parts on as people type it: `AB-2564-0001`,
    /// `AB25640001`, `25640001`.
    private static func typedForms(of number: String) -> [String] {
        let parts = number.split { !$0.isLetter && !$0.isNumber }
        return [number] + parts.indices.dropLast().map { parts[$0...].joined() }
    }

    private func facets(_ dossier: WholeDossier) -> [(String, String)] {
        var facets: [(String, String)] = []
        if let organisation = dossier.organisation {
            facets.append((Store.provinceFacet, organisation.provinceCode))
            facets.append((Store.kindFacet, organisation.kind))
        }
        for question in dossier.programme.form.questions where !dossier.programme.isPrivate(question.name) {
            switch question.kind {
            case .selectOne, .selectMultiple:
                let items = dossier.submission.filedAnswers?[question.name]?.items ?? []
                facets += items.map { (question.name, $0) }
            default: break
            }
        }
        return facets
    }
}

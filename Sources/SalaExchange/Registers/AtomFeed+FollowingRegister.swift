public import SalaEngine
public import SalaStore
import SalaThai

extension AtomFeed {
    /// What came into a call's register, in one language; the entries latest first.
    ///
    /// - Parameter narrowing: in words, what the entries were chosen by; a feed of its own for each choice.
    public init(
        following dataSet: RegisterDataSet, entries: [PublicEntry], language: Language,
        narrowing: [String] = []
    ) {
        let (call, addresses) = (dataSet.call, dataSet.addresses)
        let title = ([call.title(language)] + narrowing).joined(separator: " · ")
        self.init(
            id: narrowing.isEmpty ? "urn:uuid:\(call.id)" : addresses.feed, title: title,
            subtitle: dataSet.programme.texts.find("programme.summary", language),
            author: dataSet.office?.name(language) ?? call.title(language),
            updated: entries.map(\.card.since).max() ?? call.period.opens, language: language.rawValue,
            address: addresses.feed, page: addresses.register,
            entries: entries.map { dataSet.feedEntry($0, language) })
    }
}

extension RegisterDataSet {
    fileprivate func feedEntry(_ entry: PublicEntry, _ language: Language) -> AtomFeed.Entry {
        let card = entry.card
        let stage = AtomFeed.Category(
            term: card.stage, label: programme.texts["stage.\(card.stage)", language])
        let kind = card.organisation.map {
            AtomFeed.Category(term: $0.kind, label: kindWords($0.kind, language))
        }
        let content = questions.compactMap { question -> String? in
            let words = words(question, of: entry, language)
            return words.isEmpty ? nil : "\(programme.publicLabel(of: question.name, language)): \(words)"
        }
        return AtomFeed.Entry(
            // The number is the call's own for ever; the submission's id is nobody else's business.
            id: "urn:uuid:\(call.id)#\(card.number.percentEncoded)", title: card.title,
            summary: card.summary.isEmpty ? nil : card.summary,
            content: content.isEmpty ? nil : content.joined(separator: "\n\n"), updated: card.since,
            page: addresses.entry(card.number), author: card.organisation?.placedName(language),
            categories: [stage] + (kind.map { [$0] } ?? []),
            picture: card.picture.map { picture in
                AtomFeed.Picture(
                    url: addresses.attachment(card.number, picture.id), mediaType: picture.mediaType,
                    bytes: picture.bytes)
            })
    }
}

extension String {
    /// Everything but RFC 3986's unreserved characters as `%XX`.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 128, character.isLetter || character.isNumber || "-._~".contains(character) {
                return String(character)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

public import SalaEngine
public import SalaStore
import SalaThai

extension AtomFeed {
    /// What came into a call's register, in one language; the entries latest first.
    ///
    /// - Parameter narrowing: in words, what the entries were chosen by; a feed of its own for each choice.
    public init(
        _ call: Call, of programme: Programme, office: OrganisationSummary?, entries: [PublicCard],
        addresses: RegisterAddresses, language: Language, narrowing: [String] = []
    ) {
        let title = ([call.title(language)] + narrowing).joined(separator: " · ")
        self.init(
            id: narrowing.isEmpty ? "urn:uuid:\(call.id)" : addresses.feed, title: title,
            subtitle: programme.texts.find("programme.summary", language),
            author: office?.name(language) ?? call.title(language),
            updated: entries.map(\.since).max() ?? call.period.opens, language: language.rawValue,
            address: addresses.feed, page: addresses.register,
            entries: entries.map { entry in
                Entry(
                    // The number is the call's own for ever; the submission's id is nobody else's business.
                    id: "urn:uuid:\(call.id)#\(entry.number.percentEncoded)", title: entry.title,
                    summary: entry.summary.isEmpty ? nil : entry.summary, updated: entry.since,
                    page: addresses.entry(entry.number), author: entry.organisation?.placedName(language),
                    categories: [
                        Category(term: entry.stage, label: programme.texts["stage.\(entry.stage)", language])
                    ],
                    picture: entry.picture.map { picture in
                        Picture(
                            url: addresses.attachment(entry.number, picture.id), mediaType: picture.mediaType,
                            bytes: picture.bytes)
                    })
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

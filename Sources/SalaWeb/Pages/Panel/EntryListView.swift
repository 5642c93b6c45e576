import SalaEngine
import SalaThai

/// Submissions by name, folded away until they are asked for where there are many.
struct EntryListView: Sendable {
    /// One submission, with who filed it where that is said.
    struct Item: Sendable {
        let submission: LinkView
        let filer: String?
        /// Its rank and score, where they are read.
        let standing: String?
    }

    let summary: String
    let isOpen: Bool
    let items: [Item]
    /// Numbers alone, where the names would be too many for one page.
    let numbers: String?
    /// Leads to those that are not listed here.
    let rest: LinkView?

    init(
        _ summary: String, items: [Item], isOpen: Bool, numbers: String? = nil, rest: LinkView? = nil
    ) {
        self.summary = summary
        self.isOpen = isOpen
        self.items = items
        self.numbers = numbers
        self.rest = rest
    }
}

extension EntryListView.Item {
    init(
        _ site: Site, _ context: SalaContext, _ number: String?, _ title: String, url: String,
        filer: String? = nil, standing: String? = nil
    ) {
        let title = title.isEmpty ? site.say("submission.untitled", context) : title
        submission = LinkView(label: [number, title].compactMap(\.self).joined(separator: " "), url: url)
        self.filer = filer
        self.standing = standing
    }
}

import SalaEngine
import SalaStore
import SalaThai

/// What a release has done.
struct ReleasedPage: Page {
    static let template = "pages/released"
    let chrome: Chrome
    let call: String
    let lead: String
    let links: [LinkView]

    /// - Parameter isShown: anybody may see something of the call in its register.
    init(
        _ site: Site, _ context: SalaContext, _ view: CallView, _ release: Release, round: String,
        isShown: Bool
    ) {
        let handle = view.call.handle
        chrome = site.chrome(site.say("release.done", context), context)
        call = view.call.title(context.visit.language)
        lead = site.say(
            "release.released", context,
            [
                "count": Digits.grouped(release.count),
                "time": release.at.text(.long, thai: context.visit.isThai),
            ])
        links = [
            isShown
                ? LinkView(label: site.say("release.to-register", context), url: Paths.register(handle))
                : nil,
            view.isManager
                ? LinkView(
                    label: site.say("release.to-letters", context), url: Paths.letters(of: handle)) : nil,
            LinkView(
                label: site.say("release.to-ranking", context), url: Paths.ranking(round, of: handle)),
            LinkView(label: site.say("desks.desk", context), url: Paths.desk(handle)),
        ].compactMap(\.self)
    }
}

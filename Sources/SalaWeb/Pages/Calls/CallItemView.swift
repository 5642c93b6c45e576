import SalaEngine
import SalaStore

/// A call in a list of calls.
struct CallItemView: Sendable {
    let title: String
    let url: String
    let office: String?
    let programme: String
    let timeLeft: DaysLeftView?
    /// What stands in place of the time left where there is no end.
    let standing: String?

    init(_ site: Site, _ context: SalaContext, _ view: CallView) {
        let language = context.visit.language
        title = view.call.title(language)
        url = Paths.call(view.call.handle)
        office = view.office?.name(language)
        programme = view.programme.texts["programme.name", language]
        timeLeft = site.timeLeft(view.call.period, context)
        standing = timeLeft == nil ? site.say("call.always-open", context) : nil
    }
}

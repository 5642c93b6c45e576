import SalaEngine
import SalaStore
import SalaThai

/// How the submissions of a call are judged: rounds, criteria with their levels, the rule and the ties.
struct CriteriaPage: PublicPage {
    static let template = "pages/criteria"
    let chrome: Chrome
    var turns: [Instant] { [] }
    let call: String
    let callURL: String
    let rounds: [RoundView]

    init(_ site: Site, _ context: SalaContext, _ view: CallView) throws {
        guard !view.programme.rounds.isEmpty else { throw Refusal.notFound }
        call = view.call.title(context.visit.language)
        callURL = Paths.call(view.call.handle)
        chrome = site.chrome("\(site.say("criteria.title", context)) – \(call)", context)
        rounds = view.programme.rounds.map { RoundView(site, context, $0, of: view) }
    }
}

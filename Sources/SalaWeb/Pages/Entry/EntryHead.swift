import SalaEngine
import SalaStore

/// Under which call, and for whom, somebody files: what stands above each page on the way to it.
struct EntryHead: Sendable {
    let call: String
    let callURL: String
    /// That it is filed for an organisation, and for which; nil for who only reads it, and where people file
    /// for themselves.
    let onBehalf: String?

    init(_ site: Site, _ context: SalaContext, _ dossier: Dossier) {
        let language = context.visit.language
        call = dossier.call.title(language)
        callURL = Paths.call(dossier.call.handle)
        let organisation = dossier.isOwn ? dossier.organisation : nil
        onBehalf = organisation.map {
            site.say("entry.on-behalf", context, ["organisation": $0.placedName(language)])
        }
    }
}

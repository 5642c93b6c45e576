import SalaEngine
import SalaStore

/// Facets and their values as people read them.
struct FacetWording: Sendable {
    let site: Site
    let context: SalaContext
    let programme: Programme
    /// By code.
    let provinces: [String: OrganisationSummary]

    init(
        _ site: Site, _ context: SalaContext, _ programme: Programme,
        _ provinces: [String: OrganisationSummary]
    ) {
        self.site = site
        self.context = context
        self.programme = programme
        self.provinces = provinces
    }

    func label(_ facet: Register.Facet) -> String {
        switch facet {
        case .province: site.say("desks.province", context)
        case .organisationKind: site.say("desks.organisation-kind", context)
        case .question(let name): programme.texts["form.\(name).label", context.visit.language]
        }
    }

    func value(_ value: String, of facet: Register.Facet) -> String {
        switch facet {
        case .province:
            return provinces[value]?.province(context.visit.language) ?? value
        case .organisationKind:
            let key = "desks.kind.\(value)"
            return site.templates.texts.find(key, context.visit.language) ?? value
        case .question(let name):
            switch programme.form.question(name)?.kind {
            case .selectOne(let list), .selectMultiple(let list):
                return programme.texts["choice.\(list).\(value)", context.visit.language]
            default: return value
            }
        }
    }
}

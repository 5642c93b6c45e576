import SalaEngine
import SalaStore
import SalaThai

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
        case .province: site.say("register.province", context)
        case .organisationKind: site.say("desks.organisation-kind", context)
        case .question(let name): programme.publicLabel(of: name, context.visit.language)
        }
    }

    /// The values of a facet as every list of them stands: provinces, which people look up, by name in the
    /// order of Thai lists; all others most frequent first, equal ones by name.
    func ordered(_ counts: [FacetCount], of facet: Register.Facet) -> [FacetCount] {
        let named = site.thaiRanks.sorted(counts.filter { $0.facet == facet }) { value($0.value, of: facet) }
        guard facet != .province else { return named }
        return named.enumerated().sorted { left, right in
            (-left.element.count, left.offset) < (-right.element.count, right.offset)
        }.map(\.element)
    }

    func value(_ value: String, of facet: Register.Facet) -> String {
        switch facet {
        case .province:
            return provinces[value]?.province(context.visit.language) ?? value
        case .organisationKind:
            return site.words(ofKind: value, context.visit.language)
        case .question(let name):
            switch programme.form.question(name)?.kind {
            case .selectOne(let list), .selectMultiple(let list):
                return programme.texts.find("choice.\(list).\(value)", context.visit.language) ?? value
            default: return value
            }
        }
    }
}

extension Site {
    /// A kind of organisation as people read it.
    func words(ofKind kind: String, _ language: Language) -> String {
        OrganisationKind(rawValue: kind)?.name(language) ?? kind
    }
}

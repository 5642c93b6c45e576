import SalaEngine
import SalaStore
import SalaThai

extension OwnPlaceView {
    init(_ place: OwnMembership, _ site: Site, _ context: SalaContext) {
        let language = context.visit.language
        organisation = place.organisation.name(language)
        province = place.organisation.province(language)
        role = place.state == .approved ? site.words(place.role, context) : nil
        let tone: StageBadgeView.Tone =
            switch place.state {
            case .asked: .waiting
            case .approved: .success
            case .refused: .refused
            case .withdrawn, .ended: .closed
            }
        badge = StageBadgeView(site.say("membership.state.\(place.state.rawValue)", context), tone: tone)
        detail = site.sentence(place, context)
        membersURL = place.state == .approved ? Paths.members(of: place.organisation.id) : nil
        withdrawalURL = place.state == .asked ? Paths.withdrawal(from: place.organisation.id) : nil
    }
}

extension Site {
    /// A role in an organisation in words: the site's own, or as the programme writes it that grants it.
    func words(_ role: MembershipRole, _ context: SalaContext) -> String {
        templates.texts.find("membership.role.\(role.rawValue)", context.visit.language) ?? role.rawValue
    }

    /// Where a membership stands in a sentence: who decides about a claim, and since when it waits for them.
    ///
    /// - Parameter office: named instead of others where officers decide: the office the reader deals with.
    func sentence(
        _ place: OwnMembership, _ context: SalaContext, office: OrganisationSummary? = nil
    ) -> String {
        let isThai = context.visit.isThai
        let asked = place.askedAt.text(thai: isThai)
        switch place.deciders {
        case .members(let count):
            return say(
                "membership.waits-members", context, ["count": Digits.grouped(count), "time": asked])
        case .offices(let offices):
            let named = office.map { [$0] } ?? offices
            guard !named.isEmpty else { return say("membership.waits-nobody", context, ["time": asked]) }
            let names = named.map { $0.name(context.visit.language) }.joined(separator: ", ")
            return say("membership.waits-offices", context, ["offices": names, "time": asked])
        case nil:
            let decided = (place.decidedAt ?? place.askedAt).text(thai: isThai)
            let reason = place.reason ?? ""
            let isReasoned = place.state == .refused && !reason.isEmpty
            return say(
                isReasoned ? "membership.refused-because" : "membership.since", context,
                ["time": decided, "reason": reason])
        }
    }
}

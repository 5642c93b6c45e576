import SalaEngine
import SalaStore
import SalaThai

extension [FactView] {
    /// What is known already of who claims and of the organisation, for who decides the claim.
    init(_ site: Site, _ context: SalaContext, helpingToDecide claim: MembershipClaim) {
        let (language, isThai) = (context.visit.language, context.visit.isThai)
        let evidence = claim.evidence
        func say(_ key: String, _ values: [String: String] = [:]) -> String {
            site.say("membership.claim.\(key)", context, values)
        }
        let (key, count) = evidence.address.words
        let likeness = say(key, ["count": Digits.grouped(count)])
        var members = evidence.members.map { "\($0.name) (\($0.email))" }
        let rest = evidence.memberCount - members.count
        if rest > 0 { members.append(say("more-members", ["count": Digits.grouped(rest)])) }
        self = [
            FactView(term: say("address"), detail: "\(claim.email)\n\(likeness)"),
            FactView(
                term: say("members"),
                detail: members.isEmpty ? say("no-members") : members.joined(separator: "\n")),
            FactView(term: say("registered"), detail: evidence.registeredAt.text(thai: isThai)),
        ]
        if !evidence.belongsTo.isEmpty {
            append(
                FactView(
                    term: say("belongs"),
                    detail: evidence.belongsTo.map { $0.placedName(language) }.joined(separator: "\n")))
        }
        if !evidence.refusals.isEmpty {
            let told = evidence.refusals.map { refusal in
                let name = refusal.organisation.placedName(language)
                return "\(name) · \(refusal.at.text(thai: isThai)) · \(refusal.reason)"
            }
            append(FactView(term: say("refused"), detail: told.joined(separator: "\n")))
        }
    }
}

extension AddressLikeness {
    /// The text that says it, and the number it speaks of.
    fileprivate var words: (key: String, count: Int) {
        switch self {
        case .members(let count): ("address-members", count)
        case .name: ("address-name", 0)
        case .anybody: ("address-anybody", 0)
        case .authority: ("address-authority", 0)
        case .other: ("address-other", 0)
        }
    }
}

import SalaEngine

extension ReasonForm {
    /// The name of the field that asks for a reason about that person's place in that organisation.
    static func name(_ person: PersonID, _ organisation: OrganisationID) -> String {
        "reason-\(person)-\(organisation)"
    }

    /// What that field asks, with whom it is about: a page may ask it of many.
    static func label(about name: String?, _ site: Site, _ context: SalaContext) -> String {
        [site.say("membership.reason", context), name].compactMap(\.self).joined(separator: " – ")
    }
}

extension FieldView {
    /// Asks why something is done to somebody's place in an organisation.
    static func reason(
        _ person: PersonID, _ organisation: OrganisationID, typed: String?, mistake: String?,
        isRequired: Bool = true, _ site: Site, _ context: SalaContext
    ) -> FieldView {
        FieldView(
            name: ReasonForm.name(person, organisation), label: site.say("membership.reason", context),
            error: mistake, isRequired: isRequired,
            control: .multiline(
                MultilineControl(value: typed ?? "", rows: 3, maximumLength: Membership.reasonLimit)))
    }
}

import SalaEngine
import SalaStore
import SalaThai

extension GuidedRefusal {
    /// That the judge left the review or was taken off it, when, and whom to ask after a mistake; nothing of
    /// what it was of.
    ///
    /// - Parameter refusal: what the page is refused with; nil names what the judge declared.
    init(_ left: LeftReview, as refusal: Refusal? = nil, _ site: Site, _ context: SalaContext) {
        let time = left.declared.text(.long, thai: context.visit.isThai)
        let said = site.say("judging.left-\(left.state.rawValue)", context, ["time": time])
        let ask = left.state.isDeclared ? "left-ask" : "taken-ask"
        self.init(
            refusal: refusal ?? left.state.refusal ?? .notAssigned,
            sentence: "\(said) \(site.askWhom(ask, context, left.view))",
            ways: [site.link(toJudgingIn: left.view.call, context)]
                + (left.next.map { [site.link(to: $0, context)] } ?? []),
            key: "left-review")
    }
}

extension Site {
    /// The sentence under `judging.KEY` that names the office of the call, and how to reach whoever runs the
    /// site where that is known.
    func askWhom(_ key: String, _ context: SalaContext, _ view: CallView) -> String {
        let office = view.office?.name(context.visit.language) ?? ""
        guard let contact = contact(of: view.call) else {
            return say("judging.\(key)", context, ["office": office])
        }
        return say("judging.\(key)-contact", context, ["office": office, "contact": contact])
    }

    func link(to review: WaitingReview, _ context: SalaContext) -> LinkView {
        LinkView(
            label: say("failure.next-review", context),
            url: Paths.review(review.round, of: review.submission))
    }

    func link(toJudgingIn call: Call, _ context: SalaContext) -> LinkView {
        LinkView(label: say("failure.judging", context), url: Paths.judging(call.handle))
    }
}

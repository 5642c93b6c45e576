import SalaEngine

extension StageBadgeView {
    /// A stage of the programme, in words, with the sign of what it means.
    init(_ name: String, of programme: Programme, _ language: Language) {
        let stage = programme.workflow.stage(name)
        let tone: Tone
        if stage?.isPublic == true {
            tone = .success
        } else if stage?.isFinal == true {
            tone = .closed
        } else if stage?.isOpen == true {
            tone = .draft
        } else {
            tone = stage?.round == nil ? .waiting : .active
        }
        self.init(programme.texts["stage.\(name)", language], tone: tone)
    }
}

extension Submission {
    /// The events of a submission that nobody filed: begun with those answers by the situation's actor and
    /// brought to the stage by the shortest way, as if nothing had stood in it; nil where no way leads there.
    /// It is for showing what pages will look like.
    public static func imagined(
        at stage: String, _ start: SubmissionEvent.Started, id: SubmissionID, in situation: Situation
    ) -> [Recorded<SubmissionEvent>]? {
        let workflow = situation.programme.workflow
        guard let way = workflow.way(from: start.stage, to: stage) else { return nil }
        var events = [
            Recorded(
                sequence: 1, at: situation.now, actor: start.applicant, body: SubmissionEvent.started(start))
        ]
        for action in way {
            guard let submission = replaying(id, events) else { return nil }
            events.append(
                Recorded(
                    sequence: events.count + 1, at: situation.now,
                    actor: action.files ? start.applicant : nil,
                    body: .acted(submission.moved(by: action, [:], wasHeld: false, situation))))
        }
        return events
    }
}

extension Workflow {
    /// The fewest actions that lead from one stage to another, the first of the file where there are several.
    func way(from start: String, to end: String) -> [Action]? {
        var ways: [String: [Action]] = [start: []]
        var waiting = [start][...]
        while let stage = waiting.popFirst() {
            let way = ways[stage, default: []]
            if stage == end { return way }
            for action in actions(from: stage) where ways[action.to] == nil {
                ways[action.to] = way + [action]
                waiting.append(action.to)
            }
        }
        return nil
    }
}

import SalaDefinitions
import Testing

@Suite("What conflicts of interest and blind rounds are refused for")
struct ConflictFaultTests {
    private static let rule = "chair: chair"

    @Test(
        "panel.yaml",
        arguments: [
            Wrong(
                "panel.yaml", rule, "chair: judge", at: "chair: judge",
                "the role `judge` judges in the round", "name a role that does not judge in it"),
            Wrong(
                "panel.yaml", rule, "chair: applicant", at: "chair: applicant",
                "the role `applicant` does not see what is judged", "name a role with `sees: filed`"),
            Wrong(
                "panel.yaml", rule, "chair: char", at: "chair: char",
                "there is no role `char`", "write `chair`"),
            Wrong(
                "panel.yaml", rule, "conflicts: { asks: true }", at: "asks: true",
                "unknown key `rounds.first-round.conflicts.asks`", "write `ask`"),
            Wrong(
                "panel.yaml", rule, "conflicts: { ask: perhaps }", at: "ask: perhaps",
                "`rounds.first-round.conflicts.ask` is neither true nor false", "write `true` or `false`"),
            Wrong(
                "panel.yaml", rule, "blind: true", at: "blind: true",
                "`rounds.first-round.blind` does not say what is hidden",
                "write `blind: { hides: [QUESTION, ...] }` with the questions whose answers say who entered, "
                    + "or leave `blind` out"),
            Wrong(
                "panel.yaml", rule, "blind: { hides: [partner] }", at: "hides: [partner]",
                "there is no question `partner`", "write `partners`"),
            Wrong(
                "panel.yaml", "selected: award }", "selected: award }\n    blind: { hides: [] }",
                at: "hides: []",
                "what is judged in `final-round` is public from the stage `selected`, which says who entered",
                "remove `blind`, or `public: true` of that stage in workflow.yaml"),
        ])
    func panel(_ wrong: Wrong) throws { try wrong.check(try Folders.contest()) }
}

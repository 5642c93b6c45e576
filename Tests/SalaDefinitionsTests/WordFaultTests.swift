import SalaDefinitions
import Testing

@Suite("What registers, texts, letters and panels are refused for")
struct WordFaultTests {
    @Test(
        "register.yaml, texts and letters",
        arguments: [
            Wrong(
                "register.yaml", "columns: [place", "columns: [plac", at: "columns",
                "there is no question `plac`", "write `place`"),
            Wrong(
                "register.yaml", "page: [trouble", "page: [reporter_phone", at: "page",
                "the question `reporter_phone` is private",
                "take it out here, or out of `private` in programme.yaml"),
            Wrong(
                "register.yaml", "title: place", "title: since", at: "title",
                "the question `since` is not of the type text",
                "name a question of that type"),
            Wrong(
                "register.yaml", "facets: [province", "facets: [provinc", at: "facets",
                "there is no facet (a select question) `provinc`", "write `province`"),
            Wrong(
                "register.yaml", "page: [trouble, since]", "page: [trouble, since, trouble]", at: "page",
                "`trouble` stands twice under `page`", "keep one of the two"),
            Wrong(
                "register.yaml", "columns: [place, trouble", "columns: [place, place, trouble", at: "columns",
                "`place` stands twice under `columns`", "keep one of the two"),
            Wrong(
                "register.yaml", "facets: [province", "facets: [trouble, province", at: "facets",
                "`trouble` stands twice under `facets`", "keep one of the two"),
            Wrong(
                "texts/th.yaml", "  received: รับเรื่องแล้ว\n", "", at: "stage:",
                "the text `stage.received` is missing",
                "write it in the language `th`"),
            Wrong(
                "texts/th.yaml", "  receipt: ใบรับเรื่อง\n", "", at: "letter:",
                "the text `letter.receipt` is missing", "write it in the language `th`"),
            Wrong(
                "texts/en.yaml", "  repaired: Says", "  repiared: Says", at: "repiared",
                "nobody reads the text `letter.repiared`", "write `letter.repaired`, or remove it"),
            Wrong(
                "texts/en.yaml", "  draft.next:", "  draft.nxt:", at: "draft.nxt",
                "nobody reads the text `stage.draft.nxt`",
                "write `stage.draft.next`, or remove it"),
            Wrong(
                "texts/en.yaml", "    hint: Such as the number on the pole, the lane or what stands nearby\n",
                "", at: "  place:",
                "the text `form.place.hint` is missing", "write it in the language `en`"),
            Wrong(
                "texts/en.yaml", "role:\n", "register.label.reporter_phone: Phone\nrole:\n",
                at: "register.label.reporter_phone",
                "nobody reads the text `register.label.reporter_phone`", "remove it"),
            Wrong(
                "texts/en.yaml", "blinking: It blinks", "blinking:", at: "blinking:",
                "the text `choice.trouble.blinking` is empty", "write it after the colon"),
            Wrong(
                "letters/closed.th.txt", "{{reason}}", "{{raeson}}", at: "{{raeson}}",
                "the letter names the unknown field `raeson`", "write `reason`"),
            Wrong(
                "letters/receipt.th.txt", "{{link}}", "{{reason}}", at: "{{reason}}",
                "the letter names the unknown field `reason`", "write `person`"),
            Wrong(
                "letters/closed.th.txt", "{{reason}}", "{{input.resn}}", at: "{{input.resn}}",
                "the letter names the unknown field `input.resn`", "write `input.reason`"),
            Wrong(
                "letters/closed.en.txt", "{{office}}", "{{#reason}}{{office}}", at: "{{#reason}}",
                "the section `reason` never ends", "write `{{/reason}}` where it ends"),
            Wrong(
                "letters/closed.en.txt", "{{office}}", "{{{office}}}", at: "{{{office",
                "letters have no tag `{{{office}}`",
                "write `{{name}}`, or a section `{{#name}} ... {{/name}}`"),
            Wrong(
                "letters/closed.en.txt", "Subject: ", "Subjekt: ", at: "Subjekt",
                "the first line gives no subject",
                "begin the file with `Subject: ` and the subject"),
            Wrong(
                "letters/closed.en.txt", "\n\nDear", "\nDear", at: "Dear",
                "no empty line parts the subject from the body", "leave the second line empty"),
        ])
    func words(_ wrong: Wrong) throws { try wrong.check(try Folders.lamps()) }

    @Test(
        "panel.yaml",
        arguments: [
            Wrong(
                "panel.yaml", "weight: 30", "weight: 31", at: "criteria:",
                "the weights of the round `first-round` sum to 101",
                "change the weights so that they sum to 100"),
            Wrong(
                "panel.yaml", "judges: judge", "judges: juge", at: "judges: juge", "there is no role `juge`",
                "write `judge`"),
            Wrong(
                "panel.yaml", "judges: judge", "judges: officer", at: "judges: officer",
                "the role `officer` comes with a place in an office, so that it cannot judge",
                "name a role with `granted: call`"),
            Wrong(
                "panel.yaml", "judges: judge", "judges: applicant", at: "judges: applicant",
                "the role `applicant` files, so that it cannot judge", "name a role with `granted: call`"),
            Wrong(
                "workflow.yaml", "judging: { panel: first-round }",
                "judging: { open: true, panel: first-round }", at: "judging: {",
                "the stage `judging` is open while it is judged: answers would change under the judges",
                "remove `open`, or put `panel` into a stage of its own"),
            Wrong(
                "panel.yaml", "count: prizes", "count: prices", at: "count: prices",
                "there is no setting `prices`", "write `prizes`"),
            Wrong(
                "panel.yaml", "count: awards", "count: prizes", at: "  awards:", in: "programme.yaml",
                "nothing uses the setting `awards`",
                "write `count: awards` under `select` of a round in panel.yaml, or remove the setting"),
            Wrong(
                "programme.yaml", "  awards:", "  The Awards:", at: "The Awards",
                "`The Awards` cannot be the name of a setting",
                "use lower-case letters, digits and hyphens, a letter first, such as `first-round`"),
            Wrong(
                "programme.yaml", "{ from: 1, to: 10,", "{ from: 10, to: 1,", at: "from: 10",
                "the setting `awards` goes from 10 to 1", "write the smaller number under `from`"),
            Wrong(
                "programme.yaml", "at-most: prizes", "at-most: prices", at: "at-most: prices",
                "there is no setting `prices`", "write `prizes`"),
            Wrong(
                "programme.yaml", "at-most: prizes", "at-most: awards", at: "at-most: awards",
                "the setting `awards` cannot be bounded by itself",
                "name another setting, or remove `at-most`"),
            Wrong(
                "programme.yaml", "to: 10, at-most: prizes }\n    standard: 1",
                "to: 50, at-most: prizes }\n    standard: 41", at: "  awards:",
                "the standard 41 of `awards` is more than the standard 40 of `prizes`, which bounds it",
                "write a standard of 40 or less, or a larger one for `prizes`"),
            Wrong(
                "programme.yaml", "standard: 40", "standard: many", at: "standard: many",
                "`settings.prizes.standard` is no whole number from 1 to 200",
                "write such a number in digits"),
            Wrong(
                "panel.yaml", "selected: select,", "selected: pass,", at: "selected: pass",
                "the action `pass` is not held, so that a ranking cannot prepare it",
                "write `held: true` in the action, or name one that is held"),
            Wrong(
                "panel.yaml", "selected: award", "selected: select", at: "count: awards, selected: select",
                "the action `select` does not lead out of a stage with the round `final-round`",
                "write `from: selected` in the action, or name another"),
            Wrong(
                "panel.yaml", "selected: award", "selected: awrd", at: "selected: awrd",
                "there is no action `awrd`",
                "write `award`"),
            Wrong(
                "panel.yaml", "ties: [criterion impact", "ties: [criterion inpact", at: "inpact",
                "a tie cannot be broken by `criterion inpact`", "write `criterion impact`"),
            Wrong(
                "panel.yaml", "levels: [0, 1, 2, 3, 4, 5]", "levels: [0, 1, 1]", at: "[0, 1, 1]",
                "the levels do not rise",
                "write at least two numbers, each larger than the one before"),
            Wrong(
                "panel.yaml", "rule: mean", "rule: average", at: "rule: average",
                "`rounds.first-round.tally.rule` cannot be `average`",
                "write one of `mean`, `median`, `trimmed-mean`, `z-score`, `calibrated`, `copeland`, "
                    + "`bradley-terry`"),
            Wrong(
                "panel.yaml", "rule: mean", "rule: trimmed-mean:0", at: "trimmed-mean:0",
                "`rounds.first-round.tally.rule` cannot be `trimmed-mean:0`",
                "write how many scores are left out at each end, such as `trimmed-mean:1`"),
            Wrong(
                "panel.yaml", "rule: mean", "rule: trimmed-mean:2", at: "trimmed-mean:2",
                "`rounds.first-round.tally.rule` leaves none of 3 reviews",
                "ask for at least 5 `reviews`, or write `mean`"),
            Wrong(
                "panel.yaml", "chair: chair", "chair: screener", at: "chair: screener",
                "the role `screener` may not read reviews, and so leads no round",
                "add `read-reviews` to its `may` in programme.yaml, or name another role"),
            Wrong(
                "panel.yaml", "grey-zone: [10, 90]", "grey-zone: [90, 10]", at: "grey-zone: [90, 10]",
                "`rounds.first-round.grey-zone` are no two rising percentages",
                "write two numbers, such as `[10, 90]`"),
            Wrong(
                "panel.yaml", "decimals: 2", "decimals: 2, rounding: up", at: "rounding: up",
                "`rounds.first-round.tally.rounding` cannot be `up`",
                "write one of `half-up`, `half-even`"),
            Wrong(
                "workflow.yaml", "panel: final-round", "panel: first-round", at: "final-round:",
                in: "panel.yaml",
                "no stage has the round `final-round`",
                "write `panel: final-round` in a stage, or remove the round"),
            Wrong(
                "workflow.yaml", "    by: clock\n", "    by: officer\n", at: "correction: {",
                "the clock of `correction` takes `lapse`, which is not by the clock",
                "write `by: [clock]` in the action `lapse`"),
            Wrong(
                "return-reason.yaml", "name: due, required: yes", "name: due", at: "return:",
                in: "workflow.yaml",
                "`return` leads to `correction`, whose clock runs until the answer `due`",
                "ask `due` in the action's form, with the type date and `required: yes`"),
            Wrong(
                "letters/selected.th.txt", "{{#comments}}", "{{comments}}", at: "{{comments}}",
                "the comments are several",
                "write `{{#comments}}{{.}}{{/comments}}`"),
            Wrong(
                "letters/not-selected.th.txt", "{{#comments}}", "{{^comments}}", at: "{{.}}",
                "`{{.}}` stands outside a section", "write it inside `{{#comments}} ... {{/comments}}`"),
        ])
    func panel(_ wrong: Wrong) throws { try wrong.check(try Folders.contest()) }
}

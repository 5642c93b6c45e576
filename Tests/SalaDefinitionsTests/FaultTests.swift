import SalaDefinitions
import Testing

/// Each case changes one passage of an example; the fault must name the file, the line, and the way out.
@Suite("What a folder is refused for")
struct FaultTests {
    @Test(
        "programme.yaml",
        arguments: [
            Wrong(
                "programme.yaml", "  limit: 20", "  limt: 20", at: "limt", "unknown key `filing.limt`",
                "write `limit`"),
            Wrong(
                "programme.yaml", "  numbering: \"LAMP-{year}-{number}\"\n", "", at: "filing:",
                "`filing.numbering` is missing", "write `numbering:` and its value"),
            Wrong(
                "programme.yaml", "LAMP-{year}-{number}", "LAMP-{year}", at: "numbering",
                "the numbering `LAMP-{year}` has no `{number}`, so that all would be alike",
                "write it such as \"A-{year}-{number}\""),
            Wrong(
                "programme.yaml", "{year}", "{yaer}", at: "numbering",
                "the numbering `LAMP-{yaer}-{number}` has a space, or a word in braces that is not known",
                "only `{year}` and `{number}` may stand in braces"),
            Wrong(
                "programme.yaml", "by: person", "by: persn", at: "by:", "`filing.by` cannot be `persn`",
                "write `person`"),
            Wrong(
                "programme.yaml", "limit: 20", "limit: [20]", at: "limit",
                "`filing.limit` is no whole number from 1 to 1000", "write such a number in digits"),
            Wrong(
                "programme.yaml", "  limit: 20", "  limit: 20\n  colleagues: { limit: 51 }", at: "colleagues",
                "`filing.colleagues.limit` is no whole number from 0 to 50", "write such a number in digits"),
            Wrong(
                "programme.yaml", "  limit: 20", "  limit: 20\n  colleagues: { limit: 0, file: yes }",
                at: "colleagues", "nobody is invited, so that nobody may file by invitation",
                "remove `file`, or write a limit of 1 or more"),
            Wrong(
                "programme.yaml", "  limit: 20", "  limit: 20\n  late-days: 400", at: "late-days",
                "`filing.late-days` is no whole number from 0 to 365", "write such a number in digits"),
            Wrong(
                "programme.yaml", "languages: [th, en]", "languages: [th, de]", at: "languages",
                "`languages[2]` cannot be `de`", "write one of `th`, `en`"),
            Wrong(
                "programme.yaml", "may: [manage-call,", "may: [manage-cal,", at: "may:",
                "`roles.officer.may[1]` cannot be `manage-cal`", "write `manage-call`"),
            Wrong(
                "programme.yaml", "    may: [manage-call, read-private]\n", "", at: nil,
                "no role has `manage-call`, so that nobody can open a call",
                "write it under `may` of a role that an organisation grants"),
            Wrong(
                "programme.yaml", "  officer:\n", "  clock:\n", at: "clock:",
                "`clock` is not a role of people: it stands for time itself", "give the role another name"),
            Wrong(
                "programme.yaml", "  officer:\n", "  member:\n", at: "member:",
                "`member` is what everybody in an organisation is, whatever the programme",
                "give the role another name"),
            Wrong(
                "programme.yaml", "private: [reporter_phone]", "private: [phone]", at: "private: [",
                "there is no question `phone`",
                "write one of `place`, `trouble`, `trouble_other`, `since`, `picture`, `reporter_phone`"),
            Wrong(
                "programme.yaml", "private: [reporter_phone]", "private:\n  reporter_phon:\n",
                at: "reporter_phon:", "there is no question `reporter_phon`", "write `reporter_phone`"),
            Wrong(
                "programme.yaml", "private: [reporter_phone]",
                "private:\n  reporter_phone: [officer, oficer]\n", at: "oficer]",
                "there is no role `oficer`", "write `officer`"),
            Wrong(
                "programme.yaml", ", read-private]", "]", at: "private:",
                "nobody but its filer may read `reporter_phone`",
                "write `read-private` under `may` of a role, or name the roles: `reporter_phone: [ROLE]`"),
            Wrong(
                "form.yaml", "  - { type: text, name: reporter_phone",
                "  - { type: calculate, name: digits, calculation: \"${reporter_phone}\" }\n"
                    + "  - { type: text, name: reporter_phone", at: "name: digits",
                "`digits` is calculated from `reporter_phone`, which is private",
                "write `digits` under `private` in programme.yaml too"),
            Wrong(
                "workflow.yaml", "closed: { final: true }",
                "closed: { final: true, public: true, withdrawn: true }",
                at: "closed: {", "the stage `closed` is withdrawn, yet it goes on or is public",
                "write `{ final: true, withdrawn: true }`"),
            Wrong(
                "programme.yaml", "limit: 20", "by: anyone", at: "by: person", "`by` stands twice in one map",
                "keep one of the two"),
            Wrong(
                "programme.yaml", "private: [", "settings: { show-map: { flag: true } }\nprivate: [",
                at: "settings:", "unknown key `settings.show-map.flag`",
                "write one of `number`, `standard`"),
            Wrong(
                "programme.yaml", "private: [",
                "settings: { places: { number: { from: 1, to: 9 }, standard: 1 } }\nprivate: [",
                at: "settings:", "nothing uses the setting `places`",
                "write `count: places` under `select` of a round in panel.yaml, or remove the setting"),
        ])
    func header(_ wrong: Wrong) throws { try wrong.check(try Folders.lamps()) }

    @Test(
        "form.yaml",
        arguments: [
            Wrong(
                "form.yaml", "required: yes, parameters", "requird: yes, parameters", at: "name: place",
                "unknown key `survey[2].requird`", "write `required`"),
            Wrong(
                "form.yaml", "type: date", "type: dat", at: "name: since", "there is no type `dat`",
                "write `date`"),
            Wrong(
                "form.yaml", "name: since", "name: seen since", at: "seen since",
                "`seen since` cannot be the name of a question",
                "use letters, digits, `_` and `-`, a letter first, such as `contact_phone`"),
            Wrong(
                "form.yaml", "name: since", "name: shown", at: "name: shown",
                "`shown` is what pages call a field of their own, so that no question can",
                "give the question another name, such as `asked_shown`"),
            Wrong(
                "form.yaml", "name: since", "name: too-large-lamp", at: "name: too-large-lamp",
                "`too-large-lamp` is what pages call a field of their own, so that no question can",
                "give the question another name, such as `asked_too-large-lamp`"),
            Wrong(
                "close-reason.yaml", "name: reason", "name: csrf", at: "name: csrf",
                "`csrf` is what pages call a field of their own, so that no question can",
                "give the question another name, such as `asked_csrf`"),
            Wrong(
                "form.yaml", "{ type: text, name: place", "{ type: text, label: Place, name: place",
                at: "name: place",
                "the column `label` is a text that people read",
                "write it as `form.NAME.label` in the files of texts"),
            Wrong(
                "form.yaml", ". <= today()", ". <= today(", at: "name: since",
                "`. <= today(` is no expression of XLSForm", "A value is missing before the end"),
            Wrong(
                "form.yaml", "${trouble} = 'other'", "${troubl} = 'other'", at: "name: trouble_other",
                "`trouble_other`: ${troubl} is not a question of this form", "did you mean ${trouble}?"),
            Wrong(
                "form.yaml", "select_one trouble,", "select_one troubl,", at: "name: trouble",
                "`trouble`: There is no list of choices `troubl`", "did you mean `trouble`?"),
            Wrong(
                "form.yaml", "select_one trouble,", "select_one,", at: "name: trouble",
                "`select_one` does not name one list of choices",
                "write `select_one LIST`, such as `select_one yes_no`"),
            Wrong(
                "form.yaml", "damaged, other]", "damaged, dark]", at: "trouble: [",
                "`dark` stands twice in the list `trouble`", "keep one of the two"),
            Wrong(
                "form.yaml", "choices:\n", "choices:\n  colour: [red]\n", at: "colour",
                "no question offers the list `colour`",
                "remove it, or write `select_one colour` in a question"),
            Wrong(
                "form.yaml", "name: since", "name: place", at: "type: date",
                "the name `place` is taken by an earlier row",
                "give the row another name"),
            Wrong(
                "form.yaml", "  - { type: begin_group, name: contact }\n", "", at: "reporter_phone",
                "the question `reporter_phone` stands outside a page",
                "put it between begin_group and end_group"),
            Wrong(
                "form.yaml", "max-files=2", "max-fils=2", at: "picture", "there is no parameter `max-fils=2`",
                "write `max-files` with `=` and a value"),
            Wrong(
                "form.yaml", "max-files=2", "max-files=200", at: "picture", "`max-files` cannot be `200`",
                "write a number from 1 to 20"),
            Wrong(
                "form.yaml", "appearance: tel", "appearance: phone", at: "reporter_phone",
                "there is no appearance `phone`",
                "write one of `multiline`, `minimal`, `likert`, `horizontal`, `numbers`, "
                    + "`thousands-sep`, `url`, `email`, `tel`"
            ),
            Wrong(
                "form.yaml", "type: end_group }", "type: end_group", at: "begin_group, name: contact",
                "this is no YAML (did not find expected ',' or '}')",
                "look at the spaces at the beginning of the line, and put texts with : # { } in quotes"),
        ])
    func form(_ wrong: Wrong) throws { try wrong.check(try Folders.lamps()) }

    @Test(
        "workflow.yaml",
        arguments: [
            Wrong(
                "workflow.yaml", "final: true }\n\n", "finl: true }\n\n", at: "finl",
                "unknown key `stages.closed.finl`",
                "write `final`"),
            Wrong(
                "workflow.yaml", "    to: closed\n", "    to: repaired\n", at: "closed: {",
                "no way leads to the stage `closed`",
                "remove it, or write an action `to: closed` from a stage that is reached"),
            Wrong(
                "workflow.yaml", "  closed: { final: true }", "  closed: {}", at: "closed: {",
                "no way leads out of the stage `closed`, which is not final",
                "write `final: true`, or an action `from: closed`"),
            Wrong(
                "workflow.yaml", "by: resident", "by: residnt", at: "residnt", "there is no role `residnt`",
                "write `resident`"),
            Wrong(
                "workflow.yaml", "by: resident", "by: []", at: "report:",
                "nobody can ever take the action `report`",
                "name at least one role under `by` and one stage under `from`"),
            Wrong(
                "workflow.yaml", "by: resident", "by: [resident, clock]", at: "report:",
                "`report` is by the clock, but no stage's clock takes it",
                "write `then: report` in a stage's clock, or take `clock` out of `by`"),
            Wrong(
                "workflow.yaml", "then: remind", "then: close", at: "received: {",
                "the clock of `received` takes `close`, which is not by the clock",
                "write `by: [clock]` in the action `close`"),
            Wrong(
                "workflow.yaml", "3 working days", "3 days", at: "received: {",
                "`stages.received.clock.within` is no number of working days",
                "write it such as `5 working days`"),
            Wrong(
                "workflow.yaml", "within: 3 working days", "until: due", at: "report:",
                "`report` leads to `received`, whose clock runs until the answer `due`",
                "ask `due` in the action's form, with the type date and `required: yes`"),
            Wrong(
                "workflow.yaml", "window-open,", "windw-open,", at: "when:",
                "`actions.report.when[1]` cannot be `windw-open`", "write `window-open`"),
            Wrong(
                "workflow.yaml", "when: [window-open", "when: [before-due, window-open", at: "report:",
                "`report` waits for before-due, but `draft` has no clock",
                "remove `before-due`, or write a `clock` in the stage"),
            Wrong(
                "workflow.yaml", "when: [window-open", "when: [reviews-complete, window-open", at: "report:",
                "`report` waits for reviews-complete, but nobody judges in `draft`",
                "remove `reviews-complete`, or write `panel:` in the stage"),
            Wrong(
                "workflow.yaml", "letter: repaired", "letter: repired", at: "repired",
                "there is no letter `repired`",
                "write `repaired`"),
            Wrong(
                "workflow.yaml", "close-reason.yaml", "close-reasn.yaml", at: "close-reasn",
                "there is no file `close-reasn.yaml`",
                "write `close-reason.yaml`, or write that file with a `survey:` beside workflow.yaml"),
            Wrong(
                "workflow.yaml", "    bulk: true\n", "    held: true\n", at: "repair:",
                "`repair` is held, and the role `officer` may not hold decisions",
                "give the role `may: [select]`, or take it out of `by`"),
            Wrong(
                "workflow.yaml", "    bulk: true\n", "    bulk: true\n    held: true\n", at: "repair:",
                "`repair` is held, and what is done in bulk takes effect at once",
                "remove `bulk`: what is held is selected together, in the ranking; or remove `held`"),
            Wrong(
                "workflow.yaml", "    files: true\n", "    files: true\n    held: true\n", at: "report:",
                "`report` is held, and what files takes effect at once", "remove `held`, or remove `files`"),
            Wrong(
                "workflow.yaml", "    files: true\n", "", at: nil,
                "no action files a submission, so that none gets a number",
                "write `files: true` in the action with which people hand in"),
            Wrong(
                "workflow.yaml", "public: true }", "panel: first }", at: "repaired: {",
                "there is no round of judging `first`",
                "remove it"),
            Wrong(
                "workflow.yaml", ", public: true", "", at: nil, in: "register.yaml",
                "no stage is public, so that the register stays empty",
                "write `public: true` in a stage, or remove the file"),
            Wrong(
                "workflow.yaml", "draft: { open: true }", "draft: {}", at: "draft: {",
                "submissions start in the first stage `draft`, which is not open",
                "write `open: true`, or put the stage where people write first"),
            Wrong(
                "workflow.yaml", "closed: { final: true }", "closed: { final: true, open: true }",
                at: "closed: {",
                "the stage `closed` is final, yet something is to happen there",
                "remove `final`, or remove `open`, `panel` and `clock`"),
        ])
    func workflow(_ wrong: Wrong) throws { try wrong.check(try Folders.lamps()) }
}

import Foundation
import SalaDefinitions
import SalaEngine
import Testing

@Suite("Reading a programme's folder")
struct ProgrammeReaderTests {
    @Test("the digital local contest reads without fault")
    func contest() throws {
        let (programme, faults) = ProgrammeReader.read(try Folders.contest())
        #expect(faults == [])
        let contest = try #require(programme)
        #expect(contest.name == "digital-local-contest")
        #expect(contest.languages == [.thai, .english])
        #expect(
            contest.filing
                == Filing(
                    by: .organisation, limit: 1, numbering: "DL-{year}-{number}",
                    colleagues: Colleagues(limit: 10, mayFile: false), lateDays: 14))
        #expect(contest.roles.map(\.name) == ["applicant", "officer", "screener", "judge", "chair"])
        #expect(contest.role("officer")?.may == Set(Role.Permission.allCases))
        #expect(
            contest.settings == [
                SettingDefinition(name: "prizes", bounds: 1...200, standard: 40),
                SettingDefinition(name: "awards", bounds: 1...10, standard: 1, atMost: "prizes"),
            ])
        #expect(
            contest.form.pages.map(\.name) == [
                "organisation", "work", "results", "expansion", "documents", "declaring",
            ])
        let clock = Clock(within: .workingDays(5), then: .remind)
        #expect(
            contest.workflow.stage("screening")
                == Stage(
                    name: "screening", isOpen: false, isFinal: false, isPublic: false, round: nil,
                    clock: clock))
        let correction = Clock(within: .untilAnswer("due"), then: .action("lapse"))
        #expect(contest.workflow.stage("correction")?.clock == correction)
        let select = try #require(contest.workflow.action("select"))
        #expect(select.isHeld && select.when == [.reviewsComplete] && select.from == ["judging"])
        #expect(contest.workflow.action("return")?.asks?.question("due")?.kind == .date)
        let final = try #require(contest.round("final-round"))
        #expect(final.selection == Selection(count: "awards", selected: "award", others: nil))
        #expect(final.ties == [.criterion("impact"), .criterion("replicability"), .earliestFiling])
        #expect(contest.register?.facets.prefix(2) == [.province, .organisationKind])
        #expect(contest.letters.count == 13)
        #expect(contest.texts["stage.draft", .thai] == "ฉบับร่าง")
    }

    @Test("says what is private, and who reads it: judges look at the work, not at whom to call")
    func privates() throws {
        let contest = try #require(ProgrammeReader.read(try Folders.contest()).0)
        let contact: Set = ["contact_name", "contact_position", "contact_phone", "contact_email"]
        #expect(contest.questionsHidden(from: ["judge"]) == contact)
        #expect(contest.questionsHidden(from: ["chair"]) == contact)
        #expect(contest.questionsHidden(from: ["judge", "screener"]) == [])
        #expect(contest.questionsHidden(from: ["officer"]) == [])
        #expect(contest.questionsHidden(from: []).count == 7)
        let listed = try Folders.lamps()
        let mapped = try listed.changing(
            "programme.yaml", "private: [reporter_phone]", to: "private: { reporter_phone: officer }")
        #expect(
            try #require(ProgrammeReader.read(listed).0).privates == [PrivateQuestion(name: "reporter_phone")]
        )
        #expect(
            try #require(ProgrammeReader.read(mapped).0).privates == [
                PrivateQuestion(name: "reporter_phone", readers: ["officer"])
            ])
    }

    @Test("the public may read other words than those who answered, in every language or in none")
    func publicLabels() throws {
        let asked = try Folders.lamps()
        let english = try asked.changing(
            "texts/en.yaml", "role:\n", to: "register.label.trouble: The fault\nrole:\n")
        #expect(
            ProgrammeReader.read(english).1.map(\.words) == [
                "the text `register.label.trouble` is missing; write it in the language `th`"
            ])
        let both = try english.changing(
            "texts/th.yaml", "role:\n", to: "register.label.trouble: อาการที่แจ้ง\nrole:\n")
        let (programme, faults) = ProgrammeReader.read(both)
        #expect(faults == [])
        #expect(programme?.publicLabel(of: "trouble", .english) == "The fault")
        #expect(programme?.publicLabel(of: "trouble", .thai) == "อาการที่แจ้ง")
        let plain = try #require(ProgrammeReader.read(asked).0)
        #expect(plain.publicLabel(of: "trouble", .english) == "What is wrong")
    }

    @Test("the example in the manual reads without fault")
    func manual() throws {
        let (programme, faults) = ProgrammeReader.read(try Folders.lamps())
        #expect(faults == [])
        let lamps = try #require(programme)
        #expect(lamps.form.question("place")?.hasHint == true)
        #expect(lamps.form.question("trouble")?.hasHint == false)
        #expect(lamps.form.question("picture")?.parameters == ["max-files": "2", "max-size": "10"])
        #expect(lamps.form.question("place")?.required?.source == "true()")
        #expect(lamps.settings == [])
        #expect(lamps.letter("receipt")?.subject[.english] == "We have received report {{number}}")
        #expect(lamps.letter("receipt")?.body[.english]?.hasPrefix("Dear {{person}},\n") == true)
        #expect(lamps.workflow.action("close")?.asks?.pages.map(\.name) == ["close-reason"])
        #expect(lamps.register?.picture == "picture")
    }

    @Test("questions inside a group of a page know the group and what shows it")
    func groups() throws {
        let contest = try #require(ProgrammeReader.read(try Folders.contest()).0)
        let users = try #require(contest.form.question("users"))
        #expect(users.groups.map(\.name) == ["measured"])
        #expect(users.groups.first?.relevant?.source == "${status} = 'pilot' or ${status} = 'in_use'")
        #expect(contest.form.question("open_data")?.groups.isEmpty == true)
        #expect(contest.form.choices["topic"]?.first?.columns == ["field": "health"])
    }

    @Test("what the contest's choices leave open stands in its register and its data set in words")
    func otherWords() throws {
        let register = try #require(ProgrammeReader.read(try Folders.contest()).0?.register)
        for list in [register.page, register.columns] {
            for name in ["field", "technology"] {
                let index = try #require(list.firstIndex(of: name))
                #expect(list[index + 1] == "\(name)_other")
            }
        }
    }

    @Test("begin_group and begin group are the same, and so are yes and true")
    func spellings() throws {
        let files = try Folders.lamps()
            .changing("form.yaml", "begin_group, name: lamp", to: "begin group, name: lamp")
            .changing("form.yaml", "type: end_group", to: "type: end group")
            .changing("form.yaml", "name: trouble, required: yes", to: "name: trouble, required: \"true()\"")
            .changing(
                "form.yaml", "name: trouble_other, required: yes", to: "name: trouble_other, required: true")
        let programme = try #require(ProgrammeReader.read(files).0, "\(files.faults)")
        #expect(programme.form.page("lamp")?.questions.count == 5)
        #expect(programme.form.question("trouble_other")?.required?.source == "true()")
    }

    @Test("files with the line ends of Windows read the same")
    func lineEnds() throws {
        var files = try Folders.lamps()
        files.files = files.files.mapValues { $0.replacingOccurrences(of: "\n", with: "\r\n") }
        let programme = try #require(ProgrammeReader.read(files).0, "\(files.faults)")
        #expect(programme.letter("closed")?.body[.english]?.contains("\r") == false)
    }

    @Test("all faults of a folder are found in one reading, by file and line")
    func allAtOnce() throws {
        let faults = try Folders.lamps()
            .changing("workflow.yaml", "to: received", to: "to: recieved")
            .changing("programme.yaml", "limit: 20", to: "limit: many")
            .changing("form.yaml", "select_one trouble", to: "select_one troubles")
            .changing("letters/receipt.en.txt", "{{office}}", to: "{{ofice}}")
            .faults
        #expect(faults.count >= 4)
        #expect(faults.contains("workflow.yaml:11: there is no stage `recieved`; write `received`"))
        #expect(faults.contains { $0.hasPrefix("programme.yaml:5: `filing.limit`") })
        #expect(
            faults.contains { $0.hasPrefix("form.yaml:4: `trouble`: There is no list of choices `troubles`") }
        )
        #expect(
            faults.contains { $0.hasPrefix("letters/receipt.en.txt:8: the letter names the unknown field") })
        let files = faults.map { $0.prefix { $0 != ":" } }
        #expect(files == files.sorted())
    }
}

import Foundation
import SalaDefinitions
import Testing

@Suite("Files that are missing, too many or too much")
struct FileFaultTests {
    @Test(
        "a missing file is named with what belongs in it",
        arguments: [
            (
                "programme.yaml",
                "programme.yaml: the file is missing; write it: "
                    + "who may file, the roles, the settings and what is private"
            ),
            ("form.yaml", "form.yaml: the file is missing; write it: the questions"),
            ("workflow.yaml", "workflow.yaml: the file is missing; write it: the stages and the actions"),
            (
                "texts/en.yaml",
                "texts/en.yaml: the file is missing; write it: every text that people read, in this language"
            ),
            (
                "letters/closed.en.txt",
                "letters/closed.en.txt: the letter `closed` is missing in this language; write the file"
            ),
            (
                "register.yaml",
                "workflow.yaml:4: the stage `repaired` is public, but nothing says what may be seen; "
                    + "write register.yaml, or remove `public`"
            ),
        ])
    func missing(_ file: String, _ fault: String) throws {
        let faults = try Folders.lamps().having(file, nil).faults
        #expect(faults.contains(fault), "\(faults)")
    }

    @Test("without the letter that a clock sends, the stage is refused")
    func reminder() throws {
        let faults = try Folders.lamps()
            .having("letters/reminder.th.txt", nil).having("letters/reminder.en.txt", nil).faults
        let what = "the clock of `received` reminds, but there is no letter `reminder`"
        #expect(faults == ["workflow.yaml:3: \(what); write letters/reminder in each language"])
    }

    @Test(
        "a file that nothing reads is refused",
        arguments: [
            (
                "regsiter.yaml",
                "no action asks this form; write `asks: regsiter.yaml` in an action, or remove the file"
            ),
            ("texts/de.yaml", "nothing reads this file"), ("letters/closed.txt", "nothing reads this file"),
            ("workflow.yml", "nothing reads this file"),
        ])
    func unread(_ file: String, _ fault: String) throws {
        let faults = try Folders.lamps().having(file, "a: b\n").faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasPrefix("\(file): \(fault)") == true, "\(faults)")
    }

    @Test("a letter that no action sends is refused")
    func unsent() throws {
        let faults = try Folders.lamps()
            .having("letters/thanks.th.txt", "Subject: ก\n\nข\n").having(
                "letters/thanks.en.txt", "Subject: a\n\nb\n"
            ).faults
        #expect(
            faults == [
                "letters/thanks.th.txt: no action sends the letter `thanks`; "
                    + "write `letter: thanks` in an action, or remove the letter's files"
            ])
    }

    @Test("an empty file is refused")
    func empty() throws {
        let faults = try Folders.lamps().having("workflow.yaml", "# nothing\n").faults
        #expect(faults.contains("workflow.yaml: the file is empty; write it, or remove it"))
    }

    @Test("a bomb of aliases is refused at its first anchor, at once")
    func bomb() throws {
        var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
        for (one, next) in zip("abcdefghijkl", "bcdefghijklm") {
            yaml += "\(next): &\(next) [\(Array(repeating: "*\(one)", count: 9).joined(separator: ", "))]\n"
        }
        let start = ContinuousClock.now
        let faults = try Folders.lamps().having("register.yaml", yaml).faults
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(faults.contains { $0.hasPrefix("register.yaml:1: the file uses YAML's anchors and aliases") })
    }

    @Test("signs of aliases inside words are left in peace")
    func ampersand() throws {
        let files = try Folders.lamps().changing(
            "texts/en.yaml", "Thank you", to: "R&D *thanks* you & yours,")
        #expect(files.faults == [])
    }

    @Test("maps and lists nested without end are refused")
    func deep() throws {
        let yaml = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
        let faults = try Folders.lamps().having("register.yaml", yaml).faults
        #expect(
            faults.contains { $0.hasPrefix("register.yaml: maps and lists stand in each other too deep") })
    }

    @Test("a file larger than 1 MB is refused")
    func large() throws {
        let yaml = "title: " + String(repeating: "x", count: 1 << 20)
        let faults = try Folders.lamps().having("register.yaml", yaml).faults
        #expect(faults.contains { $0.hasPrefix("register.yaml: the file is larger than 1 MB") })
    }

    @Test("a folder's name must fit into addresses")
    func folderName() throws {
        var files = try Folders.lamps()
        files.name = "Street Lamps"
        #expect(files.faults.first?.contains("`Street Lamps` cannot be the name of a programme") == true)
    }
}

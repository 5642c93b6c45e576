import Foundation
import SalaDatabase
import SalaStore
import SalaThai
import Testing

@testable import sala

@Suite("The language of commands")
struct SpeechTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What a run of the program said, and how it ended.
    private struct Run {
        var said: String
        var code: Int32
    }

    /// Runs the program that lies beside the tests, under a locale.
    private func run(_ arguments: [String], locale: String, in folder: URL = home) throws -> Run {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "sala")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = locale
        environment["SALA_HOME"] = nil
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Run(said: said, code: process.terminationStatus)
    }

    /// As old Thai spreadsheets save it: each Thai letter in the byte that TIS-620 gives it.
    private func windows874(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8($0.isASCII ? $0.value : $0.value - 0x0E00 + 0xA0) }
    }

    private func with(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test("is in the language of the reader's locale, and in English for one that Sala does not speak")
    func locales() {
        func says(_ environment: [String: String], _ arguments: [String] = []) -> Bool {
            let catalogue = Speech.catalogue(for: environment, arguments)
            return catalogue["the file is empty"] == "ไฟล์ว่างอยู่"
        }
        let home = Self.home.path
        #expect(says(["LANG": "th_TH.UTF-8", "SALA_HOME": home]))
        #expect(says(["LC_ALL": "", "LC_MESSAGES": "th", "LANG": "en_GB", "SALA_HOME": home]))
        #expect(says(["LC_ALL": "th_TH", "LANG": "C"], ["serve", "--home", home]))
        #expect(says(["LC_ALL": "th_TH"], ["check", "--home=\(home)"]))
        #expect(!says(["LC_ALL": "C.UTF-8", "LANG": "th_TH.UTF-8", "SALA_HOME": home]))
        for locale in ["", "C", "POSIX", "en_US.UTF-8", "de_DE", "tha"] {
            #expect(Speech.catalogue(for: ["LANG": locale, "SALA_HOME": home], []).isEmpty)
        }
        #expect(says(["LANG": "th_TH", "SALA_HOME": "/nowhere"]))
    }

    @Test("is in English where the catalogue is broken, which is said")
    func brokenCatalogue() async throws {
        try await with { folder in
            let file = folder.appending(path: "Templates/commands/th.yaml")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            for broken in ["\"the file is empty\": \"", "- one", "one: [two]"] {
                try Data(broken.utf8).write(to: file)
                let run = try run(["check", folder.path], locale: "th_TH.UTF-8", in: folder)
                #expect(run.code == 65)
                #expect(run.said.contains("th.yaml:1: "), "\(run.said)")
                #expect(run.said.contains("programme.yaml: the file is missing"))
            }
        }
    }

    @Test("of a file that cannot be imported, in Thai and in English")
    func imports() async throws {
        try await with { folder in
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all)
            let head = LocalGovernment.columns.joined(separator: ",")
            let row = "PAO-11,PAO,องค์การ X,X Organization,11,สมุทรปราการ,Samut Prakan,13.5991,100.5966,"
            let files: [(bytes: [UInt8], thai: String, english: String)] = [
                (
                    windows874("\(head)\n\(row)\n"),
                    "Windows-874) ใน Excel ให้เลือก", "the file is in Windows-874 (Thai); save it as"
                ),
                (
                    Array("\(head.replacing("kind,", with: ""))\n\(row)\n".utf8),
                    "บรรทัด 1: บรรทัดแรกขาดคอลัมน์ kind", "line 1: the first line lacks the column kind"
                ),
                (
                    Array("\(head)\n\(row)\n\(row)\n".utf8), "บรรทัด 3: รหัส PAO-11 มีแล้วในบรรทัด 2",
                    "line 3: the code PAO-11 stands on line 2 already"
                ),
            ]
            let sheet = folder.appending(path: "organisations.csv")
            let command = [
                "import", "organisations", sheet.path, "--database", "sqlite://\(folder.path)/sala.sqlite",
                "--files", folder.path,
            ]
            for (bytes, thai, english) in files {
                try Data(bytes).write(to: sheet)
                let inThai = try run(command, locale: "th_TH.UTF-8")
                #expect(inThai.code == 65)
                #expect(inThai.said.contains(thai), "\(inThai.said)")
                #expect(inThai.said.contains("ไม่ได้นำเข้าสิ่งใด"))
                let inEnglish = try run(command, locale: "C.UTF-8")
                #expect(inEnglish.code == 65)
                #expect(inEnglish.said.contains(english), "\(inEnglish.said)")
            }
            try Data("\(head)\n\(row)\n".utf8).write(to: sheet)
            let whole = try run(command, locale: "th_TH.UTF-8")
            #expect(whole.said == "หน่วยงาน 1 แห่ง: ใหม่ 1 เปลี่ยน 0 คงเดิม 0 ไม่ใช้พิกัดในไฟล์ 0\n")
            let grant = ["grant", "somebody", "PAO-11", "officer"] + command.dropFirst(3)
            let unfit = try run(grant, locale: "th_TH.UTF-8")
            #expect(unfit.code == 64)
            #expect(unfit.said.contains("somebody ไม่ใช่ที่อยู่อีเมล"), "\(unfit.said)")
            try database.close()
        }
    }

    @Test("of a faulty programme, with file and line, in Thai and in English")
    func checks() async throws {
        try await with { folder in
            let programme = folder.appending(path: "lamps")
            try FileManager.default.copyItem(
                at: Self.home.appending(path: "Programmes/digital-local-contest"), to: programme)
            let file = programme.appending(path: "workflow.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("panel: first-round", with: "panel: frist-round")
                .write(to: file, atomically: true, encoding: .utf8)
            // Nobody has to stand in the home of Sala.
            let thai = try run(["check", programme.path], locale: "th_TH.UTF-8", in: folder)
            #expect(thai.code == 65)
            let inThai = /lamps\/workflow\.yaml:\d+: ไม่มีรอบพิจารณา `frist-round` – เขียน `first-round`/
            #expect(thai.said.contains(inThai), "\(thai.said)")
            let english = try run(["check", programme.path], locale: "en_GB.UTF-8")
            #expect(english.code == 65)
            let inEnglish =
                /lamps\/workflow\.yaml:\d+: there is no round of judging `frist-round`; write `first-round`/
            #expect(english.said.contains(inEnglish), "\(english.said)")
        }
    }

    @Test("of a database of a newer version, and of a command used wrongly, in Thai and in English")
    func refusals() async throws {
        try await with { folder in
            let database = try Database(url: "sqlite://\(folder.path)/sala.sqlite")
            _ = try await database.migrate(Migrations.all)
            try await database.write { connection in
                try connection.execute(
                    "insert into schema_migration (number, name, applied_at) values (9999, 'later', 0)")
            }
            try database.close()
            let serve = [
                "serve", "--database", "sqlite://\(folder.path)/sala.sqlite", "--files", folder.path,
                "--port", "0",
            ]
            let thai = try run(serve, locale: "th_TH.UTF-8")
            #expect(thai.code == 1)
            #expect(thai.said.contains("ศาลารุ่นใหม่กว่าใช้ฐานข้อมูลนี้แล้ว (โครงสร้างรุ่น 9999"), "\(thai.said)")
            let english = try run(serve, locale: "C")
            #expect(english.code == 1)
            #expect(english.said.contains("a later version of Sala has used this database"))
            let nowhere = [
                "letters", "list", "--database", "sqlite://\(folder.path)/none.sqlite",
                "--files", folder.path,
            ]
            let missing = try run(nowhere, locale: "th_TH.UTF-8")
            #expect(missing.code == 1)
            #expect(missing.said.contains("ไม่พบฐานข้อมูล \(folder.path)/none.sqlite"), "\(missing.said)")
            #expect(try run(nowhere, locale: "C").said.contains("`sala serve` makes one"))
            let wrong = ["assign", "--affinity", "a.csv", "--demand", "0"]
            let misused = try run(wrong, locale: "th_TH.UTF-8")
            #expect(misused.code == 64)
            #expect(misused.said.contains("--demand ต้องเป็น 1 ขึ้นไป"), "\(misused.said)")
            #expect(try run(wrong, locale: "C").said.contains("--demand is at least 1"))
        }
    }
}

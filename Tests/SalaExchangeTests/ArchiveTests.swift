import Foundation
import Synchronization
import Testing

@testable import SalaExchange

@Suite("Archives of attached files")
struct ArchiveTests {
    @Test(
        "give a file a name that is one step on every file system",
        arguments: [
            ("../../etc/passwd", "_.._etc_passwd"), ("..\\..\\a.txt", "_.._a.txt"), ("C:\\a.txt", "C__a.txt"),
            ("/a", "_a"), ("...", "_"), ("", "_"), ("แผนที่ 1.pdf", "แผนที่ 1.pdf"),
            ("a\u{202E}fdp.exe", "a_fdp.exe"),
            ("a\u{0}b", "a_b"), ("name. ", "name"),
        ])
    func safe(name: String, written: String) {
        #expect(ArchiveFile.safe(name) == written)
    }

    @Test("keep a long name's ending")
    func long() {
        let name = ArchiveFile.safe(String(repeating: "ก", count: 200) + ".pdf")
        #expect(name.hasSuffix(".pdf") && name.count <= 120)
    }

    @Test("hold every file once, those of one name side by side")
    func clashes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "file")
        try Data("content".utf8).write(to: file)
        let zip = folder.appending(path: "all.zip")
        let archive = try ArchiveFile(at: zip)
        for name in ["plan.pdf", "PLAN.pdf", "plan.pdf", "../plan.pdf"] {
            try archive.add(file, named: name, in: "../DL-1")
        }
        #expect(try archive.close { true })
        let list = Process()
        list.executableURL = URL(filePath: "/usr/bin/env")
        list.arguments = [
            "python3", "-c",
            "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print('|'.join(z.namelist()), z.testzip())",
            zip.path,
        ]
        let pipe = Pipe()
        list.standardOutput = pipe
        try list.run()
        list.waitUntilExit()
        let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let names = "_DL-1/plan.pdf|_DL-1/PLAN (2).pdf|_DL-1/plan (3).pdf|_DL-1/_plan.pdf"
        #expect(words == "\(names) None\n")
    }

    @Test("leave nothing when they are ended, before a file or in the middle of one", arguments: [1, 4])
    func ended(call: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "file")
        try Data(count: 1 << 20).write(to: file)
        let archive = try ArchiveFile(at: folder.appending(path: "all.zip"))
        try archive.add(file, named: "plan.pdf")
        let calls = Mutex(0)
        let isWhole = try archive.close {
            calls.withLock { calls in
                calls += 1
                return calls < call
            }
        }
        let asked = calls.withLock { $0 }
        #expect(!isWhole && asked == call)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }

    @Test("cut words that a cell of a workbook does not hold, and leave out signs that XML has none for")
    func cells() {
        let long = String(repeating: "ก", count: 40_000)
        let fitting = WorkbookFile.fitting(long)
        #expect(fitting.utf16.count <= 32_767 && fitting.hasSuffix("[…]"))
        #expect(WorkbookFile.fitting("a\u{0}b\u{1B}c\nd") == "abc\nd")
    }
}

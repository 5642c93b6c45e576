import Foundation
import SalaStore
import Testing

@Suite("Small copies of pictures")
struct ThumbnailTests {
    static let isAble = Thumbnails(folder: URL(filePath: "/nowhere")).isAble

    /// A black PNG of 1,200 by 800 pixels, one bit each.
    private static let picture =
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAABLAAAAMgAQAAAAAbm6avAAAAjElEQVR42u3BMQEAAADCoPVPbQdv"
                + "oAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "AAAAAD4D1+8AARpxgZ8AAAAASUVORK5CYII="
        ) ?? Data()

    private func with(_ body: (URL, URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "picture")
        try Self.picture.write(to: file)
        try await body(folder, file)
    }

    /// Width and height of an extended WebP (RFC 9649, section 2.7.1).
    private func size(_ file: URL) throws -> [Int] {
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(Array(bytes[0..<4]) == Array("RIFF".utf8) && Array(bytes[8..<16]) == Array("WEBPVP8X".utf8))
        return [24, 27].map { 1 + Int(bytes[$0]) + Int(bytes[$0 + 1]) << 8 + Int(bytes[$0 + 2]) << 16 }
    }

    @Test("are WebP of at most 960 pixels a side, made once for however many ask", .enabled(if: isAble))
    func shrinks() async throws {
        try await with { folder, file in
            let thumbnails = Thumbnails(folder: folder)
            async let one = thumbnails.url(of: file, sha256: "aa11")
            async let other = thumbnails.url(of: file, sha256: "aa11")
            let made = try #require(await one)
            #expect(await other == made)
            #expect(try size(made) == [960, 640])
            try FileManager.default.removeItem(at: file)
            #expect(await Thumbnails(folder: folder).url(of: file, sha256: "aa11") == made)
            let left = try FileManager.default.contentsOfDirectory(
                atPath: made.deletingLastPathComponent().path)
            #expect(left == ["aa11.webp"])
        }
    }

    @Test("are none of what is no picture, and others are made after it", .enabled(if: isAble))
    func refuses() async throws {
        try await with { folder, file in
            let broken = folder.appending(path: "broken")
            try Data("no picture at all".utf8).write(to: broken)
            let drawing = folder.appending(path: "drawing")
            let svg = #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#
            try Data(svg.utf8).write(to: drawing)
            let thumbnails = Thumbnails(folder: folder)
            #expect(await thumbnails.url(of: broken, sha256: "bb22") == nil)
            #expect(await thumbnails.url(of: drawing, sha256: "cc33") == nil)
            #expect(await thumbnails.url(of: file, sha256: "dd44") != nil)
            #expect(
                !FileManager.default.fileExists(
                    atPath: folder.appending(path: "thumbnails/bb/bb22.webp").path))
        }
    }

    @Test("are none where the program is missing or fails")
    func lacksProgram() async throws {
        try await with { folder, file in
            let missing = Thumbnails(folder: folder, program: URL(filePath: "/nowhere/vipsthumbnail"))
            #expect(!missing.isAble)
            #expect(await missing.url(of: file, sha256: "ee55") == nil)
            let failing = Thumbnails(folder: folder, program: URL(filePath: "/bin/false"))
            #expect(failing.isAble)
            #expect(await failing.url(of: file, sha256: "ee55") == nil)
        }
    }
}

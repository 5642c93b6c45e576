import Foundation
import Testing

@testable import SalaStore

@Suite("The end of a picture")
struct PictureEndTests {
    /// One pixel, with the chunks IHDR, IDAT and IEND (PNG specification, section 5).
    private static let png = [UInt8](
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
                + "AABJRU5ErkJggg==") ?? Data())

    /// SOI, an APP1 that holds a small picture with an end of its own, SOS, coded data with a stuffed byte
    /// and a restart marker, EOI (ITU-T T.81, annex B).
    private static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x08, 0xFF, 0xD8, 0x01, 0x02, 0xFF, 0xD9]
        + [0xFF, 0xDA, 0x00, 0x04, 0x01, 0x00]
        + [0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD3, 0x33, 0xFF, 0xFF, 0xD9]

    private func isWhole(_ bytes: [UInt8], _ mediaType: String) throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sala-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try FileStore(folder: folder).receive()
        try file.write(Data(bytes))
        return try file.isWhole(as: mediaType)
    }

    @Test("is there in a whole one, whatever stands behind it")
    func whole() throws {
        for tail in [[], [0x0A], Array(repeating: 0xFF as UInt8, count: 70_000)] as [[UInt8]] {
            #expect(try isWhole(Self.png + tail, "image/png"))
            #expect(try isWhole(Self.jpeg + tail, "image/jpeg"))
        }
    }

    @Test("is not there in one that is cut off, wherever it is cut")
    func cut() throws {
        for length in 2..<Self.png.count { #expect(try !isWhole(Array(Self.png[..<length]), "image/png")) }
        for length in 2..<Self.jpeg.count {
            #expect(try !isWhole(Array(Self.jpeg[..<length]), "image/jpeg"), "\(length)")
        }
    }

    @Test("is asked of no other file")
    func others() throws {
        #expect(try isWhole([1, 2, 3], "application/pdf"))
        #expect(try isWhole([1, 2, 3], "image/webp"))
    }
}

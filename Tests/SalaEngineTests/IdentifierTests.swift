import Foundation
import SalaEngine
import Testing

@Suite("Ids as text")
struct IdentifierTests {
    @Test("an id is written as Foundation writes it, in lower case, and read back in either case")
    func roundTrip() throws {
        for uuid in (0..<100).map({ _ in UUID() }) {
            #expect(uuid.text == uuid.uuidString.lowercased())
            #expect(UUID(text: uuid.text) == uuid && UUID(text: uuid.uuidString) == uuid)
            #expect(SubmissionID(uuid.text)?.description == uuid.text)
        }
        let mixed = "0190A5C4-7E1b-7c2D-9F00-aAbBcCdDeEfF"
        #expect(UUID(text: mixed)?.text == mixed.lowercased())
    }

    @Test(
        "what is no id is refused",
        arguments: [
            "", "-", "0190a5c4", "0190a5c47e1b7c2d9f00aabbccddeeff", "0190a5c4-7e1b-7c2d-9f00-aabbccddeef",
            "0190a5c4-7e1b-7c2d-9f00-aabbccddeefff", "0190a5c4-7e1b-7c2d-9f00-aabbccddeefg",
            "0190a5c47-e1b-7c2d-9f00-aabbccddeeff", "{190a5c4-7e1b-7c2d-9f00-aabbccddeef}",
            " 190a5c4-7e1b-7c2d-9f00-aabbccddeeff", "+190a5c4-7e1b-7c2d-9f00-aabbccddeeff",
            "๐๑๙๐a5c4-7e1b-7c2d-9f00-aabbccddeeff", "------------------------------------",
        ])
    func refused(text: String) {
        #expect(UUID(text: text) == nil && SubmissionID(text) == nil)
    }

    @Test("ids come in the order of their text")
    func order() {
        let ids = (0..<100).map { _ in SubmissionID(UUID()) }
        #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
    }
}

import Foundation
import SalaStore
import SalaThai
import Testing

@Suite("Version 7 ids")
struct UUIDv7Tests {
    @Test("The example time of RFC 9562 stands in the first 48 bits, with version and variant behind it")
    func layout() {
        let id = UUID.version7(at: Instant(microseconds: 1_645_557_742_000_000)).uuidString.lowercased()
        #expect(id.hasPrefix("017f22e2-79b0-7000-"))
        #expect("89ab".contains(Array(id)[19]))
    }

    @Test("Later microseconds sort later, and ids of one microsecond differ")
    func order() {
        let ids = (0..<3000).map { step in
            UUID.version7(at: Instant(microseconds: 1_700_000_000_000_000 + step)).uuidString
        }
        #expect(ids == ids.sorted())
        #expect(Set((0..<1000).map { _ in UUID.version7(at: Instant(seconds: 1)) }).count == 1000)
    }
}

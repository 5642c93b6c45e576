import Crypto
import Foundation
import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore

@Suite("The chain of events")
struct EventChainTests {
    private struct Line {
        var subject: String
        var sequence: Int
        var text: String
        var commitment: String
        var hash: String
        var salted: String
    }

    private func sha256(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    private func lines(_ home: FairHome) async throws -> [Line] {
        try await home.store.database.read { connection in
            try connection.rows("select * from event order by subject_id, sequence").map { row in
                let (subject, sequence): (String, Int) = (try row.get("subject_id"), try row.get("sequence"))
                let (at, actor): (Int, String?) = (try row.get("at"), try row.get("actor_id"))
                let (kind, commitment): (String, String) = (try row.get("kind"), try row.get("commitment"))
                return Line(
                    subject: subject, sequence: sequence,
                    text: "\(subject)\n\(sequence)\n\(at)\n\(actor ?? "clock")\n\(kind)\n\(commitment)",
                    commitment: commitment, hash: try row.get("hash"),
                    salted: "\(try row.get("salt") as String)\n\(try row.get("body") as String)")
            }
        }
    }

    @Test(
        "covers each event, the one before it and what it says, for submissions, calls and memberships alike")
    func verifies() async throws {
        try await FairHome.with { home in
            let id = try await home.scored(0, (3, 3))
            _ = try await home.file(1)
            try await home.act("win", on: id, by: home.officer)
            try await home.store.release(FairHome.handle, by: home.officer, at: FairHome.time(22))
            try await home.store.claimMembership(home.stranger, home.towns[0], at: FairHome.time(22))
            let claim = try await home.store.decide(
                .refuse(reason: "ไม่รู้จัก"), about: home.stranger, in: home.towns[0],
                by: .person(home.filers[0]), at: FairHome.time(23))
            let lines = try await lines(home)
            // Two submissions, a call, an officer, a filer for each of six towns, and a claim of a stranger.
            #expect(Set(lines.map(\.subject)).count == 11)
            #expect(lines.filter { $0.subject == id.description }.count == 10)
            #expect(lines.filter { $0.subject == claim.id.description }.count == 2)
            var previous: [String: Line] = [:]
            for line in lines {
                let before = previous[line.subject]
                #expect(line.sequence == (before?.sequence ?? 0) + 1)
                #expect(line.commitment == sha256(line.salted))
                let head = before?.hash ?? String(repeating: "0", count: 64)
                #expect(line.hash == sha256("sala-event-1\n\(head)\n\(line.text)"))
                previous[line.subject] = line
            }
            let heads = try await home.store.database.read { connection in
                try connection.rows(
                    """
                    select id, head from submission union all select id, head from call
                    union all select id, head from membership_snapshot
                    """
                ).map { (try $0.get("id") as String, try $0.get("head") as String) }
            }
            #expect(heads.count == 11)
            for (subject, head) in heads { #expect(previous[subject]?.hash == head) }
        }
    }

    @Test("names the filing on its receipt by the first 80 bits of its hash, in Crockford's base 32")
    func receipt() {
        #expect(ReceiptCode.code(ofHash: String(repeating: "0", count: 64)) == "0000000000000000")
        #expect(ReceiptCode.code(ofHash: String(repeating: "f", count: 64)) == "ZZZZZZZZZZZZZZZZ")
        // 00001 00010 00011 … 10000 in groups of five bits.
        let hash = "08864298e84a96c6b9f0" + String(repeating: "f", count: 44)
        #expect(ReceiptCode.code(ofHash: hash) == "123456789ABCDEFG")
    }

    @Test(
        "reads a receipt's code as phones and word processors write it",
        arguments: [
            "10AB–2CD3–4EF5–6GH7", "10AB—2CD3―4EF5‒6GH7", "10ab‑2cd3‐4ef5−6gh7", "10AB－2CD3﹣4EF5﹘6GH7",
            "10AB\u{00A0}2CD3\u{2009}4EF5\u{3000}6GH7", "\u{FEFF}10AB\u{200B}2CD3\u{00AD}4EF5\t6GH7\n",
            "１０ＡＢ２ＣＤ３４ＥＦ５６ＧＨ７", "๑๐AB-๒CD๓-๔EF๕-๖GH๗", "loab-2cd3-4ef5-6gh7", "IOAB 2CD3 4EF5 6GH7",
        ])
    func typed(code: String) {
        #expect(ReceiptCode.isWhole(code) && ReceiptCode.canonical(code) == "10AB2CD34EF56GH7")
    }

    @Test(
        "takes no other sign for a part of a receipt's code",
        arguments: ["10AB_2CD3_4EF5_6GH7", "10AB2CD34EF56GHU"])
    func mistyped(code: String) {
        #expect(!ReceiptCode.isWhole(code))
    }
}

import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("A draft that is thrown away, in the store")
struct CallDiscardTests {
    @Test("is in nobody's list and cannot be opened, and what happened to it is kept")
    func gone() async throws {
        try await FairHome.with { home in
            let id = try await home.openCall("draft")
            try await home.grant("judge", to: home.judges[0], in: "draft")
            let colleague = try await home.colleague()
            try await home.store.decide(.discard, on: "draft", by: home.officer, at: FairHome.time(2))
            for person in [home.officer, colleague, home.judges[0]] {
                let handles = try await home.store.calls(of: person).map(\.call.handle)
                #expect(!handles.contains("draft"))
            }
            for person in [home.officer, colleague] {
                await #expect(throws: Refusal.callDiscarded) {
                    try await home.store.call("draft", for: person)
                }
            }
            for person in [nil, home.judges[0], home.stranger] {
                await #expect(throws: Refusal.notFound) { try await home.store.call("draft", for: person) }
            }
            for command in [CallCommand.discard, .publish] {
                await #expect(throws: Refusal.callDiscarded) {
                    try await home.store.decide(command, on: "draft", by: colleague, at: FairHome.time(3))
                }
            }
            let (events, row) = try await home.store.database.read { connection in
                (
                    try connection.events(of: id.uuid, call: id, as: CallEvent.self),
                    try connection.row("select state, snapshot from call where id = \(id)")
                )
            }
            #expect(events.map(\.body.kind) == ["opened", "granted", "discarded"])
            #expect(events.last?.actor == home.officer)
            #expect(try row?.get("state") == "discarded")
            #expect(try row?.json("snapshot") == Call.replaying(id, events))
        }
    }

    @Test("keeps its handle, which no other call gets")
    func handle() async throws {
        try await FairHome.with { home in
            try await home.openCall("draft")
            try await home.store.decide(.discard, on: "draft", by: home.officer, at: FairHome.time(2))
            await #expect(throws: Refusal.mistakenCall([CallMistake(.handle, .taken)])) {
                try await home.openCall("draft")
            }
        }
    }

    @Test("is nothing that happens to a published call, and nothing that others may do")
    func published() async throws {
        try await FairHome.with { home in
            await #expect(throws: Refusal.callPublished) {
                try await home.store.decide(
                    .discard, on: FairHome.handle, by: home.officer, at: FairHome.time(2))
            }
            try await home.openCall("draft")
            try await home.grant("judge", to: home.judges[0], in: "draft")
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.decide(.discard, on: "draft", by: home.judges[0], at: FairHome.time(2))
            }
            #expect(try await home.store.call("draft", for: home.officer).call.state == .draft)
        }
    }
}

import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("Calls in the store")
struct CallStoreTests {
    @Test("are seen as drafts by those who have a role in them, and by nobody else")
    func drafts() async throws {
        try await FairHome.with { home in
            try await home.openCall("draft")
            try await home.store.grantMembership(
                home.stranger, home.office, role: .member, at: FairHome.time(1))
            try await home.grant("judge", to: home.judges[0], in: "draft")
            for person in [home.officer, home.judges[0]] {
                #expect(try await home.store.call("draft", for: person).call.state == .draft)
                #expect(try await home.store.calls(of: person).map(\.call.handle).contains("draft"))
            }
            for person in [nil, home.stranger, home.filers[0], home.checker] {
                await #expect(throws: Refusal.notFound) { try await home.store.call("draft", for: person) }
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.decide(.publish, on: "draft", by: home.stranger, at: FairHome.time(2))
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.start(
                    under: "draft", for: home.towns[0], by: home.filers[0], at: FairHome.time(14))
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.register("draft", SubmissionFilter())
            }
            #expect(
                try await home.store.publishedCalls(limit: 9, at: FairHome.time(2)).map(\.call.handle)
                    == [FairHome.handle])
            #expect(try await home.store.calls(of: home.stranger).isEmpty)
            try await home.store.decide(.publish, on: "draft", by: home.officer, at: FairHome.time(2))
            #expect(try await home.store.call("draft", for: nil).call.state == .published)
        }
    }

    @Test("are opened once where the same is asked for twice, and by nobody else or with other words")
    func openingTwice() async throws {
        try await FairHome.with { home in
            let id = try await home.openCall("other")
            #expect(try await home.openCall("other") == id)
            #expect(try await home.store.callHistory("other", for: home.officer).events.count == 1)
            let taken = Refusal.mistakenCall([CallMistake(.handle, .taken)])
            let colleague = try await home.colleague()
            await #expect(throws: taken) { try await home.openCall("other", by: colleague) }
            let longer = Period(opens: FairHome.period.opens, closes: FairHome.time(40))
            await #expect(throws: taken) { try await home.openCall("other", period: longer) }
            try await home.grant("judge", to: home.judges[0], in: "other")
            await #expect(throws: taken) { try await home.openCall("other") }
        }
    }

    @Test("are opened by the office's own managers under a handle that is free")
    func opening() async throws {
        try await FairHome.with { home in
            await #expect(throws: Refusal.mistakenCall([CallMistake(.handle, .taken)])) {
                try await home.openCall(FairHome.handle)
            }
            await #expect(throws: Refusal.notAllowed) { try await home.openCall("other", by: home.stranger) }
            await #expect(throws: Refusal.notAllowed) {
                try await home.openCall(FairHome.handle, by: home.stranger)
            }
            await #expect(throws: Refusal.notFound) {
                try await home.store.openCall(
                    "other", of: "nothing", by: home.officer, for: home.office, title: FairHome.title,
                    period: FairHome.period, settings: CallSettings(), at: FairHome.time(1))
            }
            try await home.openCall("other")
            let view = try await home.store.call("other", for: home.officer)
            #expect(view.isManager)
            #expect(view.office?.nameThai == "สำนักงานตัวอย่าง")
            #expect(view.call.sequence == 1)
        }
    }

    @Test("are configured, published, extended and staffed, and their history says so")
    func history() async throws {
        try await FairHome.with { home in
            try await home.openCall("other")
            let period = Period(opens: FairHome.time(13), closes: FairHome.time(20))
            let settings = CallSettings(numbers: ["places": 4])
            let title: [Language: String] = [.thai: "ก", .english: "A"]
            func decide(_ command: CallCommand) async throws {
                try await home.store.decide(command, on: "other", by: home.officer, at: FairHome.time(10))
            }
            try await decide(.configure(title: title, period: period, settings: settings))
            try await decide(.publish)
            await #expect(throws: Refusal.callPublished) {
                try await decide(.configure(title: title, period: period, settings: settings))
            }
            await #expect(throws: Refusal.alreadyDone) { try await decide(.publish) }
            try await decide(.extend(to: FairHome.time(30), reason: "น้ำท่วม"))
            await #expect(throws: Refusal.mistakenCall([CallMistake(.end, .notLater)])) {
                try await decide(.extend(to: FairHome.time(29), reason: "ก"))
            }
            try await decide(.grant(role: "checker", person: home.stranger))
            await #expect(throws: Refusal.mistakenCall([CallMistake(.role, .unknown)])) {
                try await decide(.grant(role: "officer", person: home.stranger))
            }
            #expect(try await home.store.call("other", for: home.stranger).actor.roles == ["checker"])
            try await decide(.revoke(role: "checker", person: home.stranger))
            #expect(try await home.store.call("other", for: home.stranger).actor.roles == [])
            await #expect(throws: Refusal.roleNotHeld) {
                try await decide(.revoke(role: "checker", person: home.stranger))
            }
            await #expect(throws: Refusal.alreadyDone) {
                try await home.grant("judge", to: home.judges[0])
            }
            for person in [home.stranger, home.checker, home.judges[0]] {
                await #expect(throws: Refusal.notAllowed) {
                    try await home.store.decide(
                        .extend(to: FairHome.time(31), reason: "ก"), on: FairHome.handle, by: person,
                        at: FairHome.time(20))
                }
            }
            let call = try await home.store.call("other", for: nil).call
            let events = try await home.store.database.read { connection in
                try connection.events(of: call.id.uuid, call: call.id, as: CallEvent.self)
            }
            #expect(
                events.map(\.body.kind)
                    == ["opened", "configured", "published", "extended", "granted", "revoked"])
            #expect(Call.replaying(call.id, events) == call)
            #expect(call.period.closes == FairHome.time(30))
            #expect(call.title == title)
            #expect(call.settings == settings)
        }
    }

    @Test(
        "name the people with a role who belong to an organisation that has filed, or have filed themselves")
    func doubleParts() async throws {
        try await FairHome.with { home in
            try await home.store.grantMembership(
                home.judges[0], home.towns[0], role: .member, at: FairHome.time(1))
            try await home.store.grantMembership(
                home.checker, home.towns[1], role: .member, at: FairHome.time(1))
            func people() async throws -> CallPeople {
                try await home.store.people(in: FairHome.handle, for: home.officer)
            }
            _ = try await home.start(1)
            #expect(try await people().filers == [:])
            _ = try await home.file(0)
            let filers = try await people().filers
            #expect(filers.mapValues { $0.map(\.id) } == [home.judges[0]: [home.towns[0]]])
            #expect(try await people().applicants == [])
        }
    }

    @Test("stand in the order in which they close; those that never close after them, closed ones last")
    func order() async throws {
        try await FairHome.with { home in
            try await home.store.publish(programme: Fair.name, files: "roundless", at: FairHome.time(1))
            let opens = FairHome.time(1, 10)
            let ends: [(String, Instant?)] = [
                ("endless", nil), ("late", FairHome.time(30)), ("over", FairHome.time(3)),
                ("long-over", FairHome.time(2)), ("soon", FairHome.time(16)),
            ]
            for (handle, end) in ends {
                try await home.openCall(handle, period: Period(opens: opens, closes: end))
                try await home.store.decide(.publish, on: handle, by: home.officer, at: FairHome.time(1))
            }
            let calls = try await home.store.publishedCalls(limit: 9, at: FairHome.time(15))
            #expect(
                calls.map(\.call.handle) == ["soon", "late", FairHome.handle, "endless", "over", "long-over"])
            #expect(try await home.store.publishedCalls(limit: 2, at: FairHome.time(15)).count == 2)
        }
    }

    @Test("reopen for who was too late when they are extended")
    func extended() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ก"))
            let late = FairHome.time(32)
            try await home.store.decide(
                .extend(to: FairHome.time(33), reason: "ระบบขัดข้อง"), on: FairHome.handle, by: home.officer,
                at: late)
            try await home.act("submit", on: id, by: home.filers[0], at: late)
            #expect(try await home.submission(id).stage == "checking")
        }
    }
}

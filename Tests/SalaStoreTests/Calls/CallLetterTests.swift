import SalaDatabase
import SalaEngine
import SalaThai
import Testing

@testable import SalaStore

@Suite("The letters about a call")
struct CallLetterTests {
    private let reason = "น้ำท่วมหลายจังหวัด"

    @Test("who is given a role is told so in the own language, and nobody else")
    func granted() async throws {
        try await FairHome.with { home in
            try await home.store.database.write { connection in
                try connection.execute("update person set language = 'en' where id = \(home.stranger)")
            }
            try await home.grant("auditor", to: home.stranger)
            #expect(
                try await home.callLetters(to: "stranger") == [
                    """
                    role-granted en: call=Fair of 2021
                    link=
                    organisation=Example Office
                    person=Demo stranger
                    role=role.auditor
                    """
                ])
            #expect(try await home.callLetters(to: "officer").isEmpty)
            try await home.store.decide(
                .revoke(role: "auditor", person: home.stranger), on: FairHome.handle, by: home.officer,
                at: FairHome.time(2))
            #expect(try await home.callLetters(to: "stranger").count == 1)
        }
    }

    @Test("who has a draft learns of an extension, once; who has filed and who has begun nothing does not")
    func extended() async throws {
        try await FairHome.with { home in
            _ = try await home.start(0)
            _ = try await home.start(0)
            _ = try await home.start(1)
            _ = try await home.file(2)
            let returned = try await home.file(3)
            try await home.act("return", FairHome.returnInput, on: returned, by: home.checker)
            let outlook = try await home.store.extensionOutlook(FairHome.handle, for: home.officer)
            #expect(outlook == ExtensionOutlook(drafts: 3, people: 2))
            await #expect(throws: Refusal.notAllowed) {
                try await home.store.extensionOutlook(FairHome.handle, for: home.checker)
            }
            try await home.store.decide(
                .extend(to: FairHome.time(31, 23, 59, 59).adding(seconds: 86_400), reason: reason),
                on: FairHome.handle, by: home.officer, at: FairHome.time(20))
            for filer in 0...1 {
                #expect(
                    try await home.callLetters(to: "filer-\(filer)") == [
                        """
                        call-extended th: call=งานแสดงปี 2564
                        closes=1 สิงหาคม 2564 23:59 น.
                        link=
                        organisation=สำนักงานตัวอย่าง
                        person=Demo filer-\(filer)
                        reason=\(reason)
                        """
                    ])
            }
            for filer in 2...4 { #expect(try await home.callLetters(to: "filer-\(filer)").isEmpty) }
        }
    }

    @Test("who has a draft under a call that gets its first end is told of that, and of no extension")
    func endSet() async throws {
        try await FairHome.with { home in
            try await home.store.publish(programme: Fair.name, files: "roundless", at: FairHome.time(2))
            try await home.openCall(
                "endless", period: Period(opens: FairHome.time(12, 0), closes: nil))
            try await home.store.decide(.publish, on: "endless", by: home.officer, at: FairHome.time(2))
            _ = try await home.store.start(
                under: "endless", for: home.towns[0], by: home.filers[0], at: FairHome.time(14))
            for (day, name) in [(20, "call-end-set th: "), (21, "call-extended th: ")] {
                try await home.store.decide(
                    .extend(to: FairHome.time(day + 5), reason: reason), on: "endless", by: home.officer,
                    at: FairHome.time(day))
                let letters = try await home.callLetters(to: "filer-0")
                #expect(letters.last?.hasPrefix(name) == true && letters.count == day - 19)
            }
            let events = try await home.store.extensions(of: home.store.call("endless", for: nil).call.id)
            #expect(events.count == 2)
        }
    }

    @Test("every member of an organisation with a draft learns of an extension, who left it does not")
    func members() async throws {
        try await FairHome.with { home in
            _ = try await home.start(0)
            _ = try await home.start(1)
            try await home.store.grantMembership(
                home.stranger, home.towns[0], role: .member, at: FairHome.time(2))
            // Who began the second draft has left, and nobody else is there.
            try await home.store.database.write { connection in
                try connection.execute(
                    "update membership set state = 'ended' where organisation_id = \(home.towns[1])")
            }
            try await home.store.grantMembership(
                home.filers[1], home.towns[2], role: .member, at: FairHome.time(2))
            try await home.store.database.write { connection in
                try connection.execute(
                    "update membership set state = 'ended' where person_id = \(home.filers[0])")
            }
            let outlook = try await home.store.extensionOutlook(FairHome.handle, for: home.officer)
            #expect(outlook == ExtensionOutlook(drafts: 2, people: 2))
            try await home.store.decide(
                .extend(to: FairHome.time(31, 23, 59, 59).adding(seconds: 86_400), reason: reason),
                on: FairHome.handle, by: home.officer, at: FairHome.time(20))
            for (name, count) in [("stranger", 1), ("filer-1", 1), ("filer-0", 0), ("filer-2", 0)] {
                #expect(try await home.callLetters(to: name).count == count, "\(name)")
            }
        }
    }

    @Test("a letter that cannot be written undoes the grant")
    func together() async throws {
        try await FairHome.with { home in
            let before = try await home.count("select count(*) as count from call_role")
            await #expect(throws: (any Error).self) {
                try await home.grant("auditor", to: PersonID(.version7(at: FairHome.time(1))))
            }
            #expect(try await home.count("select count(*) as count from call_role") == before)
        }
    }
}

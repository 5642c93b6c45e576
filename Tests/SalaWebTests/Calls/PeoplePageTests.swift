import SalaDatabase
import SalaEngine
import Testing

@testable import SalaStore
@testable import SalaWeb

@Suite("The people of a call, on their page")
struct PeoplePageTests {
    @Test("a role is granted to who has an account, once, and taken back")
    func people() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/people"
            let (_, judge) = try await office.somebody("judge@panel.example")
            for (typed, words) in [
                ("nobody@panel.example", "Nobody has an account"), ("judge", "This is no e-mail address"),
                (" ", "Type the e-mail address"),
            ] {
                let refused = try await office.officer.post(
                    path, from: path, ["email": typed, "role": "judge"])
                #expect(refused.status == 422 && refused.html.contains(words))
                #expect(refused.html.contains("value=\"\(typed)\""))
            }
            let granted = try await office.officer.post(
                path, from: path, ["email": " JUDGE@panel.example", "role": "judge"])
            #expect(granted.status == 303)
            let again = try await office.officer.post(
                path, from: path, ["email": "judge@panel.example", "role": "judge"])
            #expect(again.status == 422 && again.html.contains("already has this role"))
            #expect(try await office.site.store.call("open-call", for: judge).actor.roles == ["judge"])
            let revoked = try await office.officer.post(
                "\(path)/revocations", from: path, ["person": judge.description, "role": "judge"])
            #expect(revoked.status == 303)
            let twice = try await office.officer.post(
                "\(path)/revocations", from: path, ["person": judge.description, "role": "judge"])
            #expect(twice.status == 409 && twice.html.contains("<li><a href=\"\(path)\">"))
            #expect(try await office.site.store.call("open-call", for: judge).actor.roles == [])
            let history = try await office.officer.get("/calls/open-call/settings").html
            #expect(history.contains("taken from judge@panel.example"))
        }
    }

    @Test("roles of the office, and roles that nobody grants for a call, are refused")
    func otherRoles() async throws {
        try await CallSite.with { office in
            try await office.openCall()
            let path = "/calls/open-call/people"
            _ = try await office.somebody("judge@panel.example")
            for role in ["officer", "applicant", "nonsense"] {
                let answer = try await office.officer.post(
                    path, from: path, ["email": "judge@panel.example", "role": role])
                #expect(answer.status == 422, "\(role)")
            }
            #expect(
                try await office.site.store.people(in: "open-call", for: office.officerID).people.count == 1)
        }
    }
}

import SalaEngine
import SalaThai
import Testing

@Suite("A call that is thrown away, or whose contact changes")
struct CallChangeTests {
    private let later = Contest.time(5, month: 8)

    private func decide(
        _ command: CallCommand, on call: Call, as actor: Actor = Contest.clerk
    ) throws -> [CallEvent] {
        try call.decide(command, of: Contest.programme(), by: actor, at: Contest.time(15))
    }

    private func call(_ state: Call.State, contact: String? = nil) -> Call {
        var call = Contest.call
        call.state = state
        call.settings.contact = contact
        return call
    }

    @Test("is thrown away as a draft by who may manage it, and not once it is published")
    func discards() throws {
        #expect(try decide(.discard, on: call(.draft)) == [.discarded])
        #expect(throws: Refusal.callPublished) { try decide(.discard, on: call(.published)) }
        for actor in [Contest.checker, Contest.chair, Contest.filer, .nobody, .clock] {
            #expect(throws: Refusal.notAllowed) { try decide(.discard, on: call(.draft), as: actor) }
        }
    }

    @Test("is nothing that anything can be asked of once it is thrown away")
    func discarded() throws {
        var gone = call(.draft)
        gone.evolve(Recorded(sequence: 2, at: Contest.time(15), actor: nil, body: .discarded))
        #expect(gone.state == .discarded && gone.sequence == 2)
        let commands: [CallCommand] = [
            .discard, .publish, .extend(to: later, reason: "ก"), .changeContact("โทร. 1111"),
            .configure(title: gone.title, period: gone.period, settings: gone.settings),
            .grant(role: "judge", person: PersonID(Contest.id(50))), .release(count: 1),
        ]
        for command in commands {
            #expect(throws: Refusal.callDiscarded) { try decide(command, on: gone) }
        }
    }

    @Test("says elsewhere where the office answers once it is published, released results or not")
    func contact() throws {
        var open = call(.published, contact: "โทร. 1111")
        let command = CallCommand.changeContact("โทร. 2222")
        #expect(try decide(command, on: open) == [.contactChanged(to: "โทร. 2222")])
        #expect(try decide(.changeContact(nil), on: open) == [.contactChanged(to: nil)])
        #expect(try decide(.changeContact("โทร. 1111"), on: open) == [])
        #expect(throws: Refusal.callNotPublished) { try decide(command, on: call(.draft)) }
        #expect(throws: Refusal.notAllowed) { try decide(command, on: open, as: Contest.chair) }
        open.evolve(Recorded(sequence: 3, at: Contest.time(20), actor: nil, body: .released(count: 1)))
        #expect(try decide(command, on: open) == [.contactChanged(to: "โทร. 2222")])
        open.evolve(
            Recorded(sequence: 4, at: Contest.time(21), actor: nil, body: .contactChanged(to: "โทร. 2222")))
        #expect(open.settings.contact == "โทร. 2222")
    }

    @Test("has a contact that says something, in so many words")
    func contacts() throws {
        let longest = String(repeating: "ก", count: 200)
        #expect(try decide(.changeContact(longest), on: call(.published)) == [.contactChanged(to: longest)])
        for (contact, kind) in [(longest + "ก", CallMistake.Kind.tooLong(200)), (" \u{200B}", .missing)] {
            #expect(throws: Refusal.mistakenCall([CallMistake(.contact, kind)])) {
                try decide(.changeContact(contact), on: call(.published))
            }
        }
    }
}

import Foundation
import SalaEngine
import SalaThai
import Testing

@Suite("Replaying events")
struct ReplayTests {
    @Test("gives what step by step came of them, at every point of the way")
    func replay() throws {
        var walk = try Walk.filed()
        try walk.act("return", as: Contest.checker, Walk.returnInput, at: Contest.time(16))
        try walk.take(.detach(Walk.plan(1).id), as: Contest.filer)
        try walk.take(.attach(Walk.plan(2)), as: Contest.filer)
        try walk.act("resubmit", as: Contest.filer, at: Contest.time(17))
        try walk.act("pass", as: Contest.checker)
        for judge in Contest.judges.prefix(3) {
            try walk.take(.assign(round: "first", judge: judge), as: Contest.clerk)
        }
        try walk.take(.abstain(round: "first", reason: "ป่วย"), as: Contest.judges[2])
        for judge in Contest.judges.prefix(2) {
            try walk.take(.review(round: "first", Walk.scoring()), as: judge)
        }
        try walk.act("lose", as: Contest.chair)
        try walk.take(.takeBack, as: Contest.clerk)
        try walk.act("win", as: Contest.chair)
        try walk.take(.release, as: Contest.clerk, at: Contest.time(30))
        #expect(walk.submission.stage == "won")
        #expect(walk.submission.sequence == walk.events.count)
        #expect(walk.events.map(\.sequence) == Array(1...walk.events.count))
        #expect(Submission.replaying(Walk.id, walk.events) == walk.submission)
        var folded = try #require(Submission.beginning(Walk.id, with: walk.events[0]))
        for (index, event) in walk.events.enumerated().dropFirst() {
            folded.evolve(event)
            #expect(Submission.replaying(Walk.id, Array(walk.events[...index])) == folded)
        }
    }

    @Test("reads events as they are stored, and a snapshot as it was kept")
    func coding() throws {
        let walk = try Walk.reviewed()
        for event in walk.events {
            let data = try JSONEncoder().encode(event.body)
            #expect(try JSONDecoder().decode(SubmissionEvent.self, from: data) == event.body)
        }
        let refused = #"{"clockRefused":{"_0":{"action":"lapse","code":"incomplete","tries":8}}}"#
        #expect(
            try JSONDecoder().decode(SubmissionEvent.self, from: Data(refused.utf8))
                == .clockRefused(ClockRefusal(action: "lapse", code: "incomplete", tries: 8, again: nil)))
        let unassigned =
            #"{"unassigned":{"round":"first","judge":"\#(Contest.id(30))","reason":"ยกเลิกบทบาทแล้ว"}}"#
        #expect(
            try JSONDecoder().decode(SubmissionEvent.self, from: Data(unassigned.utf8))
                == .unassigned(
                    round: "first", judge: PersonID(Contest.id(30)), reason: "ยกเลิกบทบาทแล้ว"))
        let review =
            #"{"state":"withdrawn","scores":{},"commentToCommittee":"","commentToFiler":"","reason":"ป่วย"}"#
        #expect(
            try JSONDecoder().decode(Review.self, from: Data(review.utf8))
                == Review(state: .withdrawn, reason: "ป่วย"))
        let snapshot = try JSONEncoder().encode(walk.submission)
        #expect(try JSONDecoder().decode(Submission.self, from: snapshot) == walk.submission)
    }

    @Test("knows each kind of event by its stable word")
    func kinds() throws {
        let walk = try Walk.reviewed()
        #expect(
            walk.events.map(\.body.kind) == [
                "started", "answered", "attached", "acted", "acted", "assigned", "assigned", "reviewed",
                "reviewed",
            ])
    }
}

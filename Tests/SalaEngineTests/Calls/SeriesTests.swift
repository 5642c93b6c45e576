import Foundation
import SalaEngine
import Testing

@Suite("The calls that an office publishes of a programme in one year")
struct SeriesTests {
    @Test(
        "are counted as they are published, and the numbers of all but the first say which it is",
        arguments: [(0, "C-2564-0007"), (1, "C-2564-2-0007"), (11, "C-2564-12-0007")])
    func numbers(before: Int, number: String) throws {
        let programme = try Contest.programme()
        var call = Contest.call
        call.state = .draft
        let events = try call.decide(
            .publish, of: programme, by: Contest.clerk, at: Contest.time(11), publishedBefore: before)
        #expect(events == [.published(series: before + 1)])
        for body in events {
            call.evolve(
                Recorded(sequence: call.sequence + 1, at: Contest.time(11), actor: nil, body: body))
        }
        #expect(call.state == .published && call.series == before + 1)
        #expect(programme.filing.number(7, in: call) == number)
    }

    @Test("are not told apart by numbers without the year")
    func yearless() throws {
        var filing = try Contest.programme().filing
        #expect(filing.tellsCallsApart)
        filing.numbering = "C-{number}"
        var call = Contest.call
        call.series = 2
        #expect(filing.number(7, in: call) == "C-0007" && !filing.tellsCallsApart)
    }

    @Test("from before they were counted are read as they were kept, and their numbers stay")
    func kept() throws {
        let event = try JSONDecoder().decode(CallEvent.self, from: Data(#"{"published":{}}"#.utf8))
        #expect(event == .published(series: nil))
        var call = Contest.call
        call.evolve(Recorded(sequence: 3, at: Contest.time(11), actor: nil, body: event))
        #expect(call.state == .published && call.series == nil)
        #expect(try Contest.programme().filing.number(1, in: call) == "C-2564-0001")
        let snapshot = try JSONEncoder().encode(call)
        #expect(!String(decoding: snapshot, as: UTF8.self).contains("series"))
        #expect(try JSONDecoder().decode(Call.self, from: snapshot) == call)
        for body in [event, .published(series: 2)] {
            let data = try JSONEncoder().encode(body)
            #expect(try JSONDecoder().decode(CallEvent.self, from: data) == body)
        }
    }
}

import SalaEngine
import Testing

@testable import SalaStore

@Suite("Many writers at once")
struct ConcurrencyTests {
    @Test("on different submissions: every one is filed, each under a number of its own")
    func different() async throws {
        try await FairHome.with { home in
            let ids = try await withThrowingTaskGroup(of: SubmissionID.self) { group in
                for index in 0..<48 {
                    group.addTask { try await home.file(index % 6, "งานที่ \(index)") }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            var numbers: Set<String> = []
            for id in ids { numbers.insert(try #require(try await home.submission(id).number)) }
            #expect(numbers.count == 48)
            #expect(numbers.sorted().last == "F-2564-0048")
            #expect(try await home.letters().count == 48)
        }
    }

    @Test("on the same submission: nothing that was written is lost")
    func same() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<30 {
                    group.addTask {
                        try await home.answer(id, 0, ["title": .text("ฉบับที่ \(index)")])
                    }
                }
                try await group.waitForAll()
            }
            let events = try await home.events(id)
            #expect(events.map(\.sequence) == Array(1...31))
            let titles = events.compactMap { event -> String? in
                guard case .answered(_, let set, _) = event.body else { return nil }
                return set["title"]?.string
            }
            #expect(Set(titles).count == 30)
            #expect(try await home.submission(id).answers["title"]?.string == titles.last)
            #expect(Submission.replaying(id, events) == (try await home.submission(id)))
        }
    }

    @Test("filing the same submission: one files it, the others are told that it has moved on")
    func filing() async throws {
        try await FairHome.with { home in
            let id = try await home.start(0)
            try await home.answer(id, 0, FairHome.answers("ก"))
            let refusals = await withTaskGroup(of: Refusal?.self) { group in
                for _ in 0..<10 {
                    group.addTask {
                        do {
                            try await home.act("submit", on: id, by: home.filers[0])
                            return nil
                        } catch {
                            return error as? Refusal
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.filter { $0 == nil }.count == 1)
            #expect(refusals.filter { $0 == .wrongStage("checking") }.count == 9)
            #expect(try await home.letters().count == 1)
        }
    }

    @Test("one that fails does not take the others with it")
    func failing() async throws {
        try await FairHome.with("broken passed") { home in
            var ids: [SubmissionID] = []
            for town in 0..<6 { ids.append(try await home.file(town)) }
            let moved = await withTaskGroup(of: Bool.self) { group in
                for (index, id) in ids.enumerated() {
                    group.addTask {
                        let action = index.isMultiple(of: 2) ? "pass" : "return"
                        let input = index.isMultiple(of: 2) ? [:] : FairHome.returnInput
                        return (try? await home.act(action, input, on: id, by: home.checker)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(moved == 3)
            for (index, id) in ids.enumerated() {
                #expect(
                    try await home.submission(id).stage == (index.isMultiple(of: 2) ? "checking" : "mending"))
            }
        }
    }
}

import GRDB
import Synchronization

/// Collects the writes that arrive while another commits, and runs them as batches in the order of arrival.
final class WriteQueue: Sendable {
    /// A larger batch saves little more and makes its first member wait for too many others.
    private static let membersInBatch = 64

    private struct State {
        var waiting: [WriteMember] = []
        var isScheduled = false
        var isClosed = false
    }

    private let engine: any DatabaseWriter
    private let state = Mutex(State())

    init(_ engine: any DatabaseWriter) {
        self.engine = engine
    }

    func append(_ member: WriteMember) {
        let (isRefused, isFirst) = state.withLock { state in
            if state.isClosed { return (true, false) }
            state.waiting.append(member)
            defer { state.isScheduled = true }
            return (false, !state.isScheduled)
        }
        if isRefused { member.refuse(Self.closedFault) }
        if isFirst { schedule() }
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Lets the batch that is running end, and refuses every other write from now on.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        waiting.forEach { $0.refuse(Self.closedFault) }
    }

    static let closedFault = DatabaseFault.other(code: "closed", message: "the database is closed")

    private func schedule() {
        engine.asyncWriteWithoutTransaction { engine in
            self.runBatch(on: engine)
        }
    }

    private func runBatch(on engine: GRDB.Database) {
        let members = state.withLock { state in
            let members = Array(state.waiting.prefix(Self.membersInBatch))
            state.waiting.removeFirst(members.count)
            return members
        }
        if !members.isEmpty { WriteBatch(members: members).run(on: engine) }
        let hasMore = state.withLock { state in
            state.isScheduled = !state.waiting.isEmpty
            return state.isScheduled
        }
        if hasMore { schedule() }
    }
}

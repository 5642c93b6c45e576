import Dispatch
import Foundation

/// Speaks HTTP/1.1 over a socket by hand: it sends a body of any length until it is answered or cut off, and
/// counts how much of it was taken.
enum SocketClient {
    struct Answer: Sendable {
        var code: Int
        /// In lower case, each once.
        var headers: [String: String]
        var html: String
        /// Bytes of the body that the connection took before the answer was whole.
        var sent: Int
        /// The server hung up, within the seconds that a test waits.
        var isClosed: Bool
    }

    struct Failure: Error {
        let what: String
    }

    /// - Parameters:
    ///   - headers: lines of the head below its first line; `Host` is added.
    ///   - start: the body's first bytes; what is missing of `length` is filled with `x`.
    static func send(
        _ path: String, port: Int, headers: [String], start: String = "",
        length: Int
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        var talk = try Talk(port: port)
                        defer { talk.close() }
                        let lines = ["POST \(path) HTTP/1.1", "Host: localhost"] + headers
                        let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
                        return try talk.exchange(Array((head + start).utf8), head.utf8.count, length)
                    })
            }
        }
    }
}

/// One connection, used by one thread.
private struct Talk {
    private static let chunk = [UInt8](repeating: 120, count: 65_536)
    private let socket: Int32
    private var received: [UInt8] = []
    private var isClosed = false

    init(port: Int) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw SocketClient.Failure(what: "no connection: \(errno)") }
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
    }

    func close() { _ = Foundation.close(socket) }

    mutating func exchange(_ first: [UInt8], _ head: Int, _ length: Int) throws -> SocketClient.Answer {
        var waiting = first[...]
        var filler = length - (first.count - head)
        var written = 0
        let limit = Date(timeIntervalSinceNow: 60)
        while !isClosed, Date() < limit {
            let hasMore = !waiting.isEmpty || filler > 0
            if !hasMore, whole() != nil { break }
            var event = pollfd(fd: socket, events: Int16(POLLIN | (hasMore ? POLLOUT : 0)), revents: 0)
            guard poll(&event, 1, 1000) > 0 else { continue }
            if event.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 {
                read()
                // What is left of the body is not sent once the answer is there.
                if whole() != nil { break }
            }
            guard event.revents & Int16(POLLOUT) != 0, !isClosed else { continue }
            if waiting.isEmpty {
                waiting = Talk.chunk.prefix(filler)
                filler -= waiting.count
            }
            let count = waiting.withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                written += count
                waiting = waiting.dropFirst(count)
            } else if errno != EAGAIN {
                read()
                isClosed = true
            }
        }
        let isGone = try hangsUp()
        guard var answer = whole() else {
            throw SocketClient.Failure(what: "no answer after \(written) bytes")
        }
        answer.sent = max(0, written - head)
        answer.isClosed = isGone
        return answer
    }

    /// Whether the server closes the connection within ten seconds, though nothing more is sent.
    private mutating func hangsUp() throws -> Bool {
        let limit = Date(timeIntervalSinceNow: 10)
        while !isClosed, Date() < limit {
            var event = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            if poll(&event, 1, 100) > 0 { read() }
            if whole()?.headers["connection"] != "close" { return isClosed }
        }
        return isClosed
    }

    private mutating func read() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count > 0 {
                received += buffer[..<count]
            } else {
                if count == 0 || errno != EAGAIN { isClosed = true }
                return
            }
        }
    }

    /// The answer, once all of it has come.
    private func whole() -> SocketClient.Answer? {
        let text = String(decoding: received, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let html = String(text[end.upperBound...])
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard html.utf8.count >= length else { return nil }
        let code = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return SocketClient.Answer(code: code, headers: headers, html: html, sent: 0, isClosed: false)
    }
}

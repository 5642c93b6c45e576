import CCurl

/// What passes between libcurl and one message: the octets it takes, the replies it brings.
final class SMTPExchange {
    private let octets: [UInt8]
    private(set) var taken = 0
    /// The server has been asked about this recipient: its refusals from here on are of this message.
    private(set) var hasNamedRecipient = false
    private var replies: [String] = []

    init(_ message: MailMessage) {
        octets = Array(message.source.utf8)
    }

    /// The server's last line under that reply code; libcurl says goodbye after a refusal, so the last line
    /// of all may be the answer to that.
    func reply(under code: Int?) -> String? {
        code.flatMap { code in replies.last { $0.hasPrefix("\(code)") } }
    }

    static let read: curl_read_callback = { buffer, size, count, pointer in
        guard let buffer, let pointer else { return 0 }
        let exchange = Unmanaged<SMTPExchange>.fromOpaque(pointer).takeUnretainedValue()
        return exchange.give(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
    }

    static let write: curl_write_callback = { buffer, size, count, pointer in
        guard let buffer, let pointer else { return size * count }
        let exchange = Unmanaged<SMTPExchange>.fromOpaque(pointer).takeUnretainedValue()
        exchange.take(UnsafeRawBufferPointer(start: buffer, count: size * count))
        return size * count
    }

    static let watch: curl_debug_callback = { _, kind, text, count, pointer in
        guard kind == CURLINFO_HEADER_OUT, let text, let pointer else { return 0 }
        let exchange = Unmanaged<SMTPExchange>.fromOpaque(pointer).takeUnretainedValue()
        let command = UnsafeRawBufferPointer(start: text, count: count)
        if command.starts(with: "RCPT ".utf8) { exchange.hasNamedRecipient = true }
        return 0
    }

    private func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let part = octets[taken...].prefix(room.count)
        room.copyBytes(from: part)
        taken += part.count
        return part.count
    }

    private func take(_ line: UnsafeRawBufferPointer) {
        let printable = line.prefix(512).filter { (0x20...0x7E).contains($0) }
        replies.append(String(decoding: printable, as: UTF8.self))
    }
}

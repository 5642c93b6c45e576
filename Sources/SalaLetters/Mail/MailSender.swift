import CCurl
import SalaEngine

/// Hands messages to a mail server over SMTP, one at a time, on a thread of its own; the connection stays
/// open between messages.
public actor MailSender {
    private let executor = ThreadExecutor(label: "sala.mail")
    private let server: MailServer
    private var handle: CurlHandle?

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    public init(_ server: MailServer) {
        self.server = server
    }

    // Closing the connection says goodbye to the server and waits for its answer: not on the caller's
    // thread.
    isolated deinit {
        handle = nil
    }

    /// Returns when the server has answered for the message or refused it, or the time is up.
    public func send(_ message: MailMessage) -> Delivery {
        let handle = self.handle ?? Self.handle(for: server)
        self.handle = handle
        handle.set(CURLOPT_MAIL_FROM, "<\(message.from.address.wire)>")
        let exchange = SMTPExchange(message)
        let result = handle.perform(exchange, to: ["<\(message.to.address.wire)>"])
        guard result == CURLE_OK else { return .failed(Self.fault(result, handle, exchange)) }
        return .accepted(reply: exchange.reply(under: handle.replyCode) ?? "")
    }

    /// Closes the connection; the next message opens a new one.
    public func close() {
        handle = nil
    }

    private static func handle(for server: MailServer) -> CurlHandle {
        let handle = CurlHandle()
        let isRequired = server.encryption == .required
        handle.set(CURLOPT_URL, server.url)
        handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        handle.set(CURLOPT_PROXY, "")
        handle.set(CURLOPT_UPLOAD, 1)
        handle.set(CURLOPT_NOSIGNAL, 1)
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, server.connectTimeout)
        handle.set(CURLOPT_TIMEOUT_MS, server.messageTimeout)
        handle.set(CURLOPT_USE_SSL, Int((isRequired ? CURLUSESSL_ALL : CURLUSESSL_TRY).rawValue))
        handle.set(CURLOPT_SSL_VERIFYPEER, isRequired ? 1 : 0)
        handle.set(CURLOPT_SSL_VERIFYHOST, isRequired ? 2 : 0)
        handle.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities = server.authorities { handle.set(CURLOPT_CAINFO, authorities) }
        if let login = server.login {
            handle.set(CURLOPT_USERNAME, login.user)
            handle.set(CURLOPT_PASSWORD, login.password)
        }
        return handle
    }

    private static func fault(
        _ result: CURLcode, _ handle: CurlHandle, _ exchange: SMTPExchange
    ) -> DeliveryFault {
        let code = handle.replyCode
        let refusal = code.flatMap { $0 >= 400 ? exchange.reply(under: $0) : nil }
        return DeliveryFault(
            cause: cause(result, code, isOfMessage: exchange.hasNamedRecipient), code: code,
            reason: refusal ?? handle.reason(for: result))
    }

    private static func cause(_ result: CURLcode, _ code: Int?, isOfMessage: Bool) -> DeliveryFault.Cause {
        switch result {
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_LOGIN_DENIED: return .loginRefused
        case CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR:
            return .insecure
        default: break
        }
        guard let code, code >= 400 else { return .unreachable }
        // RFC 4954 section 6, with 530 for a server that wants a login first.
        if [530, 534, 535, 538].contains(code) { return .loginRefused }
        // A refusal before RCPT speaks of the office or the server, and so does 421 anywhere (RFC 5321
        // section 3.8).
        return isOfMessage && code != 421 ? .messageRefused : .serverRefused
    }
}

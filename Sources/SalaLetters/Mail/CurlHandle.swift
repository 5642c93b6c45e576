import CCurl

/// One libcurl handle, which keeps its connection open between messages. Every call may block.
final class CurlHandle {
    private let pointer: UnsafeMutableRawPointer
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init() {
        guard let pointer = curl_easy_init() else { preconditionFailure("libcurl cannot start") }
        self.pointer = pointer
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        set(CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(pointer)
        errorText.deallocate()
    }

    // An option that is not taken would be a letter sent otherwise than configured, so it stops the
    // program.
    func set(_ option: CURLoption, _ value: String) {
        precondition(sala_curl_set_string(pointer, option, value) == CURLE_OK, "libcurl lacks an option")
    }

    func set(_ option: CURLoption, _ value: Int) {
        precondition(sala_curl_set_long(pointer, option, value) == CURLE_OK, "libcurl lacks an option")
    }

    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        precondition(sala_curl_set_pointer(pointer, option, value) == CURLE_OK, "libcurl lacks an option")
    }

    func set(_ option: CURLoption, _ duration: Duration) {
        set(option, max(1, Int(duration / .milliseconds(1))))
    }

    /// Carries out one transfer to those recipients.
    func perform(_ exchange: SMTPExchange, to recipients: [String]) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        for recipient in recipients { list = curl_slist_append(list, recipient) }
        defer {
            set(CURLOPT_MAIL_RCPT, nil)
            curl_slist_free_all(list)
        }
        set(CURLOPT_MAIL_RCPT, list)
        sala_curl_set_read(pointer, SMTPExchange.read)
        sala_curl_set_write(pointer, CURLOPT_HEADERFUNCTION, SMTPExchange.write)
        sala_curl_set_write(pointer, CURLOPT_WRITEFUNCTION, SMTPExchange.write)
        // With a function of its own libcurl prints nothing, but tells what it says to the server.
        sala_curl_set_debug(pointer, SMTPExchange.watch)
        set(CURLOPT_VERBOSE, 1)
        let opaque = Unmanaged.passUnretained(exchange).toOpaque()
        set(CURLOPT_READDATA, opaque)
        set(CURLOPT_HEADERDATA, opaque)
        set(CURLOPT_WRITEDATA, opaque)
        set(CURLOPT_DEBUGDATA, opaque)
        errorText[0] = 0
        return withExtendedLifetime(exchange) { curl_easy_perform(pointer) }
    }

    /// The last reply code of the last transfer; nil where the server never replied.
    var replyCode: Int? {
        var code = 0
        sala_curl_response_code(pointer, &code)
        return code >= 200 && code < 600 ? code : nil
    }

    /// Why the last transfer failed.
    func reason(for result: CURLcode) -> String {
        let detail = String(cString: errorText)
        return detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail
    }
}

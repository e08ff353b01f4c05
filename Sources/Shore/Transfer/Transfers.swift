import CCurl

/// Transfers under way, through libcurl's multi interface: none of them keeps the others, or the stream, waiting.
@safe package final class Transfers {
    // Invariant: lives from init to deinit; libcurl's handles in it belong to the transfers of `running`.
    private let multi: UnsafeMutableRawPointer
    // Invariant: each pointer is from weir_transfer_new and freed once, when it leaves the table.
    private var running: [Int: UnsafeMutablePointer<weir_transfer>] = unsafe [:]

    package init?() {
        guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let multi = unsafe curl_multi_init() else {
            return nil
        }
        unsafe self.multi = multi
    }

    deinit {
        while let transfer = unsafe running.popFirst()?.value { unsafe drop(transfer) }
        unsafe curl_multi_cleanup(multi)
    }

    package var isIdle: Bool { unsafe running.isEmpty }

    /// Starts a transfer; its end is told by `advance` under the same number.
    /// - Returns: why it could not be started.
    package func start(_ request: TransferRequest, as number: Int) -> TransferOutcome? {
        if request.url.hasPrefix("http://"), !request.permissions.allowsClear {
            return .forbidden(
                "\(request.url): http:// sends in the clear; use https://, or --allow-private in your own network")
        }
        let schemes = request.permissions.allowsClear ? "http,https,smtp,smtps" : "https,smtp,smtps"
        let made = unsafe request.body.withUnsafeBytes { body in
            // Invariant: weir_transfer_new copies the body; an empty one has no address, and none is read then.
            unsafe weir_transfer_new(
                request.url, schemes, request.permissions.authorities, body.baseAddress, body.count, request.timeout,
                request.permissions.allowsPrivate ? 1 : 0)
        }
        guard let transfer = unsafe made else { return .failed("out of memory") }
        switch request.kind {
        case .post(let headers):
            for header in headers { unsafe weir_transfer_header(transfer, header) }
            unsafe weir_transfer_post(transfer)
        case .mail(let from, let to, let user, let password):
            for address in to { unsafe weir_transfer_recipient(transfer, address) }
            unsafe weir_transfer_mail(transfer, from, user, password, request.permissions.allowsClear ? 0 : 1)
        }
        unsafe running[number] = unsafe transfer
        unsafe curl_multi_add_handle(multi, transfer.pointee.handle)
        return nil
    }

    /// Does what can be done without waiting.
    /// - Returns: those that have ended, and how.
    package func advance() -> [(number: Int, outcome: TransferOutcome)] {
        var count: Int32 = 0
        unsafe curl_multi_perform(multi, &count)
        var ended: [(Int, TransferOutcome)] = []
        var code = CURLE_OK
        while let transfer = unsafe weir_transfer_next_done(multi, &code) {
            guard let number = unsafe running.first(where: { unsafe $0.value == transfer })?.key else { continue }
            unsafe ended.append((number, outcome(of: transfer, code)))
            unsafe running[number] = nil
            unsafe drop(transfer)
        }
        return ended
    }

    /// Waits until something can be done, for so long at most.
    package func wait(milliseconds: Int32) {
        var count: Int32 = 0
        unsafe curl_multi_poll(multi, nil, 0, milliseconds, &count)
    }

    private func outcome(of transfer: UnsafeMutablePointer<weir_transfer>, _ code: CURLcode) -> TransferOutcome {
        if let line = unsafe line(of: transfer) {
            if code == CURLE_OK { return .accepted(line) }
            if line.hasPrefix("5") { return .rejected(line) }
            if line.hasPrefix("4") { return .failed(line) }
        }
        if code == CURLE_OK {
            return .answered(
                status: unsafe weir_transfer_status(transfer), reply: unsafe reply(of: transfer),
                retryAfter: unsafe weir_transfer_retry_after(transfer))
        }
        if unsafe transfer.pointee.met_private != 0 {
            return .forbidden(
                "the host has an address of this machine or a private network; --allow-private allows that")
        }
        // Invariant: libcurl ends the text with a zero, within the array.
        let said = unsafe withUnsafeBytes(of: transfer.pointee.error) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if code == CURLE_UNSUPPORTED_PROTOCOL { return .forbidden(said) }
        return .failed(said.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : said)
    }

    /// What a mail server said last; nil of HTTP, and where nothing was said.
    private func line(of transfer: UnsafeMutablePointer<weir_transfer>) -> String? {
        // Invariant: line_size is at most the array's size.
        unsafe withUnsafeBytes(of: transfer.pointee.line) { bytes in
            let line = unsafe String(decoding: bytes.prefix(transfer.pointee.line_size), as: UTF8.self)
            return line.isEmpty ? nil : line
        }
    }

    private func reply(of transfer: UnsafeMutablePointer<weir_transfer>) -> String {
        unsafe withUnsafeBytes(of: transfer.pointee.reply) { bytes in
            unsafe String(decoding: bytes.prefix(transfer.pointee.replied), as: UTF8.self)
        }
    }

    private func drop(_ transfer: UnsafeMutablePointer<weir_transfer>) {
        unsafe curl_multi_remove_handle(multi, transfer.pointee.handle)
        unsafe weir_transfer_free(transfer)
    }
}

import Foundation
import Testing
import Transfer

@testable import Notify

@Suite("Messages arrive at least once, under one key")
struct CourierTests {
    /// Works until nothing waits any more, for 20 s at most.
    func deliver(_ server: LoopbackServer, timeout: Int = 300, allowsPrivate: Bool = true) throws -> [Courier.Report] {
        let receiver = TestReceiver(
            url: server.url, permissions: Permissions(allowsPrivate: allowsPrivate), timeout: timeout)
        var queue = DeliveryQueue(patience: 60 * second, spacing: 0)
        queue.add(
            Delivery(
                key: "k1", receiver: receiver.name, body: #"{"a":1}"#, alerts: 1, isFiring: true,
                since: Int64(Date().timeIntervalSince1970) * second, due: .min))
        let courier = Courier([receiver], queue: queue, transfers: try #require(Transfers()))
        var reports: [Courier.Report] = []
        let limit = Date() + 20
        while !courier.queue.isEmpty, Date() < limit {
            reports += courier.advance()
            courier.wait(milliseconds: 10)
        }
        server.stop()
        return reports
    }

    @Test("500, a closed connection, silence, then 200: it is tried until it arrives")
    func untilItArrives() throws {
        let server = try LoopbackServer([.status(500, headers: ""), .close, .hang, .status(200, headers: "")])
        let start = Date()
        let reports = try deliver(server)
        #expect(reports.map(\.outcome) == [.delayed, .delayed, .delayed, .delivered])
        #expect(reports.map(\.delivery.attempts) == [1, 2, 3, 4])
        #expect(server.heard.count == 4)
        #expect(server.heard.allSatisfy { $0.contains("Idempotency-Key: k1\r\n") && $0.hasSuffix(#"{"a":1}"#) })
        // 1 + 2 + 4 s, less a quarter.
        #expect(Date().timeIntervalSince(start) > 5)
    }

    @Test("what the receiver will never take is not sent again")
    func refused() throws {
        let server = try LoopbackServer([.status(400, headers: "")])
        let reports = try deliver(server)
        #expect(reports.map(\.outcome) == [.refused] && server.heard.count == 1)
        #expect(reports.first?.detail == "400: ok")
    }

    @Test("a redirect is not followed")
    func redirect() throws {
        let server = try LoopbackServer([.status(302, headers: "Location: http://127.0.0.1:1/\r\n")])
        #expect(try deliver(server).map(\.outcome) == [.refused] && server.heard.count == 1)
    }

    @Test("the receiver may ask for patience")
    func retryAfter() throws {
        let server = try LoopbackServer([.status(429, headers: "Retry-After: 2\r\n"), .status(200, headers: "")])
        let start = Date()
        #expect(try deliver(server).map(\.outcome) == [.delayed, .delivered])
        #expect(Date().timeIntervalSince(start) >= 2)
    }

    @Test("nothing goes in the clear, or to this machine, unless that is allowed")
    func forbidden() throws {
        let server = try LoopbackServer([.status(200, headers: "")])
        #expect(try deliver(server, allowsPrivate: false).map(\.outcome) == [.refused])
        let transfers = try #require(Transfers())
        for host in [
            "127.0.0.1", "localhost", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::ffff:127.0.0.1]",
        ] {
            let request = TransferRequest(
                url: "https://\(host):\(server.port)/", kind: .post(headers: []), body: [],
                permissions: Permissions(allowsPrivate: false))
            #expect(transfers.start(request, as: 1) == nil)
            var ended: [TransferOutcome] = []
            while ended.isEmpty {
                ended = transfers.advance().map(\.outcome)
                transfers.wait(milliseconds: 10)
            }
            guard case .forbidden = ended[0] else { return #expect(Bool(false), "\(host): \(ended)") }
        }
        #expect(server.heard == [])
    }
}

/// A webhook that loses patience sooner.
struct TestReceiver: Receiver {
    let url: String
    let permissions: Permissions
    let timeout: Int

    var name: String { "test" }

    func messages(for notification: Notify.Notification, now: Int64) -> [(key: String, body: String)] { [] }

    func way(for delivery: Delivery) -> Way {
        .transfer(
            TransferRequest(
                url: url, kind: .post(headers: ["Idempotency-Key: \(delivery.key)"]), body: Array(delivery.body.utf8),
                permissions: permissions, timeout: timeout))
    }
}

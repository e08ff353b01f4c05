import Records
import System
import Transfer

/// Somebody who is told: how a notification reads to them, and the way it goes.
protocol Receiver {
    /// Of the queue and in messages; no secret is in it.
    var name: String { get }
    /// Other rules than the command's, where the receiver groups by itself.
    var rules: GroupRules? { get }
    /// It has rules of its own against too many calls, and must hear of each alert and its end.
    var limitsItself: Bool { get }

    /// The messages that tell it, each with a key of its own.
    func messages(for notification: Notification, now: Int64) -> [(key: String, body: String)]

    func way(for delivery: Delivery) -> Way
}

extension Receiver {
    var rules: GroupRules? { nil }
    var limitsItself: Bool { false }
}

enum Way {
    case transfer(TransferRequest)
    /// A program that takes the body on its standard input.
    case program(Subprocess)
}

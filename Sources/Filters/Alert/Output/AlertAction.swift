import FilterKit
import System

/// The program that `--exec` names. It gets the alert as JSON on standard input and in a few variables; what comes
/// from data is never an argument.
struct AlertAction {
    let program: String
    let arguments: [String]

    private static let timeout = 10_000

    /// - Returns: whether the program ended well; if not, it has been said why.
    func run(
        _ rule: AlertRule, isFiring: Bool, fingerprint: String, json: [UInt8], _ diagnostics: Diagnostics
    ) -> Bool {
        let process = Subprocess(
            program: program, arguments: arguments,
            environment: [
                ("WEIR_ALERT", rule.name), ("WEIR_ALERT_STATE", isFiring ? "firing" : "resolved"),
                ("WEIR_FINGERPRINT", fingerprint),
            ])
        switch process.run(input: json, timeout: Self.timeout) {
        case .exited(0): return true
        case .exited(let status): diagnostics.warning("--exec \(program): ended with status \(status)")
        case .killed(let signal): diagnostics.warning("--exec \(program): ended by signal \(signal)")
        case .timedOut: diagnostics.warning("--exec \(program): took longer than 10 s and was killed")
        case .notStarted(let error): diagnostics.error("--exec \(error)")
        }
        return false
    }
}

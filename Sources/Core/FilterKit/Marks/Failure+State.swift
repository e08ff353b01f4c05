import State

extension Failure {
    package init(_ error: StateError) {
        let status: ExitStatus =
            switch error.kind {
            case .busy: .temporary
            case .unusable: .badConfiguration
            case .failed: .inputOutput
            }
        self.init(status, error.message)
    }
}

import ArgumentParser
import FilterKit

/// The flags of names that the system knows.
struct SystemNameOptions: ParsableArguments, Sendable {
    @Option(
        name: .customLong("hosts"), parsing: .singleValue,
        help: .init("Add FIELD_name, the name of the address in FIELD by hosts(5).", valueName: "field"))
    var hosts: [String] = []

    @Option(name: .customLong("hosts-file"), help: .init("The file that --hosts reads.", valueName: "file"))
    var hostsFile = "/etc/hosts"

    @Option(
        name: .customLong("services"), parsing: .singleValue,
        help: .init("Add FIELD_name, what listens at the port in FIELD by services(5).", valueName: "field"))
    var services: [String] = []

    @Option(name: .customLong("services-file"), help: .init("The file that --services reads.", valueName: "file"))
    var servicesFile = "/etc/services"

    func steps() throws(Failure) -> [String: [any StepOption]] {
        var steps: [String: [any StepOption]] = ["--hosts": [], "--services": []]
        let (hostsFile, servicesFile) = (hostsFile, servicesFile)
        for field in hosts {
            let column = try Self.column(field, "--hosts")
            steps["--hosts"]?.append(
                LookupOption(hostsFile, flag: "--hosts", field: field, by: .column("address")) { () throws(Failure) in
                    try SystemNames.hosts(hostsFile, named: column)
                })
        }
        for field in services {
            let column = try Self.column(field, "--services")
            steps["--services"]?.append(
                LookupOption(servicesFile, flag: "--services", field: field, by: .column("port")) {
                    () throws(Failure) in try SystemNames.services(servicesFile, named: column)
                })
        }
        return steps
    }

    private static func column(_ field: String, _ flag: String) throws(Failure) -> String {
        guard !field.isEmpty else { throw Failure(.usage, "\(flag): no field is named") }
        return field + "_name"
    }
}

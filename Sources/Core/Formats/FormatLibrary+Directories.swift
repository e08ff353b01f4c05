import System

extension FormatLibrary {
    /// Where formats are looked for without being told: the user's own, then the host's (XDG Base Directory
    /// Specification, which has a relative path in the variable ignored).
    package static var usualDirectories: [String] {
        var directories: [String] = []
        if let path = Environment["XDG_CONFIG_HOME"], path.hasPrefix("/") {
            directories.append(path + "/weir/formats")
        } else if let home = Environment["HOME"], !home.isEmpty {
            directories.append(home + "/.config/weir/formats")
        }
        return directories + ["/etc/weir/formats"]
    }

    /// The formats of the directories, of the usual ones, and those built in.
    /// - Parameter directories: from the command line. What cannot be read in them is an error; in the usual ones it is one
    ///   of the `faults`, for a filter in a cron job must not stop because of a file that it does not need.
    package static func load(
        _ directories: [String], usual: [String] = usualDirectories, withSamples: Bool = true
    ) throws(FormatError) -> FormatLibrary {
        var entries: [Entry] = []
        var faults: [FormatError] = []
        func add(_ found: [FormatFile]) {
            let known = Set(entries.map(\.name))
            entries += found.filter { !known.contains($0.format.name) }.map { Entry($0) }
        }
        for directory in directories {
            var broken: [FormatError] = []
            add(try files(in: directory, &broken))
            if let first = broken.first { throw first }
        }
        for directory in usual {
            do throws(FormatError) { add(try files(in: directory, isUsual: true, &faults)) } catch {
                faults.append(error)
            }
        }
        let known = Set(entries.map(\.name))
        entries += builtIn(withSamples: withSamples).entries.filter { !known.contains($0.name) }
        return FormatLibrary(entries: entries, faults: faults)
    }

    /// The format files of a directory, in the order of their names.
    private static func files(
        in directory: String, isUsual: Bool = false, _ faults: inout [FormatError]
    ) throws(FormatError) -> [FormatFile] {
        let names: [String]
        do throws(SystemError) { names = try Directory.names(in: directory) } catch {
            if isUsual, error.isMissing { return [] }
            throw FormatError(subject: directory, place: nil, message: error.reason)
        }
        var files: [FormatFile] = []
        for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
            let path = directory + (directory.hasSuffix("/") ? "" : "/") + name
            do throws(FormatError) {
                // Opening a FIFO would wait for somebody to write.
                if let status = try? FileStatus(of: path), status.kind != .regular {
                    throw FormatError(subject: path, place: nil, message: "is not a regular file")
                }
                let file = try FormatFile(path)
                if let other = files.first(where: { $0.format.name == file.format.name }) {
                    throw file.refuseName(takenBy: other.path)
                }
                files.append(file)
            } catch {
                faults.append(error)
            }
        }
        return files
    }
}

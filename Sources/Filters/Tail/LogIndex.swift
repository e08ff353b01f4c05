/// All logs of a run, in the order in which they came, and how they are found by names.
struct LogIndex {
    private(set) var logs: [Log] = []
    private var byPath: [String: Log] = [:]
    /// Other names by which a log may be found: of what a symbolic link leads to.
    private var byHome: [String: Log] = [:]

    subscript(path: String) -> Log? { byPath[path] }

    mutating func add(_ log: Log) {
        logs.append(log)
        byPath[log.path] = log
    }

    mutating func noteHome(of log: Log) {
        let home = log.home.folder + log.home.name
        if home != log.path { byHome[home] = log }
    }

    /// The log that a name in a folder belongs to, as itself or as a generation.
    func log(of name: String, in folder: String) -> Log? {
        let stem = LogName(name).stem
        return byPath[folder + name] ?? byPath[folder + stem] ?? byHome[folder + name] ?? byHome[folder + stem]
    }

    /// Puts files that were found under the logs that they are generations of; returns the logs that are new or have another.
    mutating func gather(_ paths: [String], named: Bool) -> [Log] {
        var changed: [Log] = []
        var members: [String: [String]] = [:]
        var stems: [String] = []
        for path in paths {
            let parts = PathParts(path)
            let stem = parts.folder + LogName(parts.name).stem
            if members[stem] == nil { stems.append(stem) }
            members[stem, default: []].append(path)
        }
        for stem in stems {
            let files = members[stem] ?? []
            if let log = byPath[stem] {
                if !(log.members?.isSuperset(of: files) ?? true) {
                    log.members?.formUnion(files)
                    log.isNameDirty = true
                    changed.append(log)
                }
            } else if named, files.count == 1, byPath[files[0]] == nil {
                // One file of a name is that file, whatever the name looks like.
                let log = Log(path: files[0])
                add(log)
                changed.append(log)
            } else if byPath[files[0]] == nil || files.count > 1 {
                let log = Log(path: stem, members: Set(files))
                add(log)
                changed.append(log)
            }
        }
        return changed
    }
}

import System

/// What an argument of weir-tail asks for.
enum TailArgument: Equatable {
    case standardInput
    case file(String)
    /// A quoted pattern, looked at again as files appear.
    case pattern(String)
    /// A folder with all below it, of which files are taken by their names.
    case folder(String)
    /// Something that cannot be read again: a FIFO, a terminal.
    case stream(String)
    case listener(ListenAddress)
    /// A folder, and no word on what of it is wanted.
    case refused(String)

    init(_ text: String, hasIncludes: Bool) throws(ListenAddress.Mistake) {
        if text == "-" {
            self = .standardInput
        } else if let address = try ListenAddress(text) {
            self = .listener(address)
        } else if let status = try? FileStatus(of: text) {
            switch status.kind {
            case .directory: self = hasIncludes ? .folder(text) : .refused(text)
            case .pipe, .device, .socket: self = .stream(text)
            default: self = .file(text)
            }
        } else {
            // A name that is there is that name, whatever is in it.
            self = PathPattern.isPattern(text) ? .pattern(text) : .file(text)
        }
    }
}

/// Finds the files of patterns and folders, as often as it is asked.
struct FileFinder {
    let patterns: [String]
    let folders: [String]
    /// Names in folders that are taken.
    let includes: [String]

    struct Found {
        var files: [String] = []
        /// Where new ones may appear.
        var folders: [String] = []
        /// What has a fitting name, and is no file.
        var others: [(path: String, kind: String)] = []
    }

    var isEmpty: Bool { patterns.isEmpty && folders.isEmpty }

    /// Folders below folders, so deep at most: links may go round in circles.
    private static let depth = 32

    func find() -> Found {
        var found = Found()
        for text in patterns {
            let pattern = PathPattern(text)
            found.folders += pattern.directories
            for path in pattern.expand() { add(path, to: &found, isBelow: false) }
        }
        for folder in folders { walk(folder.hasSuffix("/") ? String(folder.dropLast()) : folder, 0, &found) }
        return found
    }

    /// Whether a path would be found if it were there.
    func covers(_ path: String) -> Bool {
        if patterns.contains(where: { PathPattern($0).covers(path) }) { return true }
        let name = PathParts(path).name
        return folders.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
            && includes.contains { PathPattern.matches(name, $0) }
    }

    private func walk(_ folder: String, _ depth: Int, _ found: inout Found) {
        guard depth < Self.depth, let names = try? Directory.names(in: folder.isEmpty ? "/" : folder) else { return }
        found.folders.append(folder.isEmpty ? "/" : folder)
        for name in names {
            let path = folder + "/" + name
            if let status = try? FileStatus(of: path), status.kind == .directory {
                if !FileStatus.isLink(path) { walk(path, depth + 1, &found) }
            } else if includes.contains(where: { PathPattern.matches(name, $0) }) {
                add(path, to: &found, isBelow: true)
            }
        }
    }

    private func add(_ path: String, to found: inout Found, isBelow: Bool) {
        guard let status = try? FileStatus(of: path) else { return }
        switch status.kind {
        case .regular: found.files.append(path)
        case .directory: if !isBelow { found.others.append((path, "a directory")) }
        case .pipe: found.others.append((path, "a FIFO"))
        case .socket: found.others.append((path, "a socket"))
        case .device: found.others.append((path, "a device"))
        case .other: found.others.append((path, "no file"))
        }
    }
}

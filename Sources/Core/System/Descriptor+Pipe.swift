extension Descriptor {
    /// The pipe's name, `pipe:1234`, by which its two ends know each other; nil for anything else.
    package var pipeName: String? {
        guard let status = try? FileStatus(of: self), status.kind == .pipe else { return nil }
        return "pipe:\(status.inode)"
    }
}

/// Tells when files are written, and when names come and go in folders.
protocol FileWatching: AnyObject {
    func watch(_ log: Log, _ generation: Generation)
    func watch(folder: String)
    func end(_ generation: Generation)
}

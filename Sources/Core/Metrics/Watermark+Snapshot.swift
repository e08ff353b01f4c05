import Bytes

extension Watermark {
    /// What is known of event time; arrival times are not written, since they mean nothing to another process.
    package func write(to snapshot: inout SnapshotWriter) {
        snapshot.append(time)
        snapshot.append(UInt64(sources.count))
        for source in sources {
            snapshot.append(source.latest)
            snapshot.append(source.candidate)
            snapshot.append(source.run)
            snapshot.append(source.watermarkBefore)
            snapshot.append(source.isConfirmed)
            snapshot.append(source.isIdle)
        }
    }

    package mutating func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        let time = try snapshot.signed()
        var sources: [Source] = []
        for _ in 0..<(try snapshot.count()) {
            var source = Source()
            source.latest = try snapshot.signed()
            source.candidate = try snapshot.signed()
            source.run = try snapshot.integer()
            source.watermarkBefore = try snapshot.signed()
            source.isConfirmed = try snapshot.flag()
            source.isIdle = try snapshot.flag()
            sources.append(source)
        }
        restore(sources: sources, time: time)
    }
}

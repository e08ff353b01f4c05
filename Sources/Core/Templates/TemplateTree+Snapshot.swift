import Bytes

extension TemplateTree {
    private static let version: UInt64 = 1

    package func save(to snapshot: inout SnapshotWriter) {
        snapshot.append(Self.version)
        snapshot.append(UInt64(count))
        for number in 0..<count {
            let template = templates[number]
            snapshot.append(template.leaf)
            snapshot.append(template.seen)
            snapshot.append(UInt64(template.count))
            for index in 0..<template.count {
                let word = words[template.first + index]
                snapshot.append(word.hash)
                snapshot.append(texts, word.text)
                snapshot.append(word.followsSpace)
                snapshot.append(word.hasVariables)
            }
        }
        snapshot.append(UInt64(branches.count))
        for branch in branches.sorted() { snapshot.append(branch) }
        snapshot.append(UInt64(branchCounts.count))
        for (branch, count) in branchCounts.sorted(by: { $0.key < $1.key }) {
            snapshot.append(branch)
            snapshot.append(count)
        }
    }

    /// Takes up what was saved, in the place of all that is known.
    package func restore(from snapshot: inout SnapshotReader) throws(SnapshotError) {
        guard try snapshot.unsigned() == Self.version else { throw .foreign }
        forget()
        for number in 0..<(try snapshot.count()) {
            let leaf = try snapshot.unsigned()
            let seen = try snapshot.integer()
            let first = words.count
            let count = try snapshot.count()
            for _ in 0..<count {
                let hash = try snapshot.unsigned()
                let start = texts.count
                texts.append(try snapshot.run())
                let text = Slice(from: start, to: texts.count)
                words.append(
                    Word(hash: hash, text: text, followsSpace: try snapshot.flag(), hasVariables: try snapshot.flag()))
            }
            templates.append(Template(first: first, count: count, leaf: leaf, seen: seen))
            leaves[leaf, default: []].append(number)
            write(number)
        }
        for _ in 0..<(try snapshot.count()) { branches.insert(try snapshot.unsigned()) }
        for _ in 0..<(try snapshot.count()) {
            let branch = try snapshot.unsigned()
            branchCounts[branch] = try snapshot.integer()
        }
        version &+= 1
    }

    private func forget() {
        texts.removeAll()
        words.removeAll()
        templates.removeAll()
        leaves.removeAll()
        branches.removeAll()
        branchCounts.removeAll()
    }
}

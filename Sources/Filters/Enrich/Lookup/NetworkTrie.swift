import Bytes
import Records

/// Networks, of which the longest that has an address is found: a binary trie in which ways without branches are one step
/// (Morrison's PATRICIA, JACM 1968), one tree for each family.
final class NetworkTrie {
    struct Node: BitwiseCopyable {
        let network: IPAddress
        let length: Int
        /// What was put in for the network; -1 for a branch that is only one.
        var value: Int
        var left = -1
        var right = -1
    }

    private var nodes = Slab<Node>(capacity: 64)
    private var root4 = -1
    private var root6 = -1

    /// `10.0.0.0/8`, or an address alone; nil for anything else. Bits behind the prefix do not count.
    static func network(_ text: String) -> (address: IPAddress, length: Int)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
        guard parts.count == 2 else { return (address, address.width) }
        guard let length = Int(parts[1]), length >= 0, length <= address.width, !parts[1].hasPrefix("+") else {
            return nil
        }
        return (address.network(length), length)
    }

    /// Of equal networks the first counts.
    func insert(_ network: IPAddress, _ length: Int, _ value: Int) {
        let root = network.isV4 ? root4 : root6
        let new = insert(network, length, value, below: root)
        if network.isV4 { root4 = new } else { root6 = new }
    }

    private func insert(_ network: IPAddress, _ length: Int, _ value: Int, below index: Int) -> Int {
        guard index >= 0 else { return add(Node(network: network, length: length, value: value)) }
        let node = nodes[index]
        let common = min(network.commonBits(node.network), length, node.length)
        if common == node.length {
            if common == length {
                if node.value < 0 { nodes[index].value = value }
            } else if network.bit(common) == 0 {
                let child = insert(network, length, value, below: node.left)
                nodes[index].left = child
            } else {
                let child = insert(network, length, value, below: node.right)
                nodes[index].right = child
            }
            return index
        }
        var above = Node(network: network.network(common), length: common, value: common == length ? value : -1)
        if node.network.bit(common) == 0 { above.left = index } else { above.right = index }
        if common < length {
            let leaf = add(Node(network: network, length: length, value: value))
            if network.bit(common) == 0 { above.left = leaf } else { above.right = leaf }
        }
        return add(above)
    }

    private func add(_ node: Node) -> Int {
        nodes.append(node)
        return nodes.count - 1
    }

    /// The value of the longest network that has the address.
    func find(_ address: IPAddress) -> Int? {
        var index = address.isV4 ? root4 : root6
        var best: Int?
        while index >= 0 {
            let node = nodes[index]
            guard address.commonBits(node.network) >= node.length else { break }
            if node.value >= 0 { best = node.value }
            guard node.length < address.width else { break }
            index = address.bit(node.length) == 0 ? node.left : node.right
        }
        return best
    }
}

extension IPAddress {
    /// How many of the first bits are the same as another's of the family.
    func commonBits(_ other: IPAddress) -> Int {
        if isV4 { return min(32, max(0, (low ^ other.low).leadingZeroBitCount - 32)) }
        let first = (high ^ other.high).leadingZeroBitCount
        return first < 64 ? first : 64 + (low ^ other.low).leadingZeroBitCount
    }
}

import Records
import TestSupport
import Testing

@testable import Enrich

@Suite("Networks")
struct NetworkTrieTests {
    /// The longest of all that have the address, of equal ones the first: as slow as it is plain.
    private func search(_ networks: [(address: IPAddress, length: Int)], _ address: IPAddress) -> Int? {
        var best: Int?
        for (index, network) in networks.enumerated()
        where network.address.isV4 == address.isV4 && address.network(network.length) == network.address {
            if best.map({ networks[$0].length < network.length }) ?? true { best = index }
        }
        return best
    }

    @Test("The trie finds what a search through all of them finds", arguments: 1...10)
    func random(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        // Few different bytes, so that networks lie within each other.
        let bytes = ["0", "1", "10", "127", "128", "255"]
        func address() -> String {
            func part(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "0" }
            if Bool.random(using: &random) { return (0..<4).map { _ in part(bytes) }.joined(separator: ".") }
            return (0..<8).map { _ in part(["0", "1", "8000", "ffff", "2001"]) }.joined(separator: ":")
        }
        var networks: [(address: IPAddress, length: Int)] = []
        let trie = NetworkTrie()
        for index in 0..<300 {
            let text = address()
            let width = text.contains(":") ? 128 : 32
            let network = try #require(NetworkTrie.network("\(text)/\(Int.random(in: 0...width, using: &random))"))
            networks.append(network)
            trie.insert(network.address, network.length, index)
        }
        for _ in 0..<2000 {
            let found = try #require(IPAddress(address()))
            #expect(trie.find(found) == search(networks, found), "\(found)")
        }
    }
}

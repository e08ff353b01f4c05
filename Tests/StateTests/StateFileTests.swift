import Testing

@testable import State

@Suite("A file of state")
struct StateFileTests {
    private let content = Array("what was remembered".utf8)

    @Test("What is written is read")
    func roundTrip() throws {
        #expect(try StateFile.decode(StateFile.encode(content)) == content)
        #expect(try StateFile.decode(StateFile.encode([])) == [])
    }

    @Test("CRC-32C of the standard's example (RFC 3720, appendix B.4)")
    func checksum() {
        #expect(Checksum.crc32c([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
        #expect(Checksum.crc32c(Array("123456789".utf8)) == 0xE306_9283)
    }

    @Test(
        "A file that was cut off anywhere, that has a wrong bit anywhere, or is NUL to its end from anywhere, is damaged"
    )
    func damage() {
        let file = StateFile.encode(content)
        for place in file.indices {
            #expect(throws: StateFile.Flaw.torn) { try StateFile.decode(Array(file[..<place])) }
            let nulls = file[..<place] + [UInt8](repeating: 0, count: file.count - place)
            #expect(throws: StateFile.Flaw.self) { try StateFile.decode(Array(nulls)) }
            var wrong = file
            wrong[place] ^= 0x10
            #expect(throws: StateFile.Flaw.self) { try StateFile.decode(wrong) }
        }
        #expect(throws: StateFile.Flaw.torn) { try StateFile.decode(file + [0]) }
    }

    @Test("A later version is told from damage")
    func version() {
        var file = StateFile.encode(content)
        file[8] = 2
        #expect(throws: StateFile.Flaw.newerVersion(2)) { try StateFile.decode(file) }
    }
}

import Bytes
import Records
import Testing

@testable import FilterKit

@Suite("Which lines steer a stream")
struct ControlGateTests {
    private let begin = #"{"_weir":"begin","epoch":1,"from":0,"nonce":"0123456789abcdef"}"#
    private let mark = #"{"_weir":"mark","epoch":1,"n":1,"nonce":"0123456789abcdef"}"#
    private let end = #"{"_weir":"end","nonce":"0123456789abcdef"}"#

    @Test("A stream that begins with begin has marks and an end")
    func stream() {
        #expect(
            judge([begin, #"{"a":1}"#, mark, end]) == [.control(.begin), .record, .control(.mark), .control(.end)])
    }

    @Test("A begin that is not the first line is forged")
    func lateBegin() { #expect(judge([#"{"a":1}"#, begin]) == [.record, .forged]) }

    @Test("A second begin is forged")
    func secondBegin() { #expect(judge([begin, begin]) == [.control(.begin), .forged]) }

    @Test("A mark without a begin, or with another nonce, is forged")
    func forgedMark() {
        #expect(judge([mark]) == [.forged])
        #expect(judge([begin, #"{"_weir":"mark","n":1,"nonce":"ffffffffffffffff"}"#]) == [.control(.begin), .forged])
        #expect(judge([begin, #"{"_weir":"mark","n":1}"#]) == [.control(.begin), .forged])
    }

    @Test("Nothing is obeyed behind the end")
    func behindTheEnd() { #expect(judge([begin, end, mark]) == [.control(.begin), .control(.end), .forged]) }

    @Test("A stream is open from its begin to its end")
    func open() {
        var record = Record()
        var gate = ControlGate()
        #expect(!gate.isOpen)
        _ = gate.judge(record.store.load(begin.utf8), &record)
        #expect(gate.isOpen)
        _ = gate.judge(record.store.load(end.utf8), &record)
        #expect(!gate.isOpen)
    }

    @Test("A key of that name elsewhere in a record, or spelled otherwise, steers nothing")
    func elsewhere() { #expect(judge([#"{"a":1,"_weir":"begin"}"#, #"{ "_weir":"begin"}"#]) == [.record, .record]) }

    private func judge(_ lines: [String]) -> [ControlGate.Verdict] {
        var record = Record()
        var gate = ControlGate()
        return lines.map { gate.judge(record.store.load($0.utf8), &record) }
    }
}

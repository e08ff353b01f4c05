import Testing

@testable import Assess

@Suite("Check digits")
struct CheckDigitsTests {
    @Test(
        "A payment card number is told from another of that length",
        arguments: [
            ("4111 1111 1111 1111", true), ("4111-1111-1111-1112", false), ("378282246310005", true), ("411111", false),
        ])
    func cards(_ text: String, _ isReal: Bool) { #expect(CheckDigits.isLuhn(Array(text.utf8)) == isReal) }

    @Test(
        "So is a bank account number",
        arguments: [
            ("DE89 3704 0044 0532 0130 00", true), ("GB82WEST12345698765432", true), ("DE88370400440532013000", false),
        ])
    func accounts(_ text: String, _ isReal: Bool) { #expect(CheckDigits.isIBAN(Array(text.utf8)) == isReal) }
}

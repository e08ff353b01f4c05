import Testing

@testable import Assess

@Suite("Texts of a log that are shown to people")
struct ShownTextTests {
    @Test(
        "Paths in them are shown as paths are, wherever they stand",
        arguments: [
            ("GET /users/ada?token=x HTTP/1.1", "GET /users/<…> HTTP/1.1"),
            ("/orders/104711/items", "/orders/<n>/items"),
            ("https://shop.example/reset/abcdef?next=/", "https://shop.example/reset/<…>"),
            (#"{"url":"/users/ada","n":1}"#, #"{"url":"/users/<…>","n":1}"#),
            ("path=/users/ada status=200", "path=/users/<…> status=200"),
        ])
    func paths(_ text: String, _ shown: String) throws { #expect(try ShownText.shown(text, SensitiveData()) == shown) }

    @Test(
        "What only looks like one stays",
        arguments: ["application/json", "Mozilla/5.0 (X11; Linux)", "took 3/4 of it", "https://example.org", "", "GET"])
    func others(_ text: String) throws { #expect(try ShownText.shown(text, SensitiveData()) == text) }
}

import Testing

@Suite("The command line, as the transcripts in Tests/Transcripts show it")
struct TranscriptTests {
    @Test("Each transcript prints what it says", arguments: Document.transcripts)
    func prints(_ document: Document) throws {
        try document.check(parse: Transcript.init(transcript:path:))
    }

    @Test("There are transcripts")
    func exist() {
        #expect(!Document.transcripts.isEmpty)
    }
}

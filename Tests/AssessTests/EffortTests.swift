import Advice
import Testing

@testable import Assess

@Suite("Efforts add up")
struct EffortTests {
    @Test("Each effort of the catalogue begins with a time, or with what it depends on")
    func catalogue() throws {
        let library = try AdviceLibrary()
        for program in library.programs + [library.general] {
            for change in program.changes {
                let isKnown = Effort(change.effort).hours != nil || change.effort.hasPrefix("by ")
                #expect(isKnown, "\(program.name): \(change.effort)")
            }
        }
    }

    @Test("One thing after another takes as long as all, one of several ways as long as the longest")
    func sums() {
        let hour = Effort("an hour for the first server, minutes for each further one; reload")
        let minutes = Effort("minutes; cron reads it by itself")
        #expect(Effort.all([minutes, hour]).hours == 1.25)
        #expect(Effort.all([minutes, hour]).text == "an hour for the first server, minutes for each further one")
        #expect(Effort.either([minutes, hour]).hours == 1)
        #expect(Effort.all([hour, Effort("by program")]).hours == nil)
    }

    @Test("The sum is said in half days, and that it is not all where something is not known")
    func total() {
        #expect(Effort.total([Effort("an hour"), Effort("minutes")]) == "about half a day")
        #expect(
            Effort.total([Effort("half a day"), Effort("half a day"), Effort("an hour")]) == "about a day and a half")
        #expect(Effort.total([Effort("days"), Effort("by program")]) == "at least 3 days")
    }

    @Test("What depends on what the team has is counted from the one to the other")
    func depends() {
        let install = Effort("an hour if you got a package, else half a day")
        #expect(install.hours == 1 && install.most == 4)
        #expect(Effort("an hour if it is there, else when it is").most == 1)
        #expect(Effort.total([install]) == "about half a day")
        #expect(Effort.total([install, Effort("a day")]) == "about a day and a half")
        #expect(Effort.total([install, install, Effort("a day")]) == "about a day and a half to 2 days")
        #expect(Effort.total([install, install, Effort("days")]) == "about 3 and a half to 4 days")
    }
}

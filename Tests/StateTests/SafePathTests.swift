import Glibc
import TestSupport
import Testing

@testable import State

@Suite("Where state may be")
struct SafePathTests {
    /// A directory that is ours alone, and gone afterwards.
    private func withDirectory(_ body: (String) throws -> Void) throws {
        try withScratchDirectory { try body($0) }
    }

    private func message(_ path: String, creating: Bool = true) -> String? {
        do throws(StateError) {
            _ = try StateDirectory(opening: path, creating: creating)
            return nil
        } catch { return error.message }
    }

    private func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    @Test("It is made for its owner alone")
    func made() throws {
        try withDirectory { home in
            #expect(message(home + "/state") == nil)
            #expect(mode(home + "/state") == 0o700)
            #expect(message(home + "/none/state")?.contains("No such file or directory") == true)
            #expect(message(home + "/other", creating: false)?.contains("No such file or directory") == true)
        }
    }

    @Test("State path is a symlink, or no directory: refused")
    func link() throws {
        try withDirectory { home in
            mkdir(home + "/state", 0o700)
            symlink("state", home + "/link")
            #expect(message(home + "/link")?.contains("symbolic link") == true)
            #expect(message(home + "/link/")?.contains("symbolic link") == true)
            close(creat(home + "/file", 0o600))
            #expect(message(home + "/file")?.contains("no directory") == true)
        }
    }

    @Test("State in a directory that others may write to: refused", arguments: [0o770, 0o707, 0o777])
    func open(permissions: mode_t) throws {
        try withDirectory { home in
            mkdir(home + "/shared", 0o700)
            mkdir(home + "/shared/deeper", 0o700)
            chmod(home + "/shared", permissions)
            let isOpen = permissions & 0o022 != 0
            #expect(
                (message(home + "/shared/deeper/state")?.contains("others may write to \(home)/shared") == true)
                    == isOpen)
            #expect((message(home + "/shared")?.contains("others may write to it") == true) == isOpen)
            // Sticky: nobody can take away or rename what is not his.
            chmod(home + "/shared", permissions | 0o1000)
            #expect(message(home + "/shared/deeper/state") == nil)
        }
    }

    @Test("A link on the way is followed, and what it leads to is looked at")
    func linkOnTheWay() throws {
        try withDirectory { home in
            mkdir(home + "/real", 0o700)
            symlink("real", home + "/way")
            #expect(message(home + "/way/state") == nil)
            #expect(mode(home + "/real/state") == 0o700)
            chmod(home + "/real", 0o777)
            #expect(message(home + "/way/state")?.contains("others may write to \(home)/real") == true)
        }
    }

    @Test("Rights of others to read are taken away, but not from a directory that was mistyped")
    func restricted() throws {
        try withDirectory { home in
            mkdir(home + "/state", 0o755)
            #expect(message(home + "/state") == nil)
            #expect(mode(home + "/state") == 0o700)
            mkdir(home + "/documents", 0o755)
            close(creat(home + "/documents/letter", 0o644))
            #expect(message(home + "/documents")?.contains("none of weir's") == true)
            #expect(mode(home + "/documents") == 0o755)
        }
    }

    @Test("A file of state that is a symbolic link is not followed")
    func linkedFile() throws {
        try withDirectory { home in
            let state = try StateDirectory(opening: home + "/state", creating: true)
            close(creat(home + "/victim", 0o600))
            symlink(home + "/victim", home + "/state/commit")
            symlink(home + "/victim", home + "/state/run.new")
            #expect(throws: StateError.self) { try state.commitment() }
            #expect(throws: StateError.self) { try state.save(RunIdentity.fresh()) }
        }
    }
}

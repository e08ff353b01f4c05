import Bytes
import FilterKit
import Records
import System

/// Takes metric records, and shows the window that came last: on a terminal in place, elsewhere as text, window by window.
struct TopFilter: Filter, ~Copyable {
    private var board = Board()
    private var view: BoardView
    /// Nil where the output is no terminal.
    private let screen: Screen?
    private let columns: Int
    private let time, window, by, state: FieldName
    private var hasChanged = true

    init(screen: Screen?, colors: Bool, columns: Int, sort: String?, filter: String, _ record: inout Record) {
        time = record.name("time")
        window = record.name("window")
        by = record.name("_by")
        state = record.name("_state")
        self.screen = screen
        self.columns = columns
        view = BoardView(colors: colors)
        view.wanted = sort
        view.filter = filter
    }

    mutating func process<S: RecordSink & ~Copyable>(_ record: inout Record, in run: FilterRun, into sink: inout S) {
        guard let position = record.position(of: time), record[position].kind == .string,
            let stamp = Timestamp(rfc3339: record.store.buffer, record[position].value)?.nanoseconds
        else { return run.reject(.badTime, record.line, record, "no 'time' that could tell the window") }
        let width = record.position(of: window).flatMap {
            try? DurationText.parse(record.store.text(record[$0].value))
        }
        let labels = record.position(of: by).flatMap { position in
            try? JSONTree(parsing: Array(record.store.text(record[position].value).utf8)).elements.compactMap(\.string)
        }
        var name: [String] = []
        var values: [(name: String, value: Double)] = []
        for position in 0..<record.count {
            if [time, window, by, state].contains(where: { record.isNamed($0, at: position) }) { continue }
            let field = record[position]
            let fieldName = record.nameText(at: position)
            if labels?.contains(fieldName) ?? field.kind.isText {
                var text = ByteBuffer(capacity: 64)
                record.writeText(at: position, to: &text)
                name.append(fieldName == "_overflow" ? "(others)" : text.text(Slice(start: 0, count: text.count)))
            } else if field.kind.isNumber, let value = Double(record.store.text(field.value)), value.isFinite {
                values.append((fieldName, value))
            }
        }
        guard !values.isEmpty else {
            return run.reject(.badType, record.line, record, "no numbers in it")
        }
        run.ledger.absorbed &+= 1
        if screen == nil, let last = board.time, stamp > last { print(run) }
        if view.isPaused { return }
        defer { view.choose(board) }
        board.add(name.isEmpty ? "all" : name.joined(separator: " "), at: stamp, width: width ?? 0, values)
        hasChanged = true
    }

    mutating func tick<S: RecordSink & ~Copyable>(now: Int64, in run: FilterRun, into sink: inout S) {
        guard let screen else { return }
        obey(screen.keys(milliseconds: 0), run)
        draw(screen, run)
    }

    mutating func finish<S: RecordSink & ~Copyable>(in run: FilterRun, into sink: inout S) {
        guard let screen else { return print(run) }
        hasChanged = true
        // The input is over, and somebody may still be looking.
        while !view.wantsToLeave, !Signals.stopRequested, screen.hasKeyboard {
            draw(screen, run)
            obey(screen.keys(milliseconds: 200), run)
        }
        screen.close()
        print(run)
    }

    var wantsTick: TickWish? { screen == nil ? nil : .every(100) }

    private mutating func obey(_ keys: [UInt8], _ run: FilterRun) {
        guard !keys.isEmpty else { return }
        view.press(keys, board)
        hasChanged = true
        if view.wantsToLeave { Signals.requestStop() }
    }

    private mutating func draw(_ screen: Screen, _ run: FilterRun) {
        let size = screen.look()
        guard hasChanged || size.hasChanged else { return }
        hasChanged = false
        do throws(SystemError) {
            try screen.draw(view.lines(board, columns: size.columns, rows: size.rows), isAnew: size.hasChanged)
        } catch { run.refuse(Failure(.inputOutput, "standard output: \(error.reason)")) }
    }

    /// The board as text, as it stands.
    private func print(_ run: FilterRun) {
        guard board.time != nil else { return }
        var view = view
        view.scroll = 0
        let lines = view.lines(board, columns: columns, rows: nil)
        do throws(SystemError) { try Descriptor.output.writeAll(lines.map { $0 + "\n" }.joined() + "\n") } catch {
            if error.isClosedPipe { Signals.dieOfClosedPipe() }
            run.refuse(Failure(.inputOutput, "standard output: \(error.reason)"))
        }
    }
}

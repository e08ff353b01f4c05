/// Numbers in the order of their deadlines: a binary heap, the earliest on top. Deadlines that were put off are found out
/// when they come: it is asked again then.
struct DeadlineQueue {
    private var heap: [(deadline: Int64, number: Int)] = []

    var earliest: Int64? { heap.first?.deadline }

    mutating func add(_ deadline: Int64, _ number: Int) {
        heap.append((deadline, number))
        var place = heap.count - 1
        while place > 0, heap[place].deadline < heap[(place - 1) / 2].deadline {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Takes out the earliest, if its deadline is at or before `time`.
    mutating func next(before time: Int64) -> Int? {
        guard let first = heap.first, first.deadline <= time else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.number }
        heap[0] = last
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { return first.number }
            if child + 1 < heap.count, heap[child + 1].deadline < heap[child].deadline { child += 1 }
            guard heap[child].deadline < heap[place].deadline else { return first.number }
            heap.swapAt(place, child)
            place = child
        }
    }
}

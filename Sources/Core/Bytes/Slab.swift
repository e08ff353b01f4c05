/// A growing run of plain values without Array's uniqueness checks: what a record's table of fields is kept in.
///
/// Invariants: `base` points to `capacity` values that only this owns, the first `count` of them initialised;
/// every position is checked against `count`.
@frozen @safe @usableFromInline package struct Slab<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline package private(set) var base: UnsafeMutablePointer<Element>
    @usableFromInline package private(set) var capacity: Int
    @usableFromInline package internal(set) var count = 0

    package init(capacity: Int) {
        unsafe base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    package init(_ elements: [Element]) {
        self.init(capacity: max(1, elements.count))
        for element in elements { append(element) }
    }

    deinit { unsafe base.deallocate() }

    @inlinable package subscript(_ position: Int) -> Element {
        @inline(__always) get {
            precondition(position >= 0 && position < count)
            return unsafe base[position]
        }
        @inline(__always) _modify {
            precondition(position >= 0 && position < count)
            yield &(unsafe base[position])
        }
    }

    /// The last position whose element is so; nil where none is.
    @inlinable @inline(__always) package func lastPosition(where matches: (Element) -> Bool) -> Int? {
        var position = count &- 1
        while position >= 0 {
            // Invariant: it lies between 0 and `count`.
            if unsafe matches(base[position]) { return position }
            position &-= 1
        }
        return nil
    }

    @inlinable @inline(__always) package mutating func append(_ element: Element) {
        if count == capacity { grow() }
        unsafe (base + count).initialize(to: element)
        count &+= 1
    }

    /// Values were written behind the last one, to `base + count`: they belong to it from here on.
    @unsafe @inlinable @inline(__always) package mutating func takeUp(_ more: Int) {
        precondition(more >= 0 && more <= capacity &- count)
        count &+= more
    }

    /// Room for as many values in all.
    @inlinable @inline(__always) package mutating func reserve(_ room: Int) {
        if capacity < room { grow(to: room) }
    }

    @usableFromInline mutating func grow() { grow(to: capacity &* 2) }

    @usableFromInline mutating func grow(to room: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: room)
        unsafe larger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
        capacity = room
    }

    /// Takes one out; those behind it move up.
    package mutating func remove(at position: Int) {
        precondition(position >= 0 && position < count)
        unsafe (base + position).update(from: base + position + 1, count: count - position - 1)
        count -= 1
    }

    @inlinable @inline(__always) package mutating func removeAll() { count = 0 }
}

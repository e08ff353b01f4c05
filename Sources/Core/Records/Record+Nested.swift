import Bytes

extension Record {
    /// A value within a nested object or array, as a field has it.
    package typealias Nested = (value: Slice, kind: Field.Kind)

    /// The member of an object's text that has this name; of duplicates the last one counts, as among fields.
    package func member(_ name: Slice, of object: Slice) -> Nested? {
        guard store[object.start] == 0x7B else { return nil }
        var found: Nested?
        var position: Int? = object.start + 1
        while let start = position, let member = member(at: start, to: object.end) {
            position = member.next
            let isNamed =
                member.hasEscapedName
                ? store.buffer.equal(name, unescaped(member.name)) : store.buffer.equal(member.name, name)
            if isNamed { found = (member.value, member.kind) }
        }
        return found
    }

    /// The element of an array's text at an index; -1 is the last, -2 the one before.
    package func element(_ index: Int64, of array: Slice) -> Nested? {
        let wanted = index < 0 ? Int64(elementCount(array)) + index : index
        guard wanted >= 0 else { return nil }
        var number: Int64 = 0
        var found: Nested?
        forEachElement(of: array) { element in
            if number == wanted { found = element }
            number += 1
            return found == nil
        }
        return found
    }

    /// How many elements an array has, or members an object; 0 for other text.
    package func elementCount(_ container: Slice) -> Int {
        var count = 0
        if store[container.start] == 0x7B {
            var position: Int? = container.start + 1
            while let start = position, let member = member(at: start, to: container.end) {
                count += 1
                position = member.next
            }
        } else {
            forEachElement(of: container) { _ in
                count += 1
                return true
            }
        }
        return count
    }

    /// Calls `body` with each element of an array's text, until it says false.
    package func forEachElement(of array: Slice, _ body: (Nested) -> Bool) {
        var position = nextElement(of: array, from: nil)
        while let (element, next) = position {
            guard body(element) else { return }
            position = next.flatMap { nextElement(of: array, from: $0) }
        }
    }

    /// An element and where the next one begins, for those who change the record in between.
    package func nextElement(of array: Slice, from position: Int?) -> (element: Nested, next: Int?)? {
        guard store[array.start] == 0x5B else { return nil }
        return element(at: position ?? array.start + 1, to: array.end).map { (($0.value, $0.kind), $0.next) }
    }
}

extension Record {
    /// The names of an object's members as the text of an array, in scratch; nil for what is no object.
    package mutating func memberNames(of object: Slice) -> Slice? {
        guard store[object.start] == 0x7B else { return nil }
        let start = store.buffer.count
        store.buffer.append(0x5B)
        var position: Int? = object.start + 1
        while let place = position, let member = member(at: place, to: object.end) {
            position = member.next
            if store.buffer.count > start + 1 { store.buffer.append(0x2C) }
            store.buffer.append(0x22)
            store.buffer.appendCopy(of: member.name)
            store.buffer.append(0x22)
        }
        store.buffer.append(0x5D)
        return Slice(from: start, to: store.buffer.count)
    }
}

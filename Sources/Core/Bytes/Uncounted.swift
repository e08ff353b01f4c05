/// A reference that is not counted, for objects that are looked into for each line or field: counting them there, which takes
/// an atomic operation, would cost more than the look.
///
/// Invariant for the `unsafe` here: whoever makes one holds the object elsewhere for as long as the value is used. Objects of
/// which this is asked are kept in a `let`, or in an array that only grows, beside the value.
@frozen @safe @usableFromInline package struct Uncounted<Object: AnyObject>: BitwiseCopyable {
    @usableFromInline let reference: Unmanaged<Object>

    @inlinable package init(heldElsewhere object: Object) {
        unsafe reference = .passUnretained(object)
    }

    @inlinable @inline(__always) package func look<Result>(_ body: (Object) -> Result) -> Result {
        unsafe reference._withUnsafeGuaranteedRef { body($0) }
    }
}

/// An object, and the same uncounted: `held.uncounted` can be read without counting it.
@frozen @usableFromInline package struct Held<Object: AnyObject> {
    @usableFromInline package let object: Object
    @usableFromInline package let uncounted: Uncounted<Object>

    @inlinable package init(_ object: Object) {
        self.object = object
        uncounted = Uncounted(heldElsewhere: object)
    }
}

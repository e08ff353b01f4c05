import Records

/// What a filter has learnt from a part of its input that a thread has read: not lines, but something that can be added to what
/// was learnt from the parts before it.
///
/// A thread hands it over and touches it no more.
package protocol PartialResult: AnyObject {}

/// Builds a filter of records, over a record and with a run of its own: for another thread.
package typealias FilterMaker<F: Filter & ~Copyable> = @Sendable (FilterRun, inout Record) throws(Failure) -> F

import Glibc

/// A thread of the kernel (pthreads(7)). What it works on it makes itself; what it shares is in a `Monitor`.
package struct Thread: Sendable {
    private let thread: pthread_t

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts it. Throws where the system has no room for another.
    package static func start(_ run: @escaping @Sendable () -> Void) throws(SystemError) -> Thread {
        var thread = pthread_t()
        // Invariant: the reference that is passed is taken over by the thread, or here where there is none.
        let body = unsafe Unmanaged.passRetained(Body(run))
        let code = unsafe pthread_create(
            &thread, nil,
            { context in
                guard let context = unsafe context else { return nil }
                unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard code == 0 else {
            unsafe body.release()
            throw SystemError(call: "pthread_create", code: code)
        }
        return Thread(thread: thread)
    }

    /// Waits for its end; once for each thread.
    package func join() { pthread_join(thread, nil) }
}

import Glibc

/// Sockets that listen, for logs that are sent and not written. Only to this machine: nothing here encrypts, or asks who it is.
package enum Socket {
    package enum Kind: Sendable { case datagrams, connections }

    /// Binds an address of the Internet family: text as inet_pton(3) takes it, no names.
    package static func listen(_ kind: Kind, host: String, port: UInt16) throws(SystemError) -> Descriptor {
        let isSix = host.contains(":")
        let descriptor = try make(isSix ? AF_INET6 : AF_INET, kind)
        var on: Int32 = 1
        // Invariant: the option is an int, as long as is said.
        _ = unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        let failure: SystemError?
        if isSix {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            guard unsafe inet_pton(AF_INET6, host, &address.sin6_addr) == 1 else {
                descriptor.close()
                throw SystemError(call: "inet_pton", code: EINVAL, subject: host)
            }
            failure = bind(descriptor, &address, MemoryLayout<sockaddr_in6>.size)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
                descriptor.close()
                throw SystemError(call: "inet_pton", code: EINVAL, subject: host)
            }
            failure = bind(descriptor, &address, MemoryLayout<sockaddr_in>.size)
        }
        return try begin(descriptor, kind, failure)
    }

    /// Binds a name in the file system, for its owner alone. A socket that nobody listens to any more is replaced.
    package static func listen(_ kind: Kind, path: String) throws(SystemError) -> Descriptor {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = PathText.raw(path)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { throw SystemError(call: "bind", code: ENAMETOOLONG, subject: path) }
        // Invariant: the name and its NUL fit, as was checked.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        if (try? FileStatus(of: path))?.kind == .socket {
            let probe = try make(AF_UNIX, kind)
            let isAlive = unsafe call(&address, MemoryLayout<sockaddr_un>.size) {
                unsafe Glibc.connect(probe.number, $0, $1) == 0
            }
            probe.close()
            if isAlive { throw SystemError(call: "bind", code: EADDRINUSE, subject: path) }
            unlink(path)
        }
        let descriptor = try make(AF_UNIX, kind)
        let mask = umask(0o177)
        let failure = bind(descriptor, &address, MemoryLayout<sockaddr_un>.size)
        _ = umask(mask)
        return try begin(descriptor, kind, failure)
    }

    package static func unlink(_ path: String) { _ = unsafe Glibc.unlink(PathText.bytes(path)) }

    /// The next connection that waits, with who made it; nil for none.
    package static func accept(_ listener: Descriptor) -> (Descriptor, peer: String?)? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        // Invariant: the storage is as long as is said, and holds any address.
        let number = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.accept(listener.number, $0, &length)
            }
        }
        guard number >= 0 else { return nil }
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        return (Descriptor(number: number), text(of: storage))
    }

    package enum Datagram: Equatable {
        case bytes([UInt8], peer: String?)
        case nothing
        case failed(SystemError)
    }

    /// The next datagram that waits.
    package static func receive(_ descriptor: Descriptor) -> Datagram {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        // Invariant: array and storage are as long as is said.
        let count = unsafe bytes.withUnsafeMutableBytes { raw in
            unsafe withUnsafeMutablePointer(to: &storage) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe recvfrom(descriptor.number, raw.baseAddress, raw.count, 0, $0, &length)
                }
            }
        }
        if count >= 0 { return .bytes(Array(bytes.prefix(count)), peer: text(of: storage)) }
        return errno == EAGAIN || errno == EINTR
            ? .nothing : .failed(SystemError(call: "recvfrom", code: errno))
    }

    static func make(_ family: Int32, _ kind: Kind) throws(SystemError) -> Descriptor {
        let type = kind == .datagrams ? SOCK_DGRAM : SOCK_STREAM
        let number = socket(family, Int32(type.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw SystemError(call: "socket", code: errno) }
        return Descriptor(number: number)
    }

    /// Invariant: `address` is `size` bytes of a socket address.
    static func call<Address, T>(
        _ address: inout Address, _ size: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T
    ) -> T {
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(size)) }
        }
    }

    private static func bind<Address>(_ descriptor: Descriptor, _ address: inout Address, _ size: Int) -> SystemError? {
        let isBound = unsafe call(&address, size) { unsafe Glibc.bind(descriptor.number, $0, $1) == 0 }
        return isBound ? nil : SystemError(call: "bind", code: errno)
    }

    private static func begin(
        _ descriptor: Descriptor, _ kind: Kind, _ failure: SystemError?
    ) throws(SystemError) -> Descriptor {
        var failure = failure
        if failure == nil, kind == .connections, Glibc.listen(descriptor.number, 64) != 0 {
            failure = SystemError(call: "listen", code: errno)
        }
        if let failure {
            descriptor.close()
            throw failure
        }
        // What comes in a burst waits here; what does not fit is lost, as the protocol has it.
        var size: Int32 = 4 << 20
        _ = unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    /// `127.0.0.1:40312`, `[::1]:40312`; nil for senders without an address.
    private static func text(of storage: sockaddr_storage) -> String? {
        var storage = storage
        var name = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        switch Int32(storage.ss_family) {
        case AF_INET:
            // Invariant: the family says what is in the storage.
            let address = unsafe withUnsafeBytes(of: &storage) { unsafe $0.load(as: sockaddr_in.self) }
            var host = address.sin_addr
            guard unsafe inet_ntop(AF_INET, &host, &name, socklen_t(name.count)) != nil else { return nil }
            return "\(string(name)):\(UInt16(bigEndian: address.sin_port))"
        case AF_INET6:
            let address = unsafe withUnsafeBytes(of: &storage) { unsafe $0.load(as: sockaddr_in6.self) }
            var host = address.sin6_addr
            guard unsafe inet_ntop(AF_INET6, &host, &name, socklen_t(name.count)) != nil else { return nil }
            return "[\(string(name))]:\(UInt16(bigEndian: address.sin6_port))"
        default: return nil
        }
    }

    private static func string(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

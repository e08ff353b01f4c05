import Glibc

extension Socket {
    /// A socket of datagrams that speaks to one address alone, an Internet one as inet_pton(3) takes it: what others send does not come in.
    package static func connect(datagramsTo host: String, port: UInt16) throws(SystemError) -> Descriptor {
        let isSix = host.contains(":")
        let descriptor = try make(isSix ? AF_INET6 : AF_INET, .datagrams)
        let isConnected: Bool
        if isSix {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            // Invariant: the address is of the family that is said.
            isConnected =
                unsafe inet_pton(AF_INET6, host, &address.sin6_addr) == 1
                && call(&address, MemoryLayout<sockaddr_in6>.size) {
                    unsafe Glibc.connect(descriptor.number, $0, $1) == 0
                }
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            isConnected =
                unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1
                && call(&address, MemoryLayout<sockaddr_in>.size) {
                    unsafe Glibc.connect(descriptor.number, $0, $1) == 0
                }
        }
        guard isConnected else {
            let code = errno
            descriptor.close()
            throw SystemError(call: "connect", code: code == 0 ? EINVAL : code, subject: host)
        }
        return descriptor
    }

    /// Sends one datagram; false where it could not be.
    package static func send(_ bytes: [UInt8], to descriptor: Descriptor) -> Bool {
        // Invariant: the array has as many bytes as is said.
        let count = unsafe bytes.withUnsafeBytes {
            unsafe Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        return count == bytes.count
    }
}

import CPCRE2

extension CompiledPattern {
    static func message(of code: Int32) -> String {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { buffer in
            // Invariant: PCRE2 writes at most the given number of bytes and returns how many.
            let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
            return unsafe String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
        }
    }

    /// Reads PCRE2's name table: `count` entries of `size` bytes, each the group's number in two bytes, high first,
    /// and its name, ended by NUL (pcre2api(3), "Information about a compiled pattern").
    static func names(of code: OpaquePointer) -> [NamedGroup] {
        var count: UInt32 = 0
        var size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        guard unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count) == 0, count > 0,
            unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size) == 0,
            unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table) == 0, let table = unsafe table
        else { return [] }
        let groups = (0..<Int(count)).map { index in
            // Invariant: the table has count × size bytes and lives as long as the code.
            let entry = unsafe table + index * Int(size)
            let number = unsafe Int(entry[0]) << 8 | Int(entry[1])
            let name = unsafe UnsafeBufferPointer(start: entry + 2, count: Int(size) - 2).prefix { $0 != 0 }
            return NamedGroup(name: String(decoding: name, as: UTF8.self), number: number)
        }
        return groups.sorted { $0.number < $1.number }
    }
}

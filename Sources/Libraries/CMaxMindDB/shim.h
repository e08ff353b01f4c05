// libmaxminddb, the reader of MaxMind DB files: https://maxmind.github.io/MaxMind-DB/
#include <maxminddb.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Declared only for those who ask for GNU's extensions; this is its prototype (memfd_create(2)).
extern int memfd_create(const char *name, unsigned int flags);

// Opens a database that is in memory. The library maps files; one that shrinks while it is mapped, which `cp` over it does,
// would kill the process. So it gets a copy that nobody else can reach.
static inline int weir_mmdb_open(const uint8_t *bytes, size_t length, MMDB_s *database) {
    int file = memfd_create("maxminddb", 1 /* MFD_CLOEXEC */);
    if (file < 0) return MMDB_IO_ERROR;
    size_t done = 0;
    while (done < length) {
        ssize_t count = write(file, bytes + done, length - done);
        if (count <= 0) {
            close(file);
            return MMDB_OUT_OF_MEMORY_ERROR;
        }
        done += (size_t)count;
    }
    char name[32];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    int status = MMDB_open(name, MMDB_MODE_MMAP, database);
    close(file);
    return status;
}

// Looks an address up, four or sixteen bytes in network order. Returns a status of the library; *found says the rest.
static inline int weir_mmdb_find(const MMDB_s *database, const uint8_t *address, int is_v6, MMDB_entry_s *entry, int *found) {
    int status = MMDB_SUCCESS;
    MMDB_lookup_result_s result;
    if (is_v6) {
        struct sockaddr_in6 socket = {.sin6_family = AF_INET6};
        memcpy(&socket.sin6_addr, address, 16);
        result = MMDB_lookup_sockaddr(database, (const struct sockaddr *)&socket, &status);
    } else {
        struct sockaddr_in socket = {.sin_family = AF_INET};
        memcpy(&socket.sin_addr, address, 4);
        result = MMDB_lookup_sockaddr(database, (const struct sockaddr *)&socket, &status);
    }
    *found = status == MMDB_SUCCESS && result.found_entry;
    *entry = result.entry;
    return status;
}

// A value of an entry. The library's own type is a union, which is awkward to reach from Swift.
typedef struct {
    enum { WEIR_MMDB_NONE, WEIR_MMDB_TEXT, WEIR_MMDB_DOUBLE, WEIR_MMDB_UNSIGNED, WEIR_MMDB_SIGNED, WEIR_MMDB_FLAG } kind;
    const uint8_t *text;
    size_t length;
    double number;
    uint64_t integer;
} weir_mmdb_value;

// The value at the end of a path of names and indices, the last of which is NULL.
static inline int weir_mmdb_get(MMDB_entry_s *entry, const char *const *path, weir_mmdb_value *value) {
    MMDB_entry_data_s data;
    memset(value, 0, sizeof *value);
    int status = MMDB_aget_value(entry, &data, path);
    if (status == MMDB_LOOKUP_PATH_DOES_NOT_MATCH_DATA_ERROR) return MMDB_SUCCESS;
    if (status != MMDB_SUCCESS || !data.has_data) return status;
    switch (data.type) {
    case MMDB_DATA_TYPE_UTF8_STRING:
        value->kind = WEIR_MMDB_TEXT;
        value->text = (const uint8_t *)data.utf8_string;
        value->length = data.data_size;
        break;
    case MMDB_DATA_TYPE_DOUBLE:
        value->kind = WEIR_MMDB_DOUBLE;
        value->number = data.double_value;
        break;
    case MMDB_DATA_TYPE_FLOAT:
        value->kind = WEIR_MMDB_DOUBLE;
        value->number = (double)data.float_value;
        break;
    case MMDB_DATA_TYPE_UINT16:
        value->kind = WEIR_MMDB_UNSIGNED;
        value->integer = data.uint16;
        break;
    case MMDB_DATA_TYPE_UINT32:
        value->kind = WEIR_MMDB_UNSIGNED;
        value->integer = data.uint32;
        break;
    case MMDB_DATA_TYPE_UINT64:
        value->kind = WEIR_MMDB_UNSIGNED;
        value->integer = data.uint64;
        break;
    case MMDB_DATA_TYPE_INT32:
        value->kind = WEIR_MMDB_SIGNED;
        value->integer = (uint64_t)(int64_t)data.int32;
        break;
    case MMDB_DATA_TYPE_BOOLEAN:
        value->kind = WEIR_MMDB_FLAG;
        value->integer = data.boolean;
        break;
    default: break;
    }
    return status;
}

// sched_setattr(2): the C library has no function for it before glibc 2.41, and Swift cannot call the variadic syscall(2).
#ifndef WEIR_SCHEDULING_H
#define WEIR_SCHEDULING_H

#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Asks for time slices of so many nanoseconds for the calling thread, if it is scheduled as usual; all else stays as it is.
static inline int weir_request_slice(uint64_t nanoseconds) {
    // struct sched_attr of the first version, SCHED_ATTR_SIZE_VER0.
    struct {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
    } attributes = {0};
    if (syscall(SYS_sched_getattr, 0, &attributes, sizeof attributes, 0) != 0 || attributes.policy != 0) return -1;
    attributes.runtime = nanoseconds;
    return (int)syscall(SYS_sched_setattr, 0, &attributes, 0);
}

#endif

// Sixteen bytes at a time. What Swift has no name for is a comparison's outcome as an integer (PMOVMSKB): its own SIMD
// masks become scalar code. Everything here is inlined, and reads up to 63 bytes behind what it is told of: callers have 64
// there.
#ifndef WEIR_VECTOR_H
#define WEIR_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define WEIR_INLINE static inline __attribute__((always_inline))

typedef uint8_t weir_vector __attribute__((vector_size(16)));
typedef int8_t weir_signed_vector __attribute__((vector_size(16)));

WEIR_INLINE weir_vector weir_load(const uint8_t *bytes) {
    weir_vector vector;
    memcpy(&vector, bytes, sizeof vector);
    return vector;
}

/// The position of the first byte of a comparison's outcome that is not zero; 16 where all are.
WEIR_INLINE unsigned weir_first(weir_vector outcome) {
#if defined(__SSE2__)
    typedef char mask_source __attribute__((vector_size(16)));
    return (unsigned)__builtin_ctz((unsigned)__builtin_ia32_pmovmskb128((mask_source)outcome) | 0x10000u);
#else
    uint64_t words[2];
    memcpy(words, &outcome, sizeof words);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    words[0] = __builtin_bswap64(words[0]);
    words[1] = __builtin_bswap64(words[1]);
#endif
    if (words[0]) return (unsigned)__builtin_ctzll(words[0]) >> 3;
    return words[1] ? 8 + ((unsigned)__builtin_ctzll(words[1]) >> 3) : 16;
#endif
}

/// The first position from `from` on, and before `end`, whose byte is one of `count` (1 to 4); `end` where there is none.
/// @param stops each of them sixteen times.
WEIR_INLINE size_t weir_find(const uint8_t *text, size_t from, size_t end, const uint8_t *stops, int count) {
    weir_vector one = weir_load(stops), two = one, three = one, four = one;
    if (count > 1) two = weir_load(stops + 16);
    if (count > 2) three = weir_load(stops + 32);
    if (count > 3) four = weir_load(stops + 48);
    for (; from < end; from += 16) {
        weir_vector bytes = weir_load(text + from);
        weir_vector hits = (weir_vector)(bytes == one);
        if (count > 1) hits |= (weir_vector)(bytes == two);
        if (count > 2) hits |= (weir_vector)(bytes == three);
        if (count > 3) hits |= (weir_vector)(bytes == four);
        unsigned first = weir_first(hits);
        if (first < 16) {
            size_t found = from + first;
            return found < end ? found : end;
        }
    }
    return end;
}

/// A comparison's outcome, a bit for each byte.
WEIR_INLINE unsigned weir_bits(weir_vector outcome) {
#if defined(__SSE2__)
    typedef char mask_source __attribute__((vector_size(16)));
    return (unsigned)__builtin_ia32_pmovmskb128((mask_source)outcome);
#else
    unsigned bits = 0;
    for (int place = 0; place < 16; place++) bits |= (unsigned)(outcome[place] & 1) << place;
    return bits;
#endif
}

/// Four comparisons' outcomes, a bit for each byte.
WEIR_INLINE uint64_t weir_joined(weir_vector one, weir_vector two, weir_vector three, weir_vector four) {
    uint64_t low = weir_bits(one) | weir_bits(two) << 16, high = weir_bits(three) | weir_bits(four) << 16;
    return low | high << 32;
}

/// Which of sixteen bytes stand in two words too, that were loaded from memory like them: a bit for each.
WEIR_INLINE unsigned weir_same(const uint8_t *text, uint64_t low, uint64_t high) {
    typedef uint64_t weir_pair __attribute__((vector_size(16)));
    return weir_bits((weir_vector)(weir_load(text) == (weir_vector)(weir_pair){low, high}));
}

/// Which of sixteen bytes are no decimal digits: a bit for each, and one more that is always set.
WEIR_INLINE unsigned weir_no_digits(const uint8_t *text) {
    return weir_bits((weir_vector)((weir_vector)(weir_load(text) - 0x30) < 10)) ^ 0x1FFFFu;
}

/// The same number, which a compiler does not know to be the same: what is made of it does not wait for what it is compared with.
WEIR_INLINE size_t weir_apart(size_t number) {
    __asm__("" : "+r"(number));
    return number;
}

/// A branch with this in it stays one, for the processor to foresee, and does not become a choice that waits for both.
WEIR_INLINE void weir_keep_branch(void) { __asm__ volatile(""); }

/// The smaller one; mostly that is `found`, which is not made to wait for `end`.
WEIR_INLINE size_t weir_at_most(size_t found, size_t end) {
    if (__builtin_expect(found > end, 0)) {
        weir_keep_branch();
        return end;
    }
    return found;
}

WEIR_INLINE weir_vector weir_any_of(weir_vector bytes, const uint8_t *stops, int count) {
    weir_vector hits = (weir_vector)(bytes == weir_load(stops));
    if (count > 1) hits |= (weir_vector)(bytes == weir_load(stops + 16));
    if (count > 2) hits |= (weir_vector)(bytes == weir_load(stops + 32));
    if (count > 3) hits |= (weir_vector)(bytes == weir_load(stops + 48));
    return hits;
}

/// As `weir_find`, with the branches laid out for what follows to be begun before it is known. Two vectors at once, then four: most
/// runs end within the same step then, whatever their lengths, and a step too many that was foreseen costs more than a vector.
WEIR_INLINE size_t weir_until(const uint8_t *text, size_t from, size_t end, const uint8_t *stops, int count) {
    unsigned low = weir_bits(weir_any_of(weir_load(text + from), stops, count));
    unsigned bits = low | weir_bits(weir_any_of(weir_load(text + from + 16), stops, count)) << 16;
    if (bits) return weir_at_most(from + (unsigned)__builtin_ctz(bits), end);
    for (from = weir_apart(from) + 32; from < end; from += 64) {
        const uint8_t *block = text + from;
        uint64_t more = weir_joined(
            weir_any_of(weir_load(block), stops, count), weir_any_of(weir_load(block + 16), stops, count),
            weir_any_of(weir_load(block + 32), stops, count), weir_any_of(weir_load(block + 48), stops, count));
        if (more) return weir_at_most(from + (unsigned)__builtin_ctzll(more), end);
    }
    return end;
}

/// Which bytes lie in one of `count` (1 to 3) ranges.
/// @param ranges of each the first byte sixteen times, then how many more it has, sixteen times.
WEIR_INLINE weir_vector weir_within(weir_vector bytes, const uint8_t *ranges, int count) {
    weir_vector within = (weir_vector)((weir_vector)(bytes - weir_load(ranges)) <= weir_load(ranges + 16));
    if (count > 1) within |= (weir_vector)((weir_vector)(bytes - weir_load(ranges + 32)) <= weir_load(ranges + 48));
    if (count > 2) within |= (weir_vector)((weir_vector)(bytes - weir_load(ranges + 64)) <= weir_load(ranges + 80));
    return within;
}

/// The first position from `from` on, and before `end`, whose byte lies in none of `count` (1 to 3) ranges; `end` where there is
/// none.
WEIR_INLINE size_t weir_span(const uint8_t *text, size_t from, size_t end, const uint8_t *ranges, int count) {
    unsigned bits = weir_bits(weir_within(weir_load(text + from), ranges, count)) ^ 0xFFFFu;
    if (bits) return weir_at_most(from + (unsigned)__builtin_ctz(bits), end);
    for (from += 16; from < end; from += 16) {
        bits = weir_bits(weir_within(weir_load(text + from), ranges, count)) ^ 0xFFFFu;
        if (bits) return weir_at_most(from + (unsigned)__builtin_ctz(bits), end);
    }
    return end;
}

/// `count` positions further, if what lies between is all in a range; 0 if not.
/// @param places a bit for each of them, sixteen at most.
WEIR_INLINE size_t weir_exactly(const uint8_t *text, size_t from, const uint8_t *range, size_t count, unsigned places) {
    if (~weir_bits(weir_within(weir_load(text + from), range, 1)) & places) {
        weir_keep_branch();
        return 0;
    }
    return from + count;
}

/// As `weir_until` with one byte, or two, to stop at.
WEIR_INLINE size_t weir_until_byte(const uint8_t *text, size_t from, size_t end, uint8_t stop) {
    weir_vector one = (weir_vector){0} + stop;
    for (; from < end; from += 16) {
        unsigned bits = weir_bits((weir_vector)(weir_load(text + from) == one));
        if (bits) return weir_at_most(from + (unsigned)__builtin_ctz(bits), end);
    }
    return end;
}

WEIR_INLINE size_t weir_until_either(const uint8_t *text, size_t from, size_t end, uint8_t stop, uint8_t other) {
    weir_vector one = (weir_vector){0} + stop, two = (weir_vector){0} + other;
    for (; from < end; from += 16) {
        weir_vector bytes = weir_load(text + from);
        unsigned bits = weir_bits((weir_vector)(bytes == one) | (weir_vector)(bytes == two));
        if (bits) return weir_at_most(from + (unsigned)__builtin_ctz(bits), end);
    }
    return end;
}

/// Which bytes are no ASCII, or controls or backslashes. As signed numbers, what is not ASCII lies below the controls.
WEIR_INLINE weir_vector weir_odd(weir_vector bytes) {
    return (weir_vector)((weir_signed_vector)bytes < 0x20) | (weir_vector)(bytes == 0x5C);
}

/// Where a line ends, and whether it is known to be plain.
typedef struct {
    size_t place;
    bool plain;
} weir_line;

/// The position of the first newline from `from` on, and before `end`; `end` where there is none. What stands before it is plain
/// where `weir_is_plain` says so; not all that is plain is said to be.
WEIR_INLINE weir_line weir_line_end(const uint8_t *text, size_t from, size_t end) {
    // Four vectors at a time, up to those that have something in them.
    for (; from < end; from += 64) {
        const uint8_t *block = text + from;
        weir_vector one = weir_odd(weir_load(block)), two = weir_odd(weir_load(block + 16));
        weir_vector three = weir_odd(weir_load(block + 32)), four = weir_odd(weir_load(block + 48));
        if (!weir_bits((one | two) | (three | four))) continue;
        size_t place = from + (unsigned)__builtin_ctzll(weir_joined(one, two, three, four));
        if (place >= end) break;
        if (text[place] == 0x0A) return (weir_line){place, true};
        const uint8_t *found = (const uint8_t *)memchr(text + place, 0x0A, end - place);
        return (weir_line){found ? (size_t)(found - text) : end, false};
    }
    return (weir_line){end, true};
}

/// Whether all bytes are ASCII without controls and backslashes.
WEIR_INLINE int weir_is_plain(const uint8_t *text, size_t count) {
    weir_vector odd = {0};
    size_t position = 0;
    for (; position + 16 <= count; position += 16) odd |= weir_odd(weir_load(text + position));
    if (weir_first(odd) < 16) return 0;
    return weir_first(weir_odd(weir_load(text + position))) >= count - position;
}

/// A bit for each of 64 bytes, the first byte's the lowest: which of them are of a class.
typedef struct {
    uint64_t spaces;      // up to 0x20
    uint64_t breaks;      // those, and =
    uint64_t digits;
    uint64_t words;       // letters and digits
    uint64_t hex_letters; // a to f
    uint64_t dots;
    uint64_t joints;      // dots and colons
    uint64_t minuses;
} weir_classes;

WEIR_INLINE weir_classes weir_classify(const uint8_t *text) {
    weir_classes classes = {0};
    for (int part = 0; part < 64; part += 16) {
        weir_vector bytes = weir_load(text + part);
        weir_vector lower = bytes | 0x20;
        weir_vector spaces = (weir_vector)(bytes <= 0x20);
        weir_vector digits = (weir_vector)((weir_vector)(bytes - 0x30) < 10);
        weir_vector letters = (weir_vector)((weir_vector)(lower - 0x61) < 26);
        weir_vector dots = (weir_vector)(bytes == 0x2E);
        classes.spaces |= (uint64_t)weir_bits(spaces) << part;
        classes.breaks |= (uint64_t)weir_bits(spaces | (weir_vector)(bytes == 0x3D)) << part;
        classes.digits |= (uint64_t)weir_bits(digits) << part;
        classes.words |= (uint64_t)weir_bits(digits | letters) << part;
        classes.hex_letters |= (uint64_t)weir_bits((weir_vector)((weir_vector)(lower - 0x61) < 6)) << part;
        classes.dots |= (uint64_t)weir_bits(dots) << part;
        classes.joints |= (uint64_t)weir_bits(dots | (weir_vector)(bytes == 0x3A)) << part;
        classes.minuses |= (uint64_t)weir_bits((weir_vector)(bytes == 0x2D)) << part;
    }
    return classes;
}

#endif

/* Instances of str_search.h for the three widths of unicode texts.  A needle
 * wider than the text cannot occur (texts have their smallest width); a
 * narrower one is widened first. */
#include "text_search.h"

#define CHAR uint8_t
#define SEARCH(name) u8_##name
#include "str_search.h"
#undef CHAR
#undef SEARCH
#define CHAR uint16_t
#define SEARCH(name) u16_##name
#include "str_search.h"
#undef CHAR
#undef SEARCH
#define CHAR uint32_t
#define SEARCH(name) u32_##name
#include "str_search.h"
#undef CHAR
#undef SEARCH

bool bytes_are_ascii(const char *data, int64_t length)
{
    uint64_t all = 0, word;
    int64_t i = 0;

    for (; i + 8 <= length; i += 8) {
        memcpy(&word, data + i, 8);
        all |= word;
    }
    for (; i < length; i++)
        all |= (unsigned char)data[i];
    return (all & 0x8080808080808080) == 0;
}

enum { ROOM = 32 }; /* units that are widened on the stack */

/* part's units at that width, which is not smaller: its own, in the room, or
 * in memory; NULL without memory for them. */
static const void *widen(PyUnicode *part, int kind, uint32_t room[ROOM])
{
    void *units = room;

    if (part->kind == kind)
        return part->data;
    if (part->length > ROOM)
        units = gc_bytes((size_t)part->length * (size_t)kind);
    for (int64_t i = 0; units && i < part->length; i++)
        if (kind == 2)
            ((uint16_t *)units)[i] = (uint8_t)part->data[i];
        else
            ((uint32_t *)units)[i] = unicode_at(part, i);
    return units;
}

/* The search without memory: position by position. */
static int64_t first_match(PyUnicode *u, PyUnicode *part, int64_t start,
                           int64_t stop)
{
    err_clear();
    for (int64_t i = start; i <= stop - part->length; i++)
        if (text_matches(u, part, i))
            return i;
    return -1;
}

static int64_t last_match(PyUnicode *u, PyUnicode *part, int64_t start,
                          int64_t stop)
{
    err_clear();
    for (int64_t i = stop - part->length; i >= start; i--)
        if (text_matches(u, part, i))
            return i;
    return -1;
}

static int64_t count_matches(PyUnicode *u, PyUnicode *part, int64_t start,
                             int64_t stop, int64_t max)
{
    int64_t n = 0, at = start;

    while (n < max && (at = first_match(u, part, at, stop)) >= 0) {
        at += part->length;
        n++;
    }
    return n;
}

/* Calls one width's function on u[start:stop] and part. */
#define BY_WIDTH(function, ...)                                                \
    (u->kind == 1                                                              \
         ? u8_##function((const uint8_t *)u->data + start, stop - start,       \
                         needle, part->length, ##__VA_ARGS__)                  \
     : u->kind == 2                                                            \
         ? u16_##function((const uint16_t *)u->data + start, stop - start,     \
                          needle, part->length, ##__VA_ARGS__)                 \
         : u32_##function((const uint32_t *)u->data + start, stop - start,     \
                          needle, part->length, ##__VA_ARGS__))

int64_t text_find(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop)
{
    uint32_t room[ROOM];
    const void *needle;
    int64_t at;

    if (stop - start < part->length || part->kind > u->kind)
        return -1;
    needle = widen(part, u->kind, room);
    if (!needle)
        return first_match(u, part, start, stop);
    at = BY_WIDTH(find);
    return at < 0 ? -1 : at + start;
}

int64_t text_rfind(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop)
{
    uint32_t room[ROOM];
    const void *needle;
    int64_t at;

    if (stop - start < part->length || part->kind > u->kind)
        return -1;
    needle = widen(part, u->kind, room);
    if (!needle)
        return last_match(u, part, start, stop);
    at = BY_WIDTH(rfind);
    return at < 0 ? -1 : at + start;
}

int64_t text_count(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop,
                   int64_t max)
{
    uint32_t room[ROOM];
    const void *needle;

    if (stop < start || part->kind > u->kind)
        return 0;
    if (part->length == 0)
        return stop - start < max ? stop - start + 1 : max;
    needle = widen(part, u->kind, room);
    return needle ? BY_WIDTH(count, max)
                  : count_matches(u, part, start, stop, max);
}

int64_t text_find_char(PyUnicode *u, uint32_t c, int64_t start, int64_t stop)
{
    if (u->kind == 1) {
        int64_t at = c > 255 ? -1
                             : u8_find_unit((const uint8_t *)u->data + start,
                                            stop - start, (uint8_t)c);

        return at < 0 ? -1 : at + start;
    }
    for (int64_t i = start; i < stop; i++)
        if (unicode_at(u, i) == c)
            return i;
    return -1;
}

bool text_matches(PyUnicode *u, PyUnicode *part, int64_t at)
{
    if (part->kind == u->kind)
        return memcmp(u->data + at * u->kind, part->data,
                      (size_t)(part->length * u->kind)) == 0;
    for (int64_t i = 0; i < part->length; i++)
        if (unicode_at(u, at + i) != unicode_at(part, i))
            return false;
    return true;
}

/* The encodings of one byte per character. */
#include "charsets/charmap.h"

#include "charsets/name_list.h"

#include <stdatomic.h>
#include <stdlib.h>

static const Charmap charmaps[] = {
#define CHARMAP(names, ...) {names, {__VA_ARGS__}},
#include "charsets/charmaps.def"
};

enum { CHARMAP_COUNT = sizeof charmaps / sizeof charmaps[0] };

const Charmap *charmap_find(const char *name)
{
    for (int i = 0; i < CHARMAP_COUNT; i++)
        if (name_list_has(charmaps[i].names, name))
            return &charmaps[i];
    return NULL;
}

/* Bytes by character.  Of several for one character the last one counts. */
typedef struct Inverse {
    int16_t low[256];   /* the byte of a character below 256, -1: none */
    uint8_t order[256]; /* bytes by their characters, equal ones in order */
} Inverse;

static void fill(Inverse *inv, const Charmap *m)
{
    for (int i = 0; i < 256; i++)
        inv->low[i] = -1;
    for (int i = 0; i < 256; i++) {
        int at = i;

        if (m->chars[i] < 256)
            inv->low[m->chars[i]] = (int16_t)i;
        for (; at > 0 && m->chars[inv->order[at - 1]] > m->chars[i]; at--)
            inv->order[at] = inv->order[at - 1];
        inv->order[at] = (uint8_t)i;
    }
}

/* Made on first use and never freed; NULL: no memory. */
static const Inverse *inverse_of(const Charmap *m)
{
    static Inverse *_Atomic made[CHARMAP_COUNT];
    Inverse *_Atomic *place = &made[m - charmaps];
    Inverse *inv = atomic_load_explicit(place, memory_order_acquire);
    Inverse *first = NULL;

    if (inv || !(inv = malloc(sizeof *inv)))
        return inv;
    fill(inv, m);
    /* Another thread may have been quicker; its result is the same. */
    if (atomic_compare_exchange_strong(place, &first, inv))
        return inv;
    free(inv);
    return first;
}

int charmap_byte(const Charmap *m, uint32_t c)
{
    const Inverse *inv = inverse_of(m);
    int low = 0, high = 256;

    if (c == CHARMAP_UNDEFINED)
        return -1;
    if (!inv) {
        while (high-- > 0 && m->chars[high] != c)
            continue;
        return high;
    }
    if (c < 256)
        return inv->low[c];
    while (low < high) {
        int mid = (low + high) / 2;

        if (m->chars[inv->order[mid]] <= c)
            low = mid + 1;
        else
            high = mid;
    }
    return low > 0 && m->chars[inv->order[low - 1]] == c ? inv->order[low - 1]
                                                         : -1;
}

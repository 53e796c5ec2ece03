/* The character sets of East Asia: charset_tables.def unpacked on first use,
 * into a table by code and one by character.  Tables are never changed once
 * published, nor freed: readers take no lock. */
#include "charsets/multibyte.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

enum {
    ROWS = 128,     /* first bytes from 0x80 on */
    PAGES = 0x300,  /* of 256 characters: up to U+2FFFF */
    PAIRS_MAX = 32, /* characters with a mark, of one set */
    FAR_FIRST = 128,
    FAR_ABSOLUTE = 255,
    NEAR_BIAS = 64,
    FAR_BIAS = 16256
};

struct Charset {
    uint32_t chars[ROWS * 256]; /* by code, less 0x8000 */
    uint16_t *pages[PAGES];     /* codes by character; NULL: none */
    struct {
        uint16_t c, mark, code;
    } pairs[PAIRS_MAX];
    int pair_count;
};

static const struct {
    CharsetId base;
    const char *differences, *exceptions; /* base64 */
} tables[CHARSET_COUNT] = {
#define TABLE(name, base, differences, exceptions)                             \
    [CHARSET_##name] = {CHARSET_##base, differences, exceptions},
#include "charsets/charset_tables.def"
};

/* --- unpacking ------------------------------------------------------------ */

typedef struct Reader {
    const char *p;
    uint32_t bits;
    int count; /* of bits */
} Reader;

static unsigned digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (unsigned)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (unsigned)(c - 'a' + 26);
    return c == '+' ? 62 : c == '/' ? 63 : (unsigned)(c - '0' + 52);
}

/* The next byte; -1 at the end. */
static int next_byte(Reader *r)
{
    while (r->count < 8) {
        if (*r->p == 0 || *r->p == '=')
            return -1;
        r->bits = r->bits << 6 | digit(*r->p++);
        r->count += 6;
    }
    r->count -= 8;
    return (int)(r->bits >> r->count & 255);
}

static int next_number(Reader *r, int bytes)
{
    int n = next_byte(r);

    while (n >= 0 && --bytes > 0)
        n = n << 8 | next_byte(r);
    return n;
}

/* The next character of a run, by how far it is from the one behind *last. */
static uint32_t next_char(Reader *r, int32_t *last)
{
    int step = next_byte(r);

    if (step == FAR_ABSOLUTE) {
        int32_t c = next_number(r, 3);
        bool is_pair = c & 0x800000;

        *last = c & 0x7fffff;
        return is_pair ? CHAR_PAIR | (uint32_t)next_number(r, 2) << 16 |
                             (uint32_t)*last
                       : (uint32_t)*last;
    }
    *last += 1 + (step < FAR_FIRST
                      ? step - NEAR_BIAS
                      : ((step - FAR_FIRST) << 8 | next_byte(r)) - FAR_BIAS);
    return (uint32_t)*last;
}

static void apply_differences(Charset *cs, CharsetId id)
{
    Reader r = {tables[id].differences};
    int32_t last = 0;

    if (tables[id].base)
        apply_differences(cs, tables[id].base);
    for (int gap, code = 0; (gap = next_number(&r, 2)) >= 0;) {
        int count = next_number(&r, 2);

        for (code += gap; count > 0; count--)
            cs->chars[code++ - ROWS * 256] = next_char(&r, &last);
    }
}

static bool set_code(Charset *cs, uint32_t c, unsigned code)
{
    uint16_t **page = &cs->pages[c >> 8];

    if (!*page && !(*page = calloc(256, sizeof **page)))
        return false;
    (*page)[c & 255] = (uint16_t)code;
    return true;
}

static bool add_code(Charset *cs, unsigned code)
{
    uint32_t c = cs->chars[code - ROWS * 256];

    if (c == 0)
        return true;
    if (!(c & CHAR_PAIR))
        return set_code(cs, c, code);
    cs->pairs[cs->pair_count].c = (uint16_t)c;
    cs->pairs[cs->pair_count].mark = (uint16_t)(c >> 16 & 0x7fff);
    cs->pairs[cs->pair_count++].code = (uint16_t)code;
    return true;
}

/* Of several codes that stand for a character the first of the first plane
 * encodes it, or else the last of the second; the exceptions apart. */
static bool fill_pages(Charset *cs, CharsetId id)
{
    Reader r = {tables[id].exceptions};

    for (unsigned code = 0x8000; code <= 0xffff; code++)
        if (!(code & 0x80) && !add_code(cs, code))
            return false;
    for (unsigned code = 0xffff; code >= 0x8000; code--)
        if (code & 0x80 && !add_code(cs, code))
            return false;
    for (int c; (c = next_number(&r, 3)) >= 0;)
        if (!set_code(cs, (uint32_t)c, (unsigned)next_number(&r, 2)))
            return false;
    return true;
}

static void drop(Charset *cs)
{
    for (int i = 0; cs && i < PAGES; i++)
        free(cs->pages[i]);
    free(cs);
}

const Charset *charset_load(CharsetId id)
{
    static Charset *_Atomic loaded[CHARSET_COUNT];
    Charset *cs = atomic_load_explicit(&loaded[id], memory_order_acquire);
    Charset *first = NULL;

    if (cs)
        return cs;
    cs = calloc(1, sizeof *cs);
    if (!cs)
        return NULL;
    apply_differences(cs, id);
    if (!fill_pages(cs, id)) {
        drop(cs);
        return NULL;
    }
    /* Another thread may have been quicker; its table is the same. */
    if (atomic_compare_exchange_strong(&loaded[id], &first, cs))
        return cs;
    drop(cs);
    return first;
}

/* --- looking up ----------------------------------------------------------- */

uint32_t charset_char(const Charset *cs, unsigned code)
{
    return code < 0x8000 || code > 0xffff ? 0 : cs->chars[code - ROWS * 256];
}

unsigned charset_code(const Charset *cs, uint32_t c)
{
    const uint16_t *page = c >> 8 < PAGES ? cs->pages[c >> 8] : NULL;

    return page ? page[c & 255] : 0;
}

bool charset_starts_pair(const Charset *cs, uint32_t c)
{
    for (int i = 0; i < cs->pair_count; i++)
        if (cs->pairs[i].c == c)
            return true;
    return false;
}

unsigned charset_pair(const Charset *cs, uint32_t c, uint32_t mark)
{
    for (int i = 0; i < cs->pair_count; i++)
        if (cs->pairs[i].c == c && cs->pairs[i].mark == mark)
            return cs->pairs[i].code;
    return 0;
}

/* --- four bytes of gb18030 ------------------------------------------------ */

enum {
    FIRST_ASTRAL = 189000 /* the number of U+10000 */
};

static const struct {
    uint16_t first, last, number;
} ranges[] = {
#define RANGE(first, last, number) {first, last, number},
#include "charsets/charset_tables.def"
};

static const int range_count = sizeof ranges / sizeof *ranges;

int32_t gb18030_number(uint32_t c)
{
    if (c >= 0x10000)
        return (int32_t)(c - 0x10000 + FIRST_ASTRAL);
    for (int i = 0; i < range_count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return (int32_t)(c - ranges[i].first + ranges[i].number);
    return -1;
}

uint32_t gb18030_char(int32_t number)
{
    if (number >= FIRST_ASTRAL)
        return number - FIRST_ASTRAL < 0x100000
                   ? (uint32_t)(number - FIRST_ASTRAL + 0x10000)
                   : 0;
    for (int i = 0; i < range_count; i++)
        if (number >= ranges[i].number &&
            number <= ranges[i].number + ranges[i].last - ranges[i].first)
            return (uint32_t)(number - ranges[i].number + ranges[i].first);
    return 0;
}

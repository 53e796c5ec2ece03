/* Encodings of seven bits that shift between character sets: ISO 2022, where
 * escape sequences say which sets stand behind the bytes, and hz (RFC 1843),
 * ascii with GB 2312 between ~{ and ~}. */
#include "charsets/multibyte.h"

#include "charsets/charmap.h"

#include <string.h>

enum {
    ESC = 0x1b,
    SHIFT_OUT = 0x0e,
    SHIFT_IN = 0x0f,
    LONGEST_ESCAPE = 16,
    WIDE = 0x80, /* in ShiftState.g: a set of two bytes */
    ASCII = 'B'
};

/* A set of an ISO 2022 encoding: the end of its escape sequence, where it goes,
 * and how a character of it becomes a code of `table` or a byte. */
typedef struct IsoSet {
    uint8_t mark;
    uint8_t g;
    CharsetId table;
    uint16_t bits; /* of a code, beside those of the two bytes */
    bool is_decoded_only;
} IsoSet;

enum {
    FIRST_PLANE = 0x8080,
    SECOND_PLANE = 0x8000 /* in bits: behind 8f in EUC */
};

typedef enum SetId {
    SET_none,
    SET_jisx0208,
    SET_jisx0208_old,
    SET_jisx0212,
    SET_jisx0213_1,
    SET_jisx0213_2,
    SET_jisx0213_1_2004,
    SET_jisx0213_2_2004,
    SET_ksx1001_g0,
    SET_ksx1001_g1,
    SET_gb2312,
    SET_roman,
    SET_kana,
    SET_latin_1,
    SET_greek
} SetId;

static const IsoSet iso_sets[] = {
    [SET_none] = {0, 0, CHARSET_none, 0, false},
    [SET_jisx0208] = {WIDE | 'B', 0, CHARSET_jis, FIRST_PLANE, false},
    [SET_jisx0208_old] = {WIDE | '@', 0, CHARSET_jis, FIRST_PLANE, true},
    [SET_jisx0212] = {WIDE | 'D', 0, CHARSET_jis, SECOND_PLANE, false},
    [SET_jisx0213_1] = {WIDE | 'O', 0, CHARSET_jis2000, FIRST_PLANE, false},
    [SET_jisx0213_2] = {WIDE | 'P', 0, CHARSET_jis2000, SECOND_PLANE, false},
    [SET_jisx0213_1_2004] = {WIDE | 'Q', 0, CHARSET_jis2004, FIRST_PLANE,
                             false},
    [SET_jisx0213_2_2004] = {WIDE | 'P', 0, CHARSET_jis2004, SECOND_PLANE,
                             false},
    [SET_ksx1001_g0] = {WIDE | 'C', 0, CHARSET_euc_kr, FIRST_PLANE, false},
    [SET_ksx1001_g1] = {WIDE | 'C', 1, CHARSET_euc_kr, FIRST_PLANE, false},
    [SET_gb2312] = {WIDE | 'A', 0, CHARSET_gb2312, FIRST_PLANE, false},
    [SET_roman] = {'J', 0, CHARSET_none, 0, false},
    [SET_kana] = {'I', 0, CHARSET_none, 0, false},
    [SET_latin_1] = {'A', 2, CHARSET_none, 0, true},
    [SET_greek] = {'F', 2, CHARSET_none, 0, true},
};

enum {
    SETS_MAX = 9 /* the last is SET_none */
};

/* In the order in which characters are looked for. */
static const struct {
    const char *label;
    SetId sets[SETS_MAX];
} encodings[] = {
    {"iso2022_jp", {SET_jisx0208, SET_roman, SET_jisx0208_old}},
    {"iso2022_jp_1", {SET_jisx0208, SET_jisx0212, SET_roman, SET_jisx0208_old}},
    {"iso2022_jp_2",
     {SET_jisx0208, SET_jisx0212, SET_ksx1001_g0, SET_gb2312, SET_roman,
      SET_jisx0208_old, SET_latin_1, SET_greek}},
    {"iso2022_jp_2004",
     {SET_jisx0208, SET_jisx0213_1_2004, SET_jisx0213_2_2004}},
    {"iso2022_jp_3", {SET_jisx0208, SET_jisx0213_1, SET_jisx0213_2}},
    {"iso2022_jp_ext",
     {SET_jisx0208, SET_jisx0212, SET_roman, SET_kana, SET_jisx0208_old}},
    {"iso2022_kr", {SET_ksx1001_g1}},
};

static const SetId *sets_of(const Coder *c)
{
    size_t i = 0;

    while (strcmp(encodings[i].label, c->codec->label) != 0)
        i++;
    return encodings[i].sets;
}

static const IsoSet *find_set(const Coder *c, unsigned mark)
{
    for (const SetId *id = sets_of(c); *id; id++)
        if (iso_sets[*id].mark == mark)
            return &iso_sets[*id];
    return NULL;
}

/* Only iso2022_kr shifts; only iso2022_jp_2 has a third set. */
static bool has_shifts(const Coder *c)
{
    return *sets_of(c) == SET_ksx1001_g1;
}

static bool has_g2(const Coder *c)
{
    return find_set(c, 'F') != NULL;
}

ShiftState shifting_start(void)
{
    return (ShiftState){{ASCII, ASCII, ASCII}};
}

bool shifting_load(const Coder *c)
{
    for (const SetId *id = sets_of(c); *id; id++)
        if (iso_sets[*id].table && !charset_load(iso_sets[*id].table))
            return false;
    return true;
}

/* --- decoding ---------------------------------------------------------------
 */

static DecodeStep nothing(int64_t length)
{
    return (DecodeStep){length, 0};
}

static DecodeStep illegal(int64_t length)
{
    return (DecodeStep){length, STEP_ILLEGAL};
}

static DecodeStep incomplete(int64_t left)
{
    return (DecodeStep){left, STEP_INCOMPLETE};
}

static DecodeStep one_char(uint32_t c, int64_t length)
{
    return c ? (DecodeStep){length, 1, {c}} : illegal(length);
}

static bool ends_escape(unsigned char c)
{
    return (c >= 'A' && c <= 'Z') || c == '@';
}

/* The escape sequence p[0:n] names a set: true, and it is in its place. */
static bool designate(Coder *c, const unsigned char *p, int n)
{
    bool is_wide = p[1] == '$';
    unsigned mark = p[n - 1] | (is_wide ? WIDE : 0u);
    unsigned char place = is_wide && n == 3 ? '(' : p[n - 2];
    int g = place == '(' ? 0 : place == ')' ? 1 : place == '.' ? 2 : -1;

    if (n != 3 + (is_wide && n == 4) || g < 0 || (g == 2 && !has_g2(c)) ||
        (g == 2 && is_wide))
        return false;
    if (mark != ASCII && !find_set(c, mark))
        return false;
    c->state.g[g] = (uint8_t)mark;
    return true;
}

static DecodeStep decode_escape(Coder *c, const unsigned char *p, int64_t left)
{
    static const char old_jis[] = "\x1b&@\x1b$B";
    int n = 1;

    while (n < LONGEST_ESCAPE && n < left && !ends_escape(p[n]))
        n++;
    if (n >= LONGEST_ESCAPE)
        return illegal(1);
    if (n >= left)
        return incomplete(left);
    n++;
    /* A revision of the set that follows, as one sequence. */
    if (n == 3 && p[1] == '&' && p[2] == '@' && find_set(c, WIDE | 'B')) {
        if (left < 6)
            return incomplete(left);
        if (memcmp(p, old_jis, 6) != 0)
            return illegal(3);
        c->state.g[0] = WIDE | 'B';
        return nothing(6);
    }
    return designate(c, p, n) ? nothing(n) : illegal(n);
}

/* One character of the third set. */
static DecodeStep decode_g2(Coder *c, const unsigned char *p, int64_t left)
{
    static const char greek[] = "iso8859_7";
    unsigned char byte;

    if (left < 3)
        return incomplete(left);
    byte = p[2];
    /* CPython's Greek has ascii in the other half. */
    if (byte >= 0x80)
        return c->state.g[2] == 'F' ? (DecodeStep){3, 1, {byte & 0x7fu}}
                                    : illegal(3);
    if (c->state.g[2] == 'A')
        return (DecodeStep){3, 1, {byte | 0x80u}};
    if (c->state.g[2] == 'F') {
        uint16_t ch = charmap_find(greek)->chars[byte | 0x80];
        /* What the edition of 2003 added is not in this encoding. */
        bool is_new = byte == 0x24 || byte == 0x25 || byte == 0x2a;

        return ch == CHARMAP_UNDEFINED || is_new ? illegal(3) : one_char(ch, 3);
    }
    return (DecodeStep){3, 1, {byte}};
}

static DecodeStep decode_in_set(const IsoSet *s, const unsigned char *p,
                                int64_t left)
{
    if (s->mark == 'J')
        return one_char(*p == '\\' ? 0xa5u : *p == '~' ? 0x203eu : *p, 1);
    if (s->mark == 'I')
        return *p >= 0x21 && *p <= 0x5f ? one_char(*p - 0x21u + 0xff61, 1)
                                        : illegal(1);
    if (!s->table)
        return illegal(1);
    if (left < 2)
        return incomplete(left);
    if (p[0] < 0x21 || p[0] > 0x7e || p[1] < 0x21 || p[1] > 0x7e)
        return illegal(2);
    return one_char(charset_char(charset_load(s->table),
                                 ((unsigned)p[0] << 8 | p[1]) | s->bits),
                    2);
}

static DecodeStep iso2022_decode(Coder *c, const unsigned char *p, int64_t left)
{
    ShiftState *at = &c->state;
    const IsoSet *set;

    if (at->escaped) {
        at->escaped = !ends_escape(*p);
        return (DecodeStep){1, 1, {*p}};
    }
    if (*p == ESC) {
        if (left < 2)
            return incomplete(left);
        if (memchr("()$.&", p[1], 5))
            return decode_escape(c, p, left);
        if (p[1] == 'N' && has_g2(c))
            return decode_g2(c, p, left);
        at->escaped = 1;
        return (DecodeStep){1, 1, {ESC}};
    }
    if ((*p == SHIFT_OUT || *p == SHIFT_IN) && has_shifts(c)) {
        at->shifted = *p == SHIFT_OUT;
        return nothing(1);
    }
    if (*p == '\n')
        at->shifted = 0;
    if (*p >= 0x80)
        return illegal(1);
    set = *p < 0x20 ? NULL : find_set(c, at->g[at->shifted]);
    return set ? decode_in_set(set, p, left) : (DecodeStep){1, 1, {*p}};
}

static DecodeStep hz_decode(Coder *c, const unsigned char *p, int64_t left)
{
    bool in_gb = c->state.shifted;

    if (*p == '~') {
        if (left < 2)
            return incomplete(left);
        if (p[1] == (in_gb ? '}' : '{')) {
            c->state.shifted = !in_gb;
            return nothing(2);
        }
        if (p[1] == '\n' && !in_gb)
            return nothing(2);
        return p[1] == '~' && !in_gb ? one_char('~', 2) : illegal(2);
    }
    if (*p >= 0x80)
        return illegal(1);
    if (!in_gb)
        return (DecodeStep){1, 1, {*p}};
    if (left < 2)
        return incomplete(left);
    if (p[1] >= 0x80)
        return illegal(2);
    return one_char(
        charset_char(c->set, ((unsigned)p[0] << 8 | p[1]) | FIRST_PLANE), 2);
}

DecodeStep shifting_decode(Coder *c, const unsigned char *p, int64_t left)
{
    return c->codec->kind == MULTIBYTE_hz ? hz_decode(c, p, left)
                                          : iso2022_decode(c, p, left);
}

/* --- encoding ---------------------------------------------------------------
 */

static int put_escape(const IsoSet *s, unsigned char *out)
{
    int n = 0;

    out[n++] = ESC;
    if (s->mark & WIDE)
        out[n++] = '$';
    /* JIS X 0208 alone is written in the short form. */
    if (s->g == 1)
        out[n++] = ')';
    else if (!(s->mark & WIDE) || s->mark != (WIDE | 'B'))
        out[n++] = '(';
    out[n++] = s->mark & 0x7f;
    return n;
}

/* What leads to ascii. */
static int put_ascii_shift(ShiftState *at, unsigned char *out)
{
    static const IsoSet ascii = {ASCII, 0, CHARSET_none, 0, false};
    int n = 0;

    if (at->shifted)
        out[n++] = SHIFT_IN;
    at->shifted = 0;
    if (at->g[0] != ASCII)
        n += put_escape(&ascii, out + n);
    at->g[0] = ASCII;
    return n;
}

static int put_set_shift(ShiftState *at, const IsoSet *s, unsigned char *out)
{
    int n = 0;

    if (s->g == 0 && at->shifted) {
        out[n++] = SHIFT_IN;
        at->shifted = 0;
    }
    if (at->g[s->g] != s->mark)
        n += put_escape(s, out + n);
    at->g[s->g] = s->mark;
    if (s->g == 1 && !at->shifted) {
        out[n++] = SHIFT_OUT;
        at->shifted = 1;
    }
    return n;
}

/* The bytes of a character in a set, without the high bits, or 0. */
static unsigned code_in_set(const IsoSet *s, uint32_t ch)
{
    unsigned code;

    if (s->is_decoded_only)
        return 0;
    if (s->mark == 'J')
        return ch == 0xa5 ? '\\' : ch == 0x203e ? '~' : 0;
    if (s->mark == 'I')
        return ch >= 0xff61 && ch <= 0xff9f ? ch - 0xff61 + 0x21 : 0;
    code = charset_code(charset_load(s->table), ch);
    return code >> 8 >= 0xa1 && (code & 0x80) == (s->bits & 0x80)
               ? code & 0x7f7f
               : 0;
}

/* CPython waits for the mark behind a character that may have one, but then
 * encodes both alone. */
static bool awaits_mark(const Coder *c, const EncodeStep *step)
{
    SetId last = sets_of(c)[2];

    return step->left < 2 && !step->is_final &&
           (last == SET_jisx0213_2 || last == SET_jisx0213_2_2004) &&
           charset_starts_pair(charset_load(iso_sets[last].table),
                               step->chars[0]);
}

static void iso2022_encode(Coder *c, EncodeStep *step)
{
    const SetId *id = sets_of(c);
    unsigned code = 0;
    int n;

    if (step->chars[0] < 0x80) {
        n = put_ascii_shift(&c->state, step->bytes);
        step->bytes[n] = (unsigned char)step->chars[0];
        step->length = n + 1;
        return;
    }
    if (awaits_mark(c, step)) {
        step->length = STEP_INCOMPLETE;
        return;
    }
    while (*id && !(code = code_in_set(&iso_sets[*id], step->chars[0])))
        id++;
    if (!*id)
        return;
    n = put_set_shift(&c->state, &iso_sets[*id], step->bytes);
    if (iso_sets[*id].mark & WIDE)
        step->bytes[n++] = (unsigned char)(code >> 8);
    step->bytes[n++] = (unsigned char)code;
    step->length = n;
}

static void hz_encode(Coder *c, EncodeStep *step)
{
    uint32_t ch = step->chars[0];
    unsigned code = ch < 0x80 ? 0 : charset_code(c->set, ch);
    int n = 0;

    if (ch >= 0x80 && !code)
        return;
    if (c->state.shifted != (code != 0)) {
        step->bytes[n++] = '~';
        step->bytes[n++] = code ? '{' : '}';
        c->state.shifted = code != 0;
    }
    if (code) {
        step->bytes[n++] = code >> 8 & 0x7f;
        step->bytes[n++] = code & 0x7f;
    } else {
        if (ch == '~')
            step->bytes[n++] = '~';
        step->bytes[n++] = (unsigned char)ch;
    }
    step->length = n;
}

void shifting_encode(Coder *c, EncodeStep *step)
{
    if (c->codec->kind == MULTIBYTE_hz)
        hz_encode(c, step);
    else
        iso2022_encode(c, step);
}

int shifting_finish(Coder *c, unsigned char *out)
{
    if (c->codec->kind != MULTIBYTE_hz)
        return put_ascii_shift(&c->state, out);
    if (!c->state.shifted)
        return 0;
    c->state.shifted = 0;
    out[0] = '~';
    out[1] = '}';
    return 2;
}

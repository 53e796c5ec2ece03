/* The East Asian encodings: a step per character. */
#include "charsets/multibyte.h"

#include "charsets/name_list.h"

#include <stddef.h>
#include <string.h>

static const Multibyte encodings[] = {
#define MULTIBYTE(names, label, kind, table)                                   \
    {names, label, MULTIBYTE_##kind, CHARSET_##table},
#include "charsets/multibyte.def"
    {NULL, NULL, MULTIBYTE_hz, CHARSET_none}};

const Multibyte *multibyte_find(const char *name)
{
    for (const Multibyte *m = encodings; m->names; m++)
        if (name_list_has(m->names, name))
            return m;
    return NULL;
}

bool multibyte_shifts(const Coder *c)
{
    return c->codec->kind == MULTIBYTE_hz ||
           c->codec->kind == MULTIBYTE_iso2022;
}

bool multibyte_start(Coder *c, const Multibyte *m)
{
    c->codec = m;
    c->set = m->table ? charset_load(m->table) : NULL;
    c->state = shifting_start();
    return m->table ? c->set != NULL : shifting_load(c);
}

int multibyte_finish(Coder *c, unsigned char *out)
{
    return multibyte_shifts(c) ? shifting_finish(c, out) : 0;
}

bool multibyte_has_ascii(const Coder *c)
{
    return !multibyte_shifts(c) && c->codec->kind != MULTIBYTE_sjis2004;
}

/* --- euc_kr: syllables that are in no table, from their letters ------------
 */

/* a4 d4, then a4 and a letter three times; d4 is none. */
enum {
    COMPOSED_LENGTH = 8,
    LETTER = 0xa4,
    LETTER_NONE = 0xd4,
    SYLLABLE_FIRST = 0xac00,
    SYLLABLE_LAST = 0xd7a3,
    VOWELS = 21,
    FINALS = 28
};

static const unsigned char initials[] = {
    0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5,
    0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};
static const unsigned char finals[FINALS] = {
    0xd4, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa,
    0xab, 0xac, 0xad, 0xae, 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5,
    0xb6, 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};

static int compose(uint32_t c, unsigned char *out)
{
    uint32_t n = c - SYLLABLE_FIRST;

    out[0] = out[2] = out[4] = out[6] = LETTER;
    out[1] = LETTER_NONE;
    out[3] = initials[n / FINALS / VOWELS];
    out[5] = (unsigned char)(0xbf + n / FINALS % VOWELS);
    out[7] = finals[n % FINALS];
    return COMPOSED_LENGTH;
}

static int letter_index(const unsigned char *letters, size_t n, unsigned char c)
{
    const unsigned char *p = memchr(letters, c, n);

    return p ? (int)(p - letters) : -1;
}

static DecodeStep decode_composed(const unsigned char *p, int64_t left)
{
    DecodeStep step = {COMPOSED_LENGTH, STEP_ILLEGAL};

    if (left < COMPOSED_LENGTH)
        return (DecodeStep){left, STEP_INCOMPLETE};
    int initial = letter_index(initials, sizeof initials, p[3]);
    int vowel = p[5] - 0xbf;
    int final = letter_index(finals, sizeof finals, p[7]);

    if (p[2] != LETTER || p[4] != LETTER || p[6] != LETTER || initial < 0 ||
        vowel < 0 || vowel >= VOWELS || final < 0)
        return step;
    step.status = 1;
    step.chars[0] = SYLLABLE_FIRST +
                    ((uint32_t)initial * VOWELS + (uint32_t)vowel) * FINALS +
                    (uint32_t) final;
    return step;
}

/* --- decoding one character ------------------------------------------------
 */

static DecodeStep one_char(uint32_t c, int64_t length)
{
    return (DecodeStep){length, c ? 1 : STEP_ILLEGAL, {c}};
}

static DecodeStep decode_double(Coder *c, const unsigned char *p, int64_t left)
{
    if (left < 2)
        return (DecodeStep){left, STEP_INCOMPLETE};
    return one_char(charset_char(c->set, (unsigned)p[0] << 8 | p[1]), 2);
}

static DecodeStep decode_euc_jp(Coder *c, const unsigned char *p, int64_t left)
{
    if (p[0] != 0x8f) {
        if (left > 1 && p[1] < 0x80)
            return (DecodeStep){2, STEP_ILLEGAL};
        return decode_double(c, p, left);
    }
    if (left < 3)
        return (DecodeStep){left, STEP_INCOMPLETE};
    if (p[2] < 0x80)
        return (DecodeStep){3, STEP_ILLEGAL};
    return one_char(charset_char(c->set, (unsigned)p[1] << 8 | (p[2] & 0x7f)),
                    3);
}

/* Bytes that are half-width kana, or of cp932's own; 0: none. */
static uint32_t sjis_single(const Coder *c, unsigned char byte)
{
    if (byte >= 0xa1 && byte <= 0xdf)
        return byte - 0xa1 + 0xff61;
    if (c->codec->kind != MULTIBYTE_cp932)
        return 0;
    return byte == 0x80   ? 0x80
           : byte == 0xa0 ? 0xf8f0
           : byte >= 0xfd ? byte - 0xfd + 0xf8f1
                          : 0;
}

static DecodeStep decode_sjis(Coder *c, const unsigned char *p, int64_t left)
{
    uint32_t single = sjis_single(c, p[0]);

    if (single)
        return one_char(single, 1);
    if (p[0] == 0x80 || p[0] == 0xa0 || p[0] > 0xfc ||
        (p[0] > 0xea && c->codec->table == CHARSET_shift_jis))
        return (DecodeStep){2, STEP_ILLEGAL}; /* perhaps behind the end */
    return decode_double(c, p, left);
}

static DecodeStep decode_gb18030(Coder *c, const unsigned char *p, int64_t left)
{
    if (left < 2 || p[1] < '0' || p[1] > '9')
        return decode_double(c, p, left);
    if (left < 4)
        return (DecodeStep){left, STEP_INCOMPLETE};
    if (p[0] < 0x81 || p[0] > 0xfe || p[2] < 0x81 || p[2] > 0xfe ||
        p[3] < '0' || p[3] > '9')
        return (DecodeStep){4, STEP_ILLEGAL};
    return one_char(gb18030_char(((p[0] - 0x81) * 10 + p[1] - '0') * 1260 +
                                 (p[2] - 0x81) * 10 + p[3] - '0'),
                    4);
}

DecodeStep multibyte_decode_step(Coder *c, const unsigned char *p, int64_t left)
{
    if (multibyte_shifts(c))
        return shifting_decode(c, p, left);
    if (p[0] < 0x80) {
        if (c->codec->kind == MULTIBYTE_sjis2004 && p[0] == '\\')
            return one_char(0xa5, 1);
        if (c->codec->kind == MULTIBYTE_sjis2004 && p[0] == '~')
            return one_char(0x203e, 1);
        return (DecodeStep){1, 1, {p[0]}};
    }
    switch (c->codec->kind) {
    case MULTIBYTE_euc_jp:
        return decode_euc_jp(c, p, left);
    case MULTIBYTE_sjis:
    case MULTIBYTE_sjis2004:
    case MULTIBYTE_cp932:
        return decode_sjis(c, p, left);
    case MULTIBYTE_gb18030:
        return decode_gb18030(c, p, left);
    case MULTIBYTE_euc_kr:
        if (left > 1 && p[0] == LETTER && p[1] == LETTER_NONE)
            return decode_composed(p, left);
        return decode_double(c, p, left);
    default:
        return decode_double(c, p, left);
    }
}

/* --- encoding one character ------------------------------------------------
 */

static void put_code(EncodeStep *step, unsigned code)
{
    step->bytes[0] = (unsigned char)(code >> 8);
    step->bytes[1] = (unsigned char)code;
    step->length = 2;
}

static void put_byte(EncodeStep *step, unsigned byte)
{
    step->bytes[0] = (unsigned char)byte;
    step->length = 1;
}

static void put_gb18030(EncodeStep *step, int32_t number)
{
    if (number < 0)
        return;
    step->bytes[0] = (unsigned char)(number / 12600 + 0x81);
    step->bytes[1] = (unsigned char)(number / 1260 % 10 + '0');
    step->bytes[2] = (unsigned char)(number / 10 % 126 + 0x81);
    step->bytes[3] = (unsigned char)(number % 10 + '0');
    step->length = 4;
}

/* A character that is one byte in its encoding, or 0. */
static unsigned single_byte(const Coder *c, uint32_t ch)
{
    MultibyteKind kind = c->codec->kind;
    bool is_sjis = kind == MULTIBYTE_sjis || kind == MULTIBYTE_sjis2004;

    if ((is_sjis || c->codec->table == CHARSET_euc_jp) &&
        (ch == 0xa5 || ch == 0x203e))
        return ch == 0xa5 ? '\\' : '~';
    if ((is_sjis || kind == MULTIBYTE_cp932) && ch >= 0xff61 && ch <= 0xff9f)
        return ch - 0xff61 + 0xa1;
    if (kind == MULTIBYTE_cp932)
        return ch == 0x80                     ? 0x80
               : ch == 0xf8f0                 ? 0xa0
               : ch >= 0xf8f1 && ch <= 0xf8f3 ? ch - 0xf8f1 + 0xfd
                                              : 0;
    return 0;
}

/* A character that may have a mark behind it: 0 if it has none, the code of
 * both, or -1 if nobody knows yet. */
static int pair_code(const Coder *c, const EncodeStep *step)
{
    if (!charset_starts_pair(c->set, step->chars[0]))
        return 0;
    if (step->left < 2)
        return step->is_final ? 0 : -1;
    return (int)charset_pair(c->set, step->chars[0], step->chars[1]);
}

static void encode_wide(Coder *c, EncodeStep *step)
{
    uint32_t ch = step->chars[0];
    int pair = pair_code(c, step);
    unsigned code = pair ? (unsigned)pair : charset_code(c->set, ch);

    if (pair < 0) {
        step->length = STEP_INCOMPLETE;
        return;
    }
    step->used = pair ? 2 : 1;
    if (code && c->codec->kind == MULTIBYTE_euc_jp && !(code & 0x80)) {
        put_code(step, 0x8f00 | code >> 8);
        step->bytes[2] = (unsigned char)(code | 0x80);
        step->length = 3;
    } else if (code) {
        put_code(step, code);
    } else if (c->codec->kind == MULTIBYTE_gb18030) {
        put_gb18030(step, gb18030_number(ch));
    } else if (c->codec->kind == MULTIBYTE_euc_kr && ch >= SYLLABLE_FIRST &&
               ch <= SYLLABLE_LAST) {
        step->length = compose(ch, step->bytes);
    }
}

void multibyte_encode_step(Coder *c, EncodeStep *step)
{
    uint32_t ch = step->chars[0];
    unsigned byte;

    step->used = 1;
    step->length = STEP_ILLEGAL;
    if (multibyte_shifts(c))
        shifting_encode(c, step);
    else if (ch < 0x80 && !(c->codec->kind == MULTIBYTE_sjis2004 &&
                            (ch == '\\' || ch == '~')))
        put_byte(step, ch);
    else if ((byte = single_byte(c, ch)))
        put_byte(step, byte);
    else
        encode_wide(c, step);
}

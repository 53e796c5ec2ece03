/* Module audioop: the companding laws of G.711 and IMA's ADPCM, one sample at
 * a time. */
#include "audioop.h"

/* --- u-law and A-law -------------------------------------------------------
 * Eight segments whose steps double: three bits of the segment and four of
 * the place in it, all inverted (u-law) or every other (A-law). */

enum { U_BIAS = 33, U_CLIP = 8159 };

/* The segment whose upper end is not below v; 8: none. */
static int segment(int v, int first_end)
{
    int n = 0;

    for (int end = first_end; n < 8 && v > end; n++)
        end = end * 2 + 1;
    return n;
}

static unsigned char encode_u(int v)
{
    unsigned char mask = v < 0 ? 0x7f : 0xff;
    int n;

    v = v < 0 ? -v : v;
    if (v > U_CLIP)
        v = U_CLIP;
    v += U_BIAS;
    n = segment(v, 0x3f);
    if (n >= 8)
        return 0x7f ^ mask;
    return (unsigned char)((n << 4 | (v >> (n + 1) & 0xf)) ^ mask);
}

static int16_t decode_u(unsigned char c)
{
    int v;

    c = ~c;
    v = ((c & 0xf) << 3) + 4 * U_BIAS;
    v <<= (c & 0x70) >> 4;
    return (int16_t)(c & 0x80 ? 4 * U_BIAS - v : v - 4 * U_BIAS);
}

static unsigned char encode_a(int v)
{
    unsigned char mask = v < 0 ? 0x55 : 0xd5;
    int n;

    if (v < 0)
        v = -v - 1;
    n = segment(v, 0x1f);
    if (n >= 8)
        return 0x7f ^ mask;
    return (unsigned char)((n << 4 | (v >> (n < 2 ? 1 : n) & 0xf)) ^ mask);
}

static int16_t decode_a(unsigned char c)
{
    int v, n;

    c ^= 0x55;
    v = (c & 0xf) << 4;
    n = (c & 0x70) >> 4;
    v += n == 0 ? 8 : 0x108;
    if (n > 1)
        v <<= n - 1;
    return (int16_t)(c & 0x80 ? v : -v);
}

unsigned char law_encode(Law law, int16_t v)
{
    return law == LAW_u ? encode_u(v >> 2) : encode_a(v >> 3);
}

int16_t law_decode(Law law, unsigned char c)
{
    return law == LAW_u ? decode_u(c) : decode_a(c);
}

/* --- ADPCM ---------------------------------------------------------------- */

static const signed char index_change[8] = {-1, -1, -1, -1, 2, 4, 6, 8};

static const int16_t steps[ADPCM_STEPS] = {
    7,     8,     9,     10,    11,    12,    13,    14,    16,    17,
    19,    21,    23,    25,    28,    31,    34,    37,    41,    45,
    50,    55,    60,    66,    73,    80,    88,    97,    107,   118,
    130,   143,   157,   173,   190,   209,   230,   253,   279,   307,
    337,   371,   408,   449,   494,   544,   598,   658,   724,   796,
    876,   963,   1060,  1166,  1282,  1411,  1552,  1707,  1878,  2066,
    2272,  2499,  2749,  3024,  3327,  3660,  4026,  4428,  4871,  5358,
    5894,  6484,  7132,  7845,  8630,  9493,  10442, 11487, 12635, 13899,
    15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767};

static int clip(int v, int low, int high)
{
    return v < low ? low : v > high ? high : v;
}

int adpcm_decode(Adpcm *s, int code)
{
    int step = steps[s->index], change = step >> 3;

    for (int bit = 4; bit; bit >>= 1, step >>= 1)
        if (code & bit)
            change += step;
    s->predicted =
        clip(s->predicted + (code & 8 ? -change : change), -32768, 32767);
    s->index = clip(s->index + index_change[code & 7], 0, ADPCM_STEPS - 1);
    return s->predicted;
}

int adpcm_encode(Adpcm *s, int v)
{
    int difference = v - s->predicted, code = 0, step = steps[s->index];

    if (difference < 0) {
        code = 8;
        difference = -difference;
    }
    for (int bit = 4; bit; bit >>= 1, step >>= 1)
        if (difference >= step) {
            code |= bit;
            difference -= step;
        }
    adpcm_decode(s, code);
    return code;
}

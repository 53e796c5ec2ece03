/* Character properties and simple case mappings of Unicode 5.2, the version
 * that Python 2.7 knows: two-stage tables written by make_chartype.py.  A
 * library of a newer Unicode would call code points letters that Python 2.7
 * does not. */
#include "unicode.h"

enum {
    IS_ALPHA = 1 << 0,
    IS_UPPER = 1 << 1,
    IS_LOWER = 1 << 2,
    IS_TITLE = 1 << 3,
    IS_SPACE = 1 << 4,
    IS_LINEBREAK = 1 << 5,
    IS_NUMERIC = 1 << 6
};

typedef struct CharRecord {
    int32_t flags;
    int32_t upper, lower, title; /* differences to the code point */
    int8_t decimal, digit;       /* -1: none */
} CharRecord;

typedef struct CharNumber {
    uint32_t c;
    double value;
} CharNumber;

#include "chartype_data.h"

static const CharRecord *char_record(uint32_t c)
{
    if (c > 0x10ffff)
        return &char_records[0];
    return &char_records[char_index2[char_index1[c >> 7] * 128 + (c & 127)]];
}

#define CHAR_TEST(name, flag)                                                  \
    bool char_is_##name(uint32_t c)                                            \
    {                                                                          \
        return (char_record(c)->flags & flag) != 0;                            \
    }
CHAR_TEST(alpha, IS_ALPHA)
CHAR_TEST(upper, IS_UPPER)
CHAR_TEST(lower, IS_LOWER)
CHAR_TEST(title, IS_TITLE)
CHAR_TEST(space_slow, IS_SPACE)
CHAR_TEST(linebreak_slow, IS_LINEBREAK)
CHAR_TEST(numeric, IS_NUMERIC)

int char_decimal(uint32_t c)
{
    return char_record(c)->decimal;
}

int char_digit(uint32_t c)
{
    return char_record(c)->digit;
}

double char_numeric(uint32_t c)
{
    size_t low = 0, high = sizeof char_numbers / sizeof char_numbers[0];

    while (low < high) {
        size_t mid = (low + high) / 2;

        if (char_numbers[mid].c < c)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == sizeof char_numbers / sizeof char_numbers[0] ||
        char_numbers[low].c != c)
        return -1.0;
    return char_numbers[low].value;
}

uint32_t char_upper(uint32_t c)
{
    return c + (uint32_t)char_record(c)->upper;
}

uint32_t char_lower(uint32_t c)
{
    return c + (uint32_t)char_record(c)->lower;
}

uint32_t char_title(uint32_t c)
{
    return c + (uint32_t)char_record(c)->title;
}

/* Module unicodedata.  Properties are tables of Unicode 5.2; names,
 * decompositions and compositions are libunistring's, asked only for code
 * points that Unicode 5.2 knows. */
#include "module.h"
#include "unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <unictype.h>
#include <uniname.h>
#include <uninorm.h>

#include "methods_declare.h"
#include "unicodedata.def"
#include "methods_end.h"

typedef struct Properties {
    char category[3], bidirectional[4];
    uint8_t combining, mirrored;
    char width[3];
} Properties;

#include "unicodedata_data.h"

static const Properties *properties(uint32_t c)
{
    return &property_records[property_index2[property_index1[c >> 7] * 128 +
                                             (c & 127)]];
}

static bool is_assigned(uint32_t c)
{
    return strcmp(properties(c)->category, "Cn") != 0;
}

/* The one character of an argument; false with TypeError. */
static bool char_arg(const char *fname, Value v, uint32_t *c)
{
    PyUnicode *u = (PyUnicode *)v;

    if (!is_unicode(v)) {
        arg_type_error(fname, 1, "unicode", v);
        return false;
    }
    if (u->length != 1 || unicode_at(u, 0) > 0x10ffff) {
        err_format(&exc_TypeError, "need a single Unicode character as "
                                   "parameter");
        return false;
    }
    *c = unicode_at(u, 0);
    return true;
}

#define PROPERTY(name, expression)                                             \
    static Value f_##name(Value self, const Value *args, Py_ssize nargs)       \
    {                                                                          \
        uint32_t c;                                                            \
                                                                               \
        return char_arg(#name, args[0], &c) ? (Value)(expression) : NULL;      \
    }
PROPERTY(category, str_from_c(properties(c)->category))
PROPERTY(bidirectional, str_from_c(properties(c)->bidirectional))
PROPERTY(combining, tag_int(properties(c)->combining))
PROPERTY(mirrored, tag_int(properties(c)->mirrored))
PROPERTY(east_asian_width, str_from_c(properties(c)->width))

static Value or_default(const Value *args, Py_ssize nargs, const char *missing)
{
    return nargs > 1 ? args[1] : err_format(&exc_ValueError, "%s", missing);
}

static Value f_decimal(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t c;

    if (!char_arg("decimal", args[0], &c))
        return NULL;
    return char_decimal(c) >= 0 ? tag_int(char_decimal(c))
                                : or_default(args, nargs, "not a decimal");
}

static Value f_digit(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t c;

    if (!char_arg("digit", args[0], &c))
        return NULL;
    return char_digit(c) >= 0 ? tag_int(char_digit(c))
                              : or_default(args, nargs, "not a digit");
}

static Value f_numeric(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t c;

    if (!char_arg("numeric", args[0], &c))
        return NULL;
    return char_is_numeric(c)
               ? value_from_double(char_numeric(c))
               : or_default(args, nargs, "not a numeric character");
}

/* --- decompositions --------------------------------------------------------
 */

static const char *tag_text(int tag)
{
    switch (tag) {
    case UC_DECOMP_FONT:
        return "<font> ";
    case UC_DECOMP_NOBREAK:
        return "<noBreak> ";
    case UC_DECOMP_INITIAL:
        return "<initial> ";
    case UC_DECOMP_MEDIAL:
        return "<medial> ";
    case UC_DECOMP_FINAL:
        return "<final> ";
    case UC_DECOMP_ISOLATED:
        return "<isolated> ";
    case UC_DECOMP_CIRCLE:
        return "<circle> ";
    case UC_DECOMP_SUPER:
        return "<super> ";
    case UC_DECOMP_SUB:
        return "<sub> ";
    case UC_DECOMP_VERTICAL:
        return "<vertical> ";
    case UC_DECOMP_WIDE:
        return "<wide> ";
    case UC_DECOMP_NARROW:
        return "<narrow> ";
    case UC_DECOMP_SMALL:
        return "<small> ";
    case UC_DECOMP_SQUARE:
        return "<square> ";
    case UC_DECOMP_FRACTION:
        return "<fraction> ";
    case UC_DECOMP_COMPAT:
        return "<compat> ";
    default:
        return "";
    }
}

static Value f_decomposition(Value self, const Value *args, Py_ssize nargs)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    StrBuilder b = {0};
    int tag = 0, n;
    uint32_t c;

    if (!char_arg("decomposition", args[0], &c))
        return NULL;
    /* Hangul syllables are decomposed by rule and have no entry. */
    n = is_assigned(c) && !(c >= 0xac00 && c < 0xd7a4)
            ? uc_decomposition(c, &tag, parts)
            : 0;
    for (int i = 0; i < n; i++) {
        char text[40];
        int length = snprintf(text, sizeof text, "%s%04X",
                              i ? " " : tag_text(tag), (unsigned)parts[i]);

        if (sb_add(&b, text, length) < 0)
            return NULL;
    }
    return (Value)sb_finish(&b);
}

/* How a database normalises: code points that are later than it neither
 * decompose nor combine. */
typedef struct Normalizer {
    bool compatible, composes;
    bool (*knows)(uint32_t c);
} Normalizer;

/* Corrigendum 4 of Unicode corrected these after 3.2; 0: not one of them. */
static uint32_t uncorrected(uint32_t c)
{
    switch (c) {
    case 0x2f868:
        return 0x2136a;
    case 0x2f874:
        return 0x5f33;
    case 0x2f91f:
        return 0x43ab;
    case 0x2f95f:
        return 0x7aae;
    case 0x2f9bf:
        return 0x4d57;
    default:
        return 0;
    }
}

enum { FIRST_DECOMPOSED = 0xa0, FIRST_MARK = 0x300 };

static int combining(uint32_t c)
{
    return c >= FIRST_MARK && c <= 0x10ffff ? properties(c)->combining : 0;
}

/* Puts what c decomposes into to `out`, unless NULL; its length. */
static int64_t decompose(const Normalizer *n, uint32_t c, uint32_t *out)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    int64_t length = 0;
    int tag, count = -1;

    if (c >= FIRST_DECOMPOSED && c <= 0x10ffff && n->knows(c))
        count = uc_decomposition(c, &tag, parts);
    if (count < 0 || (tag != UC_DECOMP_CANONICAL && !n->compatible)) {
        if (out)
            *out = c;
        return 1;
    }
    if (n->knows != is_assigned && uncorrected(c)) {
        count = 1;
        parts[0] = uncorrected(c);
    }
    for (int i = 0; i < count; i++)
        length += decompose(n, parts[i], out ? out + length : NULL);
    return length;
}

/* Marks in the order of their classes; equal ones stay. */
static void order_marks(uint32_t *text, int64_t length)
{
    for (int64_t i = 1; i < length; i++) {
        uint32_t c = text[i];
        int class = combining(c);
        int64_t at = i;

        for (; class && at > 0 && combining(text[at - 1]) > class; at--)
            text[at] = text[at - 1];
        text[at] = c;
    }
}

enum { USED_UP = UINT32_MAX };

/* Composes text[at] with what follows it.  No character has a composition that
 * begins with a mark. */
static void compose_at(uint32_t *text, int64_t at, int64_t length)
{
    int between = 0; /* the class of the last mark that stays */

    if (combining(text[at]))
        return;
    for (int64_t i = at + 1; i < length; i++) {
        int class = combining(text[i]);
        uint32_t c;

        if (text[i] == USED_UP || (between && class && between >= class))
            continue;
        if (between && !class)
            return;
        /* What comes second is a mark, or a letter behind the marks. */
        c = text[i] < FIRST_MARK ? 0 : uc_composition(text[at], text[i]);
        if (c && is_assigned(c)) {
            text[at] = c;
            text[i] = USED_UP;
        } else if (!class) {
            return;
        } else {
            between = class;
        }
    }
}

static Value normalized(const Normalizer *n, PyUnicode *u)
{
    int64_t length = 0, left = 0;
    uint32_t *text;

    for (int64_t i = 0; i < u->length; i++)
        length += decompose(n, unicode_at(u, i), NULL);
    text = gc_bytes((size_t)length * sizeof *text);
    length = 0;
    for (int64_t i = 0; i < u->length; i++)
        length += decompose(n, unicode_at(u, i), text + length);
    order_marks(text, length);
    if (!n->composes)
        return (Value)unicode_from_ucs4(text, length);
    for (int64_t i = 0; i < length; i++) {
        if (text[i] == USED_UP)
            continue;
        compose_at(text, i, length);
        text[left++] = text[i];
    }
    return (Value)unicode_from_ucs4(text, left);
}

static Value normalize(const Value *args, bool (*knows)(uint32_t c))
{
    const char *name = arg_name("normalize", 1, args[0]);
    PyUnicode *u = (PyUnicode *)args[1];
    Normalizer n = {.knows = knows};

    if (!name)
        return NULL;
    if (!is_unicode(args[1]))
        return arg_type_error("normalize", 2, "unicode", args[1]);
    if (u->length == 0)
        return args[1];
    n.compatible = strcmp(name, "NFKC") == 0 || strcmp(name, "NFKD") == 0;
    n.composes = strcmp(name, "NFC") == 0 || strcmp(name, "NFKC") == 0;
    if (!n.compatible && !n.composes && strcmp(name, "NFD") != 0)
        return err_format(&exc_ValueError, "invalid normalization form");
    return u->is_ascii ? args[1] : normalized(&n, u);
}

static Value f_normalize(Value self, const Value *args, Py_ssize nargs)
{
    return normalize(args, is_assigned);
}

/* --- names -----------------------------------------------------------------
 */

enum { HANGUL = 0xac00, HANGUL_END = 0xd7a4, VOWELS = 21, FINALS = 28 };

static const char *const leads[] = {"G", "GG", "N", "D",  "DD", "R", "M",
                                    "B", "BB", "S", "SS", "",   "J", "JJ",
                                    "C", "K",  "T", "P",  "H"};
static const char *const vowels[] = {
    "A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
    "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const finals[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH",
                                     "D",  "L",  "LG", "LM", "LB", "LS", "LT",
                                     "LP", "LH", "M",  "B",  "BS", "S",  "SS",
                                     "NG", "J",  "C",  "K",  "T",  "P",  "H"};

static bool is_ideograph(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x4db5) || (c >= 0x4e00 && c <= 0x9fcb) ||
           (c >= 0x20000 && c <= 0x2a6d6) || (c >= 0x2a700 && c <= 0x2b734);
}

/* The name of an assigned code point; libunistring knows no names that are
 * made by rule. */
static bool name_of(uint32_t c, char name[UNINAME_MAX])
{
    if (is_ideograph(c)) {
        snprintf(name, UNINAME_MAX, "CJK UNIFIED IDEOGRAPH-%X", c);
        return true;
    }
    if (c >= HANGUL && c < HANGUL_END) {
        uint32_t i = c - HANGUL;

        snprintf(name, UNINAME_MAX, "HANGUL SYLLABLE %s%s%s",
                 leads[i / (VOWELS * FINALS)], vowels[i / FINALS % VOWELS],
                 finals[i % FINALS]);
        return true;
    }
    return unicode_character_name(c, name) != NULL;
}

static Value f_name(Value self, const Value *args, Py_ssize nargs)
{
    char name[UNINAME_MAX];
    uint32_t c;

    if (!char_arg("name", args[0], &c))
        return NULL;
    if (is_assigned(c) && name_of(c, name))
        return (Value)str_from_c(name);
    return or_default(args, nargs, "no such name");
}

/* The longest of count texts that text begins with; its index. */
static int longest(const char *const *texts, int count, const char *text)
{
    int best = -1;

    for (int i = 0; i < count; i++)
        if (strncmp(text, texts[i], strlen(texts[i])) == 0 &&
            (best < 0 || strlen(texts[i]) > strlen(texts[best])))
            best = i;
    return best;
}

static int64_t find_hangul(const char *text)
{
    int lead = longest(leads, 19, text), vowel, final;

    text += strlen(leads[lead]);
    vowel = longest(vowels, VOWELS, text);
    if (vowel < 0)
        return -1;
    text += strlen(vowels[vowel]);
    final = longest(finals, FINALS, text);
    if (text[strlen(finals[final])])
        return -1;
    return HANGUL + (lead * VOWELS + vowel) * FINALS + final;
}

static int64_t find_name(const char *name, int64_t length)
{
    char text[UNINAME_MAX];
    ucs4_t c;

    if (length >= UNINAME_MAX)
        return -1;
    memcpy(text, name, (size_t)length);
    text[length] = 0;
    for (char *p = text; *p; p++)
        *p = ascii_upper((unsigned char)*p);
    if (strncmp(text, "HANGUL SYLLABLE ", 16) == 0)
        return find_hangul(text + 16);
    if (strncmp(text, "CJK UNIFIED IDEOGRAPH-", 22) == 0) {
        /* CPython compares these in upper case only. */
        if (memcmp(text, name, (size_t)length) != 0 || length < 26 ||
            length > 27 ||
            strspn(text + 22, "0123456789ABCDEF") != (size_t)length - 22)
            return -1;
        c = (ucs4_t)strtoul(text + 22, NULL, 16);
        return is_ideograph(c) ? (int64_t)c : -1;
    }
    c = unicode_name_character(text);
    return c == UNINAME_INVALID || !is_assigned(c) ? -1 : (int64_t)c;
}

static Value f_lookup(Value self, const Value *args, Py_ssize nargs)
{
    Value key;
    int64_t c;
    Span s;

    if (!arg_bytes("lookup", 1, args[0], &s))
        return NULL;
    c = find_name(s.data, s.length);
    if (c >= 0)
        return (Value)unicode_char((uint32_t)c);
    key = (Value)str_format_c("undefined character name '%s'", s.data);
    return err_set(&exc_KeyError, key);
}

/* --- ucd_3_2_0: Unicode 3.2, as IDNA needs it ------------------------------
 */

static bool is_later(uint32_t c)
{
    size_t low = 0, high = sizeof later_ranges / sizeof later_ranges[0];

    while (low < high) {
        size_t mid = (low + high) / 2;

        if (later_ranges[mid][1] < c)
            low = mid + 1;
        else
            high = mid;
    }
    return low < sizeof later_ranges / sizeof later_ranges[0] &&
           later_ranges[low][0] <= c;
}

static const Properties *old_properties(uint32_t c)
{
    for (size_t i = 0; i < sizeof changed_ranges / sizeof changed_ranges[0];
         i++)
        if (changed_ranges[i][0] <= c && c <= changed_ranges[i][1])
            return &property_records[changed_ranges[i][2]];
    return properties(c);
}

/* `missing` is for code points that 3.2 does not know. */
#define OLD_PROPERTY(name, missing, expression)                                \
    static Value old_##name(Value self, const Value *args, Py_ssize nargs)     \
    {                                                                          \
        uint32_t c;                                                            \
                                                                               \
        if (!char_arg(#name, args[0], &c))                                     \
            return NULL;                                                       \
        return is_later(c) ? (Value)(missing) : (Value)(expression);           \
    }
OLD_PROPERTY(category, str_from_c("Cn"),
             str_from_c(old_properties(c)->category))
OLD_PROPERTY(bidirectional, str_empty(),
             str_from_c(old_properties(c)->bidirectional))
OLD_PROPERTY(combining, tag_int(0), tag_int(old_properties(c)->combining))
OLD_PROPERTY(mirrored, tag_int(0), tag_int(old_properties(c)->mirrored))
OLD_PROPERTY(east_asian_width, str_from_c("F"),
             str_from_c(old_properties(c)->width))
OLD_PROPERTY(decomposition, str_empty(), f_decomposition(self, args, nargs))
OLD_PROPERTY(name, or_default(args, nargs, "no such name"),
             f_name(self, args, nargs))
OLD_PROPERTY(numeric, or_default(args, nargs, "not a numeric character"),
             f_numeric(self, args, nargs))

/* Digits that 3.2 took for decimal ones: superscripts, subscripts, Ethiopic. */
static bool was_decimal(uint32_t c)
{
    return c == 0xb2 || c == 0xb3 || c == 0xb9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079) || (c >= 0x2080 && c <= 0x2089) ||
           (c >= 0x1369 && c <= 0x1371);
}
OLD_PROPERTY(decimal, or_default(args, nargs, "not a decimal"),
             was_decimal(c) ? tag_int(char_digit(c))
                            : f_decimal(self, args, nargs))

static bool is_old(uint32_t c)
{
    return is_assigned(c) && !is_later(c);
}

static Value old_normalize(Value self, const Value *args, Py_ssize nargs)
{
    return normalize(args, is_old);
}

static const NativeDef old_functions[] = {
    {"category", old_category, 1, 1, ARITY_parse},
    {"bidirectional", old_bidirectional, 1, 1, ARITY_parse},
    {"combining", old_combining, 1, 1, ARITY_parse},
    {"mirrored", old_mirrored, 1, 1, ARITY_parse},
    {"decomposition", old_decomposition, 1, 1, ARITY_parse},
    {"name", old_name, 1, 2, ARITY_parse},
    {"east_asian_width", old_east_asian_width, 1, 1, ARITY_parse},
    {"decimal", old_decimal, 1, 2, ARITY_parse},
    {"digit", f_digit, 1, 2, ARITY_parse},
    {"numeric", old_numeric, 1, 2, ARITY_parse},
    {"normalize", old_normalize, 2, 2, ARITY_parse},
    {"lookup", f_lookup, 1, 1, ARITY_parse},
    {0}};

static PyModule *old_database(void)
{
    PyModule *m = module_new("unicodedata.ucd_3_2_0", NULL);

    for (const NativeDef *def = old_functions; m && def->name; def++) {
        PyNativeFunction *f = gc_new(&native_function_type, sizeof *f);

        f->def = def;
        if (module_add(m, def->name, (Value)f) < 0)
            return NULL;
    }
    if (!m || module_add(m, "unidata_version", (Value)str_from_c("3.2.0")) < 0)
        return NULL;
    return m;
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "unicodedata.def"
#include "methods_end.h"
    {0}};

extern int64_t (*codec_name_lookup)(const char *name, int64_t length);

static int init(PyModule *m)
{
    PyModule *old = old_database();

    codec_name_lookup = find_name;
    if (!old || module_add(m, "ucd_3_2_0", (Value)old) < 0)
        return -1;
    return module_add(m, "unidata_version", (Value)str_from_c("5.2.0"));
}

const NativeModule native_module_unicodedata = {"unicodedata", NULL, functions,
                                                init};

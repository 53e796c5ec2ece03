/* Module unicodedata.  Properties are tables of Unicode 5.2; names,
 * decompositions and normal forms are libunistring's, asked only for code
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

static uninorm_t form_named(const char *name)
{
    if (strcmp(name, "NFC") == 0)
        return UNINORM_NFC;
    if (strcmp(name, "NFD") == 0)
        return UNINORM_NFD;
    if (strcmp(name, "NFKC") == 0)
        return UNINORM_NFKC;
    return strcmp(name, "NFKD") == 0 ? UNINORM_NFKD : NULL;
}

static int add_normalized(UniBuilder *b, uninorm_t form, const uint32_t *text,
                          int64_t length)
{
    size_t n;
    uint32_t *units;
    PyUnicode *u;

    if (length == 0)
        return 0;
    units = u32_normalize(form, text, (size_t)length, NULL, &n);
    if (!units) {
        err_no_memory();
        return -1;
    }
    u = unicode_from_ucs4(units, (int64_t)n);
    free(units);
    return u ? ub_add(b, u, 0, u->length) : -1;
}

/* Surrogates on their own stay; the library would replace them. */
static Value normalized(uninorm_t form, PyUnicode *u)
{
    const uint32_t *text = unicode_ucs4(u);
    UniBuilder b = {0};
    int64_t start = 0;

    if (!text)
        return NULL;
    for (int64_t i = 0; i < u->length; i++) {
        if (text[i] < 0xd800 || text[i] > 0xdfff)
            continue;
        if (add_normalized(&b, form, text + start, i - start) < 0 ||
            ub_putc(&b, text[i]) < 0)
            return NULL;
        start = i + 1;
    }
    if (add_normalized(&b, form, text + start, u->length - start) < 0)
        return NULL;
    return (Value)ub_finish(&b);
}

static Value f_normalize(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("normalize", 1, args[0]);
    PyUnicode *u = (PyUnicode *)args[1];
    uninorm_t form;

    if (!name)
        return NULL;
    if (!is_unicode(args[1]))
        return arg_type_error("normalize", 2, "unicode", args[1]);
    if (u->length == 0)
        return args[1];
    form = form_named(name);
    if (!form)
        return err_format(&exc_ValueError, "invalid normalization form");
    if (u->is_ascii)
        return args[1];
    return normalized(form, u);
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

/* Code points that 3.2 does not know neither decompose nor combine: what
 * stands between them is normalised by itself. */
static Value old_normalize(Value self, const Value *args, Py_ssize nargs)
{
    PyUnicode *u = (PyUnicode *)args[1];
    UniBuilder b = {0};
    int64_t start = 0;

    if (!is_unicode(args[1]) || u->is_ascii)
        return f_normalize(self, args, nargs);
    for (int64_t i = 0; i <= u->length; i++) {
        if (i < u->length && !is_later(unicode_at(u, i)))
            continue;
        Value run[2] = {args[0], (Value)unicode_slice(u, start, i)};
        PyUnicode *part =
            run[1] ? (PyUnicode *)f_normalize(self, run, 2) : NULL;
        if (!part || ub_add(&b, part, 0, part->length) < 0 ||
            (i < u->length && ub_putc(&b, unicode_at(u, i)) < 0))
            return NULL;
        start = i + 1;
    }
    return (Value)ub_finish(&b);
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

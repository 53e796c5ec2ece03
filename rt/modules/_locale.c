/* _locale: the C library's locales. */
#include <langinfo.h>
#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#include "module_support.h"
#include "posix_support.h"
#include "number.h"
#include "unicode.h"

#include <errno.h>

#include "methods_declare.h"
#include "_locale.def"
#include "methods_end.h"

static PyType *locale_error;

/* LOCALE_CATEGORIES(X), LANGINFO(X): the module's constants. */
#define LOCALE_CATEGORIES(X)                                                   \
    X(LC_CTYPE)                                                                \
    X(LC_TIME)                                                                 \
    X(LC_COLLATE) X(LC_MONETARY) X(LC_MESSAGES) X(LC_NUMERIC) X(LC_ALL)
#define LANGINFO(X)                                                            \
    X(DAY_1)                                                                   \
    X(DAY_2)                                                                   \
    X(DAY_3)                                                                   \
    X(DAY_4)                                                                   \
    X(DAY_5)                                                                   \
    X(DAY_6)                                                                   \
    X(DAY_7)                                                                   \
    X(ABDAY_1)                                                                 \
    X(ABDAY_2)                                                                 \
    X(ABDAY_3)                                                                 \
    X(ABDAY_4)                                                                 \
    X(ABDAY_5)                                                                 \
    X(ABDAY_6)                                                                 \
    X(ABDAY_7)                                                                 \
    X(MON_1)                                                                   \
    X(MON_2)                                                                   \
    X(MON_3)                                                                   \
    X(MON_4)                                                                   \
    X(MON_5)                                                                   \
    X(MON_6)                                                                   \
    X(MON_7)                                                                   \
    X(MON_8)                                                                   \
    X(MON_9)                                                                   \
    X(MON_10)                                                                  \
    X(MON_11)                                                                  \
    X(MON_12)                                                                  \
    X(ABMON_1)                                                                 \
    X(ABMON_2)                                                                 \
    X(ABMON_3)                                                                 \
    X(ABMON_4)                                                                 \
    X(ABMON_5)                                                                 \
    X(ABMON_6)                                                                 \
    X(ABMON_7)                                                                 \
    X(ABMON_8)                                                                 \
    X(ABMON_9)                                                                 \
    X(ABMON_10)                                                                \
    X(ABMON_11)                                                                \
    X(ABMON_12)                                                                \
    X(RADIXCHAR)                                                               \
    X(THOUSEP)                                                                 \
    X(YESEXPR)                                                                 \
    X(NOEXPR)                                                                  \
    X(CRNCYSTR)                                                                \
    X(D_FMT)                                                                   \
    X(D_T_FMT)                                                                 \
    X(T_FMT)                                                                   \
    X(AM_STR)                                                                  \
    X(PM_STR)                                                                  \
    X(CODESET)                                                                 \
    X(T_FMT_AMPM) X(ERA) X(ERA_D_FMT) X(ERA_D_T_FMT) X(ERA_T_FMT) X(ALT_DIGITS)

static Value locale_setlocale(Value self, const Value *args, Py_ssize nargs)
{
    int64_t category = value_as_int64(args[0]);
    const char *name = NULL;

    if (category == -1 && err_pending())
        return NULL;
    if (nargs == 2 && args[1] != NONE) {
        name = arg_name("setlocale", 2, args[1]);
        if (!name)
            return NULL;
    }
    const char *result = category < 0 || category > INT_MAX
                             ? NULL
                             : setlocale((int)category, name);
    if (!result)
        return err_format(locale_error, name ? "unsupported locale setting"
                                             : "locale query failed");
    return (Value)str_from_c(result);
}

static int add_text(PyDict *d, const char *key, const char *text)
{
    return dict_set_str(d, str_intern(key), (Value)str_from_c(text));
}

static int add_number(PyDict *d, const char *key, int number)
{
    return dict_set_str(d, str_intern(key), tag_int(number));
}

/* A grouping as a list; like C's, it ends with 0 (repeat) or CHAR_MAX. */
static int add_grouping(PyDict *d, const char *key, const char *sizes)
{
    PyList *list = list_new(4);

    for (; *sizes; sizes++) {
        if (list_append(list, tag_int(*sizes)) < 0)
            return -1;
        if (*sizes == CHAR_MAX)
            break;
    }
    if (list_length(list) && *sizes != CHAR_MAX &&
        list_append(list, tag_int(0)) < 0)
        return -1;
    return dict_set_str(d, str_intern(key), (Value)list);
}

static Value locale_localeconv(Value self, const Value *args, Py_ssize nargs)
{
    struct lconv *l = localeconv();
    PyDict *d = dict_new();
    int failed = 0;

#define TEXT(name) failed |= add_text(d, #name, l->name);
#define NUMBER(name) failed |= add_number(d, #name, l->name);
    TEXT(decimal_point)
    TEXT(thousands_sep)
    failed |= add_grouping(d, "grouping", l->grouping);
    TEXT(int_curr_symbol)
    TEXT(currency_symbol)
    TEXT(mon_decimal_point)
    TEXT(mon_thousands_sep)
    failed |= add_grouping(d, "mon_grouping", l->mon_grouping);
    TEXT(positive_sign)
    TEXT(negative_sign)
    NUMBER(int_frac_digits)
    NUMBER(frac_digits)
    NUMBER(p_cs_precedes)
    NUMBER(p_sep_by_space)
    NUMBER(n_cs_precedes)
    NUMBER(n_sep_by_space)
    NUMBER(p_sign_posn)
    NUMBER(n_sign_posn)
#undef TEXT
#undef NUMBER
    return failed ? NULL : (Value)d;
}

/* Zero-ended wide text. */
static wchar_t *wide_text(Value v)
{
    PyUnicode *u = unicode_coerce(v);

    if (!u)
        return NULL;
    wchar_t *text = gc_bytes((size_t)(u->length + 1) * sizeof *text);
    for (int64_t i = 0; text && i < u->length; i++)
        text[i] = (wchar_t)unicode_at(u, i);
    return text;
}

static Value locale_strcoll(Value self, const Value *args, Py_ssize nargs)
{
    if (is_str(args[0]) && is_str(args[1]))
        return tag_int(
            strcoll(str_data((PyStr *)args[0]), str_data((PyStr *)args[1])));
    wchar_t *a = wide_text(args[0]), *b = a ? wide_text(args[1]) : NULL;
    return b ? tag_int(wcscoll(a, b)) : NULL;
}

static Value locale_strxfrm(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = arg_name("strxfrm", 1, args[0]);

    if (!text)
        return NULL;
    size_t n = strxfrm(NULL, text, 0);
    char *out = gc_bytes(n + 1);
    if (!out)
        return NULL;
    strxfrm(out, text, n + 1);
    return (Value)str_from(out, (Py_ssize)n);
}

static Value locale_nl_langinfo(Value self, const Value *args, Py_ssize nargs)
{
    static const nl_item known[] = {
#define X(name) name,
        LANGINFO(X) _DATE_FMT,
#undef X
    };
    int64_t key = value_as_int64(args[0]);

    if (key == -1 && err_pending())
        return NULL;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i] == key)
            return (Value)str_from_c(nl_langinfo(known[i]));
    return err_format(&exc_ValueError, "unsupported langinfo constant");
}

static const NativeDef locale_functions[] = {
#include "methods_table.h"
#include "_locale.def"
#include "methods_end.h"
    {0}};

/* --- messages in other languages: the C library's gettext ---------------- */

/* The text of a str; NULL with a TypeError, which names no function. */
static const char *text_argument(int position, Value v, const char *wanted)
{
    if (is_str(v))
        return arg_name("gettext", position, v);
    return err_format(&exc_TypeError, "argument %d must be %s, not %.50s",
                      position, wanted, type_name_of(v));
}

/* The same, NULL for None; false with TypeError. */
static bool name_or_none(int position, Value v, const char **out)
{
    *out = v == NONE ? NULL : text_argument(position, v, "string or None");
    return v == NONE || *out;
}

/* A text of the C library; NULL: OSError from errno. */
static Value found(const char *text)
{
    return text ? (Value)str_from_c(text) : err_from_errno(&exc_OSError, NULL);
}

static Value locale_gettext(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = text_argument(1, args[0], "string");

    return text ? (Value)str_from_c(gettext(text)) : NULL;
}

static Value locale_dgettext(Value self, const Value *args, Py_ssize nargs)
{
    const char *domain, *text;

    if (!name_or_none(1, args[0], &domain) ||
        !(text = text_argument(2, args[1], "string")))
        return NULL;
    return (Value)str_from_c(dgettext(domain, text));
}

static Value locale_dcgettext(Value self, const Value *args, Py_ssize nargs)
{
    const char *domain, *text;
    int64_t category;

    if (!name_or_none(1, args[0], &domain) ||
        !(text = text_argument(2, args[1], "string")))
        return NULL;
    category = value_as_c_int(args[2]);
    if (category == -1 && err_pending())
        return NULL;
    return (Value)str_from_c(dcgettext(domain, text, (int)category));
}

static Value locale_textdomain(Value self, const Value *args, Py_ssize nargs)
{
    const char *domain;

    if (!name_or_none(1, args[0], &domain))
        return NULL;
    return found(textdomain(domain));
}

static Value locale_bindtextdomain(Value self, const Value *args,
                                   Py_ssize nargs)
{
    const char *domain = text_argument(1, args[0], "string"), *folder;

    if (!domain || !name_or_none(2, args[1], &folder))
        return NULL;
    if (!*domain) {
        err_set(locale_error,
                (Value)str_from_c("domain must be a non-empty string"));
        return NULL;
    }
    return found(bindtextdomain(domain, folder));
}

static Value locale_bind_textdomain_codeset(Value self, const Value *args,
                                            Py_ssize nargs)
{
    const char *domain = text_argument(1, args[0], "string"), *name;

    if (!domain || !name_or_none(2, args[1], &name))
        return NULL;
    name = bind_textdomain_codeset(domain, name);
    return name ? (Value)str_from_c(name) : NONE;
}

static int locale_init(PyModule *m)
{
    static const struct {
        const char *name;
        int64_t value;
    } constants[] = {
#define X(name) {#name, name},
        LOCALE_CATEGORIES(X) LANGINFO(X) X(CHAR_MAX){"_DATE_FMT", _DATE_FMT},
#undef X
    };

    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    if (!locale_error)
        locale_error = exception_class_new("locale.Error", NULL);
    return locale_error ? module_add(m, "Error", (Value)locale_error) : -1;
}

const NativeModule native_module__locale = {
    .name = "_locale",
    .doc = "What module locale asks the C library.",
    .functions = locale_functions,
    .init = locale_init,
};

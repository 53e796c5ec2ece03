/* Compiling and running PCRE2 code.
 *
 * Code is compiled when a width of text and a way of matching first need it,
 * published with a compare-and-swap, and never changes.  What a match needs
 * (match data, the JIT's stack) belongs to the thread. */
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include "_re.h"

#include "bytearray.h"
#include "gc.h"

/* --- compiling ------------------------------------------------------------ */

static uint32_t compile_options(const PyPattern *p, bool anchored)
{
    uint32_t options =
        PCRE2_DOTALL | PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;

    if (p->flags & RE_IGNORECASE)
        options |= PCRE2_CASELESS;
    if (p->flags & RE_MULTILINE)
        options |= PCRE2_MULTILINE;
    if (p->flags & RE_UNICODE)
        options |= PCRE2_UCP;
    return anchored ? options | PCRE2_ANCHORED : options;
}

static void *compile_failed(int error)
{
    char text[256];

    pcre2_get_error_message_8(error, (PCRE2_UCHAR8 *)text, sizeof text);
    return err_format(re_error, "%s", text);
}

/* NULL without an exception: the code is too large for the 8-bit library. */
static void *compile_8(const char *text, uint32_t options)
{
    pcre2_compile_context_8 *context = pcre2_compile_context_create_8(NULL);
    PCRE2_SIZE at;
    int error;
    pcre2_code_8 *code;

    if (!context)
        return err_no_memory();
    pcre2_set_newline_8(context, PCRE2_NEWLINE_LF);
    code = pcre2_compile_8((PCRE2_SPTR8)text, PCRE2_ZERO_TERMINATED, options,
                           &error, &at, context);
    pcre2_compile_context_free_8(context);
    if (!code)
        return error == PCRE2_ERROR_PATTERN_TOO_LARGE ? NULL
                                                      : compile_failed(error);
    pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE);
    return code;
}

static void *compile_32(const char *text, uint32_t options)
{
    size_t n = strlen(text);
    uint32_t *wide = gc_bytes((n + 1) * 4);
    pcre2_compile_context_32 *context = pcre2_compile_context_create_32(NULL);
    PCRE2_SIZE at;
    int error;
    pcre2_code_32 *code;

    if (!wide)
        return NULL;
    if (!context)
        return err_no_memory();
    for (size_t i = 0; i < n; i++)
        wide[i] = (unsigned char)text[i];
    pcre2_set_newline_32(context, PCRE2_NEWLINE_LF);
    code = pcre2_compile_32(wide, n, options, &error, &at, context);
    pcre2_compile_context_free_32(context);
    if (!code)
        return compile_failed(error);
    pcre2_jit_compile_32(code, PCRE2_JIT_COMPLETE);
    return code;
}

static void free_code(void *code, bool wide)
{
    if (wide)
        pcre2_code_free_32(code);
    else
        pcre2_code_free_8(code);
}

static void *code_for(PyPattern *p, bool wide, bool anchored)
{
    void *_Atomic *place = &p->code[wide][anchored];
    void *code = atomic_load_explicit(place, memory_order_acquire), *old = NULL;
    char *text;

    if (code)
        return code;
    text = re_emit(p->tree, !wide);
    if (!text)
        return NULL;
    code = (wide ? compile_32 : compile_8)(text, compile_options(p, anchored));
    if (!code || atomic_compare_exchange_strong(place, &old, code))
        return code;
    free_code(code, wide);
    return old;
}

void re_free_code(PyObject *pattern)
{
    PyPattern *p = (PyPattern *)pattern;

    for (int wide = 0; wide < 2; wide++)
        for (int anchored = 0; anchored < 2; anchored++) {
            void *code = atomic_exchange(&p->code[wide][anchored], NULL);

            if (code)
                free_code(code, wide);
        }
}

/* --- running -------------------------------------------------------------- */

enum { JIT_STACK_START = 32 << 10, JIT_STACK_MAX = 64 << 20 };

static __thread pcre2_match_data_8 *data_8;
static __thread pcre2_match_context_8 *context_8;
static __thread pcre2_match_data_32 *data_32;
static __thread pcre2_match_context_32 *context_32;

static void ready_8(void)
{
    if (data_8)
        return;
    data_8 = pcre2_match_data_create_8(RE_MAX_GROUPS + 1, NULL);
    context_8 = pcre2_match_context_create_8(NULL);
    pcre2_jit_stack_assign_8(
        context_8, NULL,
        pcre2_jit_stack_create_8(JIT_STACK_START, JIT_STACK_MAX, NULL));
    pcre2_set_match_limit_8(context_8, UINT32_MAX);
    pcre2_set_depth_limit_8(context_8, UINT32_MAX);
}

static void ready_32(void)
{
    if (data_32)
        return;
    data_32 = pcre2_match_data_create_32(RE_MAX_GROUPS + 1, NULL);
    context_32 = pcre2_match_context_create_32(NULL);
    pcre2_jit_stack_assign_32(
        context_32, NULL,
        pcre2_jit_stack_create_32(JIT_STACK_START, JIT_STACK_MAX, NULL));
    pcre2_set_match_limit_32(context_32, UINT32_MAX);
    pcre2_set_depth_limit_32(context_32, UINT32_MAX);
}

static int match_8(void *code, const void *text, int64_t length, int64_t start,
                   uint32_t options)
{
    ready_8();
    return pcre2_match_8(code, text, (size_t)length, (size_t)start, options,
                         data_8, context_8);
}

static int match_32(void *code, const void *text, int64_t length, int64_t start,
                    uint32_t options)
{
    ready_32();
    return pcre2_match_32(code, text, (size_t)length, (size_t)start, options,
                          data_32, context_32);
}

/* --- subjects ------------------------------------------------------------- */

/* The 32-bit form of the text last searched: repeated calls on one long text
 * convert it once. */
typedef struct WideText {
    PyUnicode *text;
    const uint32_t *units;
} WideText;

static WideText *_Atomic last_wide;

static const uint32_t *wide_units(PyUnicode *u)
{
    WideText *w = atomic_load_explicit(&last_wide, memory_order_acquire);

    if (u->kind == 4)
        return (const uint32_t *)u->data;
    if (w && w->text == u)
        return w->units;
    w = (WideText *)gc_array(sizeof *w / 8);
    w->text = u;
    w->units = unicode_ucs4(u);
    if (w->units)
        atomic_store_explicit(&last_wide, w, memory_order_release);
    return w->units;
}

/* Bytes as 32-bit units. */
static bool widen(Subject *s)
{
    PyUnicode *u = unicode_from_latin1(s->data, s->length);

    s->wide = true;
    s->data = u ? unicode_ucs4(u) : NULL;
    return s->data != NULL;
}

bool subject_open(PyPattern *p, Value string, Subject *out)
{
    PyUnicode *u = (PyUnicode *)string;
    Span s;

    out->string = string;
    out->wide = false;
    if (is_unicode(string)) {
        out->length = u->length;
        out->data = u->data;
        if (u->kind == 1 && !p->tree->only_wide)
            return true;
        out->wide = true;
        out->data = wide_units(u);
        return out->data != NULL;
    }
    if (!value_bytes_or_null(string, &s)) {
        err_format(&exc_TypeError, "expected string or buffer");
        return false;
    }
    out->data = s.data;
    out->length = s.length;
    return !p->tree->only_wide || widen(out);
}

Value subject_slice(const Subject *s, int64_t start, int64_t end)
{
    if (is_str(s->string))
        return (Value)str_slice((PyStr *)s->string, start, end);
    if (is_unicode(s->string))
        return (Value)unicode_slice((PyUnicode *)s->string, start, end);
    return op_getslice(s->string, value_from_int(start), value_from_int(end));
}

int re_exec(PyPattern *p, Subject *s, int64_t start, int64_t end, bool anchored,
            int64_t *spans)
{
    void *code = code_for(p, s->wide, anchored);
    int n;
    const PCRE2_SIZE *found;

    if (!code && !s->wide && !err_pending()) {
        p->tree->only_wide = true;
        code = widen(s) ? code_for(p, true, anchored) : NULL;
    }
    if (!code)
        return -1;
    if (start > end)
        return 0;
    n = (s->wide ? match_32 : match_8)(code, s->data, end, start, 0);
    if (n == PCRE2_ERROR_JIT_STACKLIMIT)
        n = (s->wide ? match_32 : match_8)(code, s->data, end, start,
                                           PCRE2_NO_JIT);
    if (n == PCRE2_ERROR_NOMATCH)
        return 0;
    if (n <= 0) {
        if (n == PCRE2_ERROR_NOMEMORY || n == PCRE2_ERROR_HEAPLIMIT)
            err_no_memory();
        else
            err_format(&exc_RuntimeError,
                       "internal error in regular expression engine");
        return -1;
    }
    found = s->wide ? pcre2_get_ovector_pointer_32(data_32)
                    : pcre2_get_ovector_pointer_8(data_8);
    for (int i = 0; i <= p->groups; i++) {
        bool set = i < n && found[2 * i] != PCRE2_UNSET;

        spans[2 * i] = set ? (int64_t)found[2 * i] : -1;
        spans[2 * i + 1] = set ? (int64_t)found[2 * i + 1] : -1;
    }
    return 1;
}

/* A pattern's tree as PCRE2 text.  The text is ascii and relies on these
 * compile options: DOTALL (a point is any unit), newline is "\n" only, in
 * MULTILINE mode ALT_CIRCUMFLEX, and UCP for UNICODE. */
#include "_re.h"

#include <stdio.h>

typedef struct Emitter {
    StrBuilder out;
    int flags, groups;
    bool narrow;
} Emitter;

static int put(Emitter *e, const char *text)
{
    return sb_add(&e->out, text, (int64_t)strlen(text));
}

static int put_format(Emitter *e, const char *fmt, long n)
{
    char text[40];

    snprintf(text, sizeof text, fmt, n);
    return put(e, text);
}

static int emit(Emitter *e, const ReNode *n);

static int emit_list(Emitter *e, const ReNode *n)
{
    for (; n; n = n->next)
        if (emit(e, n) < 0)
            return -1;
    return 0;
}

static int put_char(Emitter *e, uint32_t c)
{
    if (c < 128 &&
        (is_ascii_alpha((unsigned char)c) || is_ascii_digit((unsigned char)c)))
        return sb_putc(&e->out, (char)c);
    return put_format(e, "\\x{%lx}", (long)c);
}

/* --- sets ----------------------------------------------------------------- */

static int put_category(Emitter *e, uint32_t c)
{
    char text[3] = {'\\', (char)c};

    /* Python's Unicode white space includes the four separators. */
    if (put(e, text) < 0)
        return -1;
    return c == 's' && (e->flags & RE_UNICODE) ? put(e, "\\x{1c}-\\x{1f}") : 0;
}

/* One item of a set; *used tells whether anything was put. */
static int set_item(Emitter *e, const ReNode *n, bool *used)
{
    uint32_t low = n->op == RE_range ? (uint32_t)n->min : n->c;
    uint32_t high = n->op == RE_range ? (uint32_t)n->max : n->c;

    if (n->op == RE_category) {
        *used = true;
        return put_category(e, n->c);
    }
    if (e->narrow && low > 255)
        return 0;
    if (e->narrow && high > 255)
        high = 255;
    *used = true;
    if (put_char(e, low) < 0)
        return -1;
    if (n->op == RE_literal)
        return 0;
    return put(e, "-") < 0 ? -1 : put_char(e, high);
}

static int emit_set(Emitter *e, const ReNode *n)
{
    int64_t start = e->out.length;
    bool used = false;

    if (put(e, n->negate ? "[^" : "[") < 0)
        return -1;
    for (const ReNode *kid = n->kids; kid; kid = kid->next) {
        /* The complement of white space cannot be a set's item. */
        if (kid->op == RE_category && kid->c == 'S' && !kid->next &&
            kid == n->kids && (e->flags & RE_UNICODE)) {
            e->out.length = start;
            return put(e, n->negate ? "[\\s\\x{1c}-\\x{1f}]"
                                    : "[^\\s\\x{1c}-\\x{1f}]");
        }
        if (set_item(e, kid, &used) < 0)
            return -1;
    }
    if (used)
        return put(e, "]");
    e->out.length = start;
    return put(e, n->negate ? "." : "(?!)");
}

/* --- the other nodes ------------------------------------------------------ */

static int emit_at(Emitter *e, uint32_t c)
{
    bool multiline = e->flags & RE_MULTILINE;

    switch (c) {
    case '^':
        return put(e, multiline ? "^" : "\\A");
    case 'Z':
        return put(e, "\\z");
    case '$':
        return put(e, "$");
    case 'B':
        /* sre finds no boundary of either kind in an empty text. */
        return put(e, "(?!\\A\\z)\\B");
    default:
        return put(e, c == 'A' ? "\\A" : "\\b");
    }
}

static int emit_branch(Emitter *e, const ReNode *n)
{
    if (put(e, "(?:") < 0)
        return -1;
    for (const ReNode *kid = n->kids; kid; kid = kid->next)
        if ((kid != n->kids && put(e, "|") < 0) || emit(e, kid) < 0)
            return -1;
    return put(e, ")");
}

/* Counts beyond PCRE2's 65535 become "any number" where emit_many cannot
 * spell them out. */
static int emit_bounds(Emitter *e, int64_t min, int64_t max)
{
    if (min > 65535)
        min = 65535;
    if (max == 1 && min == 0)
        return put(e, "?");
    if (max > 65535) {
        if (min <= 1)
            return put(e, min ? "+" : "*");
        return put_format(e, "{%ld,}", (long)min);
    }
    if (put_format(e, "{%ld", (long)min) < 0)
        return -1;
    return put_format(e, ",%ld}", (long)max);
}

enum { MAX_COUNT = 65535, CHUNK = 32768 };

/* `times` of a one-character item, or with `optional` up to that many. */
static int emit_many(Emitter *e, const ReNode *n, int64_t times, bool optional)
{
    const char *open = optional ? "{0,%ld}" : "{%ld}";
    const char *lazy = n->lazy ? "?" : "";

    if (times >= CHUNK &&
        (put(e, "(?:") < 0 || emit(e, n->kids) < 0 ||
         put_format(e, open, CHUNK) < 0 || put(e, lazy) < 0 ||
         put(e, ")") < 0 || put_format(e, open, (long)(times / CHUNK)) < 0 ||
         put(e, lazy) < 0))
        return -1;
    times %= CHUNK;
    return times && (emit(e, n->kids) < 0 ||
                     put_format(e, open, (long)times) < 0 || put(e, lazy) < 0)
               ? -1
               : 0;
}

/* Bounds above MAX_COUNT of an item that is one character. */
static int emit_large_repeat(Emitter *e, const ReNode *n)
{
    if (n->min / CHUNK > MAX_COUNT) /* longer than any text */
        return put(e, "(?!)");
    if (n->min && emit_many(e, n, n->min, false) < 0)
        return -1;
    if (n->max < RE_MAX_REPEAT && n->max / CHUNK < MAX_COUNT)
        return n->max > n->min ? emit_many(e, n, n->max - n->min, true) : 0;
    if (emit(e, n->kids) < 0 || put(e, "*") < 0)
        return -1;
    return n->lazy ? put(e, "?") : 0;
}

static int emit_repeat(Emitter *e, const ReNode *n)
{
    const ReNode *item = n->kids;
    bool atom = item->op == RE_literal || item->op == RE_any ||
                item->op == RE_set || item->op == RE_group;

    if (atom && item->op != RE_group &&
        (n->min > MAX_COUNT || (n->max > MAX_COUNT && n->max < RE_MAX_REPEAT)))
        return emit_large_repeat(e, n);
    if ((!atom && put(e, "(?:") < 0) || emit(e, item) < 0 ||
        (!atom && put(e, ")") < 0) || emit_bounds(e, n->min, n->max) < 0)
        return -1;
    return n->lazy ? put(e, "?") : 0;
}

/* CPython takes a group that is not there where there are none: it never
 * matched. */
static int emit_if(Emitter *e, const ReNode *n)
{
    if (n->c > (uint32_t)e->groups && e->groups > 0) {
        err_format(&exc_RuntimeError, "invalid SRE code");
        return -1;
    }
    if (n->c > (uint32_t)e->groups) {
        const ReNode *no = n->kids->next;

        return put(e, "(?:") < 0 || (no && emit(e, no) < 0) ? -1 : put(e, ")");
    }
    if (put_format(e, "(?(%ld)", (long)n->c) < 0 || emit(e, n->kids) < 0 ||
        (n->kids->next && (put(e, "|") < 0 || emit(e, n->kids->next) < 0)))
        return -1;
    return put(e, ")");
}

static int emit_enclosed(Emitter *e, const char *opening, const ReNode *n)
{
    return put(e, opening) < 0 || emit_list(e, n->kids) < 0 ? -1 : put(e, ")");
}

static int emit(Emitter *e, const ReNode *n)
{
    switch (n->op) {
    case RE_literal:
        return e->narrow && n->c > 255 ? put(e, "(?!)") : put_char(e, n->c);
    case RE_any:
        return put(e, e->flags & RE_DOTALL ? "." : "\\N");
    case RE_set:
        return emit_set(e, n);
    case RE_at:
        return emit_at(e, n->c);
    case RE_branch:
        return emit_branch(e, n);
    case RE_sequence:
        return emit_list(e, n->kids);
    case RE_group:
        return emit_enclosed(e, n->c ? "(" : "(?:", n);
    case RE_repeat:
        return emit_repeat(e, n);
    case RE_assert:
        return emit_enclosed(e,
                             n->behind ? (n->negate ? "(?<!" : "(?<=")
                                       : (n->negate ? "(?!" : "(?="),
                             n);
    case RE_backref:
        return put_format(e, "\\g{%ld}", (long)n->c);
    case RE_if:
        return emit_if(e, n);
    default:
        return 0;
    }
}

char *re_emit(const ReTree *tree, bool narrow)
{
    Emitter e = {
        .flags = tree->flags, .groups = tree->groups, .narrow = narrow};
    PyStr *s;

    if (emit(&e, tree->root) < 0 || !(s = sb_finish(&e.out)))
        return NULL;
    return s->data;
}

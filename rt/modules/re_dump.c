/* What the flag DEBUG prints: the tree in sre's notation. */
#include "_re.h"

#include "errors.h"
#include "module.h"

#include <stdarg.h>
#include <stdio.h>

static int dump(StrBuilder *b, const ReNode *n, int level);

static int line(StrBuilder *b, int level, const char *fmt, ...)
{
    char text[120];
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    for (int i = 0; i < level * 2; i++)
        if (sb_putc(b, ' ') < 0)
            return -1;
    return sb_add(b, text, n) < 0 ? -1 : sb_putc(b, '\n');
}

static int dump_kids(StrBuilder *b, const ReNode *n, int level)
{
    for (const ReNode *kid = n->kids; kid; kid = kid->next)
        if (dump(b, kid, level) < 0)
            return -1;
    return 0;
}

static const char *category_name(uint32_t c)
{
    switch (c) {
    case 'd':
        return "category_digit";
    case 'D':
        return "category_not_digit";
    case 's':
        return "category_space";
    case 'S':
        return "category_not_space";
    case 'w':
        return "category_word";
    default:
        return "category_not_word";
    }
}

static const char *at_name(uint32_t c)
{
    switch (c) {
    case '^':
        return "at_beginning";
    case '$':
        return "at_end";
    case 'A':
        return "at_beginning_string";
    case 'Z':
        return "at_end_string";
    case 'b':
        return "at_boundary";
    default:
        return "at_non_boundary";
    }
}

static int dump_set(StrBuilder *b, const ReNode *n, int level)
{
    if (n->kids == n->last && n->kids->op == RE_literal)
        return line(b, level, n->negate ? "not_literal %u" : "literal %u",
                    n->kids->c);
    if (line(b, level, "in") < 0 ||
        (n->negate && line(b, level + 1, "negate None") < 0))
        return -1;
    return dump_kids(b, n, level + 1);
}

static int dump_branch(StrBuilder *b, const ReNode *n, int level)
{
    if (line(b, level, "branch") < 0)
        return -1;
    for (const ReNode *kid = n->kids; kid; kid = kid->next)
        if ((kid != n->kids && line(b, level, "or") < 0) ||
            dump(b, kid, level + 1) < 0)
            return -1;
    return 0;
}

static int dump_repeat(StrBuilder *b, const ReNode *n, int level)
{
    return line(b, level, "%s %ld %ld", n->lazy ? "min_repeat" : "max_repeat",
                (long)n->min, (long)n->max) < 0
               ? -1
               : dump_kids(b, n, level + 1);
}

static int dump(StrBuilder *b, const ReNode *n, int level)
{
    switch (n->op) {
    case RE_literal:
        return line(b, level, "literal %u", n->c);
    case RE_any:
        return line(b, level, "any None");
    case RE_set:
        return dump_set(b, n, level);
    case RE_range:
        return line(b, level, "range (%ld, %ld)", (long)n->min, (long)n->max);
    case RE_category:
        return line(b, level, "category %s", category_name(n->c));
    case RE_at:
        return line(b, level, "at %s", at_name(n->c));
    case RE_branch:
        return dump_branch(b, n, level);
    case RE_sequence:
        return dump_kids(b, n, level);
    case RE_group:
        if (n->c ? line(b, level, "subpattern %u", n->c) < 0
                 : line(b, level, "subpattern None") < 0)
            return -1;
        return dump_kids(b, n, level + 1);
    case RE_repeat:
        return dump_repeat(b, n, level);
    case RE_assert:
        if (line(b, level, "%s %d", n->negate ? "assert_not" : "assert",
                 n->behind ? -1 : 1) < 0)
            return -1;
        return dump_kids(b, n, level + 1);
    case RE_backref:
        return line(b, level, "groupref %u", n->c);
    default:
        if (line(b, level, "groupref_exists %u", n->c) < 0 ||
            dump(b, n->kids, level + 1) < 0)
            return -1;
        if (!n->kids->next)
            return 0;
        return line(b, level, "else") < 0 ? -1
                                          : dump(b, n->kids->next, level + 1);
    }
}

int re_dump(const ReTree *tree)
{
    StrBuilder b = {0};
    Value sys = import_module(str_intern("sys"), NULL, NONE, 0);
    Value out = sys ? op_getattr(sys, str_intern("stdout")) : NULL;
    PyStr *s;

    if (!out || dump(&b, tree->root, 0) < 0 || !(s = sb_finish(&b)))
        return -1;
    return file_write_text(out, s->data);
}

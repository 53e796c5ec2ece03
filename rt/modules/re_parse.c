/* Python's regular expression syntax, with the error texts of CPython 2.7.
 * Recursive descent over tokens: a character, or a backslash with the one
 * behind it. */
#include "_re.h"

#include "names.h"
#include "thread.h"

#define ESCAPED ((int64_t)1 << 32)
/* The level of warnings: the caller of a function of module re. */
#define USER 2

typedef struct ReParser {
    ReTree *tree;
    const uint32_t *text;
    int64_t length, index;
    int64_t next; /* character, with ESCAPED behind a backslash; -1: end */
    bool is_unicode;
    uint8_t open[RE_MAX_GROUPS + 1]; /* stack of the open groups */
    int open_count;
    int lookbehind;
} ReParser;

static void *fail(const char *text)
{
    return err_format(re_error, "%s", text);
}

/* --- tokens --------------------------------------------------------------- */

/* Reads the next token; false with an exception. */
static bool advance(ReParser *p)
{
    if (p->index >= p->length) {
        p->next = -1;
        return true;
    }
    p->next = p->text[p->index++];
    if (p->next != '\\')
        return true;
    if (p->index >= p->length)
        return fail("bogus escape (end of line)");
    p->next = ESCAPED | p->text[p->index++];
    return true;
}

/* Takes the next token into *token. */
static bool take(ReParser *p, int64_t *token)
{
    *token = p->next;
    return advance(p);
}

/* Takes the token if it is c; *found says so. */
static bool accept(ReParser *p, int64_t c, bool *found)
{
    *found = p->next == c;
    return !*found || advance(p);
}

static bool is_one_of(int64_t token, const char *set)
{
    return token > 0 && token < 128 && strchr(set, (int)token);
}

static bool is_octal(int64_t token)
{
    return token >= '0' && token <= '7';
}

static bool is_digit(int64_t token)
{
    return token >= '0' && token <= '9';
}

static int hex_value(int64_t c)
{
    return is_digit(c)            ? (int)c - '0'
           : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10
           : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10
                                  : -1;
}

/* --- nodes ---------------------------------------------------------------- */

static ReNode *node_new(ReOp op, uint32_t c)
{
    ReNode *n = (ReNode *)gc_array((sizeof *n + 7) / 8);

    n->op = op;
    n->c = c;
    return n;
}

static void append(ReNode *parent, ReNode *kid)
{
    if (parent->last)
        parent->last->next = kid;
    else
        parent->kids = kid;
    parent->last = kid;
}

static ReNode *sequence_p(ReParser *p);
static ReNode *alternatives(ReParser *p, bool nested);

/* --- escapes -------------------------------------------------------------- */

static void *bogus_escape(ReParser *p, const char *text)
{
    PyStr *shown =
        p->is_unicode
            ? unicode_repr(unicode_from_latin1(text, (int64_t)strlen(text)))
            : str_repr((Span){text, (int64_t)strlen(text)});

    return err_format(re_error, "bogus escape: %s", shown->data);
}

/* Letters that stand for a control character, or -1. */
static int control_escape(int64_t c)
{
    switch (c) {
    case 'a':
        return '\a';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '\\':
        return '\\';
    default:
        return -1;
    }
}

static ReNode *category_set(uint32_t c)
{
    ReNode *set = node_new(RE_set, 0);

    append(set, node_new(RE_category, c));
    return set;
}

/* Digits behind \x: exactly two; NULL with an exception. */
static ReNode *hex_escape(ReParser *p, bool in_set)
{
    char text[8] = "\\x";
    int n = 2;
    uint32_t c = 0;
    int64_t token;

    while (n < 4 && hex_value(p->next) >= 0) {
        c = c << 4 | (uint32_t)hex_value(p->next);
        if (!take(p, &token))
            return NULL;
        text[n++] = (char)token;
    }
    if (n < 4) {
        if (in_set) /* sre drops the x here */
            memmove(text + 1, text + 2, 4);
        return bogus_escape(p, text);
    }
    return node_new(RE_literal, c);
}

/* More octal digits behind value, up to `limit` of them. */
static ReNode *octal_escape(ReParser *p, uint32_t value, int limit)
{
    for (; limit > 0 && is_octal(p->next); limit--) {
        value = value << 3 | (uint32_t)(p->next - '0');
        if (!advance(p))
            return NULL;
    }
    return node_new(RE_literal, value & 0xff);
}

/* An escape within [...]; c is the character behind the backslash. */
static ReNode *set_escape(ReParser *p, uint32_t c)
{
    int control = control_escape(c);
    char text[3] = {'\\', (char)c};

    if (control >= 0)
        return node_new(RE_literal, (uint32_t)control);
    if (c == 'b')
        return node_new(RE_literal, '\b');
    if (is_one_of(c, "dDsSwW"))
        return node_new(RE_category, c);
    if (c == 'x')
        return hex_escape(p, true);
    if (is_octal(c))
        return octal_escape(p, c - '0', 2);
    if (is_digit(c))
        return bogus_escape(p, text);
    return node_new(RE_literal, c);
}

static bool is_open(ReParser *p, int64_t group)
{
    for (int i = 0; i < p->open_count; i++)
        if (p->open[i] == group)
            return true;
    return false;
}

static ReNode *backref(ReParser *p, int64_t group)
{
    if (p->lookbehind &&
        err_warn(&exc_RuntimeWarning,
                 "group references in lookbehind assertions are not supported",
                 USER) < 0)
        return NULL;
    return node_new(RE_backref, (uint32_t)group);
}

/* \1 to \99, or \123 in octal. */
static ReNode *number_escape(ReParser *p, uint32_t c)
{
    char text[5] = {'\\', (char)c};
    int64_t group = c - '0';

    if (is_digit(p->next)) {
        int64_t second = p->next;

        if (!advance(p))
            return NULL;
        text[2] = (char)second;
        if (is_octal(c) && is_octal(second) && is_octal(p->next))
            return octal_escape(p, (c - '0') << 3 | (uint32_t)(second - '0'),
                                1);
        group = group * 10 + second - '0';
    }
    if (group > p->tree->groups)
        return bogus_escape(p, text);
    if (is_open(p, group))
        return fail("cannot refer to open group");
    return backref(p, group);
}

static ReNode *escape(ReParser *p, uint32_t c)
{
    int control = control_escape(c);

    if (is_one_of(c, "AbBZ"))
        return node_new(RE_at, c);
    if (is_one_of(c, "dDsSwW"))
        return category_set(c);
    if (control >= 0)
        return node_new(RE_literal, (uint32_t)control);
    if (c == 'x')
        return hex_escape(p, false);
    if (c == '0')
        return octal_escape(p, 0, 2);
    if (is_digit(c))
        return number_escape(p, c);
    return node_new(RE_literal, c);
}

/* --- sets ----------------------------------------------------------------- */

static ReNode *set_item(ReParser *p)
{
    int64_t token;

    if (!take(p, &token))
        return NULL;
    if (token < 0)
        return fail("unexpected end of regular expression");
    return token & ESCAPED ? set_escape(p, (uint32_t)token)
                           : node_new(RE_literal, (uint32_t)token);
}

/* What follows "x-": a range, or both literally before "]". */
static bool set_range(ReParser *p, ReNode *set, ReNode *low, bool *end)
{
    ReNode *high;

    if (p->next == ']') {
        append(set, low);
        append(set, node_new(RE_literal, '-'));
        *end = true;
        return advance(p);
    }
    high = set_item(p);
    if (!high)
        return false;
    if (low->op != RE_literal || high->op != RE_literal || high->c < low->c)
        return fail("bad character range");
    low->op = RE_range;
    low->min = low->c;
    low->max = high->c;
    append(set, low);
    return true;
}

/* [...], the bracket has been taken. */
static ReNode *set_p(ReParser *p)
{
    ReNode *set = node_new(RE_set, 0);
    bool end = false, dash;

    if (!accept(p, '^', &set->negate))
        return NULL;
    while (!end) {
        ReNode *item;

        if (p->next == ']' && set->kids)
            return advance(p) ? set : NULL;
        item = set_item(p);
        if (!item || !accept(p, '-', &dash))
            return NULL;
        if (!dash)
            append(set, item);
        else if (!set_range(p, set, item, &end))
            return NULL;
    }
    return set;
}

/* --- repetition ----------------------------------------------------------- */

/* Digits at the next token; *value -1 when there are none. */
static bool count_p(ReParser *p, int64_t *value)
{
    *value = -1;
    while (is_digit(p->next)) {
        if (*value < 0)
            *value = 0;
        *value = *value * 10 + (p->next - '0');
        if (*value >= UINT32_MAX) {
            err_format(&exc_OverflowError,
                       "the repetition number is too large");
            return false;
        }
        if (!advance(p))
            return false;
    }
    return true;
}

/* "{m,n}" behind the brace: 1 a repetition, 0 a plain brace, -1 error. */
static int bounds_p(ReParser *p, int64_t *min, int64_t *max)
{
    int64_t low, high, here = p->index, next = p->next;
    bool found;

    if (p->next == '}')
        return 0;
    if (!count_p(p, &low) || !accept(p, ',', &found))
        return -1;
    high = low;
    if (found && !count_p(p, &high))
        return -1;
    if (!accept(p, '}', &found))
        return -1;
    if (!found) {
        p->index = here;
        p->next = next;
        return 0;
    }
    *min = low >= 0 ? low : 0;
    *max = high >= 0 ? high : RE_MAX_REPEAT;
    if (*max >= *min)
        return 1;
    fail("bad repeat interval");
    return -1;
}

/* Wraps the last item of seq. */
static bool repeat_last(ReParser *p, ReNode *seq, int64_t min, int64_t max)
{
    ReNode *item = seq->last, *repeat, **link = &seq->kids;

    if (!item || item->op == RE_at)
        return fail("nothing to repeat");
    if (item->op == RE_repeat)
        return fail("multiple repeat");
    repeat = node_new(RE_repeat, 0);
    repeat->min = min;
    repeat->max = max;
    append(repeat, item);
    while (*link != item)
        link = &(*link)->next;
    *link = seq->last = repeat;
    return accept(p, '?', &repeat->lazy);
}

static bool repeat_p(ReParser *p, ReNode *seq, int64_t token)
{
    int64_t min = token == '+', max = token == '?' ? 1 : RE_MAX_REPEAT;
    int status = 1;

    if (token == '{')
        status = bounds_p(p, &min, &max);
    if (status < 0)
        return false;
    if (status == 0) {
        append(seq, node_new(RE_literal, '{'));
        return true;
    }
    return repeat_last(p, seq, min, max);
}

/* --- groups --------------------------------------------------------------- */

/* A name up to `end`, as a str or unicode. */
static Value name_p(ReParser *p, int64_t end)
{
    UniBuilder b = {0};
    int64_t token;

    for (;;) {
        if (!take(p, &token))
            return NULL;
        if (token < 0)
            return fail("unterminated name");
        if (token == end)
            break;
        if ((token & ESCAPED && ub_putc(&b, '\\') < 0) ||
            ub_putc(&b, (uint32_t)token) < 0)
            return NULL;
    }
    if (b.length == 0)
        return fail("missing group name");
    {
        PyUnicode *u = ub_finish(&b);

        if (!u)
            return NULL;
        return p->is_unicode || u->kind > 1
                   ? (Value)u
                   : (Value)str_from(u->data, u->length);
    }
}

bool re_is_name(const char *text, int64_t length)
{
    for (int64_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];

        if (!is_ascii_alpha(c) && c != '_' && !(i > 0 && is_ascii_digit(c)))
            return false;
    }
    return length > 0;
}

static bool value_is_name(Value name)
{
    PyUnicode *u = (PyUnicode *)name;

    if (is_str(name))
        return re_is_name(str_data((PyStr *)name), str_length((PyStr *)name));
    return u->is_ascii && re_is_name(u->data, u->length);
}

/* The group called name, or -1 with an exception. */
static int64_t named_group(ReParser *p, Value name)
{
    Value group = dict_get_or_null(p->tree->names, name);
    Value repr;

    if (group)
        return tagged_int_value(group);
    if (!err_pending() && (repr = op_repr(name)))
        err_format(re_error, "unknown group name: %s", str_data((PyStr *)repr));
    return -1;
}

static void *bad_name(const char *text, Value name)
{
    Value repr = op_repr(name);

    return repr ? err_format(re_error, "%s %s", text, str_data((PyStr *)repr))
                : NULL;
}

/* Opens a capturing group; its number, or -1 with an exception. */
static int open_group(ReParser *p, Value name_or_null)
{
    ReTree *t = p->tree;
    int group = t->groups + 1;
    Value old, repr;

    if (group >= RE_MAX_GROUPS) {
        err_format(&exc_AssertionError,
                   "sorry, but this version only supports 100 named groups");
        return -1;
    }
    if (name_or_null) {
        old = dict_get_or_null(t->names, name_or_null);
        if (old && (repr = op_repr(name_or_null)))
            err_format(re_error,
                       "redefinition of group name %s as group %d; was group "
                       "%ld",
                       str_data((PyStr *)repr), group,
                       (long)tagged_int_value(old));
        if (old || err_pending() ||
            dict_set(t->names, name_or_null, tag_int(group)) < 0)
            return -1;
        t->group_names[group] = name_or_null;
    }
    t->groups = group;
    t->parent[group] = p->open_count ? p->open[p->open_count - 1] : 0;
    p->open[p->open_count++] = (uint8_t)group;
    return group;
}

static bool close_paren(ReParser *p)
{
    bool found;

    if (!accept(p, ')', &found))
        return false;
    return found || fail("unbalanced parenthesis");
}

/* yes and no of a conditional. */
static ReNode *conditional(ReParser *p, int64_t group)
{
    ReNode *n = node_new(RE_if, (uint32_t)group), *branch = sequence_p(p);
    bool more;

    if (!branch || !accept(p, '|', &more))
        return NULL;
    append(n, branch);
    if (more) {
        if (!(branch = sequence_p(p)))
            return NULL;
        append(n, branch);
        if (p->next == '|')
            return fail("conditional backref with more than two branches");
    }
    if (p->next >= 0 && p->next != ')')
        return fail("pattern not properly closed");
    return n;
}

/* The body of a group up to the parenthesis. */
static ReNode *group_body(ReParser *p, int group, int64_t condition)
{
    ReNode *n = node_new(RE_group, (uint32_t)group);
    ReNode *body =
        condition >= 0 ? conditional(p, condition) : alternatives(p, true);

    if (!body || !close_paren(p))
        return NULL;
    append(n, body);
    if (group)
        p->open_count--;
    return n;
}

static ReNode *capture(ReParser *p, Value name)
{
    int group = open_group(p, name);

    return group < 0 ? NULL : group_body(p, group, -1);
}

/* (?P...: named groups and references. */
static ReNode *python_group(ReParser *p)
{
    bool found;
    int64_t token, group;
    Value name;

    if (!accept(p, '<', &found))
        return NULL;
    if (found) {
        name = name_p(p, '>');
        if (!name)
            return NULL;
        return value_is_name(name)
                   ? capture(p, name)
                   : bad_name("bad character in group name", name);
    }
    if (!accept(p, '=', &found))
        return NULL;
    if (found) {
        name = name_p(p, ')');
        if (!name)
            return NULL;
        if (!value_is_name(name))
            return bad_name("bad character in backref group name", name);
        group = named_group(p, name);
        return group < 0 ? NULL : backref(p, group);
    }
    if (!take(p, &token))
        return NULL;
    if (token < 0)
        return fail("unexpected end of pattern");
    return err_format(re_error, "unknown specifier: ?P%s%c",
                      token & ESCAPED ? "\\" : "", (char)token);
}

static ReNode *assertion(ReParser *p)
{
    ReNode *n = node_new(RE_assert, 0), *body;
    int64_t token, min, max;

    if (!take(p, &token))
        return NULL;
    if (token == '<') {
        n->behind = true;
        if (!is_one_of(p->next, "=!"))
            return fail("syntax error");
        if (!take(p, &token))
            return NULL;
    }
    n->negate = token == '!';
    p->lookbehind += n->behind;
    body = alternatives(p, true);
    p->lookbehind -= n->behind;
    if (!body || !close_paren(p))
        return NULL;
    append(n, body);
    re_width(body, &min, &max);
    if (n->behind && min != max)
        return fail("look-behind requires fixed-width pattern");
    return n;
}

/* (?(name)yes|no), behind the second parenthesis. */
static ReNode *conditional_group(ReParser *p)
{
    Value name = name_p(p, ')');
    int64_t group = 0;

    if (!name)
        return NULL;
    if (value_is_name(name)) {
        group = named_group(p, name);
        if (group < 0)
            return NULL;
    } else {
        Value number = op_call((Value)&int_type, &name, 1, NULL);

        if (!number) {
            if (!err_matches(&exc_ValueError))
                return NULL;
            return fail("bad character in group name");
        }
        group = value_as_int64(number);
    }
    if (p->lookbehind &&
        err_warn(&exc_RuntimeWarning,
                 "group references in lookbehind assertions are not supported",
                 USER) < 0)
        return NULL;
    return group_body(p, 0, group);
}

static int flag_of(int64_t c)
{
    switch (c) {
    case 'i':
        return RE_IGNORECASE;
    case 'L':
        return RE_LOCALE;
    case 'm':
        return RE_MULTILINE;
    case 's':
        return RE_DOTALL;
    case 'x':
        return RE_VERBOSE;
    case 't':
        return RE_TEMPLATE;
    case 'u':
        return RE_UNICODE;
    default:
        return 0;
    }
}

/* (?iLmsux): sets flags of the whole pattern. */
static bool flags_p(ReParser *p)
{
    if (!flag_of(p->next))
        return fail("unexpected end of pattern");
    while (flag_of(p->next)) {
        p->tree->flags |= flag_of(p->next);
        if (!advance(p))
            return false;
    }
    if (p->next < 0)
        return fail("unexpected end of pattern");
    if (p->next != ')')
        return fail("unknown extension");
    return advance(p);
}

static bool comment(ReParser *p)
{
    while (p->next >= 0 && p->next != ')')
        if (!advance(p))
            return false;
    return close_paren(p);
}

/* Behind "(": appends what it opens to seq. */
static bool paren(ReParser *p, ReNode *seq)
{
    bool found;
    ReNode *n;
    int64_t c;

    if (!accept(p, '?', &found))
        return false;
    if (!found) {
        n = capture(p, NULL);
    } else {
        c = p->next;
        if (is_one_of(c, "P:#(") && !advance(p))
            return false;
        switch (c) {
        case 'P':
            n = python_group(p);
            break;
        case ':':
            n = group_body(p, 0, -1);
            break;
        case '#':
            return comment(p);
        case '=':
        case '!':
        case '<':
            n = assertion(p);
            break;
        case '(':
            n = conditional_group(p);
            break;
        default:
            return flags_p(p);
        }
    }
    if (!n)
        return false;
    append(seq, n);
    return true;
}

/* --- sequences and alternatives ------------------------------------------- */

/* White space and comments of VERBOSE: 1 skipped, 0 not, -1. */
static int skip_verbose(ReParser *p, int64_t token)
{
    if (!(p->tree->flags & RE_VERBOSE))
        return 0;
    if (is_one_of(token, " \t\n\r\v\f"))
        return 1;
    if (token != '#')
        return 0;
    for (;;) {
        if (!take(p, &token))
            return -1;
        if (token < 0 || token == '\n')
            return 1;
    }
}

/* Notes characters that one-byte texts may only match ignoring case. */
static void note_wide(ReParser *p, const ReNode *n)
{
    if ((n->op == RE_literal && n->c > 255) ||
        (n->op == RE_range && n->max > 255))
        p->tree->only_wide = true;
    if (n->op == RE_set)
        for (const ReNode *kid = n->kids; kid; kid = kid->next)
            note_wide(p, kid);
}

static bool item_p(ReParser *p, ReNode *seq, int64_t token)
{
    ReNode *n;

    if (is_one_of(token, "*+?{"))
        return repeat_p(p, seq, token);
    if (token == '(')
        return paren(p, seq);
    if (token == '[')
        n = set_p(p);
    else if (token == '.')
        n = node_new(RE_any, 0);
    else if (token == '^' || token == '$')
        n = node_new(RE_at, (uint32_t)token);
    else if (token & ESCAPED)
        n = escape(p, (uint32_t)token);
    else
        n = node_new(RE_literal, (uint32_t)token);
    if (!n)
        return false;
    note_wide(p, n);
    append(seq, n);
    return true;
}

static ReNode *sequence_p(ReParser *p)
{
    ReNode *seq = node_new(RE_sequence, 0);
    int64_t token;

    while (p->next >= 0 && p->next != '|' && p->next != ')') {
        int skipped;

        if (!take(p, &token))
            return NULL;
        skipped = skip_verbose(p, token);
        if (skipped < 0 || (!skipped && !item_p(p, seq, token)))
            return NULL;
    }
    return seq;
}

static ReNode *alternatives(ReParser *p, bool nested)
{
    ReNode *branch = node_new(RE_branch, 0), *seq = NULL;
    bool more = true;

    if (recursion_enter(" in regular expression") < 0)
        return NULL;
    while (more && (seq = sequence_p(p))) {
        append(branch, seq);
        if (!accept(p, '|', &more))
            seq = NULL;
        if (!seq)
            break;
    }
    recursion_leave();
    if (!seq)
        return NULL;
    if (nested && p->next >= 0 && p->next != ')')
        return fail("pattern not properly closed");
    return branch->kids == branch->last ? branch->kids : branch;
}

ReTree *re_parse(Value pattern, int flags)
{
    PyUnicode *u = is_unicode(pattern)
                       ? (PyUnicode *)pattern
                       : unicode_from_latin1(((PyStr *)pattern)->data,
                                             ((PyStr *)pattern)->length);
    ReParser p = {.text = u ? unicode_ucs4(u) : NULL,
                  .is_unicode = is_unicode(pattern)};

    if (!p.text)
        return NULL;
    p.length = u->length;
    p.tree = (ReTree *)gc_array((sizeof(ReTree) + 7) / 8);
    p.tree->flags = flags;
    p.tree->names = dict_new();
    if (!advance(&p) || !(p.tree->root = alternatives(&p, false)))
        return NULL;
    if (p.next == ')')
        return fail("unbalanced parenthesis");
    if (p.next >= 0)
        return fail("bogus characters at end of regular expression");
    if (!(flags & RE_VERBOSE) && (p.tree->flags & RE_VERBOSE))
        return re_parse(pattern, p.tree->flags);
    p.tree->only_wide &= (p.tree->flags & RE_IGNORECASE) != 0;
    return p.tree;
}

/* --- widths --------------------------------------------------------------- */

static int64_t capped(int64_t n)
{
    return n > RE_MAX_REPEAT ? RE_MAX_REPEAT : n;
}

static int64_t times(int64_t a, int64_t b)
{
    return b && a > RE_MAX_REPEAT / b ? RE_MAX_REPEAT : a * b;
}

/* Sums up the widths of a list of nodes. */
static void list_width(const ReNode *n, int64_t *min, int64_t *max)
{
    *min = *max = 0;
    for (; n; n = n->next) {
        int64_t low, high;

        re_width(n, &low, &high);
        *min = capped(*min + low);
        *max = capped(*max + high);
    }
}

static void branch_width(const ReNode *n, int64_t *min, int64_t *max)
{
    *min = RE_MAX_REPEAT;
    *max = 0;
    for (const ReNode *kid = n->kids; kid; kid = kid->next) {
        int64_t low, high;

        re_width(kid, &low, &high);
        *min = low < *min ? low : *min;
        *max = high > *max ? high : *max;
    }
}

void re_width(const ReNode *n, int64_t *min, int64_t *max)
{
    *min = *max = 0;
    switch (n->op) {
    case RE_literal:
    case RE_any:
    case RE_set:
    case RE_range:
    case RE_category:
        *min = *max = 1;
        break;
    case RE_branch:
        branch_width(n, min, max);
        break;
    case RE_sequence:
    case RE_group:
        list_width(n->kids, min, max);
        break;
    case RE_repeat:
        re_width(n->kids, min, max);
        *min = times(*min, n->min);
        *max = times(*max, n->max);
        break;
    default:
        break;
    }
}

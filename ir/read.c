/* Reads what print.c prints; the grammar is by its functions, the operations
 * and their names by ops.def, so that a new operation needs nothing here.
 *
 * Any text is read or refused with a place: values and blocks that are named
 * before they are defined are made at the first mention and checked at the
 * end of the function, where verify.c looks at the whole of it. */
#include "ir/ir.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    MAX_ID = 1 << 20,    /* of values and blocks */
    MAX_COUNT = 1 << 16, /* parameters, free variables */
    MAX_NESTING = 1000   /* of constant tuples */
};

typedef struct Reader {
    Module *m;
    Fn *fn;
    const char *text, *p, *end;
    ReadError *error;
    bool failed;
    Map values, blocks, first_use; /* by number; places by value or block */
    int nesting;
} Reader;

/* --- errors --------------------------------------------------------------- */

static void fail_at(Reader *r, const char *at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The first error counts; behind it there is no text. */
static void fail_at(Reader *r, const char *at, const char *fmt, ...)
{
    va_list ap;
    int line = 1, column = 1;

    if (r->failed)
        return;
    for (const char *p = r->text; p < at; p++) {
        column = *p == '\n' ? 1 : column + 1;
        line += *p == '\n';
    }
    va_start(ap, fmt);
    *r->error = (ReadError){line, column, arena_vprintf(r->m->arena, fmt, ap)};
    va_end(ap);
    r->failed = true;
    r->p = r->end;
}

/* --- tokens --------------------------------------------------------------- */

static char peek(const Reader *r)
{
    return r->p < r->end ? *r->p : '\n';
}

static void skip_blanks(Reader *r)
{
    while (r->p < r->end && *r->p == ' ')
        r->p++;
}

static bool accept(Reader *r, char c)
{
    skip_blanks(r);
    if (r->p == r->end || *r->p != c)
        return false;
    r->p++;
    return true;
}

static void expect(Reader *r, char c)
{
    if (!accept(r, c))
        fail_at(r, r->p, "expected '%c'", c);
}

static void end_of_line(Reader *r)
{
    skip_blanks(r);
    if (r->p < r->end && *r->p != '\n')
        fail_at(r, r->p, "expected the end of the line");
    else if (r->p < r->end)
        r->p++;
}

static void skip_empty_lines(Reader *r)
{
    for (;;) {
        skip_blanks(r);
        if (r->p == r->end || *r->p != '\n')
            return;
        r->p++;
    }
}

/* Letters, digits, underscores; may be empty. */
static size_t ident(Reader *r, const char **start)
{
    skip_blanks(r);
    *start = r->p;
    while (r->p < r->end && (isalnum((unsigned char)*r->p) || *r->p == '_'))
        r->p++;
    return (size_t)(r->p - *start);
}

static bool is_word(const char *start, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(start, word, n) == 0;
}

/* The index of a word in a table of names, or -1. */
static int find_word(const char *const *names, int count, const char *start,
                     size_t n)
{
    for (int i = 0; i < count; i++)
        if (is_word(start, n, names[i]))
            return i;
    return -1;
}

static int64_t integer(Reader *r, int64_t min, int64_t max)
{
    const char *start;
    char buffer[32], *stop;
    int64_t i;
    size_t n;

    skip_blanks(r);
    start = r->p;
    if (peek(r) == '-')
        r->p++;
    while (isdigit((unsigned char)peek(r)))
        r->p++;
    n = (size_t)(r->p - start);
    if (n < sizeof buffer) {
        memcpy(buffer, start, n);
        buffer[n] = 0;
        errno = 0;
        i = strtoll(buffer, &stop, 10);
        if (n && !*stop && !errno && i >= min && i <= max)
            return i;
    }
    fail_at(r, start, "expected a number from %lld to %lld", (long long)min,
            (long long)max);
    return min;
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c)    ? c - '0'
           : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
                                        : -1;
}

/* '"' (character | '\x' digit digit)* '"' */
static const char *quoted(Reader *r, size_t *len)
{
    StrBuf b = {.arena = r->m->arena};
    const char *start = r->p;

    strbuf_puts(&b, "");
    expect(r, '"');
    while (!r->failed && peek(r) != '"') {
        char c = peek(r);
        int high, low;

        if (c == '\n') {
            fail_at(r, start, "string without end");
        } else if (c != '\\') {
            strbuf_putc(&b, c);
            r->p++;
        } else if (r->end - r->p < 4 || r->p[1] != 'x' ||
                   (high = hex_digit(r->p[2])) < 0 ||
                   (low = hex_digit(r->p[3])) < 0) {
            fail_at(r, r->p, "expected \\x and two digits");
        } else {
            strbuf_putc(&b, (char)(high << 4 | low));
            r->p += 4;
        }
    }
    expect(r, '"');
    *len = b.len;
    return b.data ? b.data : "";
}

/* A name, in quotes if it holds unusual characters. */
static const Name *name(Reader *r)
{
    const char *start = r->p;
    size_t n;

    if (peek(r) == '"') {
        start = quoted(r, &n);
        return name_intern(start, n);
    }
    while (r->p < r->end && ir_is_word_char(*r->p))
        r->p++;
    if (r->p == start)
        fail_at(r, start, "expected a name");
    return name_intern(start, (size_t)(r->p - start));
}

/* --- constants ------------------------------------------------------------ */

/* A number as its characters: what it is shows in them. */
static char *number_text(Reader *r)
{
    const char *start = r->p;

    while (r->p < r->end && (isalnum((unsigned char)*r->p) || *r->p == '.' ||
                             *r->p == ':' || *r->p == '-' || *r->p == '+'))
        r->p++;
    return arena_strndup(r->m->arena, start, (size_t)(r->p - start));
}

static bool is_integer(const char *s)
{
    s += *s == '-';
    return *s && strspn(s, "0123456789") == strlen(s);
}

static double to_double(Reader *r, const char *at, const char *s)
{
    char *stop;
    double d;

    if (strncmp(s, "nan:", 4) == 0) {
        uint64_t bits = strtoull(s + 4, &stop, 16);

        memcpy(&d, &bits, sizeof d);
    } else {
        d = strtod(s, &stop);
    }
    if (!*s || *stop)
        fail_at(r, at, "expected a number");
    return d;
}

static int64_t to_int(Reader *r, const char *at, const char *s)
{
    int64_t i;

    errno = 0;
    i = strtoll(s, NULL, 10);
    if (errno)
        fail_at(r, at, "number too large");
    return i;
}

/* base ':' ['-'] digits 'L' */
static Const *long_const(Reader *r, const char *at, const char *s)
{
    char *digits;
    long base = strtol(s, &digits, 10);
    size_t n = strlen(digits);

    if (digits == s || digits[0] != ':' || n < 3 || base < 2 || base > 16 ||
        digits[n - 1] != 'L' || strcmp(digits, ":-L") == 0) {
        fail_at(r, at, "expected a long");
        return const_none(r->m);
    }
    digits[n - 1] = 0;
    digits++;
    for (const char *p = digits + (*digits == '-'); *p; p++)
        if (hex_digit(*p) < 0 || hex_digit(*p) >= base)
            fail_at(r, at, "bad digit of a long");
    return const_long(r->m, digits, (int)base);
}

static Const *number_const(Reader *r)
{
    const char *at = r->p;
    char *s = number_text(r);
    size_t n = strlen(s);

    if (is_integer(s))
        return const_int(r->m, to_int(r, at, s));
    if (strchr(s, ':') && strncmp(s, "nan:", 4) != 0)
        return long_const(r, at, s);
    if (n && s[n - 1] == 'j') {
        s[n - 1] = 0;
        return const_float(r->m, to_double(r, at, s), CONST_imag);
    }
    return const_float(r->m, to_double(r, at, s), CONST_float);
}

static Const *constant(Reader *r);

/* '(' [constant (',' constant)*] ')' */
static Const *tuple_const(Reader *r)
{
    VEC(Const *) items = {0};

    expect(r, '(');
    if (++r->nesting > MAX_NESTING)
        fail_at(r, r->p, "tuples nested too deeply");
    while (!r->failed && !accept(r, ')')) {
        if (items.count)
            expect(r, ',');
        vec_push(r->m->arena, &items, constant(r));
    }
    r->nesting--;
    return const_tuple(r->m, items.items, (size_t)items.count);
}

/* 'None' | string | 'u' string | number | tuple */
static Const *constant(Reader *r)
{
    bool is_unicode;
    size_t len;
    const char *data;

    skip_blanks(r);
    if (r->end - r->p >= 4 && memcmp(r->p, "None", 4) == 0) {
        r->p += 4;
        return const_none(r->m);
    }
    if (peek(r) == '(')
        return tuple_const(r);
    is_unicode = r->end - r->p >= 2 && r->p[0] == 'u' && r->p[1] == '"';
    if (peek(r) != '"' && !is_unicode)
        return number_const(r);
    r->p += is_unicode;
    data = quoted(r, &len);
    return const_str(r->m, data, len, is_unicode ? CONST_unicode : CONST_str);
}

/* --- values and blocks by number ------------------------------------------ */

static const void *key_of(int64_t id)
{
    return (const void *)(uintptr_t)(id + 1);
}

/* 'v' number: the value, perhaps not defined yet */
static Value *value_ref(Reader *r, int *id)
{
    const char *at = r->p;
    void **slot;

    expect(r, 'v');
    *id = (int)integer(r, 0, MAX_ID);
    slot = map_slot(&r->values, key_of(*id));
    if (!*slot) {
        *slot = ARENA_NEW(r->fn->arena, Value);
        ((Value *)*slot)->id = *id;
        map_put(&r->first_use, *slot, (void *)at);
    }
    return *map_slot(&r->values, key_of(*id));
}

static Block *block_ref(Reader *r)
{
    const char *at = r->p;
    Block *b;
    int id;

    expect(r, 'b');
    id = (int)integer(r, 0, MAX_ID);
    b = map_get(&r->blocks, key_of(id));
    if (b)
        return b;
    b = ARENA_NEW(r->fn->arena, Block);
    b->id = id;
    map_put(&r->blocks, key_of(id), b);
    map_put(&r->first_use, b, (void *)at);
    return b;
}

/* Everything mentioned must be defined. */
static void check_references(Reader *r)
{
    for (int i = 0; i < r->values.count; i++) {
        Value *v = r->values.entries[i].value;

        if (!v->block)
            fail_at(r, map_get(&r->first_use, v), "v%d is not defined", v->id);
        if (r->fn->nvalues <= v->id)
            r->fn->nvalues = v->id + 1;
    }
    for (int i = 0; i < r->blocks.count; i++) {
        Block *b = r->blocks.entries[i].value;

        if (!b->fn)
            fail_at(r, map_get(&r->first_use, b), "b%d is not defined", b->id);
        if (r->fn->nblocks <= b->id)
            r->fn->nblocks = b->id + 1;
    }
}

/* --- operations ----------------------------------------------------------- */

static Fn *find_fn(const Module *m, const Name *symbol)
{
    for (int i = 0; i < m->fns.count; i++)
        for (Fn *fn = m->fns.items[i]; fn; fn = fn->typed)
            if (strcmp(fn->symbol, symbol->text) == 0)
                return fn;
    return NULL;
}

static Fn *fn_ref(Reader *r)
{
    const char *at = r->p;
    const Name *symbol = name(r);
    Fn *fn = find_fn(r->m, symbol);

    if (!fn)
        fail_at(r, at, "no function '%s'", symbol->text);
    return fn;
}

/* '{' [kind ('|' kind)*] '}', or '{all}' */
static Type type_set(Reader *r)
{
    Type t = 0;

    expect(r, '{');
    while (!r->failed && !accept(r, '}')) {
        const char *start;
        size_t n = ident(r, &start);
        int i = find_word(type_names, TK_COUNT, start, n);

        if (i < 0 && !is_word(start, n, "all"))
            fail_at(r, start, "expected a type");
        t |= i < 0 ? TYPE_ALL : 1u << i;
        accept(r, '|');
    }
    return t;
}

/* '[' number ']' */
static void number(Reader *r, Value *v)
{
    const char *at;
    char *s;

    skip_blanks(r);
    at = r->p;
    s = number_text(r);
    if (is_integer(s))
        v->i = to_int(r, at, s);
    else
        v->d = to_double(r, at, s);
    expect(r, ']');
}

static bool starts_argument(const Reader *r)
{
    return r->end - r->p >= 2 && r->p[0] == 'v' &&
           isdigit((unsigned char)r->p[1]);
}

static void named(Reader *r, Value *v)
{
    v->name = name(r);
    v->konst = const_str(r->m, v->name->text, v->name->len, CONST_str);
}

/* Function and line of a call, the innermost first. */
static void inlined(Reader *r, Value *v)
{
    Fn *fn = fn_ref(r);
    Inlined **last = &v->inlined;
    int line;

    expect(r, '(');
    line = (int)integer(r, -1, INT32_MAX);
    expect(r, ')');
    while (*last)
        last = &(*last)->caller;
    *last = ir_inlined(r->fn, fn, line, NULL);
}

/* One immediate, argument, type or mark; false at the end of the operation. */
static bool part(Reader *r, Value *v)
{
    const char *start;
    int id;

    if (accept(r, '@')) {
        named(r, v);
        v->global = module_global(r->m, v->name);
    } else if (accept(r, '%')) {
        v->global = module_global(r->m, name(r));
    } else if (accept(r, '.')) {
        named(r, v);
    } else if (accept(r, ':')) {
        v->name = name(r);
    } else if (accept(r, '&')) {
        v->fn = fn_ref(r);
    } else if (accept(r, '^')) {
        inlined(r, v);
    } else if (accept(r, '[')) {
        number(r, v);
    } else if (starts_argument(r)) {
        ir_add_arg(r->fn, v, value_ref(r, &id));
    } else if (peek(r) == '{') {
        v->type = type_set(r);
    } else if (r->end - r->p >= 5 && memcmp(r->p, "held ", 5) == 0) {
        (void)ident(r, &start);
        v->held = (int)integer(r, 1, INT32_MAX);
    } else if (r->end - r->p >= 7 && memcmp(r->p, "outline", 7) == 0) {
        (void)ident(r, &start);
        v->outline = true;
    } else if (r->failed || peek(r) == ';' || peek(r) == '\n') {
        return false;
    } else {
        v->konst = constant(r);
    }
    return true;
}

/* [';' number]: a line of the source */
static int source_line_of(Reader *r)
{
    int line = accept(r, ';') ? (int)integer(r, -1, INT32_MAX) : 0;

    end_of_line(r);
    return line;
}

/* op part* line */
static void operation(Reader *r, Block *b, Value *v, int op)
{
    v->op = (Op)op;
    v->type = TYPE_ANY;
    while (part(r, v))
        continue;
    v->line = source_line_of(r);
    ir_insert_last(b, v);
}

/* 'v' number ':' representation '=' op ... */
static void definition(Reader *r, Block *b)
{
    const char *at = r->p, *start;
    int id, op, rep = REP_any;
    Value *v = value_ref(r, &id);
    size_t n;

    if (v->block)
        fail_at(r, at, "v%d is defined twice", id);
    expect(r, ':');
    n = ident(r, &start);
    while (rep <= REP_ptr && !is_word(start, n, rep_name((Rep)rep)))
        rep++;
    if (rep > REP_ptr)
        fail_at(r, start, "expected a representation");
    v->rep = (Rep)rep;
    expect(r, '=');
    n = ident(r, &start);
    op = find_word(op_names, OP_COUNT, start, n);
    if (op < 0)
        fail_at(r, start, "no operation '%.*s'", (int)n, start);
    if (!r->failed)
        operation(r, b, v, op);
}

/* --- blocks --------------------------------------------------------------- */

/* ['v' number] ('b' number)* line */
static void control(Reader *r, Block *b, int ctl)
{
    int id;

    skip_blanks(r);
    if (starts_argument(r))
        b->cond = value_ref(r, &id);
    for (skip_blanks(r); peek(r) == 'b'; skip_blanks(r))
        vec_push(r->fn->arena, &b->succ, block_ref(r));
    b->line = source_line_of(r);
    b->ctl = (Ctl)ctl;
}

/* An operation without a result, or the block's control: true. */
static bool statement(Reader *r, Block *b)
{
    const char *start;
    size_t n = ident(r, &start);
    int op = find_word(op_names, OP_COUNT, start, n);
    int ctl = find_word(ctl_names, CTL_COUNT, start, n);

    if (ctl >= 0) {
        control(r, b, ctl);
        return true;
    }
    if (op < 0) {
        fail_at(r, start, n ? "no operation '%.*s'" : "expected an operation",
                (int)n, start);
        return true;
    }
    operation(r, b, ARENA_NEW(r->fn->arena, Value), op);
    return false;
}

/* 'b' number ':' ['entry'] ['cold'] ['surprise'] ['loop' number] [';' ('b'
 * number)*] */
static Block *block_head(Reader *r)
{
    const char *at = r->p, *start;
    Block *b = block_ref(r);

    if (b->fn)
        fail_at(r, at, "b%d is defined twice", b->id);
    b->fn = r->fn;
    vec_push(r->fn->arena, &r->fn->blocks, b);
    if (!r->fn->entry)
        r->fn->entry = b;
    expect(r, ':');
    for (size_t n = ident(r, &start); n; n = ident(r, &start)) {
        if (is_word(start, n, "entry"))
            r->fn->entry = b;
        else if (is_word(start, n, "cold"))
            b->cold = true;
        else if (is_word(start, n, "surprise"))
            b->surprise = true;
        else if (is_word(start, n, "loop"))
            b->in_loop = true;
        else
            fail_at(r, start, "expected cold, surprise, loop or entry");
    }
    if (accept(r, ';'))
        for (skip_blanks(r); peek(r) == 'b'; skip_blanks(r))
            vec_push(r->fn->arena, &b->preds, block_ref(r));
    end_of_line(r);
    return b;
}

static void block(Reader *r)
{
    Block *b = block_head(r);
    bool done = false;

    while (!r->failed && !done) {
        skip_empty_lines(r);
        if (r->p == r->end)
            fail_at(r, r->p, "b%d has no end", b->id);
        else if (starts_argument(r))
            definition(r, b);
        else
            done = statement(r, b);
    }
}

/* --- functions ------------------------------------------------------------ */

/* Their names are not printed. */
static void free_variables(Reader *r, Fn *fn)
{
    NameList *list = &fn->scope->freevars;

    list->count = (int)integer(r, 0, MAX_COUNT);
    list->items = ARENA_ARRAY(r->m->arena, const Name *, list->count + 1);
    for (int i = 0; i < list->count; i++)
        list->items[i] = name_intern_cstr("?");
}

/* '{type}'* 'gives' '{type}' */
static void signature(Reader *r, Fn *fn)
{
    const char *start;
    size_t n;

    fn->param_types = ARENA_ARRAY(r->m->arena, Type, fn->nparams + 1);
    for (int i = 0; i < fn->nparams; i++)
        fn->param_types[i] = type_set(r);
    n = ident(r, &start);
    if (!is_word(start, n, "gives"))
        fail_at(r, start, "expected gives");
    fn->result_type = type_set(r);
}

static void attribute(Reader *r, Fn *fn, const char *start, size_t n)
{
#define FLAG(member)                                                           \
    if (is_word(start, n, #member)) {                                          \
        fn->member = true;                                                     \
        return;                                                                \
    }
#define COUNT(member)                                                          \
    if (is_word(start, n, #member)) {                                          \
        fn->member = (int)integer(r, 0, MAX_ID);                               \
        return;                                                                \
    }
#include "ir/fn_attrs.def"
    if (is_word(start, n, "module"))
        fn->kind = FN_module;
    else if (is_word(start, n, "class"))
        fn->kind = FN_class;
    else if (is_word(start, n, "positional"))
        fn->argcount = (int)integer(r, 0, fn->nparams);
    else if (is_word(start, n, "free"))
        free_variables(r, fn);
    else if (is_word(start, n, "takes"))
        signature(r, fn);
    else
        fail_at(r, start, "unknown attribute '%.*s'", (int)n, start);
}

/* 'fn' symbol '(' parameters ')' attribute*: a function without a body */
static Fn *head(Reader *r)
{
    Fn *fn = ARENA_NEW(r->m->arena, Fn);
    const char *start;
    size_t n;

    skip_empty_lines(r);
    n = ident(r, &start);
    if (!is_word(start, n, "fn"))
        fail_at(r, start, "expected fn");
    skip_blanks(r);
    fn->module = r->m;
    fn->kind = FN_function;
    fn->arena = r->m->arena;
    fn->name = name(r);
    fn->symbol = fn->name->text;
    fn->scope = ARENA_NEW(r->m->arena, Scope);
    fn->scope->name = fn->name;
    expect(r, '(');
    fn->nparams = fn->argcount = (int)integer(r, 0, MAX_COUNT);
    expect(r, ')');
    for (n = ident(r, &start); n && !r->failed; n = ident(r, &start))
        attribute(r, fn, start, n);
    end_of_line(r);
    return fn;
}

static bool at_head(Reader *r)
{
    skip_empty_lines(r);
    return r->end - r->p > 3 && memcmp(r->p, "fn ", 3) == 0;
}

/* What has no result has no printed number. */
static void number_the_rest(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->rep == REP_none)
                v->id = fn->nvalues++;
}

/* block+, up to the next head */
static void body(Reader *r, Fn *fn)
{
    const char *start = r->p, *why;

    r->fn = fn;
    r->values = r->blocks = r->first_use = (Map){.arena = r->m->arena};
    do {
        skip_empty_lines(r);
        block(r);
    } while (!r->failed && !at_head(r) && r->p < r->end);
    check_references(r);
    if (r->failed)
        return;
    number_the_rest(fn);
    why = ir_defect_or_null(fn, r->m->arena);
    if (why)
        fail_at(r, start, "%s", why);
}

static Reader reader(Module *m, const char *text, size_t len, ReadError *error)
{
    return (Reader){
        .m = m, .text = text, .p = text, .end = text + len, .error = error};
}

Fn *ir_read_fn(Module *m, const char *text, size_t len, ReadError *error)
{
    Reader r = reader(m, text, len, error);
    Fn *fn = head(&r);

    if (!r.failed)
        body(&r, fn);
    if (r.p < r.end)
        fail_at(&r, r.p, "more than one function");
    return r.failed ? NULL : fn;
}

/* The functions' heads, so that bodies can name functions behind them.  One
 * with a signature is the typed body of the one in front of it. */
static void all_heads(Reader *r)
{
    Fn *last = NULL;

    while (!r->failed && r->p < r->end) {
        const char *at = r->p;

        if (at_head(r)) {
            Fn *fn = head(r);

            if (find_fn(r->m, fn->name))
                fail_at(r, at, "function '%s' twice", fn->symbol);
            fn->index = fn->param_types && last ? last->index : r->m->fns.count;
            if (fn->param_types && last)
                last->typed = fn;
            else
                vec_push(r->m->arena, &r->m->fns, fn);
            last = fn->param_types ? NULL : fn;
        } else {
            while (r->p < r->end && *r->p++ != '\n')
                continue;
        }
    }
}

/* As build.c counts them. */
static void count_stores(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            if (!v->global ||
                (v->op != OP_store_global && v->op != OP_del_global))
                continue;
            v->global->nstores += v->op == OP_del_global ? 2 : 1;
            v->global->only_fn =
                v->global->nstores == 1 && v->args[0]->op == OP_function
                    ? v->args[0]->fn
                    : NULL;
        }
}

bool ir_read_module(Module *m, const char *text, size_t len, ReadError *error)
{
    Reader r = reader(m, text, len, error);

    all_heads(&r);
    if (!r.failed)
        r.p = text;
    while (!r.failed && (skip_empty_lines(&r), r.p < r.end)) {
        Fn *fn = head(&r);

        if (!r.failed)
            body(&r, find_fn(m, fn->name));
    }
    for (int i = 0; !r.failed && i < m->fns.count; i++)
        count_stores(m->fns.items[i]);
    return !r.failed;
}

void ir_check_round_trip(const Fn *fn, const char *after)
{
    StrBuf first = {0}, second = {0};
    ReadError e = {0};
    Fn *copy;

    ir_print_fn(&first, fn);
    copy = ir_read_fn(fn->module, first.data, first.len, &e);
    if (copy)
        ir_print_fn(&second, copy);
    if (!copy || strcmp(first.data, second.data) != 0) {
        fprintf(stderr,
                "%spyllc: bug: after %s: %s: printed IR is not read"
                " back: %d:%d: %s\n%s",
                first.data, after, fn->symbol, e.line, e.column,
                copy ? "other text" : e.message, copy ? second.data : "");
        abort();
    }
    strbuf_free(&first);
    strbuf_free(&second);
}

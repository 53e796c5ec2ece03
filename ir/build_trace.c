/* Marks for tracers and frames, in code that is to be interpreted: where a line
 * starts, and where each variable is.  See Module.traced.
 *
 * Lines start where CPython 2.7's line table says so: at the first thing that
 * is emitted behind a change of the line, in the order of the code; a statement
 * without code leaves its line to what comes next.  A jump back starts the line
 * again, so loops have a block for it.
 *
 * The arguments of a line are what the variables are, then what enclosing
 * statements still need: it all stays alive there, so that frames can show it
 * and a tracer may jump.  Variables never share a value: see build_own. */
#include "ir/build.h"

/* What enclosing statements need when control jumps about in them. */
static int needed_above(Builder *b, Value **args)
{
    int n = 0;

    for (Context *c = b->context; c; c = c->up) {
        if (c->kept && args)
            args[n] = c->kept;
        n += c->kept != NULL;
        for (int i = 0; c->kind == CONTEXT_inside_finally && i < 3; i++, n++)
            if (args)
                args[n] = build_read(b, b->cur, c->finally_vars[i]);
    }
    return n;
}

/* All that a frame shows: variables, cells, the dict of exec. */
static Value **shown_values(Builder *b, int *count)
{
    int nvars = build_trace_vars(b), ncells = b->scope->cellvars.count;
    Value **args =
        ARENA_ARRAY(b->a, Value *, nvars + ncells + 2 + needed_above(b, NULL));
    int n = nvars;

    for (int i = 0; i < nvars; i++)
        args[i] = build_read(b, b->cur, i);
    for (int i = 0; i < ncells; i++)
        args[n++] = b->cells[i];
    if (b->locals)
        args[n++] = b->locals;
    *count = n + needed_above(b, args + n);
    return args;
}

/* Variables of the function that are values here. */
int build_trace_vars(const Builder *b)
{
    return b->fn->kind == FN_function ? b->scope->varnames.count : 0;
}

static void mark_line(Builder *b, int line, int64_t flags)
{
    int n;
    Value **args = shown_values(b, &n), *v;

    b->pending = 0;
    v = build_emit_n(b, OP_line, n, args);
    v->line = line;
    v->i = line | flags << LINE_FLAGS | (int64_t)b->nest << LINE_NEST;
}

void build_line(Builder *b, int line)
{
    b->line = line;
    b->pending = b->m->traced ? 1 : 0;
}

void build_except_line(Builder *b, int line)
{
    b->line = line;
    b->pending = b->m->traced ? 1 + LINE_EXCEPT : 0;
}

void build_flush_line(Builder *b)
{
    int flags = b->pending - 1;

    if (!b->pending)
        return;
    b->pending = 0;
    if (b->line == b->marked)
        return;
    b->marked = b->line;
    mark_line(b, b->line, flags);
}

void build_line_again(Builder *b, int line)
{
    if (b->m->traced)
        mark_line(b, line, LINE_AGAIN);
}

void build_keep(Builder *b)
{
    int n;
    Value **args;

    if (!b->m->traced || b->keeping)
        return;
    b->keeping = true;
    args = shown_values(b, &n);
    build_emit_n(b, OP_keep, n, args);
    b->keeping = false;
}

static bool is_fresh(const Value *v)
{
    if (v->owned || op_nargs[v->op] == 0)
        return v->op == OP_catch || v->op == OP_load_global;
    switch (v->op) {
    case OP_phi:
    case OP_check_local:
    case OP_check_free:
        return false;
    case OP_unpack_item: /* may turn out to be an item of a display */
        return v->args[0]->args[0]->op != OP_tuple &&
               v->args[0]->args[0]->op != OP_list;
    default:
        return true;
    }
}

Value *build_own(Builder *b, Value *v)
{
    if (!b->m->traced)
        return v;
    if (!is_fresh(v))
        v = build_emit1(b, OP_copy, v);
    v->owned = true;
    return v;
}

void build_show(Builder *b, int var, Value *v, Value *old)
{
    bool consumed = v->nargs > 0 && v->args[0] == old && v == b->cur->last;
    Value *shown;

    if (!b->m->traced)
        return;
    shown = build_emit2(b, OP_shown, v, consumed ? v : old);
    shown->i = var;
}

int build_nest(Builder *b, bool is_finally)
{
    int outer = b->nest;
    FnNest nest = {outer, is_finally};

    if (b->m->traced) {
        vec_push(b->a, &b->fn->nests, nest);
        b->nest = b->fn->nests.count;
    }
    return outer;
}

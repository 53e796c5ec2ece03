/* Bodies instead of calls: generators that a loop consumes (inline_gen.c), and
 * functions that are made where they are called: set and dict comprehensions,
 * lambdas, small inner functions.
 *
 * Callees come before their callers, so that what is copied is finished; a
 * function is not copied into itself.  What else calls small functions is left
 * to LLVM, which needs no copies of ours.
 *
 * Needs: SSA.  Keeps: SSA.  Breaks: loop depths. */
#include "ir/inline.h"

enum {
    MAX_BODY = 250,      /* values of a body that is copied */
    MAX_FUNCTION = 2500, /* of a function that still takes copies */
    MAX_COPIED = 8000,   /* in a module, until only short bodies are copied: */
    SHORT_BODY = 20,     /* time to compile stays in proportion to sources */
    MAX_ROUNDS = 8       /* generators that are arguments of generators */
};

/* --- functions ------------------------------------------------------------ */

/* Do only calls see the function made here? */
static bool is_only_called(const Value *f)
{
    FOREACH_BLOCK (f->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == f && (u->op != OP_call || i > 0))
                    return false;
        if (b->cond == f)
            return false;
    }
    return true;
}

Block *inline_failed(const Value *call, Block *own)
{
    Block *b = ir_block_new(own->fn);
    Value *v = ir_append(b, OP_body_failed, call->line, 0, NULL);

    v->inlined = call->inlined;
    b->cold = true;
    b->ctl = CTL_stop;
    b->line = call->line;
    inline_error_edge(b, own);
    return b;
}

/* Jumps from the returns to `after`; the result there. */
static void wire_returns(Copy *c, Value *call, Block *after)
{
    Value *phi = ir_value_new(c->to, OP_phi, call->line, 1, &call);

    ir_insert_first(after, phi);
    inline_result(call, phi);
    for (int i = 0; i < c->returns.count; i++) {
        Block *b = c->returns.items[i];
        Value *result = b->cond;

        b->cond = NULL;
        ir_jump(b, after, b->line);
        ir_add_arg(c->to, phi, result);
    }
}

static bool inline_function(Value *call, Fn *callee)
{
    Value *f = call->args[0];
    Fn *fn = call->block->fn;
    Copy c = {.to = fn,
              .from = callee,
              .call = ir_inlined(fn, callee, call->line, call->inlined),
              .held = inline_held(fn, callee, call->inlined),
              .args = call->args + 1};
    Spot at;

    if (f->op != OP_function || !is_only_called(f))
        return false;
    c.cells = f->args ? f->args + f->i : NULL;
    at = inline_isolate(call);
    c.failed = inline_failed(call, at.own);
    ir_jump(at.before, inline_copy(&c), call->line);
    wire_returns(&c, call, at.after);
    ir_prune(fn);
    return true;
}

/* --- sites ---------------------------------------------------------------- */

static int size(const Fn *fn)
{
    int n = 0;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            n++;
    return n;
}

static Fn *callee_of(const Value *v)
{
    Fn *fn = v->op == OP_call && !v->konst ? infer_known_callee(v) : NULL;

    return fn && fn->nparams == v->nargs - 1 ? fn : NULL;
}

/* Is fn, or what it is nested in, the function or one around it? */
static bool is_inside(const Fn *fn, const Fn *other)
{
    for (; fn; fn = fn->parent)
        if (fn == other)
            return true;
    return false;
}

/* Does a call in fn, or in what it calls, call `wanted`? */
static bool calls(const Fn *fn, const Fn *wanted, uint8_t *seen)
{
    seen[fn->index] = 1;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            Fn *callee = v->op == OP_call ? infer_known_callee(v) : NULL;

            if (callee && (callee == wanted || (!seen[callee->index] &&
                                                calls(callee, wanted, seen))))
                return true;
        }
    return false;
}

static bool is_recursive(const Fn *fn)
{
    return calls(fn, fn,
                 ARENA_ARRAY(fn->arena, uint8_t, fn->module->fns.count + 1));
}

bool inline_may_copy(const Fn *callee)
{
    return size(callee) <= MAX_BODY && inline_is_plain(callee) &&
           !is_recursive(callee);
}

static bool inline_call(Value *v)
{
    Fn *callee = callee_of(v), *fn = v->block->fn;
    int before = fn->nvalues;
    bool done;

    if (!callee || (!callee->is_generator && v->args[0]->op != OP_function) ||
        is_inside(fn, callee) || !inline_may_copy(callee) ||
        (fn->module->ncopied > MAX_COPIED && size(callee) > SHORT_BODY))
        return false;
    done = callee->is_generator ? inline_generator(v, callee)
                                : inline_function(v, callee);
    fn->module->ncopied += fn->nvalues - before;
    return done;
}

/* A function that was only called where its body stands now is not made. */
static void drop_functions(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        for (Value *v = b->first, *next; v; v = next) {
            next = v->next;
            if (v->op == OP_function && ir_count_uses(v) == 0)
                ir_replace(v, NULL);
        }
}

static void collect_calls(Fn *fn, ValueList *list)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_call)
                vec_push(fn->arena, list, v);
}

static bool one_round(Fn *fn)
{
    ValueList list = {0};
    bool changed = false;

    ir_prune(fn); /* Block.mark: it is there */
    collect_calls(fn, &list);
    for (int i = 0; i < list.count && fn->nvalues <= MAX_FUNCTION; i++) {
        Value *v = list.items[i];

        if (v->block && v->block->mark)
            changed |= inline_call(v);
    }
    return changed;
}

static void process(Fn *fn, uint8_t *seen)
{
    if (seen[fn->index])
        return;
    seen[fn->index] = 1;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            Fn *callee = v->op == OP_call ? infer_known_callee(v) : NULL;

            if (callee)
                process(callee, seen);
        }
    for (int i = 0; i < MAX_ROUNDS && one_round(fn); i++) {
        drop_functions(fn);
        pass_simplify(fn);
    }
}

void pass_inline(Module *m)
{
    uint8_t *seen = ARENA_ARRAY(m->arena, uint8_t, m->fns.count + 1);

    for (int i = 0; i < m->fns.count; i++)
        process(m->fns.items[i], seen);
}

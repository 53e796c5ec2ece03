/* Marks `s += x` and `s = s + x` of the main program's global variables, so
 * that a script which builds a text outside of functions does so in linear
 * time, as under CPython.
 *
 * The variable's slot is the only holder of a text that has grown.  The load
 * in front of an addition takes it (OP_take: who takes it once more, or reads
 * it meanwhile, makes the addition copy it); what another load gets is settled
 * before something may keep it, as is what other stores put there.  Reading
 * the module's dict settles, too: dict_word_value().
 *
 * Needs: SSA.  Keeps: everything. */
#include "ir/consume.h"

static bool is_mark(const Value *v)
{
    return v->op == OP_line || v->op == OP_keep || v->op == OP_shown ||
           v->op == OP_drop;
}

/* The store behind `v`, of `v`, or NULL. */
static Value *store_of(const Value *v)
{
    Value *s = v->next;

    while (s && is_mark(s))
        s = s->next;
    return s && s->op == OP_store_global && s->args[0] == v ? s : NULL;
}

/* An addition in a loop to the text that its global holds, whose result goes
 * there and nowhere else. */
static bool is_candidate(const Value *v)
{
    const Value *load = v->nargs ? v->args[0] : NULL, *store;

    if (!consume_is_addition(v) || v->i || load->op != OP_load_global ||
        !v->block->in_loop)
        return false;
    store = store_of(v);
    return store && store->global == load->global &&
           (load->global->holds_text || consume_is_text(v->args[1])) &&
           ir_count_uses(v) == 1 && ir_count_uses(load) == 1;
}

static void find_texts(const Module *m)
{
    for (int i = 0; i < m->fns.count; i++)
        FOREACH_BLOCK (m->fns.items[i], b)
            FOREACH_VALUE (b, v)
                if (v->op == OP_store_global && consume_is_text(v->args[0]))
                    v->global->holds_text = true;
}

static bool mark_additions(Fn *fn)
{
    bool found = false;

    loops_find(fn);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            if (!is_candidate(v))
                continue;
            ir_insert_after(v->args[0],
                            ir_value_new(fn, OP_take, v->line, 1, v->args));
            v->i = TEXT_taken;
            v->args[0]->global->grows = found = true;
        }
    return found;
}

/* Is it one operand of a phi, before which there is no place? */
static bool goes_to_phi(const Value *load)
{
    FOREACH_BLOCK (load->block->fn, b)
        for (const Value *p = b->first; p && p->op == OP_phi; p = p->next)
            for (int i = 0; i < p->nargs; i++)
                if (p->args[i] == load)
                    return true;
    return false;
}

static void settle_uses(Value *load)
{
    Fn *fn = load->block->fn;

    if (goes_to_phi(load)) {
        ir_insert_after(load, consume_settle(fn, load));
        return;
    }
    FOREACH_BLOCK (fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; u->op != OP_take && i < u->nargs; i++)
                if (u->args[i] == load &&
                    !(consume_is_addition(u) && u->i == TEXT_taken))
                    consume_settle_for(u, i);
        if (b->cond == load)
            ir_insert_last(b, consume_settle(fn, load));
    }
}

static bool may_have_grown(const Value *stored)
{
    return stored->op != OP_const &&
           !(consume_is_addition(stored) && stored->i == TEXT_taken);
}

static void settle_others(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            if (!v->global || !v->global->grows)
                continue;
            if (v->op == OP_load_global || v->op == OP_load_name)
                settle_uses(v);
            else if (v->op == OP_store_global && may_have_grown(v->args[0]))
                ir_insert_before(v, consume_settle(fn, v->args[0]));
        }
}

void pass_consume_globals(Module *m)
{
    if (!m->is_main)
        return;
    find_texts(m);
    if (!mark_additions(m->fns.items[0]))
        return;
    for (int i = 0; i < m->fns.count; i++)
        settle_others(m->fns.items[i]);
}

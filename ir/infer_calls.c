/* Inference through calls: of functions and methods of the module, of its
 * classes, of builtins. */
#include "ir/infer.h"

#include <stdio.h>
#include <string.h>

Fn *infer_init(const Fn *class_body)
{
    FOREACH_BLOCK (class_body, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_store_name && v->args[1]->op == OP_function &&
                strcmp(v->name->text, "__init__") == 0)
                return v->args[1]->fn;
    return NULL;
}

/* Arguments args[from..] become parameters first, first + 1, ... */
static void pass_arguments(Infer *s, const Value *call, int from, Fn *fn,
                           int first)
{
    int n = call->nargs - from;

    if (call->konst)
        n -= (int)call->konst->len;
    for (int i = 0; i < n; i++)
        if (first + i < fn->argcount)
            infer_join_fact(s, &fn->facts->params[first + i],
                            infer_fact(call->args[from + i]));
    if (call->konst)
        for (int i = first + n; i < fn->argcount; i++)
            infer_join(s, &fn->facts->params[i].type, TYPE_ANY);
}

static void result_of(Infer *s, Value *call, Fn *fn)
{
    infer_set_fact(s, call, &fn->facts->result);
}

/* Calls of builtins whose result has the items of an argument. */
static bool keeps_items(const char *name)
{
    return strcmp(name, "list") == 0 || strcmp(name, "sorted") == 0 ||
           strcmp(name, "tuple") == 0 || strcmp(name, "set") == 0 ||
           strcmp(name, "reversed") == 0 || strcmp(name, "iter") == 0 ||
           strcmp(name, "frozenset") == 0;
}

bool infer_is_range(const Name *name)
{
    return strcmp(name->text, "range") == 0 ||
           strcmp(name->text, "xrange") == 0;
}

static void call_min_max(Infer *s, Value *call)
{
    if (call->konst || call->nargs < 2) {
        infer_set(s, call, TYPE_ANY);
    } else if (call->nargs == 2) {
        if (infer_only(infer_type(call->args[1]), TYPE_CONTAINERS & ~TK_dict))
            infer_take_out(s, call, infer_items(s, call->args[1]));
        else if (infer_type(call->args[1]))
            infer_set(s, call, TYPE_ANY);
    } else {
        for (int i = 1; i < call->nargs; i++)
            infer_copy(s, call, call->args[i]);
    }
}

static void call_builtin(Infer *s, Value *call, const Name *builtin)
{
    const char *name = builtin->text;
    Value *arg = call->nargs > 1 ? call->args[1] : NULL;

    if (strcmp(name, "min") == 0 || strcmp(name, "max") == 0) {
        call_min_max(s, call);
    } else if (strcmp(name, "abs") == 0 && arg) {
        infer_set(s, call, infer_type(arg));
    } else if (strcmp(name, "sum") == 0 && arg) {
        if (infer_only(infer_type(arg), TYPE_CONTAINERS & ~TK_dict))
            infer_take_out(s, call, infer_items(s, arg));
        else if (infer_type(arg))
            infer_set(s, call, TYPE_ANY);
    } else {
        infer_set(s, call, infer_builtin_result(name));
        if (infer_is_range(builtin)) {
            infer_items(s, call)->known = true;
            infer_join(s, &infer_items(s, call)->type, TK_int);
        } else if (keeps_items(name)) {
            infer_items(s, call)->known = true;
            if (arg && infer_only(infer_type(arg), TYPE_CONTAINERS & ~TK_dict))
                infer_same_items(s, call, arg);
            else if (arg && infer_type(arg))
                infer_join(s, &infer_items(s, call)->type, TYPE_ANY);
        }
    }
}

Fn *infer_known_callee(const Value *call)
{
    const Value *f = call->args[0];

    if (f->op == OP_function)
        return f->fn;
    if (f->op == OP_load_global && f->global->nstores == 1)
        return f->global->only_fn;
    return NULL;
}

void infer_call(Infer *s, Value *v)
{
    const Value *f = v->args[0];
    Fn *fn = infer_known_callee(v);
    Fn *class_body = f->op == OP_load_global ? f->global->only_class : NULL;

    if (fn) {
        pass_arguments(s, v, 1, fn, 0);
        result_of(s, v, fn);
    } else if (class_body) {
        Fn *init = infer_init(class_body);

        if (init)
            pass_arguments(s, v, 1, init, 1);
        infer_set(s, v, TK_other);
    } else if (f->op == OP_load_global && f->global->nstores == 0) {
        call_builtin(s, v, f->global->name);
    } else {
        infer_set(s, v, TYPE_ANY);
    }
}

/* Methods of containers that put an argument in. */
static int stored_argument(const char *name)
{
    if (strcmp(name, "append") == 0 || strcmp(name, "add") == 0 ||
        strcmp(name, "appendleft") == 0)
        return 1;
    if (strcmp(name, "insert") == 0 || strcmp(name, "setdefault") == 0)
        return 2;
    return 0;
}

static bool gives_item(const char *name)
{
    return strcmp(name, "pop") == 0 || strcmp(name, "get") == 0 ||
           strcmp(name, "setdefault") == 0;
}

static void container_method(Infer *s, Value *v, Value *self, const char *name)
{
    int stored = stored_argument(name);

    if (stored && v->nargs > stored + 1)
        infer_put_in(s, self, v->args[stored + 1]);
    if (strcmp(name, "extend") == 0 && v->nargs > 2 &&
        infer_only(infer_type(v->args[2]), TYPE_CONTAINERS & ~TK_dict))
        infer_same_items(s, self, v->args[2]);
    if (gives_item(name)) {
        if (strcmp(name, "get") == 0 && v->nargs > 3)
            infer_copy(s, v, v->args[3]);
        infer_take_out(s, v, infer_items(s, self));
        return;
    }
    infer_set(s, v, infer_method_result(infer_type(self), name));
    if (strcmp(name, "values") == 0 || strcmp(name, "itervalues") == 0)
        infer_same_items(s, v, self);
}

/* Methods of str give unicode only where an argument is, or contains it. */
static void str_method(Infer *s, Value *v, const char *name)
{
    Type t = infer_method_result(TK_str, name);

    if (t == (TK_str | TK_unicode)) {
        t = TK_str;
        for (int i = 2; i < v->nargs; i++) {
            Type a = infer_type(v->args[i]);

            if (infer_only(a, TYPE_CONTAINERS))
                a = infer_item_type(infer_items(s, v->args[i]));
            t |= a & TK_unicode;
        }
    }
    infer_set(s, v, t);
}

void infer_call_bound(Infer *s, Value *v)
{
    const Value *load = v->args[0];
    Value *self = load->op == OP_load_method ? load->args[0] : NULL;
    FnList *fns;

    if (!self) {
        infer_set(s, v, TYPE_ANY);
        return;
    }
    if (infer_only(infer_type(self), TYPE_CONTAINERS)) {
        container_method(s, v, self, load->name->text);
        return;
    }
    if (infer_only(infer_type(self), TK_str)) {
        str_method(s, v, load->name->text);
        return;
    }
    fns = map_get(&s->m->methods, load->name);
    if (!fns || infer_only(infer_type(self), TYPE_BUILTIN)) {
        infer_set(s, v,
                  infer_method_result(infer_type(self), load->name->text));
        return;
    }
    for (int i = 0; i < fns->count; i++) {
        pass_arguments(s, v, 2, fns->items[i], 1);
        result_of(s, v, fns->items[i]);
    }
}

enum { MAX_SPECIALS = 3 }; /* functions of one name to tell apart */

FnList *infer_special(const Module *m, Op op)
{
    char name[24];
    FnList *fns;

    if (op >= OP_iadd && op <= OP_ior)
        op = op - OP_iadd + OP_add;
    if (op != OP_getitem && (op < OP_add || op > OP_or || op == OP_pow))
        return NULL;
    snprintf(name, sizeof name, "__%s__", op_names[op]);
    fns = map_get(&m->methods, name_intern_cstr(name));
    return fns && fns->count <= MAX_SPECIALS ? fns : NULL;
}

bool infer_call_special(Infer *s, Value *v)
{
    FnList *fns;

    if (!infer_only(infer_type(v->args[0]), TK_other))
        return false;
    fns = infer_special(s->m, v->op);
    for (int i = 0; fns && i < fns->count; i++) {
        pass_arguments(s, v, 1, fns->items[i], 1);
        result_of(s, v, fns->items[i]);
    }
    return fns != NULL;
}

/* Functions of the module math on floats, and powers of floats: calls of the C
 * library.
 *
 * math.NAME is looked up where the module and its function are not what they
 * first were (is_math); otherwise the load is put off, and the call becomes an
 * operation on numbers.  A result that is not finite may be an error: then the
 * general call decides. */
#include "ir/specialize.h"

#include <string.h>

static bool is_known(const char *name)
{
    static const char *const names[] = {
#define KNOWN_MATH(name) #name,
#include "rt/known_math.def"
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

bool spec_is_math(const Value *load)
{
    return load->op == OP_load_method && load->args[0]->op == OP_load_global &&
           spec_expects(load->args[0], TK_module) && is_known(load->name->text);
}

void spec_need_math(Spec *s, Value *load, Block *fail)
{
    Value *module = spec_any(s, load->args[0]);
    Value *test = spec_emit1(s, OP_is_math, module);

    test->name = load->name;
    test->konst = load->konst;
    spec_require(s, test, fail);
    spec_bind(s, load, KIND_math, module);
}

/* The argument as f64; NULL: it is hardly a number. */
static Value *need_number(Ways *w, Value *old)
{
    Spec *s = w->s;

    if (!spec_may_be(s, old, KIND_float) && spec_may_be(s, old, KIND_int))
        spec_need_int(s, old, spec_slow_block(w));
    return spec_need_float(s, old, spec_slow_block(w));
}

static bool may_be_number(Spec *s, const Value *old)
{
    return spec_may_be(s, old, KIND_float) || spec_may_be(s, old, KIND_int);
}

static bool finish_finite(Ways *w, const Name *name, int nargs, Value **args)
{
    Spec *s = w->s;
    Value *r = spec_emit(s, OP_math_f64, nargs, args);
    Value *zero = spec_emit(s, OP_const_f64, 0, NULL), *test;

    r->name = name;
    r->konst = const_str(s->fn->module, name->text, name->len, CONST_str);
    test = spec_emit2(s, OP_eq_f64, spec_emit2(s, OP_sub_f64, r, r), zero);
    spec_require(s, test, spec_slow_block(w));
    spec_bind(s, w->old, KIND_float, r);
    spec_continue(s);
    return spec_finish(w);
}

bool spec_math_call(Spec *s, Value *old)
{
    Ways w;
    Value *x;

    if (old->nargs != 3 || old->konst || !may_be_number(s, old->args[2]))
        return false;
    w = spec_ways(s, old);
    x = need_number(&w, old->args[2]);
    return finish_finite(&w, old->args[0]->name, 1, &x);
}

/* One of the operands is a float, the other a number. */
static bool is_float_power(Spec *s, const Value *old)
{
    const Value *x = old->args[0], *y = old->args[1];

    return may_be_number(s, x) && may_be_number(s, y) &&
           (spec_get(s, (Value *)x).kind == KIND_float ||
            spec_get(s, (Value *)y).kind == KIND_float ||
            spec_expects(x, TK_float) || spec_expects(y, TK_float));
}

/* x ** y: pow() has a finite result only where Python has the same. */
bool spec_power(Spec *s, Value *old)
{
    Ways w;
    Value *args[2];

    if (!is_float_power(s, old))
        return false;
    w = spec_ways(s, old);
    args[0] = need_number(&w, old->args[0]);
    args[1] = need_number(&w, old->args[1]);
    return finish_finite(&w, name_intern_cstr("pow"), 2, args);
}

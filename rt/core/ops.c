/* Operators on any values: CPython 2.7's abstract number protocol.
 *
 * A binary operator asks the slot of the left type, then that of the right;
 * a right type that is a proper subclass goes first.  Types that predate
 * mixed-type slots (TYPE_OLD_NUMBER) take part by coercion. */
#include "thread.h"
#include "names.h"
#include "unicode.h"

typedef Value BinaryFn(Value a, Value b);

static const char *const signs[BIN_COUNT] = {
#define X(name, sign) sign,
    BINARY_OPS(X)
#undef X
};

static void *bad_operands(const char *sign, Value a, Value b)
{
    return err_format(
        &exc_TypeError,
        "unsupported operand type(s) for %.100s: '%.100s' and '%.100s'", sign,
        type_name_of(a), type_name_of(b));
}

int op_coerce(Value *a, Value *b)
{
    PyType *ta = type_of(*a), *tb = type_of(*b);
    int r;

    if (ta == tb && (ta->flags & TYPE_OLD_NUMBER))
        return 0;
    if (ta->coerce) {
        r = ta->coerce(a, b);
        if (r <= 0)
            return r;
    }
    if (tb->coerce) {
        r = tb->coerce(b, a);
        if (r <= 0)
            return r;
    }
    return 1;
}

/* The slot functions at `offset`, tried in order; NotImplemented if none
 * answers. */
static Value binary_slots(BinaryOp op, Value a, Value b)
{
    PyType *ta = type_of(a), *tb = type_of(b);
    BinaryFn *fa = ta->binary[op], *fb = NULL;
    Value r;

    if (ta != tb) {
        fb = tb->binary[op];
        if (fb == fa)
            fb = NULL;
    }
    if (fa) {
        if (fb && type_is_subtype(tb, ta)) {
            r = fb(a, b);
            if (r != NOT_IMPLEMENTED)
                return r;
            fb = NULL;
        }
        r = fa(a, b);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    return fb ? fb(a, b) : NOT_IMPLEMENTED;
}

static Value binary_coerced(BinaryOp op, Value a, Value b)
{
    int r = op_coerce(&a, &b);
    BinaryFn *fn;

    if (r != 0)
        return r < 0 ? NULL : NOT_IMPLEMENTED;
    fn = type_of(a)->binary[op];
    return fn ? fn(a, b) : NOT_IMPLEMENTED;
}

static Value binary_number(BinaryOp op, Value a, Value b)
{
    Value r = binary_slots(op, a, b);

    if (r == NOT_IMPLEMENTED &&
        ((type_of(a)->flags | type_of(b)->flags) & TYPE_OLD_NUMBER))
        return binary_coerced(op, a, b);
    return r;
}

/* sequence * count, count already known to be no sequence operator. */
static Value repeat_by(Value (*fn)(Value, Py_ssize), Value sequence,
                       Value count)
{
    Py_ssize n;

    if (!has_type_flag(count, TYPE_INT | TYPE_LONG) && !type_of(count)->index)
        return err_format(&exc_TypeError,
                          "can't multiply sequence by non-int of type "
                          "'%.200s'",
                          type_name_of(count));
    n = op_index(count, &exc_OverflowError);
    if (n == -1 && err_pending())
        return NULL;
    return fn(sequence, n);
}

/* What + and * do for sequences; NotImplemented when neither applies. */
static Value sequence_op(BinaryOp op, Value a, Value b)
{
    PyType *ta = type_of(a), *tb = type_of(b);

    if (op == BIN_add && ta->concat)
        return ta->concat(a, b);
    if (op != BIN_mul)
        return NOT_IMPLEMENTED;
    if (ta->repeat)
        return repeat_by(ta->repeat, a, b);
    if (tb->repeat)
        return repeat_by(tb->repeat, b, a);
    return NOT_IMPLEMENTED;
}

Value op_binary(BinaryOp op, Value a, Value b)
{
    Value r = binary_number(op, a, b);

    if (r != NOT_IMPLEMENTED)
        return r;
    r = sequence_op(op, a, b);
    return r == NOT_IMPLEMENTED ? bad_operands(signs[op], a, b) : r;
}

static Value inplace_sequence(BinaryOp op, Value a, Value b)
{
    PyType *ta = type_of(a);

    if (op == BIN_add && ta->inplace_concat)
        return ta->inplace_concat(a, b);
    if (op == BIN_mul && ta->inplace_repeat)
        return repeat_by(ta->inplace_repeat, a, b);
    /* What counts as a sequence is not taken for a count, as it is by *. */
    if (op == BIN_mul && !ta->repeat && type_looks_like_sequence(ta))
        return NOT_IMPLEMENTED;
    return sequence_op(op, a, b);
}

Value op_inplace(BinaryOp op, Value a, Value b)
{
    BinaryFn *fn = type_of(a)->inplace[op];
    char sign[8];
    Value r;

    if (fn) {
        r = fn(a, b);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    r = binary_number(op, a, b);
    if (r == NOT_IMPLEMENTED)
        r = inplace_sequence(op, a, b);
    if (r != NOT_IMPLEMENTED)
        return r;
    strcpy(sign, signs[op]);
    return bad_operands(strcat(sign, "="), a, b);
}

Value op_binary_rest(BinaryOp op, Value a, Value b, bool inplace)
{
    PyType *tb = type_of(b);
    Value r = NOT_IMPLEMENTED;
    char sign[8];

    if (tb != type_of(a) && tb->binary[op])
        r = tb->binary[op](a, b);
    if (r == NOT_IMPLEMENTED &&
        ((type_of(a)->flags | tb->flags) & TYPE_OLD_NUMBER))
        r = binary_coerced(op, a, b);
    if (r == NOT_IMPLEMENTED)
        r = inplace ? inplace_sequence(op, a, b) : sequence_op(op, a, b);
    if (r != NOT_IMPLEMENTED)
        return r;
    strcpy(sign, signs[op]);
    return bad_operands(inplace ? strcat(sign, "=") : sign, a, b);
}

/* --- power
 * --------------------------------------------------------------------- */

typedef Value PowerFn(Value a, Value b, Value mod);

static Value power_slots(Value a, Value b, Value mod)
{
    PyType *ta = type_of(a), *tb = type_of(b);
    PowerFn *fa = ta->power, *fb = NULL, *fm = NULL;
    Value r;

    if (ta != tb) {
        fb = tb->power;
        if (fb == fa)
            fb = NULL;
    }
    if (fa) {
        if (fb && type_is_subtype(tb, ta)) {
            r = fb(a, b, mod);
            if (r != NOT_IMPLEMENTED)
                return r;
            fb = NULL;
        }
        r = fa(a, b, mod);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    if (fb) {
        r = fb(a, b, mod);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    fm = type_of(mod)->power;
    return fm && fm != fa && fm != fb ? fm(a, b, mod) : NOT_IMPLEMENTED;
}

/* What is left to old number types: a coercion of the first two operands,
 * which the error for three of them shows. */
static Value power_coerced(Value a, Value b, Value mod)
{
    uint32_t flags =
        type_of(a)->flags | type_of(b)->flags | type_of(mod)->flags;
    Value x = a, y = b, r = NOT_IMPLEMENTED;

    if (mod == NONE)
        flags = type_of(a)->flags | type_of(b)->flags;
    if (flags & TYPE_OLD_NUMBER) {
        if (op_coerce(&x, &y) != 0)
            err_clear(); /* replaced by the error below */
        else if (mod == NONE && type_of(x)->power)
            r = type_of(x)->power(x, y, mod);
    }
    if (r != NOT_IMPLEMENTED)
        return r;
    if (mod == NONE)
        return bad_operands("** or pow()", a, b);
    return err_format(&exc_TypeError,
                      "unsupported operand type(s) for pow(): '%.100s', "
                      "'%.100s', '%.100s'",
                      type_name_of(x), type_name_of(y), type_name_of(mod));
}

Value op_power(Value a, Value b, Value mod)
{
    Value r = power_slots(a, b, mod);

    return r != NOT_IMPLEMENTED ? r : power_coerced(a, b, mod);
}

Value op_inplace_power(Value a, Value b)
{
    BinaryFn *fn = type_of(a)->inplace_power;
    Value r;

    if (fn) {
        r = fn(a, b);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    return op_power(a, b, NONE);
}

/* --- unary
 * ----------------------------------------------------------------------- */

Value op_unary(UnaryOp op, Value v)
{
    static const char *const texts[UN_COUNT] = {[UN_neg] = "unary -",
                                                [UN_pos] = "unary +",
                                                [UN_invert] = "unary ~",
                                                [UN_abs] = "abs()"};
    Value (*fn)(Value) = type_of(v)->unary[op];

    if (fn)
        return fn(v);
    return err_format(&exc_TypeError, "bad operand type for %s: '%.200s'",
                      texts[op], type_name_of(v));
}

int op_is_true(Value v)
{
    PyType *t;

    if (v == TRUE_VALUE)
        return 1;
    if (v == FALSE_VALUE || v == NONE)
        return 0;
    if (is_tagged_int(v))
        return v != tag_int(0);
    t = type_of(v);
    if (t->nonzero)
        return t->nonzero(v);
    if (t->length) {
        Py_ssize n = t->length(v);

        return n > 0 ? 1 : (int)n;
    }
    return 1;
}

int64_t op_hash(Value v)
{
    PyType *t = type_of(v);

    if (t->hash)
        return t->hash(v);
    err_format(&exc_TypeError, "unhashable type: '%.200s'", type_name_of(v));
    return -1;
}

/* --- text
 * -------------------------------------------------------------------------- */

/* The result of a repr or str slot as a str. */
static Value as_str_result(Value r, const char *what)
{
    if (!r || has_type_flag(r, TYPE_STR))
        return r;
    if (has_type_flag(r, TYPE_UNICODE))
        return (Value)unicode_as_str((PyUnicode *)r);
    return err_format(&exc_TypeError, "%s returned non-string (type %.200s)",
                      what, type_name_of(r));
}

Value op_repr(Value v)
{
    PyType *t = type_of(v);
    Value r;

    if (thread_safepoint() < 0)
        return NULL;
    if (!t->repr)
        return (Value)str_format_c("<%s object at %p>", t->name, (void *)v);
    if (recursion_enter(" while getting the repr of an object") < 0)
        return NULL;
    r = t->repr(v);
    recursion_leave();
    return as_str_result(r, "__repr__");
}

Value op_str(Value v)
{
    PyType *t = type_of(v);
    Value r;

    if (t == &str_type)
        return v;
    if (t == &unicode_type)
        return (Value)unicode_as_str((PyUnicode *)v);
    if (!t->str)
        return op_repr(v);
    if (recursion_enter(" while getting the str of an object") < 0)
        return NULL;
    r = t->str(v);
    recursion_leave();
    return as_str_result(r, "__str__");
}

static Value unicode_method(Value v)
{
    if (type_of(v) == &instance_type)
        return op_getattr_or_null(v, NAME(dunder_unicode));
    return op_special_or_null(v, NAME(dunder_unicode));
}

/* What a str or unicode result of __unicode__ or __str__ becomes. */
static Value as_unicode_result(Value r)
{
    if (!r || has_type_flag(r, TYPE_UNICODE))
        return r;
    return (Value)unicode_from_object(r, NULL, "strict");
}

Value op_unicode(Value v)
{
    Value method;
    PyType *t = type_of(v);

    if (t == &unicode_type)
        return v;
    method = unicode_method(v);
    if (method)
        return as_unicode_result(op_call(method, NULL, 0, NULL));
    if (err_pending())
        return NULL;
    if (t->flags & TYPE_UNICODE)
        return (Value)unicode_slice((PyUnicode *)v, 0,
                                    ((PyUnicode *)v)->length);
    if (t == &str_type)
        return as_unicode_result(v);
    return as_unicode_result(t->str ? t->str(v) : op_repr(v));
}

/* --- format()
 * ------------------------------------------------------------------------ */

static Value default_spec(Value spec)
{
    return spec ? spec : (Value)str_empty();
}

/* Old-style instances without __format__: format(str(v), spec). */
static Value format_instance(Value v, Value spec)
{
    Value method = op_getattr_or_null(v, NAME(dunder_format)), text;

    if (method)
        return op_call(method, &spec, 1, NULL);
    if (err_pending())
        return NULL;
    text = has_type_flag(spec, TYPE_UNICODE) ? op_unicode(v) : op_str(v);
    if (!text)
        return NULL;
    if (op_length(spec) > 0 &&
        err_warn(&exc_PendingDeprecationWarning,
                 "object.__format__ with a non-empty format string is "
                 "deprecated",
                 1) < 0)
        return NULL;
    return op_format(text, spec);
}

Value op_format(Value v, Value spec)
{
    Value method, r;

    spec = default_spec(spec);
    if (!has_type_flag(spec, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "format() argument 2 must be string, not %.200s",
                          type_name_of(spec));
    if (type_of(v) == &instance_type) {
        r = format_instance(v, spec);
    } else {
        method = op_special_or_null(v, NAME(dunder_format));
        if (!method)
            return err_pending()
                       ? NULL
                       : err_format(&exc_TypeError,
                                    "Type %.100s doesn't define __format__",
                                    type_name_of(v));
        r = op_call(method, &spec, 1, NULL);
    }
    if (r && !has_type_flag(r, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "%.200s.__format__ must return string or unicode, "
                          "not %.200s",
                          type_name_of(v), type_name_of(r));
    return r && has_type_flag(spec, TYPE_UNICODE) ? op_unicode(r) : r;
}

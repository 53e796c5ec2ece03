/* complex: pairs of doubles.  Quotients and powers follow the algorithms of
 * 2.7 step by step, since their rounding shows. */
#include <limits.h>
#include <math.h>

#include "number.h"
#include "numformat.h"
#include "complex_math.h"
#include "instance.h"
#include "float_text.h"
#include "long.h"
#include "names.h"
#include "unicode.h"

#include "methods_declare.h"
#include "complex.def"
#include "methods_end.h"

static inline bool is_complex(Value v)
{
    return is_pointer(v) &&
           (as_object(v)->type == &complex_type ||
            type_is_subtype(as_object(v)->type, &complex_type));
}

static Complex complex_value(Value v)
{
    PyComplex *z = (PyComplex *)v;

    return (Complex){z->real, z->imag};
}

Value complex_from(double real, double imag)
{
    PyComplex *z = gc_new_atomic(&complex_type, sizeof *z);

    z->real = real;
    z->imag = imag;
    return (Value)z;
}

static Value box(Complex z)
{
    return complex_from(z.real, z.imag);
}

/* --- arithmetic ----------------------------------------------------------- */

Complex complex_product(Complex a, Complex b)
{
    return (Complex){a.real * b.real - a.imag * b.imag,
                     a.real * b.imag + a.imag * b.real};
}

/* Smith's method: scales by the larger part of b, so that nothing overflows
 * on the way.  b is not zero. */
Complex complex_quotient(Complex a, Complex b)
{
    double size_real = fabs(b.real), size_imag = fabs(b.imag);

    if (size_real >= size_imag) {
        double ratio = b.imag / b.real;
        double denominator = b.real + b.imag * ratio;
        return (Complex){(a.real + a.imag * ratio) / denominator,
                         (a.imag - a.real * ratio) / denominator};
    }
    if (size_imag >= size_real) {
        double ratio = b.real / b.imag;
        double denominator = b.real * ratio + b.imag;
        return (Complex){(a.real * ratio + a.imag) / denominator,
                         (a.imag * ratio - a.real) / denominator};
    }
    return (Complex){NAN, NAN};
}

static bool is_zero(Complex z)
{
    return z.real == 0 && z.imag == 0;
}

/* In polar form.  False for 0 to a negative or complex power. */
static bool power_polar(Complex a, Complex b, Complex *result)
{
    *result = (Complex){0, 0};
    if (is_zero(b)) {
        result->real = 1;
        return true;
    }
    if (is_zero(a))
        return b.imag == 0 && b.real >= 0;
    double size = hypot(a.real, a.imag), length = pow(size, b.real);
    double angle = atan2(a.imag, a.real), phase = angle * b.real;
    if (b.imag != 0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(size);
    }
    *result = (Complex){length * cos(phase), length * sin(phase)};
    return !isinf(phase); /* an error in its domain to C's cos() */
}

static Complex power_unsigned(Complex x, int64_t n)
{
    Complex result = {1, 0};

    for (int64_t mask = 1; mask > 0 && n >= mask; mask <<= 1) {
        if (n & mask)
            result = complex_product(result, x);
        x = complex_product(x, x);
    }
    return result;
}

static bool power_integer(Complex x, int64_t n, Complex *result)
{
    if (n > 100 || n < -100)
        return power_polar(x, (Complex){(double)n, 0}, result);
    *result = power_unsigned(x, n > 0 ? n : -n);
    if (n > 0)
        return true;
    if (is_zero(*result))
        return false;
    *result = complex_quotient((Complex){1, 0}, *result);
    return true;
}

static Value complex_power(Complex a, Complex b)
{
    Complex result;
    bool integral = b.imag == 0 && b.real > -0x1p62 && b.real < 0x1p62 &&
                    b.real == (double)(int64_t)b.real;

    if (!(integral ? power_integer(a, (int64_t)b.real, &result)
                   : power_polar(a, b, &result)))
        return err_format(&exc_ZeroDivisionError,
                          "0.0 to a negative or complex power");
    if (isinf(result.real) || isinf(result.imag))
        return err_format(&exc_OverflowError, "complex exponentiation");
    return box(result);
}

/* --- operands ------------------------------------------------------------- */

/* 1 converted, 0 no number, -1 OverflowError. */
static int to_complex(Value v, Complex *z)
{
    if (is_pointer(v) && as_object(v)->type == &complex_type) {
        *z = complex_value(v);
        return 1;
    }
    z->imag = 0;
    if (is_tagged_float(v) || has_type_flag(v, TYPE_FLOAT)) {
        z->real = float_value(v);
    } else if (is_int(v)) {
        z->real = (double)int_value(v);
    } else if (is_long(v)) {
        z->real = long_as_double(v);
        return z->real == -1.0 && err_pending() ? -1 : 1;
    } else if (is_complex(v)) {
        *z = complex_value(v);
    } else {
        return 0;
    }
    return 1;
}

static bool convert_pair(Value v, Value w, Complex *a, Complex *b, Value *early)
{
    int done = to_complex(v, a);

    if (done == 1)
        done = to_complex(w, b);
    *early = done == 0 ? NOT_IMPLEMENTED : NULL;
    return done == 1;
}

static Value divide(Complex a, Complex b)
{
    if (is_zero(b))
        return err_format(&exc_ZeroDivisionError, "complex division by zero");
    return box(complex_quotient(a, b));
}

/* The deprecated floor division: the quotient's real part, floored. */
static bool floor_divmod(Complex a, Complex b, const char *zero_text,
                         Complex *quotient, Complex *rest)
{
    if (err_warn(&exc_DeprecationWarning,
                 "complex divmod(), // and % are deprecated", 1) < 0)
        return false;
    if (is_zero(b)) {
        err_format(&exc_ZeroDivisionError, "%s", zero_text);
        return false;
    }
    *quotient = (Complex){floor(complex_quotient(a, b).real), 0};
    Complex back = complex_product(b, *quotient);
    *rest = (Complex){a.real - back.real, a.imag - back.imag};
    return true;
}

static Value modulo(Complex a, Complex b)
{
    Complex q, r;

    return floor_divmod(a, b, "complex remainder", &q, &r) ? box(r) : NULL;
}

static Value floor_divide(Complex a, Complex b)
{
    Complex q, r;

    return floor_divmod(a, b, "complex divmod()", &q, &r) ? box(q) : NULL;
}

static Value divmod_pair(Complex a, Complex b)
{
    Complex q, r;

    return floor_divmod(a, b, "complex divmod()", &q, &r)
               ? (Value)tuple_pack(2, box(q), box(r))
               : NULL;
}

#define BINARY(name, result)                                                   \
    static Value complex_##name(Value v, Value w)                              \
    {                                                                          \
        Complex a, b;                                                          \
        Value early;                                                           \
                                                                               \
        if (!convert_pair(v, w, &a, &b, &early))                               \
            return early;                                                      \
        return result;                                                         \
    }
BINARY(add, complex_from(a.real + b.real, a.imag + b.imag))
BINARY(sub, complex_from(a.real - b.real, a.imag - b.imag))
BINARY(mul, box(complex_product(a, b)))
BINARY(div, divide(a, b))
BINARY(mod, modulo(a, b))
BINARY(floordiv, floor_divide(a, b))
BINARY(divmod, divmod_pair(a, b))
#undef BINARY

static Value complex_pow(Value v, Value w, Value z)
{
    Complex a, b;
    Value early;

    if (!convert_pair(v, w, &a, &b, &early))
        return early;
    if (z != NONE)
        return err_format(&exc_ValueError, "complex modulo");
    return complex_power(a, b);
}

/* --- construction --------------------------------------------------------- */

static Value make(PyType *type, double real, double imag)
{
    if (type == &complex_type)
        return complex_from(real, imag);
    PyComplex *z = instance_new(type);
    if (z) {
        z->real = real;
        z->imag = imag;
    }
    return (Value)z;
}

/* The forms x, yj, x+yj, with a coefficient of j possibly left out.  Returns
 * the end of what was read, NULL if it is malformed. */
static const char *scan_complex(const char *s, Complex *z)
{
    const char *end;
    double first = float_scan(s, &end);

    *z = (Complex){0, 0};
    if (end == s) {
        z->imag = *s == '-' ? -1.0 : 1.0;
        s += *s == '-' || *s == '+';
        return (*s | 32) == 'j' ? s + 1 : NULL;
    }
    s = end;
    if (*s == '+' || *s == '-') {
        z->real = first;
        z->imag = float_scan(s, &end);
        if (end == s) {
            z->imag = *s == '+' ? 1.0 : -1.0;
            end = s + 1;
        }
        return (*end | 32) == 'j' ? end + 1 : NULL;
    }
    if ((*s | 32) == 'j') {
        z->imag = first;
        return s + 1;
    }
    z->real = first;
    return s;
}

static const char *skip_space(const char *s)
{
    while (is_ascii_space(*s))
        s++;
    return s;
}

static Value complex_from_text(PyType *type, Value v)
{
    PyStr *text = (PyStr *)v;
    Complex z;

    if (has_type_flag(v, TYPE_UNICODE))
        text = unicode_as_decimal((PyUnicode *)v);
    if (!text)
        return NULL;
    const char *s = skip_space(str_data(text));
    bool bracket = *s == '(';
    if (bracket)
        s = skip_space(s + 1);
    s = scan_complex(s, &z);
    if (s)
        s = skip_space(s);
    if (s && bracket)
        s = *s == ')' ? skip_space(s + 1) : NULL;
    if (!s || s != str_data(text) + str_length(text))
        return err_format(&exc_ValueError,
                          "complex() arg is a malformed string");
    return make(type, z.real, z.imag);
}

/* v.__complex__() or v itself; NULL with exception.  strict: the method must
 * return a complex. */
static Value through_special(Value v, bool strict)
{
    if (!is_pointer(v) || as_object(v)->type == &complex_type)
        return v;
    Value method = as_object(v)->type == &instance_type
                       ? op_getattr_or_null(v, NAME(dunder_complex))
                       : op_special_or_null(v, NAME(dunder_complex));
    if (!method)
        return err_pending() ? NULL : v;
    Value z = op_call(method, NULL, 0, NULL);
    if (z && strict && !is_complex(z))
        return err_format(&exc_TypeError,
                          "__complex__ should return a complex object");
    return z;
}

static Value number_error(void)
{
    return err_format(&exc_TypeError,
                      "complex() argument must be a string or a number");
}

/* A part given to complex(): itself a complex, or something with a float. */
static bool part_value(Value v, bool is_real, Complex *z)
{
    z->imag = 0;
    if (is_complex(v)) {
        *z = complex_value(v);
        return true;
    }
    Value f = type_of(v)->to_float(v);
    if (!f)
        return false;
    if (is_real && !has_type_flag(f, TYPE_FLOAT)) {
        err_format(&exc_TypeError, "__float__ returned non-float (type %.200s)",
                   type_name_of(f));
        return false;
    }
    z->real = value_as_double(f);
    return z->real != -1 || !err_pending();
}

static Value complex_from_parts(PyType *type, Value r, Value i)
{
    Complex re, im = {0, 0};

    r = through_special(r, false);
    if (!r)
        return NULL;
    if ((!is_complex(r) && !type_of(r)->to_float) ||
        (i && !is_complex(i) && !type_of(i)->to_float))
        return number_error();
    if (!part_value(r, true, &re))
        return NULL;
    if (!i)
        return make(type, re.real, re.imag);
    if (!part_value(i, false, &im))
        return NULL;
    if (is_complex(i))
        re.real -= im.imag;
    if (is_complex(r))
        im.real += re.imag;
    return make(type, re.real, im.real);
}

static Value complex_new(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"real", "imag"};
    Value v[2];

    if (args_parse("complex", args, nargs, kwnames, names, 0, 2, v) < 0)
        return NULL;
    if (!v[0])
        v[0] = tag_int(0);
    if (!v[1] && type == &complex_type && type_of(v[0]) == &complex_type)
        return v[0];
    if (has_type_flag(v[0], TYPE_STR | TYPE_UNICODE)) {
        if (v[1])
            return err_format(&exc_TypeError, "complex() can't take second "
                                              "arg if first is a string");
        return complex_from_text(type, v[0]);
    }
    if (v[1] && has_type_flag(v[1], TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "complex() second arg can't be a string");
    return complex_from_parts(type, v[0], v[1]);
}

bool value_as_complex(Value v, double *real, double *imag)
{
    Complex z = {0, 0};

    if (!is_complex(v)) {
        v = through_special(v, true);
        if (!v)
            return false;
    }
    if (is_complex(v))
        z = complex_value(v);
    else
        z.real = value_as_double(v);
    *real = z.real;
    *imag = z.imag;
    return z.real != -1.0 || !err_pending();
}

/* --- the other slots ------------------------------------------------------ */

static Value to_text(Value self, char code, int precision)
{
    Complex z = complex_value(self);
    bool bare = z.real == 0 && !signbit(z.real);
    Py_ssize n;
    const char *re = bare ? "" : float_text(z.real, code, precision, 0, &n);
    const char *im =
        float_text(z.imag, code, precision, bare ? 0 : FLOAT_SIGN, &n);

    return (Value)str_format_c(bare ? "%s%sj" : "(%s%sj)", re, im);
}

static Value complex_repr(Value self)
{
    return to_text(self, 'r', 0);
}

static Value complex_str(Value self)
{
    return to_text(self, 'g', 12);
}

static Value complex_format_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    return format_complex(self, args[0]);
}

static int64_t complex_hash(Value self)
{
    Complex z = complex_value(self);
    uint64_t hash = (uint64_t)float_hash_double(z.real) +
                    1000003 * (uint64_t)float_hash_double(z.imag);

    return hash == UINT64_MAX ? -2 : (int64_t)hash;
}

static Value complex_rich_compare(Value a, Value b, CompareOp op)
{
    Complex z = complex_value(a);
    bool equal;

    if (op != CMP_eq && op != CMP_ne) {
        if (has_type_flag(b, TYPE_INT | TYPE_LONG | TYPE_FLOAT) ||
            is_complex(b))
            return err_format(&exc_TypeError, "no ordering relation is "
                                              "defined for complex numbers");
        return NOT_IMPLEMENTED;
    }
    if (is_integer(b))
        equal = z.imag == 0 && !isnan(z.real) &&
                long_compare_double(b, z.real) == 0;
    else if (has_type_flag(b, TYPE_FLOAT))
        equal = z.imag == 0 && z.real == float_value(b);
    else if (is_complex(b))
        equal =
            z.real == complex_value(b).real && z.imag == complex_value(b).imag;
    else
        return NOT_IMPLEMENTED;
    return value_from_bool(equal == (op == CMP_eq));
}

static Value complex_neg(Value self)
{
    Complex z = complex_value(self);

    return complex_from(-z.real, -z.imag);
}

static Value complex_exact(Value self)
{
    return as_object(self)->type == &complex_type ? self
                                                  : box(complex_value(self));
}

static Value complex_abs(Value self)
{
    Complex z = complex_value(self);
    double size = hypot(z.real, z.imag);

    if (isinf(size) && isfinite(z.real) && isfinite(z.imag))
        return err_format(&exc_OverflowError, "absolute value too large");
    return value_from_double(size);
}

static int complex_nonzero(Value self)
{
    return !is_zero(complex_value(self));
}

static int complex_coerce(Value *a, Value *b)
{
    Complex z;
    int done = is_complex(*b) ? 1 : to_complex(*b, &z);

    if (done == 1 && !is_complex(*b))
        *b = box(z);
    return done == 1 ? 0 : done == 0 ? 1 : -1;
}

#define NO_CONVERSION(name)                                                    \
    static Value complex_to_##name(Value self)                                 \
    {                                                                          \
        return err_format(&exc_TypeError, "can't convert complex to " #name);  \
    }
NO_CONVERSION(int)
NO_CONVERSION(long)
NO_CONVERSION(float)
#undef NO_CONVERSION

static Value complex_conjugate(Value self, const Value *args, Py_ssize nargs)
{
    Complex z = complex_value(self);

    return complex_from(z.real, -z.imag);
}

static Value complex_getnewargs(Value self, const Value *args, Py_ssize nargs)
{
    Complex z = complex_value(self);

    return (Value)tuple_pack(2, value_from_double(z.real),
                             value_from_double(z.imag));
}

static Value complex_get_real(Value self)
{
    return value_from_double(complex_value(self).real);
}

static Value complex_get_imag(Value self)
{
    return value_from_double(complex_value(self).imag);
}

static const GetSetDef complex_getsets[] = {
    {"real", complex_get_real, NULL, "x of x + yj", true},
    {"imag", complex_get_imag, NULL, "y of x + yj", true},
    {0}};

static const NativeDef complex_methods[] = {
#include "methods_table.h"
#include "complex.def"
#include "methods_end.h"
    {0}};

PyType complex_type = {
    .head.type = &type_type,
    .name = "complex",
    .doc = "complex(real[, imag]) -> complex number",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyComplex),
    .methods = complex_methods,
    .getsets = complex_getsets,
    .repr = complex_repr,
    .str = complex_str,
    .hash = complex_hash,
    .rich_compare = complex_rich_compare,
    .new_instance = complex_new,
    .binary = {[BIN_add] = complex_add,
               [BIN_sub] = complex_sub,
               [BIN_mul] = complex_mul,
               [BIN_div] = complex_div,
               [BIN_truediv] = complex_div,
               [BIN_floordiv] = complex_floordiv,
               [BIN_mod] = complex_mod,
               [BIN_divmod] = complex_divmod},
    .power = complex_pow,
    .unary = {[UN_neg] = complex_neg,
              [UN_pos] = complex_exact,
              [UN_abs] = complex_abs},
    .nonzero = complex_nonzero,
    .to_int = complex_to_int,
    .to_long = complex_to_long,
    .to_float = complex_to_float,
    .coerce = complex_coerce,
};

/* __builtin__: its functions that are not about iteration, and its names. */
#include <errno.h>
#include <stdio.h>

#include <unistd.h>

#include "entry.h"

#include "builtin_caller.h"
#include "builtin_iter.h"
#include "cargs.h"
#include "dict.h"
#include "file.h"
#include "errors.h"
#include "file.h"
#include "function.h"
#include "import.h"
#include "iterators.h"
#include "names.h"
#include "number.h"
#include "signals.h"
#include "start.h"
#include "str.h"
#include "unicode.h"

#include "methods_declare.h"
#include "builtin.def"
#include "methods_end.h"

PyDict *builtins_dict;

/* --- numbers -----------------------------------------------------------------
 */

static Value builtin_abs(Value self, const Value *args, Py_ssize nargs)
{
    return op_unary(UN_abs, args[0]);
}

static Value builtin_bin(Value self, const Value *args, Py_ssize nargs)
{
    Value i = num_index(args[0]);

    return i ? (Value)long_to_str(i, 2, "0b", "") : NULL;
}

/* hex() and oct(): the type's slot, which must give a str. */
static Value base_text(Value v, Value (*slot)(Value), const char *name)
{
    Value r;

    if (!slot)
        return err_format(&exc_TypeError,
                          "%s() argument can't be converted to %s", name, name);
    r = slot(v);
    if (r && !has_type_flag(r, TYPE_STR))
        return err_format(&exc_TypeError,
                          "__%s__ returned non-string (type %.200s)", name,
                          type_name_of(r));
    return r;
}

static Value builtin_hex(Value self, const Value *args, Py_ssize nargs)
{
    return base_text(args[0], type_of(args[0])->to_hex, "hex");
}

static Value builtin_oct(Value self, const Value *args, Py_ssize nargs)
{
    return base_text(args[0], type_of(args[0])->to_oct, "oct");
}

static Value builtin_divmod(Value self, const Value *args, Py_ssize nargs)
{
    return op_binary(BIN_divmod, args[0], args[1]);
}

static Value builtin_pow(Value self, const Value *args, Py_ssize nargs)
{
    return op_power(args[0], args[1], nargs > 2 ? args[2] : NONE);
}

static Value builtin_round(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"number", "ndigits"};
    Value a[2];
    Py_ssize digits = 0;
    double x;

    if (args_parse("round", args, nargs, kwnames, names, 1, 2, a) < 0)
        return NULL;
    x = value_as_double(a[0]);
    if (x == -1.0 && err_pending())
        return NULL;
    if (a[1]) {
        digits = op_index(a[1], NULL);
        if (digits == -1 && err_pending())
            return NULL;
    }
    digits = digits > 10000 ? 10000 : digits < -10000 ? -10000 : digits;
    return float_round(x, (int)digits);
}

static Value builtin_cmp(Value self, const Value *args, Py_ssize nargs)
{
    int r;

    return op_cmp(args[0], args[1], &r) < 0 ? NULL : tag_int(r);
}

static Value builtin_coerce(Value self, const Value *args, Py_ssize nargs)
{
    Value a = args[0], b = args[1];
    int r = op_coerce(&a, &b);

    if (r == 0)
        return (Value)tuple_pack(2, a, b);
    return r < 0 ? NULL : err_format(&exc_TypeError, "number coercion failed");
}

/* --- characters
 * ----------------------------------------------------------------- */

static Value builtin_chr(Value self, const Value *args, Py_ssize nargs)
{
    int64_t c = value_as_ssize(args[0]);

    if (c == -1 && err_pending())
        return NULL;
    if (c < 0 || c > 255)
        return err_format(&exc_ValueError, "chr() arg not in range(256)");
    return (Value)str_char((unsigned char)c);
}

static Value builtin_unichr(Value self, const Value *args, Py_ssize nargs)
{
    int64_t c = value_as_c_int(args[0]);

    if (c == -1 && err_pending())
        return NULL;
    if (c < 0 || c > 0x10ffff)
        return err_format(&exc_ValueError, "unichr() arg not in "
                                           "range(0x110000) (wide Python "
                                           "build)");
    return (Value)unicode_char((uint32_t)c);
}

static Value builtin_ord(Value self, const Value *args, Py_ssize nargs)
{
    Value v = args[0];
    int64_t n;
    Span bytes;

    if (has_type_flag(v, TYPE_UNICODE)) {
        n = ((PyUnicode *)v)->length;
        if (n == 1)
            return tag_int(unicode_at((PyUnicode *)v, 0));
    } else if (has_type_flag(v, TYPE_STR)) {
        n = str_length((PyStr *)v);
        if (n == 1)
            return tag_int((unsigned char)str_data((PyStr *)v)[0]);
    } else if (type_is_subtype(type_of(v), &bytearray_type) &&
               value_bytes_or_null(v, &bytes)) {
        n = bytes.length;
        if (n == 1)
            return tag_int((unsigned char)bytes.data[0]);
    } else {
        return err_format(&exc_TypeError,
                          "ord() expected string of length 1, but %.200s "
                          "found",
                          type_name_of(v));
    }
    return err_format(&exc_TypeError,
                      "ord() expected a character, but string of length %ld "
                      "found",
                      n);
}

static Value builtin_intern(Value self, const Value *args, Py_ssize nargs)
{
    if (!has_type_flag(args[0], TYPE_STR))
        return err_format(&exc_TypeError,
                          "intern() argument 1 must be string, not %.50s",
                          args[0] == NONE ? "None" : type_name_of(args[0]));
    if (type_of(args[0]) != &str_type)
        return err_format(&exc_TypeError, "can't intern subclass of string");
    return (Value)str_intern_value((PyStr *)args[0]);
}

/* --- objects
 * ------------------------------------------------------------------------ */

static Value builtin_callable(Value self, const Value *args, Py_ssize nargs)
{
    bool yes = value_is_callable(args[0]);

    return err_pending() ? NULL : value_from_bool(yes);
}

static Value builtin_hash(Value self, const Value *args, Py_ssize nargs)
{
    int64_t h = op_hash(args[0]);

    return h == -1 ? NULL : value_from_int(h);
}

static Value builtin_id(Value self, const Value *args, Py_ssize nargs)
{
    return int_from_uint64((uintptr_t)args[0]);
}

static Value builtin_isinstance(Value self, const Value *args, Py_ssize nargs)
{
    int r = op_isinstance(args[0], args[1]);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value builtin_issubclass(Value self, const Value *args, Py_ssize nargs)
{
    int r = op_issubclass(args[0], args[1]);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value builtin_len(Value self, const Value *args, Py_ssize nargs)
{
    Py_ssize n = op_length(args[0]);

    return n < 0 ? NULL : value_from_int(n);
}

static Value builtin_repr(Value self, const Value *args, Py_ssize nargs)
{
    return op_repr(args[0]);
}

static Value builtin_format(Value self, const Value *args, Py_ssize nargs)
{
    if (nargs > 1 && !has_type_flag(args[1], TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "format expects arg 2 to be string or unicode, not "
                          "%.200s",
                          type_name_of(args[1]));
    return op_format(args[0], nargs > 1 ? args[1] : NULL);
}

/* --- attributes
 * ------------------------------------------------------------------------ */

/* The interned name, or NULL with TypeError. */
static PyStr *name_argument(Value v, const char *error)
{
    if (has_type_flag(v, TYPE_UNICODE)) {
        v = op_str(v);
        if (!v)
            return NULL;
    }
    if (has_type_flag(v, TYPE_STR))
        return str_intern_value((PyStr *)v);
    if (error)
        return err_format(&exc_TypeError, "%s", error);
    return err_format(&exc_TypeError,
                      "attribute name must be string, not '%.200s'",
                      type_name_of(v));
}

static Value builtin_getattr(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name =
        name_argument(args[1], "getattr(): attribute name must be string");
    Value v;

    if (!name)
        return NULL;
    if (nargs < 3)
        return op_getattr(args[0], name);
    v = op_getattr_or_null(args[0], name);
    return v || err_pending() ? v : args[2];
}

static Value builtin_hasattr(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name =
        name_argument(args[1], "hasattr(): attribute name must be string");
    Value v;

    if (!name)
        return NULL;
    v = op_getattr_or_null(args[0], name);
    if (v || !err_pending())
        return value_from_bool(v != NULL);
    if (!err_matches(&exc_Exception))
        return NULL;
    err_clear();
    return FALSE_VALUE;
}

static Value builtin_setattr(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument(args[1], NULL);

    return name && op_setattr(args[0], name, args[2]) == 0 ? NONE : NULL;
}

static Value builtin_delattr(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *name = name_argument(args[1], NULL);

    return name && op_setattr(args[0], name, NULL) == 0 ? NONE : NULL;
}

/* --- dir()
 * --------------------------------------------------------------------------------
 */

static int merge_class(PyDict *into, Value cls)
{
    Value dict = op_getattr_or_null(cls, NAME(dunder_dict)), bases;
    PyTuple *t;

    if (dict && dict_merge(into, dict, true) < 0)
        return -1;
    bases = op_getattr_or_null(cls, NAME(dunder_bases));
    if (err_pending())
        return -1;
    if (!bases)
        return 0;
    t = op_tuple(bases);
    for (Py_ssize i = 0; t && i < t->length; i++)
        if (merge_class(into, t->items[i]) < 0)
            return -1;
    return t ? 0 : -1;
}

/* __members__ and __methods__: old lists of attribute names. */
static int merge_list(PyDict *into, Value v, const char *attribute)
{
    Value list = op_getattr_or_null(v, str_intern(attribute));

    if (!list || !has_type_flag(list, TYPE_LIST))
        return err_pending() ? -1 : 0;
    for (Py_ssize i = 0; i < list_length((PyList *)list); i++) {
        Value item = list_item_or_null((PyList *)list, i);

        if (item && has_type_flag(item, TYPE_STR) &&
            dict_set(into, item, NONE) < 0)
            return -1;
    }
    return 0;
}

static PyList *dir_of_object(Value v)
{
    Value dict = op_getattr_or_null(v, NAME(dunder_dict)), cls;
    PyDict *all = dict_new();

    if (!all || err_pending())
        return NULL;
    if (dict && has_type_flag(dict, TYPE_DICT) &&
        dict_merge(all, dict, true) < 0)
        return NULL;
    if (merge_list(all, v, "__members__") < 0 ||
        merge_list(all, v, "__methods__") < 0)
        return NULL;
    cls = op_getattr_or_null(v, NAME(dunder_class));
    if (err_pending() || (cls && merge_class(all, cls) < 0))
        return NULL;
    return dict_keys(all);
}

static PyList *dir_of_class(Value cls)
{
    PyDict *all = dict_new();

    return all && merge_class(all, cls) == 0 ? dict_keys(all) : NULL;
}

static PyList *dir_of_module(Value v)
{
    Value dict = op_getattr_or_null(v, NAME(dunder_dict)), name;

    if (dict && has_type_flag(dict, TYPE_DICT))
        return dict_keys((PyDict *)dict);
    if (dict == NONE)
        return err_format(&exc_SystemError, "nameless module");
    name = op_getattr_or_null(v, NAME(dunder_name));
    return err_format(
        &exc_TypeError, "%.200s.__dict__ is not a dictionary",
        name && has_type_flag(name, TYPE_STR) ? str_data((PyStr *)name) : "?");
}

static Value dir_method(Value v)
{
    if (type_of(v) == &instance_type)
        return op_getattr_or_null(v, NAME(dunder_dir));
    return op_special_or_null(v, NAME(dunder_dir));
}

static PyList *names_of(Value v)
{
    Value method = dir_method(v), r;

    if (method) {
        r = op_call(method, NULL, 0, NULL);
        if (r && !has_type_flag(r, TYPE_LIST))
            return err_format(&exc_TypeError,
                              "__dir__() must return a list, not %.200s",
                              type_name_of(r));
        return (PyList *)r;
    }
    if (err_pending())
        return NULL;
    if (type_is_subtype(type_of(v), &module_type))
        return dir_of_module(v);
    if (has_type_flag(v, TYPE_TYPE) || type_of(v) == &classobj_type)
        return dir_of_class(v);
    return dir_of_object(v);
}

static Value sorted_list(PyList *list)
{
    if (!list || !op_call_method((Value)list, NAME(sort), NULL, 0))
        return NULL;
    return (Value)list;
}

Value dir_of(Value v)
{
    return sorted_list(names_of(v));
}

static bool is_string(Value v)
{
    return has_type_flag(v, TYPE_STR | TYPE_UNICODE);
}

static Value builtin_apply(Value self, const Value *args, Py_ssize nargs)
{
    Value star = nargs > 1 ? args[1] : NULL;
    Value dict = nargs > 2 ? args[2] : NULL, r;

    if (star && !has_type_flag(star, TYPE_TUPLE)) {
        if (!value_is_sequence(star))
            return err_format(&exc_TypeError,
                              "apply() arg 2 expected sequence, found %s",
                              type_name_of(star));
        star = (Value)op_tuple(star);
        if (!star)
            return NULL;
    }
    if (dict && !has_type_flag(dict, TYPE_DICT))
        return err_format(&exc_TypeError,
                          "apply() arg 3 expected dictionary, found %s",
                          type_name_of(dict));
    /* Unlike f(*args), it counts the step from a method to its function. */
    if (type_of(args[0]) != &instance_method_type)
        return call_ex(args[0], NULL, 0, NULL, star, dict);
    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    r = call_ex(args[0], NULL, 0, NULL, star, dict);
    recursion_leave();
    return r;
}

static Value builtin_import(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"name", "globals", "locals", "fromlist",
                                        "level"};
    Value a[5];
    int64_t level = -1;

    if (args_parse("__import__", args, nargs, kwnames, names, 1, 5, a) < 0)
        return NULL;
    if (!has_type_flag(a[0], TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "__import__() argument 1 must be string, not %s",
                          type_name_of(a[0]));
    if (a[4])
        level = value_as_c_int(a[4]);
    a[0] = level == -1 && err_pending() ? NULL : op_str(a[0]);
    if (!a[0])
        return NULL;
    return import_module((PyStr *)a[0],
                         a[1] && has_type_flag(a[1], TYPE_DICT) ? (PyDict *)a[1]
                                                                : NULL,
                         a[3], (int)level);
}

static Value builtin_reload(Value self, const Value *args, Py_ssize nargs)
{
    return import_reload(args[0]);
}

/* --- input and output
 * ----------------------------------------------------------------------------
 */

static Value builtin_open(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    return op_call((Value)&file_type, args, nargs, kwnames);
}

/* open(), os.fdopen() and os.popen() give a file that nobody else has. */
static bool opens_file(Value callee)
{
    const char *name;

    if (type_of(callee) != &native_function_type)
        return callee == (Value)&file_type;
    name = ((PyNativeFunction *)callee)->def->name;
    return strcmp(name, "open") == 0 || strcmp(name, "fdopen") == 0 ||
           strcmp(name, "popen") == 0;
}

Value pyrt_file_owned(Value callee, Value v)
{
    return type_of(v) == &file_type && opens_file(callee) ? v : NONE;
}

/* A separator of print(): str or unicode, None and absent: the default. */
static bool separator(Value *v, const char *what)
{
    if (!*v || *v == NONE) {
        *v = NULL;
        return true;
    }
    if (is_string(*v))
        return true;
    err_format(&exc_TypeError, "%s must be None, str or unicode, not %.200s",
               what, type_name_of(*v));
    return false;
}

static Value default_separator(Value given, bool wide, char c)
{
    if (given)
        return given;
    return wide ? (Value)unicode_char(c) : (Value)str_char(c);
}

static Value builtin_print(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {"sep", "end", "file"};
    Value a[3], sep, end;
    bool wide = false;

    if (args_parse("print", args + nargs, 0, kwnames, names, 0, 3, a) < 0)
        return NULL;
    if (!a[2] || a[2] == NONE)
        a[2] = sys_get(NAME(stdout));
    if (!a[2])
        return err_format(&exc_RuntimeError, "lost sys.stdout");
    if (a[2] == NONE)
        return NONE;
    if (!separator(&a[0], "sep") || !separator(&a[1], "end"))
        return NULL;
    for (int i = 0; i < 2; i++)
        wide |= a[i] && has_type_flag(a[i], TYPE_UNICODE);
    for (Py_ssize i = 0; i < nargs; i++)
        wide |= has_type_flag(args[i], TYPE_UNICODE);
    sep = default_separator(a[0], wide, ' ');
    end = default_separator(a[1], wide, '\n');
    for (Py_ssize i = 0; i < nargs; i++)
        if ((i > 0 && file_write_value(a[2], sep) < 0) ||
            file_write_value(a[2], args[i]) < 0)
            return NULL;
    return file_write_value(a[2], end) < 0 ? NULL : NONE;
}

/* One line of sys.stdin without its end. */
static Value read_line(Value in)
{
    Value line = op_call_method(in, NAME(readline), NULL, 0);
    Py_ssize n;

    if (!line)
        return NULL;
    if (!has_type_flag(line, TYPE_STR)) {
        if (has_type_flag(line, TYPE_UNICODE))
            return line;
        return err_format(&exc_TypeError,
                          "object.readline() returned non-string");
    }
    n = str_length((PyStr *)line);
    if (n == 0)
        return err_format(&exc_EOFError, "EOF when reading a line");
    if (str_data((PyStr *)line)[n - 1] == '\n')
        n--;
    return (Value)str_from(str_data((PyStr *)line), n);
}

Value input_reader;

/* Are stdin and stdout the terminal? */
static bool on_terminal(Value in, Value out)
{
    return type_of(in) == &file_type && type_of(out) == &file_type &&
           in == sys_get(str_intern("__stdin__")) && isatty(0) && isatty(1);
}

static Value edited_line(Value prompt_or_null)
{
    Value prompt =
        prompt_or_null ? op_str(prompt_or_null) : (Value)str_from_c("");
    Value line = prompt ? op_call(input_reader, &prompt, 1, NULL) : NULL;

    /* A signal ends the line, too. */
    while (line == NONE && signals_tripped())
        line =
            signals_run() < 0 ? NULL : op_call(input_reader, &prompt, 1, NULL);
    if (line == NONE)
        return err_set(&exc_EOFError, NULL);
    return line;
}

Value input_line(const Value *args, Py_ssize nargs)
{
    Value in = sys_get(NAME(stdin)), out = sys_get(NAME(stdout)), flush;

    if (nargs > 1)
        return err_format(&exc_TypeError,
                          "[raw_]input expected at most 1 arguments, got %ld",
                          (long)nargs);
    if (!in || !out)
        return err_format(&exc_RuntimeError, "[raw_]input: lost sys.%s",
                          in ? "stdout" : "stdin");
    if (file_softspace(out, 0) && file_write_text(out, " ") < 0)
        return NULL;
    if (input_reader && on_terminal(in, out)) {
        if (!op_call_method(out, NAME(flush), NULL, 0))
            return NULL;
        return edited_line(nargs ? args[0] : NULL);
    }
    if (nargs && file_write_value(out, args[0]) < 0)
        return NULL;
    flush = op_getattr_or_null(out, NAME(flush));
    if (flush && !op_call(flush, NULL, 0, NULL))
        err_clear();
    return read_line(in);
}

static Value builtin_raw_input(Value self, const Value *args, Py_ssize nargs)
{
    return input_line(args, nargs);
}

/* --- what site adds: exit, quit, copyright, credits, license
 * -------------------------------------- */

typedef struct SiteObject {
    PyObject head;
    const char *name, *text;
} SiteObject;

static Value site_repr(Value self)
{
    return (Value)str_from_c(((SiteObject *)self)->text);
}

static Value quitter_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"code"};
    Value code, made, in = sys_get(NAME(stdin));

    if (args_parse("__call__", args, nargs, kwnames, names, 0, 1, &code) < 0)
        return NULL;
    if (in && in != NONE && !op_call_method(in, NAME(close), NULL, 0))
        err_clear();
    if (!code)
        code = NONE;
    made = op_call((Value)&exc_SystemExit, &code, 1, NULL);
    return made ? err_set(&exc_SystemExit, made) : NULL;
}

static Value printer_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    Value out = sys_get(NAME(stdout));

    if (!out || file_write_text(out, ((SiteObject *)self)->text) < 0 ||
        file_write_text(out, "\n") < 0)
        return NULL;
    return NONE;
}

static PyType quitter_type = {.head.type = &type_type,
                              .name = "site.Quitter",
                              .base = &object_type,
                              .basic_size = sizeof(SiteObject),
                              .repr = site_repr,
                              .call = quitter_call};
static PyType printer_type = {.head.type = &type_type,
                              .name = "site._Printer",
                              .base = &object_type,
                              .basic_size = sizeof(SiteObject),
                              .repr = site_repr,
                              .call = printer_call};

static SiteObject site_objects[] = {
    {{&quitter_type, {0}, 0},
     "exit",
     "Use exit() or Ctrl-D (i.e. EOF) to exit"},
    {{&quitter_type, {0}, 0},
     "quit",
     "Use quit() or Ctrl-D (i.e. EOF) to exit"},
    {{&printer_type, {0}, 0},
     "help",
     "Type help() for interactive help, or help(object) for help about "
     "object."},
    {{&printer_type, {0}, 0},
     "copyright",
     "Copyright (c) 2001-2020 Python Software Foundation.\n"
     "All Rights Reserved."},
    {{&printer_type, {0}, 0},
     "credits",
     "Python is the work of its authors; see www.python.org."},
    {{&printer_type, {0}, 0},
     "license",
     "See https://www.python.org/psf/license/"}};

/* --- the module
 * -------------------------------------------------------------------------------------
 */

static const NativeDef builtin_functions[] = {
#include "methods_table.h"
#include "builtin.def"
#include "methods_end.h"
    {0}};

static PyType *const builtin_types[] = {
    &object_type,     &type_type,      &bool_type,        &int_type,
    &long_type,       &float_type,     &complex_type,     &basestring_type,
    &str_type,        &unicode_type,   &bytearray_type,   &buffer_type,
    &memoryview_type, &tuple_type,     &list_type,        &dict_type,
    &set_type,        &frozenset_type, &slice_type,       &xrange_type,
    &file_type,       &property_type,  &classmethod_type, &staticmethod_type,
    &super_type,      &enumerate_type, &reversed_type,
#define EXCEPTION(name, base, layout, doc) &exc_##name,
#include "exceptions.def"
};

static int add_types(PyModule *m)
{
    for (size_t i = 0; i < sizeof builtin_types / sizeof *builtin_types; i++) {
        const char *name = builtin_types[i]->name;
        const char *dot = strrchr(name, '.');

        if (module_add(m, dot ? dot + 1 : name, (Value)builtin_types[i]) < 0)
            return -1;
    }
    return module_add(m, "bytes", (Value)&str_type);
}

static int add_values(PyModule *m)
{
    if (module_add(m, "None", NONE) < 0 ||
        module_add(m, "True", TRUE_VALUE) < 0 ||
        module_add(m, "False", FALSE_VALUE) < 0 ||
        module_add(m, "Ellipsis", ELLIPSIS) < 0 ||
        module_add(m, "NotImplemented", NOT_IMPLEMENTED) < 0 ||
        module_add(m, "__debug__", value_from_bool(!start_flags.optimize)) <
            0 ||
        type_ready(&quitter_type) < 0 || type_ready(&printer_type) < 0)
        return -1;
    for (size_t i = 0; i < sizeof site_objects / sizeof *site_objects; i++)
        if (module_add(m, site_objects[i].name, (Value)&site_objects[i]) < 0)
            return -1;
    return 0;
}

const NativeModule native_module___builtin__ = {
    .name = "__builtin__",
    .doc = "The names that every module sees without an import.",
    .functions = builtin_functions};

PyModule *builtins_init(void)
{
    PyModule *m = import_native(&native_module___builtin__);
    Value name = (Value)str_intern("__builtin__");

    if (!m)
        return NULL;
    builtins_dict = m->dict;
    for (const NativeDef *d = builtin_iter_functions; d->name; d++)
        if (module_add(m, d->name, native_function_new(d, NULL, name)) < 0)
            return NULL;
    for (const NativeDef *d = builtin_caller_functions; d->name; d++)
        if (module_add(m, d->name, native_function_new(d, NULL, name)) < 0)
            return NULL;
    if (add_types(m) < 0 || add_values(m) < 0)
        return NULL;
    return m;
}

/* --- exceptions ---------------------------------------------------------- */

static int exceptions_init(PyModule *m)
{
    static PyType *const classes[] = {
#define EXCEPTION(name, base, layout, doc) &exc_##name,
#include "exceptions.def"
    };

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (module_add(m, strrchr(classes[i]->name, '.') + 1,
                       (Value)classes[i]) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_exceptions = {
    .name = "exceptions",
    .doc = "The classes of exceptions, which are builtin names too.\n",
    .init = exceptions_init};

/* --- what compiled code calls ----------------------------------------------
 */

Value builtin_len_slow(Value v)
{
    return builtin_len(NULL, &v, 1);
}

Value builtin_isinstance_slow(Value v, Value cls)
{
    int r = op_isinstance(v, cls);

    return r < 0 ? NULL : value_from_bool(r);
}

Value builtin_ord_slow(Value v)
{
    return builtin_ord(NULL, &v, 1);
}

Value builtin_chr_slow(Value v)
{
    return builtin_chr(NULL, &v, 1);
}

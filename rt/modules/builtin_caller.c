/* __builtin__: functions that see the code that calls them: globals(),
 * locals(), vars(), dir(), eval(), execfile(), input(), compile(), and the exec
 * statement.
 *
 * A call by the function's own name is compiled with the caller's variables at
 * hand (call_with_caller); through another name they are those of the
 * innermost known frame.  What runs code is the evaluator's (evalhooks.h). */
#include "builtin_caller.h"
#include "dict.h"
#include "errors.h"
#include "evalhooks.h"
#include "names.h"

#include "methods_declare.h"
#include "builtin_caller.def"
#include "methods_end.h"

enum { BUILTIN_CALLER_COUNT = 8 }; /* rows of the table */

const EvalHooks *eval_hooks;

/* Of the call that is about to be made in this thread; on the stack. */
static __thread const Caller *next_caller;

static bool is_asking(Value callee)
{
    const NativeDef *d;

    if (!is_pointer(callee) || as_object(callee)->type != &native_function_type)
        return false;
    d = ((PyNativeFunction *)callee)->def;
    return d >= builtin_caller_functions &&
           d < builtin_caller_functions + BUILTIN_CALLER_COUNT;
}

Value call_with_caller(Value callee, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames, const Caller *c)
{
    Value v;

    if (!is_asking(callee))
        return op_call_direct(callee, args, nargs, kwnames);
    next_caller = c;
    v = op_call_direct(callee, args, nargs, kwnames);
    next_caller = NULL;
    return v;
}

static void *unknown_caller(const char *what)
{
    return err_format(&exc_NotImplementedError,
                      "%s() of an unknown caller: call it by its own name",
                      what);
}

/* Taken at once, so that no function called meanwhile gets it. */
static int find_caller(Caller *c, const char *what)
{
    Value frame, v;

    if (next_caller) {
        *c = *next_caller;
        next_caller = NULL;
        return 0;
    }
    *c = (Caller){0};
    frame = traceback_frame(0);
    if (!frame) {
        if (!err_pending())
            unknown_caller(what);
        return -1;
    }
    c->globals = (PyDict *)op_getattr(frame, str_intern("f_globals"));
    c->locals = op_getattr(frame, str_intern("f_locals"));
    v = op_getattr(frame, str_intern("f_code"));
    if (!c->globals || !c->locals || !v)
        return -1;
    c->flags = ((PyCode *)v)->flags;
    return 0;
}

static Value builtin_globals(Value self, const Value *args, Py_ssize nargs)
{
    Caller c;

    return find_caller(&c, "globals") < 0 ? NULL : (Value)c.globals;
}

static Value builtin_locals(Value self, const Value *args, Py_ssize nargs)
{
    Caller c;

    if (find_caller(&c, "locals") < 0)
        return NULL;
    return c.locals ? c.locals : unknown_caller("locals");
}

static Value builtin_vars(Value self, const Value *args, Py_ssize nargs)
{
    Value d;

    if (nargs == 0)
        return builtin_locals(self, args, nargs);
    next_caller = NULL;
    d = op_getattr_or_null(args[0], NAME(dunder_dict));
    if (d || err_pending())
        return d;
    return err_format(&exc_TypeError,
                      "vars() argument must have __dict__ attribute");
}

static Value builtin_dir(Value self, const Value *args, Py_ssize nargs)
{
    Value v;
    PyList *names;

    if (nargs) {
        next_caller = NULL;
        return dir_of(args[0]);
    }
    v = builtin_locals(self, args, nargs);
    v = v ? op_call_method(v, NAME(keys), NULL, 0) : NULL;
    if (v && !has_type_flag(v, TYPE_LIST))
        return err_format(&exc_TypeError,
                          "dir(): expected keys() of locals to be a list, "
                          "not '%.200s'",
                          type_name_of(v));
    names = v ? op_list(v) : NULL;
    if (!names || !op_call_method((Value)names, NAME(sort), NULL, 0))
        return NULL;
    return (Value)names;
}

/* --- what needs the evaluator --------------------------------------------- */

static void *not_linked(const char *what)
{
    return err_format(&exc_NotImplementedError,
                      "%s needs the evaluator, which is not linked into this "
                      "program",
                      what);
}

static Value builtin_eval(Value self, const Value *args, Py_ssize nargs)
{
    Caller c;

    if (!eval_hooks)
        return not_linked("eval()");
    return find_caller(&c, "eval") < 0 ? NULL
                                       : eval_hooks->eval(args, nargs, &c);
}

static Value builtin_execfile(Value self, const Value *args, Py_ssize nargs)
{
    Caller c;

    if (!eval_hooks)
        return not_linked("execfile()");
    return find_caller(&c, "execfile") < 0
               ? NULL
               : eval_hooks->execfile(args, nargs, &c);
}

static Value builtin_input(Value self, const Value *args, Py_ssize nargs)
{
    const char *p;
    Value line;
    Caller c;

    if (!eval_hooks)
        return not_linked("input()");
    if (find_caller(&c, "input") < 0)
        return NULL;
    line = input_line(args, nargs);
    if (!line)
        return NULL;
    for (p = str_data((PyStr *)line); *p == ' ' || *p == '\t'; p++)
        ;
    line = (Value)str_from_c(p);
    return eval_hooks->eval(&line, 1, &c);
}

static int flags_argument(Value v, int32_t *flags)
{
    int64_t i = v ? value_as_int64(v) : 0;

    if (i == -1 && err_pending())
        return -1;
    if (i != (int32_t)i) {
        err_format(&exc_OverflowError, "signed integer is %s than %s",
                   i < 0 ? "less" : "greater", i < 0 ? "minimum" : "maximum");
        return -1;
    }
    *flags = (int32_t)i;
    return 0;
}

enum { INHERITED_FLAGS = 0x3e000 };

/* A unicode object is encoded. */
static PyStr *text_argument(Value v, int position)
{
    PyStr *s;

    if (!has_type_flag(v, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "compile() argument %d must be string, not %s",
                          position, v == NONE ? "None" : type_name_of(v));
    s = has_type_flag(v, TYPE_STR) ? (PyStr *)v : (PyStr *)op_str(v);
    if (s && memchr(str_data(s), 0, (size_t)str_length(s)))
        return err_format(&exc_TypeError,
                          "compile() argument %d must be string without null "
                          "bytes, not %s",
                          position, type_name_of(v));
    return s;
}

static Value builtin_compile(Value self, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    static const char *const names[] = {"source", "filename", "mode", "flags",
                                        "dont_inherit"};
    int32_t flags = 0, alone = 0;
    const Caller *given = next_caller;
    Value a[5];
    Caller c;

    next_caller = NULL;
    if (args_parse("compile", args, nargs, kwnames, names, 3, 5, a) < 0)
        return NULL;
    for (int i = 1; i < 3; i++)
        if (!(a[i] = (Value)text_argument(a[i], i + 1)))
            return NULL;
    if (flags_argument(a[3], &flags) < 0 || flags_argument(a[4], &alone) < 0)
        return NULL;
    if (!eval_hooks)
        return not_linked("compile()");
    next_caller = given;
    if (alone)
        next_caller = NULL;
    else if (find_caller(&c, "compile") == 0)
        flags |= c.flags & INHERITED_FLAGS;
    else
        err_clear();
    return eval_hooks->compile(a[0], (PyStr *)a[1], (PyStr *)a[2], flags);
}

int exec_statement(Value body, Value globals, Value locals, const Caller *c)
{
    if (eval_hooks)
        return eval_hooks->exec(body, globals, locals, c);
    not_linked("exec");
    return -1;
}

const NativeDef builtin_caller_functions[BUILTIN_CALLER_COUNT + 1] = {
#include "methods_table.h"
#include "builtin_caller.def"
#include "methods_end.h"
    {0}};

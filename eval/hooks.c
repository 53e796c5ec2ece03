/* exec, eval(), execfile() and compile(): what CPython checks, in its order and
 * its words; and the table through which the runtime calls them. */
#include "eval/eval.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "dict.h"
#include "errors.h"
#include "file.h"
#include "file_pending.h"
#include "module.h"
#include "names.h"
#include "unicode.h"

#include "eval/ast.h"
#include "eval/shown.h"

enum {
    FUTURE_MASK = 0x3e000,
    CF_NESTED = 0x10,
    CF_DONT_IMPLY_DEDENT = 0x200,
    CF_ONLY_AST = 0x400,
    CF_ALLOWED = FUTURE_MASK | CF_NESTED | CF_DONT_IMPLY_DEDENT | CF_ONLY_AST
};

static bool is_none(Value v)
{
    return !v || v == NONE;
}

/* CPython's PyMapping_Check: subscripts, but no slices of a sequence. */
static bool is_mapping(Value v)
{
    PyType *t = type_of(v);

    if (t == &instance_type)
        return op_getattr_or_null(v, str_intern("__getitem__")) != NULL;
    return t->getitem && !t->getslice && t != &xrange_type;
}

static void *type_error(const char *text)
{
    return err_format(&exc_TypeError, "%s", text);
}

/* --- running -------------------------------------------------------------- */

Value eval_run(PyCode *code, PyDict *globals, Value locals)
{
    PyFunction *f;

    code = code_for_globals(code, globals);
    if (!code)
        return NULL;
    f = (PyFunction *)function_new(code, globals, NULL, NULL);
    if (is_eval_code(code) && !(code->flags & CODE_NEWLOCALS))
        return code->entry(f, &locals);
    return op_call((Value)f, NULL, 0, NULL);
}

static int need_builtins(PyDict *globals)
{
    if (dict_get_str_or_null(globals, NAME(dunder_builtins)))
        return 0;
    return dict_set_str(globals, NAME(dunder_builtins), (Value)builtins_dict);
}

/* --- source --------------------------------------------------------------- */

typedef struct SourceText {
    const char *data;
    size_t len;
    int how;
} SourceText;

/* The text of a str or unicode. */
static int text_of(Value v, SourceText *t)
{
    t->how = 0;
    if (has_type_flag(v, TYPE_UNICODE)) {
        v = op_call_method(v, str_intern("encode"),
                           (Value[]){(Value)str_from_c("utf-8")}, 1);
        if (!v)
            return -1;
        t->how = EVAL_UTF8;
    }
    t->data = str_data((PyStr *)v);
    t->len = (size_t)str_length((PyStr *)v);
    return 0;
}

/* The text of an object of the old buffer protocol, copied. */
static int text_of_buffer(Value v, SourceText *t)
{
    PyType *type = type_of(v);
    Buffer b;
    PyStr *copy;

    if (!type->get_buffer || type == &memoryview_type) {
        type_error("expected a readable buffer object");
        return -1;
    }
    if (type->get_buffer(v, &b) < 0)
        return -1;
    copy = str_from(b.data, b.length);
    return copy ? text_of((Value)copy, t) : -1;
}

static int no_null_bytes(const SourceText *t)
{
    if (!memchr(t->data, 0, t->len))
        return 0;
    type_error("expected string without null bytes");
    return -1;
}

static PyCode *compile_text(const SourceText *t, PyStr *filename, EvalMode mode,
                            int32_t flags)
{
    return (PyCode *)eval_compile(t->data, t->len, filename, mode, flags,
                                  t->how);
}

static int is_string(Value v)
{
    return has_type_flag(v, TYPE_STR | TYPE_UNICODE);
}

static PyCode *compile_string(Value v, EvalMode mode, int32_t flags)
{
    SourceText t;

    if (text_of(v, &t) < 0 || no_null_bytes(&t) < 0)
        return NULL;
    while (mode == EVAL_eval && t.len && (*t.data == ' ' || *t.data == '\t')) {
        t.data++;
        t.len--;
    }
    return compile_text(&t, str_from_c("<string>"), mode, flags);
}

/* --- exec ----------------------------------------------------------------- */

/* exec (body, globals, locals), when the tuple was made at run time. */
static void split_tuple(Value *body, Value *globals, Value *locals)
{
    PyTuple *t = (PyTuple *)*body;

    if (!has_type_flag(*body, TYPE_TUPLE) || !is_none(*globals) ||
        !is_none(*locals) || t->length < 2 || t->length > 3)
        return;
    *body = t->items[0];
    *globals = t->items[1];
    *locals = t->length > 2 ? t->items[2] : NONE;
}

static PyCode *compile_file(Value file, int32_t flags)
{
    Value text = op_call_method(file, NAME(read), NULL, 0);
    Value name = text ? op_getattr(file, NAME(name)) : NULL;
    SourceText t = {.how = EVAL_FILE};

    if (!name || !has_type_flag(text, TYPE_STR) ||
        !has_type_flag(name, TYPE_STR))
        return NULL;
    t.data = str_data((PyStr *)text);
    t.len = (size_t)str_length((PyStr *)text);
    return compile_text(&t, (PyStr *)name, EVAL_exec, flags);
}

static int check_exec(Value body, Value globals, Value locals)
{
    const char *wrong = NULL;

    if (!is_string(body) && type_of(body) != &code_type && !is_file(body))
        wrong = "exec: arg 1 must be a string, file, or code object";
    else if (!has_type_flag(globals, TYPE_DICT))
        wrong = "exec: arg 2 must be a dictionary or None";
    else if (!is_mapping(locals))
        wrong = "exec: arg 3 must be a mapping or None";
    if (!wrong)
        return 0;
    type_error(wrong);
    return -1;
}

static bool has_free(const PyCode *c)
{
    return c->freevars && c->freevars->length > 0;
}

static int exec_hook(Value body, Value globals, Value locals, const Caller *c)
{
    int32_t flags = c->flags & FUTURE_MASK;
    PyCode *code = (PyCode *)body;

    split_tuple(&body, &globals, &locals);
    if (is_none(globals)) {
        globals = (Value)c->globals;
        if (is_none(locals))
            locals = c->locals;
    } else if (is_none(locals)) {
        locals = globals;
    }
    if (check_exec(body, globals, locals) < 0 ||
        need_builtins((PyDict *)globals) < 0)
        return -1;
    if (type_of(body) != &code_type)
        code = is_file(body) ? compile_file(body, flags)
                             : compile_string(body, EVAL_exec, flags);
    else if (has_free(code))
        code = type_error("code object passed to exec may not contain free "
                          "variables");
    return code && eval_run(code, (PyDict *)globals, locals) ? 0 : -1;
}

/* --- eval, execfile ------------------------------------------------------- */

/* Fills in what the call left out. */
static int namespaces(const Value *args, Py_ssize nargs, const Caller *c,
                      Value *globals, Value *locals)
{
    *globals = nargs > 1 ? args[1] : NONE;
    *locals = nargs > 2 ? args[2] : NONE;
    if (*locals != NONE && !is_mapping(*locals)) {
        type_error("locals must be a mapping");
        return -1;
    }
    if (*globals != NONE && !has_type_flag(*globals, TYPE_DICT)) {
        type_error(is_mapping(*globals) ? "globals must be a real dict; try "
                                          "eval(code, {}, mapping)"
                                        : "globals must be a dict");
        return -1;
    }
    if (*globals == NONE) {
        *globals = (Value)c->globals;
        if (*locals == NONE)
            *locals = c->locals ? c->locals : *globals;
    } else if (*locals == NONE) {
        *locals = *globals;
    }
    return need_builtins((PyDict *)*globals);
}

static Value eval_hook(const Value *args, Py_ssize nargs, const Caller *c)
{
    Value globals, locals;
    PyCode *code = (PyCode *)args[0];

    if (namespaces(args, nargs, c, &globals, &locals) < 0)
        return NULL;
    if (type_of(args[0]) != &code_type) {
        if (!is_string(args[0]))
            return type_error("eval() arg 1 must be a string or code object");
        code = compile_string(args[0], EVAL_eval, c->flags & FUTURE_MASK);
    } else if (has_free(code)) {
        return type_error("code object passed to eval() may not contain free "
                          "variables");
    }
    return code ? eval_run(code, (PyDict *)globals, locals) : NULL;
}

/* The whole file; NULL with IOError. */
static char *read_source(PyStr *name, size_t *len)
{
    FILE *f = fopen(str_data(name), "rb");
    struct stat st;
    char *data = NULL;
    size_t n = 0, capacity = 0;

    if (f && fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode)) {
        fclose(f);
        f = NULL;
        errno = EISDIR;
    }
    if (!f)
        return err_from_errno(&exc_IOError, (Value)name);
    do {
        char *more = gc_bytes(capacity = capacity ? 2 * capacity : 8192);

        if (!more) {
            fclose(f);
            return NULL;
        }
        memcpy(more, data ? data : "", n);
        data = more;
        n += fread(data + n, 1, capacity - n - 1, f);
    } while (n == capacity - 1);
    fclose(f);
    *len = n;
    return data;
}

PyCode *eval_compile_file(PyStr *name, int32_t flags)
{
    SourceText t = {.how = EVAL_FILE};

    pending_write();
    t.data = read_source(name, &t.len);
    return t.data ? compile_text(&t, name, EVAL_exec, flags) : NULL;
}

static Value execfile_hook(const Value *args, Py_ssize nargs, const Caller *c)
{
    Value globals, locals;
    PyStr *path;
    PyCode *code;

    if (!has_type_flag(args[0], TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "execfile() argument 1 must be string, not %s",
                          type_name_of(args[0]));
    path = has_type_flag(args[0], TYPE_STR) ? (PyStr *)args[0]
                                            : (PyStr *)op_str(args[0]);
    if (!path)
        return NULL;
    if (nargs > 1 && !has_type_flag(args[1], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "execfile() argument 2 must be dict, not %s",
                          args[1] == NONE ? "None" : type_name_of(args[1]));
    if (namespaces(args, nargs, c, &globals, &locals) < 0)
        return NULL;
    code = eval_compile_file(path, c->flags & FUTURE_MASK);
    if (!code || !eval_run(code, (PyDict *)globals, locals))
        return NULL;
    return NONE;
}

/* --- compile -------------------------------------------------------------- */

static int mode_of(PyStr *mode, EvalMode *m)
{
    static const char *const names[] = {"exec", "eval", "single"};

    for (int i = 0; i < 3; i++)
        if (strcmp(str_data(mode), names[i]) == 0) {
            *m = (EvalMode)i;
            return 0;
        }
    err_format(&exc_ValueError,
               "compile() arg 3 must be 'exec', 'eval' or 'single'");
    return -1;
}

/* A tree of module _ast; with PyCF_ONLY_AST it is the answer already. */
static Value compile_ast(Value tree, PyStr *filename, EvalMode mode,
                         int32_t flags)
{
    static const AstKind kinds[] = {AST_Module, AST_Expression,
                                    AST_Interactive};

    if (flags & CF_ONLY_AST)
        return tree;
    if (!ast_is(tree, kinds[mode]))
        return err_format(&exc_TypeError, "expected %s node, got %.400s",
                          ast_kind_name(kinds[mode]), type_name_of(tree));
    return (Value)eval_compile_tree(tree, filename, mode, flags);
}

static Value compile_hook(Value source, PyStr *filename, PyStr *mode,
                          int32_t flags)
{
    EvalMode m;
    SourceText t;

    if (flags & ~CF_ALLOWED)
        return err_format(&exc_ValueError, "compile(): unrecognised flags");
    if (mode_of(mode, &m) < 0)
        return NULL;
    if (ast_check(source))
        return compile_ast(source, filename, m, flags);
    if ((is_string(source) ? text_of : text_of_buffer)(source, &t) < 0)
        return NULL;
    if (memchr(t.data, 0, t.len))
        return type_error("compile() expected string without null bytes");
    if (flags & CF_DONT_IMPLY_DEDENT)
        t.how |= EVAL_KEEP_OPEN;
    if (flags & CF_ONLY_AST)
        return eval_parse(t.data, t.len, filename, m, flags, t.how);
    return (Value)compile_text(&t, filename, m, flags);
}

/* --- the table ------------------------------------------------------------ */

static int line_hook(const EvalFrame *f)
{
    return eval_line((const EvalCode *)f->code, f->pc);
}

static const uint64_t *digest_hook(const PyCode *c)
{
    return is_eval_code(c) ? ((const EvalCode *)c)->digest : NULL;
}

static void trace_code_hook(PyCode *code)
{
    if (is_eval_code(code))
        eval_trace_patch((EvalCode *)code);
}

static const EvalHooks hooks = {.line = line_hook,
                                .digest = digest_hook,
                                .frame_line = eval_frame_line,
                                .frame_locals = eval_frame_locals,
                                .frame_jump = eval_frame_jump,
                                .generator_frame = eval_generator_frame,
                                .trace_code = trace_code_hook,
                                .exec = exec_hook,
                                .eval = eval_hook,
                                .execfile = execfile_hook,
                                .compile = compile_hook,
                                .import_source = eval_import_source,
                                .load_source = eval_load_source,
                                .load_compiled = eval_load_compiled,
                                .code_facts = eval_code_facts,
                                .sibling = eval_sibling,
                                .code_again = eval_code_again,
                                .note_code = eval_note_code,
                                .make_code = eval_make_code,
                                .pack_code = eval_pack_code,
                                .unpack_code = eval_unpack_code};

static __attribute__((constructor)) void install(void)
{
    eval_hooks = &hooks;
}

/* Whoever names this module links the evaluator. */
const NativeModule native_module__eval = {
    .name = "_eval", .doc = "The evaluator of exec, eval() and compile()."};

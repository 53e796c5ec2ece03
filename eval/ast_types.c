/* Module _ast: the classes, made from frontend/ast.def when they are first
 * needed. */
#include "eval/ast.h"

#include "dict.h"
#include "errors.h"
#include "instance.h"
#include "module.h"
#include "module_support.h"
#include "names.h"
#include "thread.h"
#include "tuple.h"

/* --- AST, the base -------------------------------------------------------- */

static int arity_error(PyType *t, Py_ssize nfields)
{
    err_format(&exc_TypeError,
               "%.400s constructor takes %s%lld positional argument%s", t->name,
               nfields ? "either 0 or " : "", (long long)nfields,
               nfields == 1 ? "" : "s");
    return -1;
}

/* _fields of the class; NULL, nothing raised: it has none. */
static PyTuple *fields_of(Value self)
{
    Value v = op_getattr_or_null(self, str_intern("_fields"));

    return v && v != NONE ? op_tuple(v) : NULL;
}

static int ast_init(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    PyTuple *fields = fields_of(self);
    Py_ssize nfields = fields ? fields->length : 0;

    if (err_pending())
        return -1;
    if (nargs && nargs != nfields)
        return arity_error(type_visible(type_of(self)), nfields);
    for (Py_ssize i = 0; i < nargs; i++) {
        if (!has_type_flag(fields->items[i], TYPE_STR)) {
            err_format(&exc_TypeError, "attribute name must be string");
            return -1;
        }
        if (op_setattr(self, (PyStr *)fields->items[i], args[i]) < 0)
            return -1;
    }
    for (Py_ssize i = 0; kwnames && i < kwnames->length; i++)
        if (op_setattr(self, (PyStr *)kwnames->items[i], args[nargs + i]) < 0)
            return -1;
    return 0;
}

static Value ast_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value cls = (Value)type_visible(type_of(self));
    Value d = op_getattr_or_null(self, NAME(dunder_dict));

    if (d)
        return (Value)tuple_pack(3, cls, (Value)tuple_new(0), d);
    return (Value)tuple_pack(2, cls, (Value)tuple_new(0));
}

static Value ast_new_instance(PyType *type, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    return instance_new(type);
}

static const NativeDef ast_methods[] = {
    {"__reduce__", ast_reduce, 0, 0, ARITY_none, NATIVE_method, NULL}, {0}};

static PyType ast_type = {
    .head.type = &type_type,
    .name = "_ast.AST",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyObject),
    .methods = ast_methods,
    .new_instance = ast_new_instance,
    .init = ast_init,
};

/* --- families ------------------------------------------------------------- */

static const char *const family_names[] = {
    "mod",           "stmt",      "expr",    "slice", "comprehension",
    "excepthandler", "arguments", "keyword", "alias"};

AstFamily ast_family(AstKind kind)
{
    if (kind <= AST_Expression)
        return FAMILY_mod;
    if (kind <= AST_Continue)
        return FAMILY_stmt;
    if (kind <= AST_Tuple)
        return FAMILY_expr;
    if (kind <= AST_Index)
        return FAMILY_slice;
    return (AstFamily)(FAMILY_comprehension + (kind - AST_comprehension));
}

_Static_assert(AST_alias - AST_comprehension ==
                   FAMILY_alias - FAMILY_comprehension,
               "the order of the last nodes is that of their families");

const char *ast_family_name(AstFamily f)
{
    return family_names[f];
}

bool ast_family_has_place(AstFamily f)
{
    return f == FAMILY_stmt || f == FAMILY_expr || f == FAMILY_excepthandler;
}

/* --- classes -------------------------------------------------------------- */

static Value classes[AST_COUNT], ops[AST_OP_COUNT], contexts[AST_CTX_Param + 1];
static PyType *context_base;
static PyDict *all_classes; /* by name */
static Lock making;
static _Atomic bool made;

/* A tuple of the words in text. */
static PyTuple *words(const char *text)
{
    PyList *list = list_new(4);

    while (*text) {
        size_t n = strcspn(text, " ");

        if (n && list_append(list, (Value)str_from(text, (Py_ssize)n)) < 0)
            return NULL;
        text += n + (text[n] == ' ');
    }
    return op_tuple((Value)list);
}

/* class NAME(base): _fields = fields; _attributes where not NULL */
static Value new_class(const char *name, Value base, const char *fields,
                       const char *attributes)
{
    PyDict *d = dict_new();
    Value cls;

    if (dict_set_str(d, str_intern("_fields"), (Value)words(fields)) < 0 ||
        dict_set_str(d, NAME(dunder_module), (Value)str_intern("_ast")) < 0)
        return NULL;
    if (attributes && dict_set_str(d, str_intern("_attributes"),
                                   (Value)words(attributes)) < 0)
        return NULL;
    cls = op_call((Value)&type_type,
                  (Value[]){(Value)str_from_c(name), (Value)tuple_pack(1, base),
                            (Value)d},
                  3, NULL);
    if (!cls || dict_set_str(all_classes, str_intern(name), cls) < 0)
        return NULL;
    return cls;
}

static Value new_family(const char *name, const char *attributes)
{
    return new_class(name, (Value)&ast_type, "", attributes);
}

/* The names of the fields that `ast` has, of each kind. */
static const char *const field_names[] = {
#define ONE(f) #f " "
#define OPT(f) #f " "
#define LIST(f) #f " "
#define ID(f) #f " "
#define OPTID(f) #f " "
#define IDS(f) #f " "
#define OP(f) #f " "
#define OPS(f) #f " "
#define CTX(f) #f " "
#define NUM(f) #f " "
#define STR(f) #f " "
#define INT(f) #f " "
#define BOOL(f) #f " "
#define NODE(name, fields) "" fields,
#include "frontend/ast.def"
};

static int make_nodes(void)
{
    Value family[FAMILY_COUNT] = {NULL};

    for (int f = 0; f <= FAMILY_slice; f++) {
        family[f] =
            new_family(family_names[f],
                       ast_family_has_place(f) ? "lineno col_offset" : "");
        if (!family[f])
            return -1;
    }
    family[FAMILY_excepthandler] =
        new_family("excepthandler", "lineno col_offset");
    for (int k = 0; k < AST_COUNT; k++) {
        Value base = family[ast_family(k)];

        classes[k] = new_class(ast_kind_name(k), base ? base : (Value)&ast_type,
                               field_names[k], NULL);
        if (!classes[k])
            return -1;
    }
    return new_class("Suite", family[FAMILY_mod], "body", NULL) ? 0 : -1;
}

/* A class without fields, and the one object of it that trees hold. */
static Value single(const char *name, Value base)
{
    Value cls = new_class(name, base, "", NULL);

    return cls ? op_call(cls, NULL, 0, NULL) : NULL;
}

static int make_operators(void)
{
    static const struct {
        const char *name;
        AstOp first;
    } families[] = {{"boolop", AST_OP_And},
                    {"operator", AST_OP_Add},
                    {"unaryop", AST_OP_Invert},
                    {"cmpop", AST_OP_Eq}};
    Value base = NULL;
    int next = 0;

    for (int op = 0; op < AST_OP_COUNT; op++) {
        if (next < 4 && families[next].first == (AstOp)op)
            base = new_family(families[next++].name, "");
        ops[op] = base ? single(ast_op_name(op), base) : NULL;
        if (!ops[op])
            return -1;
    }
    return 0;
}

static int make_contexts(void)
{
    Value base = new_family("expr_context", "");

    if (!base)
        return -1;
    context_base = (PyType *)base;
    for (int c = 0; c <= AST_CTX_Param; c++)
        if (!(contexts[c] = single(ast_ctx_name(c), base)))
            return -1;
    return single("AugLoad", base) && single("AugStore", base) ? 0 : -1;
}

static int make_all(void)
{
    all_classes = dict_new();
    if (type_ready(&ast_type) < 0 ||
        dict_set_str(ast_type.dict, str_intern("_fields"),
                     (Value)tuple_new(0)) < 0 ||
        dict_set_str(ast_type.dict, str_intern("_attributes"),
                     (Value)tuple_new(0)) < 0)
        return -1;
    type_modified(&ast_type);
    if (make_nodes() < 0 || make_operators() < 0 || make_contexts() < 0)
        return -1;
    atomic_store(&made, true);
    return 0;
}

int ast_prepare(void)
{
    int r = 0;

    if (atomic_load(&made))
        return 0;
    lock_acquire(&making);
    if (!atomic_load(&made))
        r = make_all();
    lock_release(&making);
    return r;
}

PyType *ast_class(AstKind kind)
{
    return (PyType *)classes[kind];
}

Value ast_op_object(AstOp op)
{
    return ops[op];
}

Value ast_ctx_object(AstCtx ctx)
{
    return contexts[ctx];
}

bool ast_ctx_check(Value v)
{
    return type_is_subtype(type_of(v), context_base);
}

bool ast_check(Value v)
{
    return atomic_load(&made) && type_is_subtype(type_of(v), &ast_type);
}

bool ast_is(Value v, AstKind kind)
{
    return type_is_subtype(type_of(v), (PyType *)classes[kind]);
}

int ast_stack_check(void)
{
    char *here = __builtin_frame_address(0);

    if (here - thread_state->stack_real_limit >= 64 * 1024)
        return 0;
    err_format(&exc_RuntimeError,
               "maximum recursion depth exceeded while traversing a tree");
    return -1;
}

/* --- the module ----------------------------------------------------------- */

static int ast_module_init(PyModule *m)
{
    Py_ssize pos = 0;
    Value key, value;

    if (ast_prepare() < 0)
        return -1;
    while (dict_next(all_classes, &pos, &key, &value))
        if (dict_set(m->dict, key, value) < 0)
            return -1;
    if (module_add(m, "AST", (Value)&ast_type) < 0 ||
        module_add(m, "PyCF_ONLY_AST", tag_int(0x400)) < 0)
        return -1;
    return module_add(m, "__version__", (Value)str_from_c("82160"));
}

const NativeModule native_module__ast = {.name = "_ast",
                                         .init = ast_module_init};

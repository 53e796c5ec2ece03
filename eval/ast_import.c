/* Objects of module _ast as a tree of the frontend, for compile().
 *
 * Checks and messages of CPython where it checks.  What it leaves to chance (a
 * comparison without operands, a call as a target) is a ValueError or
 * SyntaxError here, since the walkers behind rely on what the parser grants. */
#include "eval/ast.h"

#include "errors.h"
#include "layout.h"
#include "str.h"
#include "unicode.h"

/* Levels that the walkers' stack is made for. */
enum { MAX_DEPTH = 20000 };

typedef struct Import {
    Arena *arena;
    int depth, deepest;
    int line; /* of the statement or expression around */
} Import;

static Node *node(Import *in, Value v, AstFamily family);

static int value_error(const char *text)
{
    err_format(&exc_ValueError, "%s", text);
    return -1;
}

static int wrong_sort(const char *family, Value v)
{
    Value r = op_repr(v);

    if (r)
        err_format(&exc_TypeError, "expected some sort of %s, but got %.400s",
                   family, str_data((PyStr *)r));
    return -1;
}

/* --- simple fields -------------------------------------------------------- */

/* The attribute; NULL: it is missing, an error unless optional. */
static Value field(Value v, const char *name, bool optional, const char *owner)
{
    Value f = op_getattr_or_null(v, str_intern(name));

    if (!f && !err_pending() && !optional)
        err_format(&exc_TypeError, "required field \"%s\" missing from %s",
                   name, owner);
    return f;
}

static int required(const char *name, const char *owner)
{
    err_format(&exc_ValueError, "field %s is required for %s", name, owner);
    return -1;
}

static int get_name(Value v, const Name **out)
{
    *out = NULL;
    if (v == NONE)
        return 0;
    if (type_of(v) != &str_type) {
        err_format(&exc_TypeError, "AST identifier must be of type str");
        return -1;
    }
    if (memchr(str_data((PyStr *)v), 0, (size_t)str_length((PyStr *)v)))
        return value_error("identifier must not contain a null byte");
    *out = name_intern(str_data((PyStr *)v), (size_t)str_length((PyStr *)v));
    return 0;
}

static int get_int(Value v, int *out)
{
    int64_t i;

    if (!has_type_flag(v, TYPE_INT | TYPE_LONG)) {
        Value r = op_repr(v);

        if (r)
            err_format(&exc_ValueError, "invalid integer value: %.400s",
                       str_data((PyStr *)r));
        return -1;
    }
    i = value_as_int64(v);
    if (i == -1 && err_pending())
        return -1;
    *out = (int)i;
    return 0;
}

static int get_bool(Value v, bool *out)
{
    if (v != TRUE_VALUE && v != FALSE_VALUE) {
        Value r = op_repr(v);

        if (r)
            err_format(&exc_ValueError, "invalid boolean value: %.400s",
                       str_data((PyStr *)r));
        return -1;
    }
    *out = v == TRUE_VALUE;
    return 0;
}

static int get_text(Import *in, Value v, Text *out)
{
    StrBuf b = {.arena = in->arena};

    if (type_of(v) == &str_type) {
        size_t n = (size_t)str_length((PyStr *)v);

        *out =
            (Text){arena_strndup(in->arena, str_data((PyStr *)v), n), n, false};
        return 0;
    }
    if (type_of(v) != &unicode_type) {
        err_format(&exc_TypeError, "AST string must be of type str or unicode");
        return -1;
    }
    strbuf_reserve(&b, 1);
    b.data[0] = 0;
    for (int64_t i = 0; i < ((PyUnicode *)v)->length; i++)
        strbuf_put_utf8(&b, unicode_at((PyUnicode *)v, i));
    *out = (Text){b.data, b.len, true};
    return 0;
}

/* -0xff -> "-ff" */
static int get_long(Import *in, Value v, Number *out)
{
    PyStr *hex = (PyStr *)op_call_method(v, str_intern("__hex__"), NULL, 0);
    const char *s = hex ? str_data(hex) : NULL;
    bool negative = s && *s == '-';

    if (!s)
        return -1;
    s += negative ? 3 : 2;
    *out = (Number){.kind = NUM_long, .base = 16};
    out->digits = arena_printf(in->arena, "%s%.*s", negative ? "-" : "",
                               (int)strcspn(s, "L"), s);
    out->i = value_as_int64(v);
    out->fits = !err_pending();
    err_clear();
    return 0;
}

static int get_number(Import *in, Value v, Number *out)
{
    PyType *t = type_of(v);

    if (t == &int_type) {
        *out = (Number){.kind = NUM_int, .i = int_value(v), .fits = true};
        return 0;
    }
    if (t == &long_type)
        return get_long(in, v, out);
    if (t == &float_type) {
        *out = (Number){.kind = NUM_float, .d = float_value(v)};
        return 0;
    }
    if (t == &complex_type && ((PyComplex *)v)->real == 0) {
        *out = (Number){.kind = NUM_imag, .d = ((PyComplex *)v)->imag};
        return 0;
    }
    err_format(&exc_NotImplementedError,
               "a Num that holds a '%.200s' cannot be compiled",
               type_name_of(v));
    return -1;
}

static int get_op(Value v, AstOp first, AstOp last, const char *family,
                  AstOp *out)
{
    for (AstOp op = first; op <= last; op++)
        if (type_is_subtype(type_of(v), type_of(ast_op_object(op)))) {
            *out = op;
            return 0;
        }
    return wrong_sort(family, v);
}

static int get_any_op(AstKind kind, Value v, AstOp *out)
{
    switch (kind) {
    case AST_BoolOp:
        return get_op(v, AST_OP_And, AST_OP_Or, "boolop", out);
    case AST_UnaryOp:
        return get_op(v, AST_OP_Invert, AST_OP_USub, "unaryop", out);
    case AST_Compare:
        return get_op(v, AST_OP_Eq, AST_OP_NotIn, "cmpop", out);
    default:
        return get_op(v, AST_OP_Add, AST_OP_FloorDiv, "operator", out);
    }
}

static int get_context(Value v, AstCtx *out)
{
    *out = AST_CTX_Load;
    return ast_ctx_check(v) ? 0 : wrong_sort("expr_context", v);
}

/* --- lists ---------------------------------------------------------------- */

static int check_list(Value v, const char *name, const char *owner)
{
    if (has_type_flag(v, TYPE_LIST))
        return 0;
    err_format(&exc_TypeError, "%s field \"%s\" must be a list, not a %.200s",
               owner, name, type_name_of(v));
    return -1;
}

static int get_nodes(Import *in, Value v, AstFamily family, NodeList *out)
{
    PyList *list = op_list(v);
    Py_ssize n = list ? list_length(list) : 0;

    if (!list)
        return -1;
    *out = (NodeList){ARENA_ARRAY(in->arena, Node *, n + 1), 0};
    for (Py_ssize i = 0; i < n; i++) {
        Node *item = node(in, list_get(list, i), family);

        if (!item)
            return -1;
        out->items[out->count++] = item;
    }
    return 0;
}

static int get_names(Import *in, Value v, NameList *out)
{
    PyList *list = op_list(v);
    Py_ssize n = list ? list_length(list) : 0;

    if (!list)
        return -1;
    *out = (NameList){ARENA_ARRAY(in->arena, const Name *, n + 1), 0};
    for (Py_ssize i = 0; i < n; i++) {
        if (get_name(list_get(list, i), &out->items[i]) < 0)
            return -1;
        if (!out->items[i])
            return value_error("None disallowed in a list of identifiers");
        out->count++;
    }
    return 0;
}

static int get_ops(Import *in, AstKind kind, Value v, OpList *out)
{
    PyList *list = op_list(v);
    Py_ssize n = list ? list_length(list) : 0;

    if (!list)
        return -1;
    *out = (OpList){ARENA_ARRAY(in->arena, AstOp, n + 1), 0};
    for (Py_ssize i = 0; i < n; i++, out->count++)
        if (get_any_op(kind, list_get(list, i), &out->items[i]) < 0)
            return -1;
    return 0;
}

/* --- nodes ---------------------------------------------------------------- */

/* What a field of child nodes holds. */
static AstFamily family_of(AstKind kind, const char *name)
{
    static const struct {
        const char *name;
        AstFamily family;
    } fields[] = {{"orelse", FAMILY_stmt},
                  {"finalbody", FAMILY_stmt},
                  {"names", FAMILY_alias},
                  {"handlers", FAMILY_excepthandler},
                  {"generators", FAMILY_comprehension},
                  {"keywords", FAMILY_keyword},
                  {"slice", FAMILY_slice},
                  {"dims", FAMILY_slice}};

    if (strcmp(name, "args") == 0)
        return kind == AST_FunctionDef || kind == AST_Lambda ? FAMILY_arguments
                                                             : FAMILY_expr;
    if (kind == AST_IfExp || kind == AST_Lambda || kind == AST_Expression ||
        kind == AST_Exec)
        return FAMILY_expr;
    if (strcmp(name, "body") == 0)
        return FAMILY_stmt;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(name, fields[i].name) == 0)
            return fields[i].family;
    return FAMILY_expr;
}

#define GET(f, optional, action)                                               \
    if (!(v = field(object, #f, optional, owner)) && err_pending())            \
        return -1;                                                             \
    if (v && (action) < 0)                                                     \
        return -1;
#define NEEDED(f)                                                              \
    if (!self->f)                                                              \
        return required(#f, owner);
#define ONE(f)                                                                  \
    GET(f, false,                                                               \
        v == NONE                                         ? required(#f, owner) \
        : (self->f = node(in, v, family_of(n->kind, #f))) ? 0                   \
                                                          : -1)
#define OPT(f)                                                                 \
    GET(f, true,                                                               \
        v == NONE || (self->f = node(in, v, family_of(n->kind, #f))) ? 0 : -1)
#define LIST(f)                                                                \
    GET(f, false, check_list(v, #f, owner))                                    \
    if (get_nodes(in, v, family_of(n->kind, #f), &self->f) < 0)                \
        return -1;
#define ID(f) GET(f, false, get_name(v, &self->f)) NEEDED(f)
#define OPTID(f) GET(f, true, get_name(v, &self->f))
#define IDS(f)                                                                 \
    GET(f, false, check_list(v, #f, owner))                                    \
    if (get_names(in, v, &self->f) < 0)                                        \
        return -1;
#define OP(f) GET(f, false, get_any_op(n->kind, v, &self->f))
#define OPS(f)                                                                 \
    GET(f, false, check_list(v, #f, owner))                                    \
    if (get_ops(in, n->kind, v, &self->f) < 0)                                 \
        return -1;
#define CTX(f) GET(f, false, get_context(v, &self->f))
#define NUM(f) GET(f, false, get_number(in, v, &self->f))
#define STR(f) GET(f, false, get_text(in, v, &self->f))
#define INT(f) GET(f, true, get_int(v, &self->f))
#define BOOL(f) GET(f, false, get_bool(v, &self->f))
#define NODE(name, fields)                                                     \
    static int get_##name(Import *in, Value object, Node *n)                   \
    {                                                                          \
        const char *owner = #name;                                             \
        __typeof__(n->name) *self = &n->name;                                  \
        Value v;                                                               \
                                                                               \
        (void)self, (void)owner, (void)v;                                      \
        fields return 0;                                                       \
    }
#include "frontend/ast.def"

static int get_fields(Import *in, Value object, Node *n)
{
    switch (n->kind) {
#define NODE(name, fields)                                                     \
    case AST_##name:                                                           \
        return get_##name(in, object, n);
#include "frontend/ast.def"
    default:
        return 0;
    }
}

/* --- what the parser grants ----------------------------------------------- */

static int bad_target(Import *in, AstCtx ctx, const char *what)
{
    static const char *const kinds[] = {[AST_CTX_Store] = "assign to",
                                        [AST_CTX_Del] = "delete",
                                        [AST_CTX_Param] = "take as parameter"};
    Value message = (Value)str_format_c("can't %s %s", kinds[ctx], what);

    err_set(&exc_SyntaxError, message);
    return -1;
}

static int target(Import *in, Node *n, AstCtx ctx);

static int targets(Import *in, const NodeList *list, AstCtx ctx)
{
    for (int i = 0; i < list->count; i++)
        if (target(in, list->items[i], ctx) < 0)
            return -1;
    return 0;
}

static int name_target(Import *in, const Name *name, AstCtx ctx)
{
    if (ctx != AST_CTX_Del && strcmp(name->text, "None") == 0) {
        err_format(&exc_SyntaxError, "cannot assign to None");
        return -1;
    }
    return 0;
}

/* Marks an expression as stored to, deleted or a parameter. */
static int target(Import *in, Node *n, AstCtx ctx)
{
    switch (n->kind) {
    case AST_Name:
        n->Name.ctx = ctx;
        return name_target(in, n->Name.id, ctx);
    case AST_Tuple:
        n->Tuple.ctx = ctx == AST_CTX_Param ? AST_CTX_Store : ctx;
        return targets(in, &n->Tuple.elts, n->Tuple.ctx);
    case AST_List:
        n->List.ctx = ctx;
        if (ctx != AST_CTX_Param)
            return targets(in, &n->List.elts, ctx);
        break;
    case AST_Attribute:
        n->Attribute.ctx = ctx;
        if (ctx != AST_CTX_Param)
            return 0;
        break;
    case AST_Subscript:
        n->Subscript.ctx = ctx;
        if (ctx != AST_CTX_Param)
            return 0;
        break;
    default:
        break;
    }
    return bad_target(in, ctx, ast_kind_name(n->kind));
}

static int parameters(Import *in, Node *n)
{
    const NodeList *args = &n->arguments.args;

    if (n->arguments.defaults.count > args->count)
        return value_error("more positional defaults than args on arguments");
    for (int i = 0; i < args->count; i++) {
        const Node *a = args->items[i];

        if (a->kind == AST_Tuple)
            for (int k = 0; k < a->Tuple.elts.count; k++)
                if (a->Tuple.elts.items[k]->kind != AST_Name &&
                    a->Tuple.elts.items[k]->kind != AST_Tuple)
                    return bad_target(in, AST_CTX_Param, "an expression");
        if (target(in, args->items[i], AST_CTX_Param) < 0)
            return -1;
    }
    return 0;
}

static int not_empty(const NodeList *list, const char *name, AstKind kind)
{
    if (list->count)
        return 0;
    err_format(&exc_ValueError, "empty %s on %s", name, ast_kind_name(kind));
    return -1;
}

static int check_compare(const Node *n)
{
    if (!n->Compare.ops.count)
        return value_error("Compare with no comparators");
    if (n->Compare.ops.count != n->Compare.comparators.count)
        return value_error("Compare has a different number of comparators "
                           "and operands");
    return 0;
}

static int check_expr(Import *in, Node *n)
{
    switch (n->kind) {
    case AST_Compare:
        return check_compare(n);
    case AST_BoolOp:
        return n->BoolOp.values.count < 2
                   ? value_error("BoolOp with less than 2 values")
                   : 0;
    case AST_Dict:
        return n->Dict.keys.count != n->Dict.values.count
                   ? value_error("Dict doesn't have the same number of keys "
                                 "as values")
                   : 0;
    case AST_Set:
        return not_empty(&n->Set.elts, "elts", n->kind);
    case AST_ListComp:
        return not_empty(&n->ListComp.generators, "generators", n->kind);
    case AST_SetComp:
        return not_empty(&n->SetComp.generators, "generators", n->kind);
    case AST_DictComp:
        return not_empty(&n->DictComp.generators, "generators", n->kind);
    case AST_GeneratorExp:
        return not_empty(&n->GeneratorExp.generators, "generators", n->kind);
    case AST_ExtSlice:
        return not_empty(&n->ExtSlice.dims, "dims", n->kind);
    case AST_comprehension:
        return target(in, n->comprehension.target, AST_CTX_Store);
    case AST_arguments:
        return parameters(in, n);
    default:
        return 0;
    }
}

static int check_try(const Node *n)
{
    if (not_empty(&n->TryExcept.body, "body", n->kind) < 0)
        return -1;
    return not_empty(&n->TryExcept.handlers, "handlers", n->kind);
}

static int aug_target(Import *in, Node *n)
{
    if (n->kind == AST_Tuple || n->kind == AST_List)
        return bad_target(in, AST_CTX_Store, ast_kind_name(n->kind));
    return target(in, n, AST_CTX_Store);
}

static int check_stmt(Import *in, Node *n)
{
    switch (n->kind) {
    case AST_Assign:
        if (not_empty(&n->Assign.targets, "targets", n->kind) < 0)
            return -1;
        return targets(in, &n->Assign.targets, AST_CTX_Store);
    case AST_Delete:
        return targets(in, &n->Delete.targets, AST_CTX_Del);
    case AST_AugAssign:
        return aug_target(in, n->AugAssign.target);
    case AST_For:
        return target(in, n->For.target, AST_CTX_Store);
    case AST_With:
        return n->With.optional_vars
                   ? target(in, n->With.optional_vars, AST_CTX_Store)
                   : 0;
    case AST_ExceptHandler:
        return n->ExceptHandler.name
                   ? target(in, n->ExceptHandler.name, AST_CTX_Store)
                   : 0;
    case AST_TryExcept:
        return check_try(n);
    case AST_Import:
        return not_empty(&n->Import.names, "names", n->kind);
    case AST_ImportFrom:
        return not_empty(&n->ImportFrom.names, "names", n->kind);
    default:
        return check_expr(in, n);
    }
}

/* --- one node ------------------------------------------------------------- */

static int kind_of(Value v, AstFamily family)
{
    for (int k = 0; k < AST_COUNT; k++)
        if (ast_family(k) == family && ast_is(v, k))
            return k;
    wrong_sort(ast_family_name(family), v);
    return -1;
}

static int get_place(Value v, AstFamily family, int *line, int *column)
{
    const char *owner = ast_family_name(family);
    Value f = field(v, "lineno", false, owner);

    if (!f || get_int(f, line) < 0)
        return -1;
    f = field(v, "col_offset", false, owner);
    return f ? get_int(f, column) : -1;
}

/* CPython takes any object as a Num: names and strings that stand for one. */
static Node *odd_number(Import *in, Value object)
{
    Value v = op_getattr_or_null(object, str_intern("n"));
    const char *name = v == TRUE_VALUE    ? "True"
                       : v == FALSE_VALUE ? "False"
                       : v == NONE        ? "None"
                                          : NULL;
    Node *n = NULL;

    if (name) {
        n = ast_alloc(in->arena, AST_Name);
        n->Name.id = name_intern_cstr(name);
    } else if (v && (type_of(v) == &str_type || type_of(v) == &unicode_type)) {
        n = ast_alloc(in->arena, AST_Str);
        if (get_text(in, v, &n->Str.s) < 0)
            return NULL;
    }
    return n;
}

static Node *new_node(Import *in, Value v, AstFamily family)
{
    int line = in->line, column = 0, kind;
    Node *n;

    if (ast_family_has_place(family) &&
        get_place(v, family, &line, &column) < 0)
        return NULL;
    kind = kind_of(v, family);
    if (kind < 0)
        return NULL;
    n = kind == AST_Num ? odd_number(in, v) : NULL;
    if (err_pending())
        return NULL;
    if (!n) {
        n = ast_alloc(in->arena, (AstKind)kind);
        in->line = line;
        if (get_fields(in, v, n) < 0 || check_stmt(in, n) < 0)
            return NULL;
    }
    n->lineno = line;
    n->col_offset = column;
    return n;
}

static Node *node(Import *in, Value v, AstFamily family)
{
    int line = in->line;
    Node *n;

    if (v == NONE) {
        err_format(&exc_ValueError, "None disallowed in %s list",
                   ast_family_name(family));
        return NULL;
    }
    if (++in->depth > MAX_DEPTH)
        return err_format(&exc_RuntimeError,
                          "maximum recursion depth exceeded during "
                          "compilation");
    if (in->depth > in->deepest)
        in->deepest = in->depth;
    if (ast_stack_check() < 0)
        return NULL;
    n = new_node(in, v, family);
    in->depth--;
    in->line = line;
    return n;
}

Node *ast_import(Arena *a, Value tree, int *depth)
{
    Import in = {.arena = a, .line = 1};
    Node *n = node(&in, tree, FAMILY_mod);

    *depth = in.deepest;
    return n;
}

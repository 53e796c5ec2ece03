/* Instructions, labels, constants and names of one scope; then bytes, the table
 * of lines, and the depth of the stack. */
#include "frontend/bytecode_internal.h"

#include <limits.h>

/* --- emitting ------------------------------------------------------------- */

void emit_line(Emit *e, int line)
{
    e->line = line;
    e->has_line = false;
}

static void append(Emit *e, int op, int arg, int label)
{
    Insn in = {op, arg, label, e->has_line ? 0 : e->line};

    e->has_line = true;
    vec_push(e->a, &e->insns, in);
    if (op == BC_RETURN_VALUE)
        e->returned = true;
}

void emit(Emit *e, Opcode op, int arg)
{
    append(e, op, arg, -1);
}

void emit_jump(Emit *e, Opcode op, int label)
{
    append(e, op, 0, label);
}

int emit_label(Emit *e)
{
    vec_push(e->a, &e->labels, -1);
    return e->labels.count - 1;
}

void emit_place(Emit *e, int label)
{
    e->labels.items[label] = e->insns.count;
    e->returned = false;
}

/* Equal and of one type: -0.0 and 0.0 are two constants. */
static bool same_number(const Number *x, const Number *y)
{
    if (x->kind != y->kind)
        return false;
    if (x->kind == NUM_float || x->kind == NUM_imag)
        return memcmp(&x->d, &y->d, sizeof x->d) == 0;
    if (x->fits || y->fits)
        return x->fits && y->fits && x->i == y->i;
    return x->base == y->base && strcmp(x->digits, y->digits) == 0;
}

static bool same_const(const BcConst *x, const BcConst *y)
{
    if (x->kind != y->kind)
        return false;
    switch (x->kind) {
    case BC_number:
        return same_number(&x->number, &y->number);
    case BC_text:
        return x->text.is_unicode == y->text.is_unicode &&
               x->text.len == y->text.len &&
               memcmp(x->text.data, y->text.data, x->text.len) == 0;
    case BC_code:
        return x->scope == y->scope;
    case BC_tuple:
        if (x->count != y->count)
            return false;
        for (int i = 0; i < x->count; i++)
            if (!same_const(x->items[i], y->items[i]))
                return false;
        return true;
    default:
        return true;
    }
}

int emit_const_index(Emit *e, const BcConst *c)
{
    BcConst *copy;

    for (int i = 0; i < e->out->consts.count; i++)
        if (same_const(e->out->consts.items[i], c))
            return i;
    copy = arena_alloc(e->a, sizeof *copy);
    *copy = *c;
    vec_push(e->a, &e->out->consts, copy);
    return e->out->consts.count - 1;
}

void emit_const(Emit *e, const BcConst *c)
{
    emit(e, BC_LOAD_CONST, emit_const_index(e, c));
}

void emit_none(Emit *e)
{
    emit_const(e, &(BcConst){BC_none});
}

void emit_text(Emit *e, const char *data, size_t len)
{
    emit_const(e, &(BcConst){BC_text, .text = {data, len, false}});
}

int emit_name_index(Emit *e, const Name *name)
{
    intptr_t at = (intptr_t)map_get(&e->names, name);

    if (at)
        return (int)at - 1;
    vec_push(e->a, &e->out->names, name);
    map_put(&e->names, name, (void *)(intptr_t)e->out->names.count);
    return e->out->names.count - 1;
}

void emit_name(Emit *e, const Name *name, AstCtx ctx)
{
    enum { NAME, FAST, GLOBAL, DEREF };
    static const Opcode ops[][3] = {
        {BC_LOAD_NAME, BC_STORE_NAME, BC_DELETE_NAME},
        {BC_LOAD_FAST, BC_STORE_FAST, BC_DELETE_FAST},
        {BC_LOAD_GLOBAL, BC_STORE_GLOBAL, BC_DELETE_GLOBAL},
        {BC_LOAD_DEREF, BC_STORE_DEREF, BC_STORE_DEREF}};
    const Symbol *sym = scope_lookup(e->scope, name);
    bool function = e->scope->kind == SCOPE_Function;
    int way = NAME, use = ctx == AST_CTX_Del ? 2 : ctx != AST_CTX_Load;

    switch (sym ? sym->kind : SYM_UNRESOLVED) {
    case SYM_CELL:
    case SYM_FREE:
        emit(e, ops[DEREF][use], sym->cell);
        return;
    case SYM_LOCAL:
        if (function) {
            emit(e, ops[FAST][use], sym->varname);
            return;
        }
        break;
    case SYM_GLOBAL_EXPLICIT:
        way = GLOBAL;
        break;
    case SYM_GLOBAL_IMPLICIT:
        way = function && e->scope->optimized ? GLOBAL : NAME;
        break;
    default:
        break;
    }
    emit(e, ops[way][use], emit_name_index(e, name));
}

/* --- bytes ---------------------------------------------------------------- */

static bool is_relative(int op)
{
    return op == BC_FOR_ITER || op == BC_JUMP_FORWARD || op == BC_SETUP_LOOP ||
           op == BC_SETUP_EXCEPT || op == BC_SETUP_FINALLY ||
           op == BC_SETUP_WITH;
}

static int insn_size(const Insn *in)
{
    return in->op < HAVE_ARGUMENT ? 1 : in->arg > 0xffff ? 6 : 3;
}

/* Offsets of instructions, n + 1 of them; jumps get their arguments, which may
 * make them longer: until nothing moves. */
static int *place_all(Emit *e)
{
    int n = e->insns.count, *at = ARENA_ARRAY(e->a, int, n + 1);
    bool moved = true;

    while (moved) {
        moved = false;
        at[0] = 0;
        for (int i = 0; i < n; i++)
            at[i + 1] = at[i] + insn_size(&e->insns.items[i]);
        for (int i = 0; i < n; i++) {
            Insn *in = &e->insns.items[i];
            int before = insn_size(in);

            if (in->label < 0)
                continue;
            in->arg = at[e->labels.items[in->label]];
            if (is_relative(in->op))
                in->arg -= at[i + 1];
            moved |= insn_size(in) != before;
        }
    }
    return at;
}

static void put_code(Emit *e)
{
    StrBuf b = {.arena = e->a};

    for (int i = 0; i < e->insns.count; i++) {
        const Insn *in = &e->insns.items[i];

        if (insn_size(in) == 6) {
            strbuf_putc(&b, (char)BC_EXTENDED_ARG);
            strbuf_putc(&b, (char)(in->arg >> 16));
            strbuf_putc(&b, (char)(in->arg >> 24));
        }
        strbuf_putc(&b, (char)in->op);
        if (in->op >= HAVE_ARGUMENT) {
            strbuf_putc(&b, (char)in->arg);
            strbuf_putc(&b, (char)(in->arg >> 8));
        }
    }
    e->out->code = b.data;
    e->out->ncode = b.len;
}

/* Pairs of bytes: how far the code goes on, how many lines that is. */
static void put_pair(StrBuf *b, int bytes, int lines)
{
    for (; bytes > 255; bytes -= 255) {
        strbuf_putc(b, (char)255);
        strbuf_putc(b, 0);
    }
    for (; lines > 255; lines -= 255, bytes = 0) {
        strbuf_putc(b, (char)bytes);
        strbuf_putc(b, (char)255);
    }
    strbuf_putc(b, (char)bytes);
    strbuf_putc(b, (char)lines);
}

static void put_lines(Emit *e, const int *at)
{
    StrBuf b = {.arena = e->a};
    int last_at = 0, last_line = e->scope->first_line;

    for (int i = 0; i < e->insns.count; i++) {
        int line = e->insns.items[i].line;

        if (!line || (at[i] == last_at && line == last_line))
            continue;
        put_pair(&b, at[i] - last_at, line - last_line);
        last_at = at[i];
        last_line = line;
    }
    e->out->lnotab = b.data;
    e->out->nlnotab = b.len;
}

/* --- the depth of the stack ----------------------------------------------- */

static int call_size(int arg)
{
    return arg % 256 + 2 * (arg / 256);
}

static int effect_of(int op, int arg)
{
    static const signed char effects[256] = {
#define OPCODE(name, number, effect) [number] = effect,
#include "frontend/opcode.def"
    };

    switch (op) {
    case BC_UNPACK_SEQUENCE:
        return arg - 1;
    case BC_DUP_TOPX:
        return arg;
    case BC_BUILD_TUPLE:
    case BC_BUILD_LIST:
    case BC_BUILD_SET:
        return 1 - arg;
    case BC_RAISE_VARARGS:
    case BC_MAKE_FUNCTION:
        return -arg;
    case BC_MAKE_CLOSURE:
        return -arg - 1;
    case BC_BUILD_SLICE:
        return arg == 3 ? -2 : -1;
    case BC_CALL_FUNCTION:
        return -call_size(arg);
    case BC_CALL_FUNCTION_VAR:
    case BC_CALL_FUNCTION_KW:
        return -call_size(arg) - 1;
    case BC_CALL_FUNCTION_VAR_KW:
        return -call_size(arg) - 2;
    default:
        return effects[op];
    }
}

/* Depth where a jump arrives, given that behind the instruction. */
static int depth_at_target(int op, int depth)
{
    return op == BC_FOR_ITER                                 ? depth - 2
           : op == BC_SETUP_FINALLY || op == BC_SETUP_EXCEPT ? depth + 3
                                                             : depth;
}

/* CPython's estimate: the deepest way through, loops once. */
static int stack_size(Emit *e)
{
    int n = e->insns.count, *start = ARENA_ARRAY(e->a, int, n + 1), deepest = 0;
    int depth = 0;

    for (int i = 0; i <= n; i++)
        start[i] = INT_MIN;
    for (int i = 0; i < n; i++) {
        const Insn *in = &e->insns.items[i];

        if (start[i] > depth)
            depth = start[i];
        if (depth == INT_MIN)
            continue;
        depth += effect_of(in->op, in->arg);
        deepest = depth > deepest ? depth : deepest;
        if (in->label >= 0) {
            int to = e->labels.items[in->label];
            int there = depth_at_target(in->op, depth);

            deepest = there > deepest ? there : deepest;
            if (to > i && there > start[to])
                start[to] = there;
            if (in->op == BC_JUMP_IF_TRUE_OR_POP ||
                in->op == BC_JUMP_IF_FALSE_OR_POP)
                depth--;
            if (in->op == BC_JUMP_ABSOLUTE || in->op == BC_JUMP_FORWARD)
                depth = INT_MIN;
        }
    }
    return deepest;
}

/* --- one scope ------------------------------------------------------------ */

/* Tuple parameters are taken apart first. */
static void unpack_params(Emit *e, const Node *args)
{
    for (int i = 0; i < args->arguments.args.count; i++)
        if (args->arguments.args.items[i]->kind == AST_Tuple) {
            emit(e, BC_LOAD_FAST, i);
            emit_expr(e, args->arguments.args.items[i]);
        }
}

static void return_none(Emit *e)
{
    if (e->returned)
        return;
    emit_none(e);
    emit(e, BC_RETURN_VALUE, 0);
}

/* A body whose docstring becomes the variable __doc__. */
static void documented_body(Emit *e, const NodeList *body)
{
    if (e->scope->docstring) {
        emit_expr(e, e->scope->docstring);
        emit_name(e, name_intern_cstr("__doc__"), AST_CTX_Store);
    }
    emit_stmts(e, body, e->scope->docstring != NULL);
}

static void function_body(Emit *e, const Node *n)
{
    const Node *doc = e->scope->docstring;
    BcConst first = {BC_none};

    if (doc)
        first = (BcConst){BC_text, .text = doc->Str.s};
    emit_const_index(e, &first);
    unpack_params(e, n->FunctionDef.args);
    emit_stmts(e, &n->FunctionDef.body, doc != NULL);
}

static void lambda_body(Emit *e, const Node *n)
{
    emit_const_index(e, &(BcConst){BC_none});
    unpack_params(e, n->Lambda.args);
    emit_expr(e, n->Lambda.body);
    emit(e, e->scope->is_generator ? BC_POP_TOP : BC_RETURN_VALUE, 0);
}

static void class_body(Emit *e, const Node *n)
{
    emit_name(e, name_intern_cstr("__name__"), AST_CTX_Load);
    emit_name(e, name_intern_cstr("__module__"), AST_CTX_Store);
    documented_body(e, &n->ClassDef.body);
    emit(e, BC_LOAD_LOCALS, 0);
    emit(e, BC_RETURN_VALUE, 0);
}

static void body(Emit *e, const Node *n)
{
    switch (n->kind) {
    case AST_Module:
        documented_body(e, &n->Module.body);
        break;
    case AST_Interactive:
        emit_stmts(e, &n->Interactive.body, false);
        break;
    case AST_Expression:
        emit_expr(e, n->Expression.body);
        emit(e, BC_RETURN_VALUE, 0);
        break;
    case AST_FunctionDef:
        function_body(e, n);
        break;
    case AST_ClassDef:
        class_body(e, n);
        break;
    case AST_Lambda:
        lambda_body(e, n);
        break;
    default:
        emit_comprehension_body(e, n);
    }
}

void bytecode_make(Arena *a, const Scope *s, unsigned future, Bytecode *out)
{
    Emit e = {.a = a,
              .scope = s,
              .future = future,
              .out = out,
              .names = {.arena = a},
              .line = s->parent ? 0 : 1};

    *out = (Bytecode){0};
    body(&e, s->node);
    return_none(&e);
    out->stacksize = stack_size(&e);
    int *at = place_all(&e);
    put_code(&e);
    put_lines(&e, at);
    bytecode_tidy(&e);
}

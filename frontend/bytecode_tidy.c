/* What CPython 2.7 does to bytes once they are assembled: constants are
 * computed, jumps to jumps go on at once, `not in` is one comparison.  What is
 * left over becomes NOP and is taken out at the end.
 *
 * `run` counts the LOAD_CONST instructions right in front: an operation may
 * only take those that no jump can separate from it. */
#include "frontend/bytecode_internal.h"

typedef struct Tidy {
    Emit *e;
    unsigned char *code;
    int size;
    int *block; /* number of the basic block of each byte */
    int run, next_run;
} Tidy;

enum { MAX_SIZE = 32700, MAX_FOLDED = 20 };

static int argument(const Tidy *t, int at)
{
    return t->code[at + 1] | t->code[at + 2] << 8;
}

static void set_argument(Tidy *t, int at, int arg)
{
    t->code[at + 1] = (unsigned char)arg;
    t->code[at + 2] = (unsigned char)(arg >> 8);
}

static int size_at(const Tidy *t, int at)
{
    return t->code[at] < HAVE_ARGUMENT ? 1 : 3;
}

static bool is_relative_jump(int op)
{
    return op == BC_FOR_ITER || op == BC_JUMP_FORWARD || op == BC_SETUP_LOOP ||
           op == BC_SETUP_EXCEPT || op == BC_SETUP_FINALLY ||
           op == BC_SETUP_WITH;
}

static bool is_absolute_jump(int op)
{
    return op == BC_JUMP_ABSOLUTE || op == BC_CONTINUE_LOOP ||
           op == BC_POP_JUMP_IF_FALSE || op == BC_POP_JUMP_IF_TRUE ||
           op == BC_JUMP_IF_FALSE_OR_POP || op == BC_JUMP_IF_TRUE_OR_POP;
}

static bool is_plain_jump(int op)
{
    return op == BC_JUMP_ABSOLUTE || op == BC_JUMP_FORWARD;
}

static bool is_conditional(int op)
{
    return op == BC_POP_JUMP_IF_FALSE || op == BC_POP_JUMP_IF_TRUE ||
           op == BC_JUMP_IF_FALSE_OR_POP || op == BC_JUMP_IF_TRUE_OR_POP;
}

static bool is_on_true(int op)
{
    return op == BC_POP_JUMP_IF_TRUE || op == BC_JUMP_IF_TRUE_OR_POP;
}

static int target(const Tidy *t, int at)
{
    return argument(t, at) + (is_relative_jump(t->code[at]) ? at + 3 : 0);
}

static void number_blocks(Tidy *t)
{
    int n = 0;

    t->block = ARENA_ARRAY(t->e->a, int, t->size + 8);
    memset(t->block, 0, ((size_t)t->size + 8) * sizeof(int));
    for (int i = 0; i < t->size; i += size_at(t, i))
        if (is_relative_jump(t->code[i]) || is_absolute_jump(t->code[i]))
            t->block[target(t, i)] = 1;
    for (int i = 0; i < t->size + 8; i++)
        t->block[i] = n += t->block[i];
}

static bool one_block(const Tidy *t, int at, int bytes)
{
    return at + bytes <= t->size && t->block[at] == t->block[at + bytes - 1];
}

static void erase(Tidy *t, int at, int bytes)
{
    memset(t->code + at, BC_NOP, (size_t)bytes);
}

static BcConst *const_at(const Tidy *t, int at)
{
    return t->e->out->consts.items[argument(t, at)];
}

static void load(Tidy *t, int at, BcConst *c)
{
    vec_push(t->e->a, &t->e->out->consts, c);
    t->code[at] = BC_LOAD_CONST;
    set_argument(t, at, t->e->out->consts.count - 1);
}

/* --- constants ------------------------------------------------------------ */

static void tidy_none(Tidy *t, int at)
{
    const char *name = t->e->out->names.items[argument(t, at)]->text;

    if (strcmp(name, "None") != 0)
        return;
    t->code[at] = BC_LOAD_CONST;
    set_argument(t, at, emit_const_index(t->e, &(BcConst){BC_none}));
    t->next_run = t->run + 1;
}

/* A test that is always true is left out. */
static void tidy_const(Tidy *t, int at)
{
    t->next_run = t->run + 1;
    if (at + 6 > t->size || t->code[at + 3] != BC_POP_JUMP_IF_FALSE ||
        !one_block(t, at, 6) || !const_is_true(const_at(t, at)))
        return;
    erase(t, at, 6);
    t->next_run = 0;
}

static bool is_membership(const Tidy *t, int at)
{
    return t->code[at] == BC_COMPARE_OP &&
           (argument(t, at) == 6 || argument(t, at) == 7);
}

/* True if a tuple of constants, or a list of them that is only searched,
 * became a constant. */
static bool fold_sequence(Tidy *t, int at, int n)
{
    int first = at - 3 * n;
    bool list = t->code[at] == BC_BUILD_LIST;
    BcConst tuple = {BC_tuple, .count = n}, *copy;

    if (first < 0 || n > t->run || (list && !is_membership(t, at + 3)) ||
        !one_block(t, first, 3 * (n + 1 + list)))
        return false;
    tuple.items = ARENA_ARRAY(t->e->a, BcConst *, n + 1);
    for (int i = 0; i < n; i++)
        tuple.items[i] = const_at(t, first + 3 * i);
    copy = arena_alloc(t->e->a, sizeof *copy);
    *copy = tuple;
    erase(t, first, 3 * n);
    load(t, at, copy);
    return true;
}

/* a, b = b, a makes no tuple. */
static void tidy_sequence(Tidy *t, int at)
{
    int n = argument(t, at);

    if (fold_sequence(t, at, n)) {
        t->next_run = 1;
        return;
    }
    if (at + 6 > t->size || t->code[at + 3] != BC_UNPACK_SEQUENCE ||
        !one_block(t, at, 6) || n != argument(t, at + 3) || n < 1 || n > 3)
        return;
    erase(t, at, 6);
    if (n == 2)
        t->code[at] = BC_ROT_TWO;
    if (n == 3) {
        t->code[at] = BC_ROT_THREE;
        t->code[at + 1] = BC_ROT_TWO;
    }
}

static int size_of_const(const BcConst *c)
{
    return c->kind == BC_text    ? (int)c->text.len
           : c->kind == BC_tuple ? c->count
                                 : 0;
}

/* Where to go on. */
static int tidy_binary(Tidy *t, int at)
{
    BcConst *c;

    if (t->run < 2 || !one_block(t, at - 6, 7))
        return at;
    c = fold_binary(t->e->a, t->code[at], const_at(t, at - 6),
                    const_at(t, at - 3));
    if (!c || size_of_const(c) > MAX_FOLDED)
        return at;
    erase(t, at - 6, 7);
    load(t, at - 2, c);
    t->next_run = 1;
    return at - 2;
}

static int tidy_unary(Tidy *t, int at)
{
    BcConst *c;

    if (t->run < 1 || !one_block(t, at - 3, 4))
        return at;
    c = fold_unary(t->e->a, t->code[at], const_at(t, at - 3));
    if (!c)
        return at;
    erase(t, at - 3, 4);
    load(t, at - 2, c);
    t->next_run = 1;
    return at - 2;
}

/* --- jumps ---------------------------------------------------------------- */

/* x and y where the value is tested: true if the jump has changed and is to be
 * looked at again. */
static bool join_conditions(Tidy *t, int at)
{
    int to = target(t, at), op = t->code[to];

    if (!is_conditional(op))
        return false;
    if (is_on_true(op) == is_on_true(t->code[at])) {
        int further = target(t, to);

        t->code[at] = (unsigned char)op;
        set_argument(t, at, further);
    } else {
        t->code[at] = is_on_true(t->code[at]) ? BC_POP_JUMP_IF_TRUE
                                              : BC_POP_JUMP_IF_FALSE;
        set_argument(t, at, to + 3);
    }
    return true;
}

static void tidy_jump(Tidy *t, int at)
{
    int op = t->code[at], to = target(t, at), further;

    if (is_plain_jump(op) && t->code[to] == BC_RETURN_VALUE) {
        erase(t, at, 3);
        t->code[at] = BC_RETURN_VALUE;
        return;
    }
    if (!is_plain_jump(t->code[to]))
        return;
    further = target(t, to);
    if (op == BC_JUMP_FORWARD)
        op = BC_JUMP_ABSOLUTE;
    if (!is_absolute_jump(op))
        further -= at + 3;
    if (further < 0)
        return;
    t->code[at] = (unsigned char)op;
    set_argument(t, at, further);
}

static void tidy_return(Tidy *t, int at)
{
    if (at + 4 >= t->size)
        return;
    if (t->code[at + 4] == BC_RETURN_VALUE && one_block(t, at, 5))
        erase(t, at + 1, 4);
    else if (is_plain_jump(t->code[at + 1]) && one_block(t, at, 4))
        erase(t, at + 1, 3);
}

/* --- the rest ------------------------------------------------------------- */

static bool tidy_not(Tidy *t, int at)
{
    int to;

    if (t->code[at + 1] != BC_POP_JUMP_IF_FALSE || !one_block(t, at, 4))
        return false;
    to = argument(t, at + 1);
    t->code[at] = BC_POP_JUMP_IF_TRUE;
    set_argument(t, at, to);
    t->code[at + 3] = BC_NOP;
    return true;
}

static void tidy_compare(Tidy *t, int at)
{
    int op = argument(t, at);

    if (op < 6 || op > 9 || at + 3 >= t->size ||
        t->code[at + 3] != BC_UNARY_NOT || !one_block(t, at, 4))
        return;
    set_argument(t, at, op ^ 1);
    t->code[at + 3] = BC_NOP;
}

/* Where to go on: the same place when it is to be looked at again. */
static int tidy_one(Tidy *t, int at, bool *again)
{
    int op = t->code[at];

    *again = false;
    switch (op) {
    case BC_UNARY_NOT:
        *again = tidy_not(t, at);
        break;
    case BC_COMPARE_OP:
        tidy_compare(t, at);
        break;
    case BC_LOAD_NAME:
    case BC_LOAD_GLOBAL:
        tidy_none(t, at);
        break;
    case BC_LOAD_CONST:
        tidy_const(t, at);
        break;
    case BC_BUILD_TUPLE:
    case BC_BUILD_LIST:
        tidy_sequence(t, at);
        break;
    case BC_UNARY_NEGATIVE:
    case BC_UNARY_CONVERT:
    case BC_UNARY_INVERT:
        return tidy_unary(t, at);
    case BC_RETURN_VALUE:
        tidy_return(t, at);
        break;
    case BC_BINARY_POWER:
    case BC_BINARY_MULTIPLY:
    case BC_BINARY_TRUE_DIVIDE:
    case BC_BINARY_FLOOR_DIVIDE:
    case BC_BINARY_MODULO:
    case BC_BINARY_ADD:
    case BC_BINARY_SUBTRACT:
    case BC_BINARY_SUBSCR:
    case BC_BINARY_LSHIFT:
    case BC_BINARY_RSHIFT:
    case BC_BINARY_AND:
    case BC_BINARY_XOR:
    case BC_BINARY_OR:
        return tidy_binary(t, at);
    case BC_JUMP_IF_FALSE_OR_POP:
    case BC_JUMP_IF_TRUE_OR_POP:
        *again = join_conditions(t, at);
        if (!*again)
            tidy_jump(t, at);
        break;
    default:
        if (is_relative_jump(op) || is_absolute_jump(op))
            tidy_jump(t, at);
    }
    return at;
}

static void remove_nops(Tidy *t)
{
    int *to = ARENA_ARRAY(t->e->a, int, t->size + 4), nops = 0, n = 0;
    unsigned char *lines = (unsigned char *)t->e->out->lnotab;
    int at = 0, last = 0;

    for (int i = 0; i < t->size; i += size_at(t, i)) {
        to[i] = i - nops;
        nops += t->code[i] == BC_NOP;
    }
    to[t->size] = t->size - nops;
    for (size_t i = 0; i + 1 < t->e->out->nlnotab; i += 2) {
        at += lines[i];
        lines[i] = (unsigned char)(to[at] - last);
        last = to[at];
    }
    for (int i = 0, size; i < t->size; i += size) {
        int op = t->code[i];

        size = size_at(t, i);
        if (op == BC_NOP)
            continue;
        if (is_absolute_jump(op))
            set_argument(t, i, to[argument(t, i)]);
        else if (is_relative_jump(op))
            set_argument(t, i, to[target(t, i)] - to[i] - 3);
        memmove(t->code + n, t->code + i, (size_t)size);
        n += size;
    }
    t->e->out->ncode = (size_t)n;
}

void bytecode_tidy(Emit *e)
{
    Bytecode *out = e->out;
    Tidy t = {.e = e, .size = (int)out->ncode};
    bool again;

    if (out->ncode > MAX_SIZE || !out->ncode ||
        (unsigned char)out->code[out->ncode - 1] != BC_RETURN_VALUE ||
        memchr(out->lnotab ? out->lnotab : "", 255, out->nlnotab))
        return;
    /* Instructions are looked at beyond the end. */
    t.code = arena_alloc(e->a, out->ncode + 8);
    memset(t.code, 0, out->ncode + 8);
    memcpy(t.code, out->code, out->ncode);
    number_blocks(&t);
    for (int i = 0; i < t.size; i += again ? 0 : size_at(&t, i)) {
        t.run = t.next_run;
        t.next_run = 0;
        i = tidy_one(&t, i, &again);
    }
    remove_nops(&t);
    out->code = (const char *)t.code;
}

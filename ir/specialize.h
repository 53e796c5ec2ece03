/* Shared by specialize.c (versions of blocks) and specialize_ops.c (what each
 * operation becomes, given what is known of its arguments). */
#ifndef PYLLC_IR_SPECIALIZE_H
#define PYLLC_IR_SPECIALIZE_H

#include "ir/liveness.h"

/* What is known of a value at one point, and how it is represented. */
typedef enum Kind {
    KIND_none,  /* not set here */
    KIND_any,   /* tagged word of any type */
    KIND_raw,   /* a representation of its own (i1, ptr, i64 selector) */
    KIND_int,   /* i64: exactly int */
    KIND_float, /* f64: exactly float */
    KIND_bool,  /* tagged word from here on */
    KIND_list,
    KIND_tuple,
    KIND_dict,
    KIND_str,
    KIND_bytearray,
    KIND_char,           /* i64: a str of that one character */
    KIND_str_iter,       /* str, index */
    KIND_bytearray_iter, /* bytearray, index */
    KIND_unset,          /* no value: an unbound variable */
    KIND_range,          /* not made xrange or range: start, stop */
    KIND_range_iter,     /* its iterator: next, stop */
    KIND_list_iter,      /* list, index */
    KIND_tuple_iter,     /* tuple, index */
    KIND_method,         /* a load_method: what to call, its self or unset */
    KIND_append, /* a load_method of a list's append, not done: the list */
    KIND_math,   /* a load_method of a function of math, not done: math */
    KIND_packed_bools, /* a block of bytes that stands for a list of bools, */
    KIND_packed_ints,  /* ... of ints from 0 to 255 */
    KIND_state,        /* KIND_state + i: the selector i of a switch */
    KNOWN_STATES = 8,  /* selectors below are kinds of their own */
    /* KIND_object + i: has the slots of Module.shapes[i], until code runs that
     * may change that: spec_forget_objects */
    KIND_object = KIND_state + KNOWN_STATES,
} Kind;

/* An old value as the code being written has it. */
typedef struct Binding {
    Kind kind;
    Value *v[2];
} Binding;

typedef struct Version Version;

struct Version {
    Block *old, *block;
    const uint8_t *kinds; /* by position in the old block's live list */
    Value **params;       /* phis, two places per live value */
    bool fallback;        /* behind a surprise: tests nothing */
    bool detour;          /* see Spec */
    Version *next;        /* of the same old block */
};

typedef struct Spec {
    Fn *fn;
    Arena *a;
    int old_nvalues, nids; /* ids of old values and blocks are below */
    int *nlive;            /* by old block id */
    Value ***live; /* values that enter the block: phis, then live-ins */
    Version **versions;
    int *nversions, *ndetours;
    uint8_t *packed; /* by id of a mul: the kind of packed list it may make */
    bool *tight; /* by id of a header: the loop is expected to call nothing */
    VEC(Version *) work, cold_work;
    VEC(Block *) blocks; /* the new function */
    Binding *env;        /* by old value id */
    Block *old, *cur;
    int line;
    Inlined *inlined; /* see Value.inlined */
    int max_blocks;
    int *loop_size; /* by id of a header */
    bool few;       /* versions, see FEW_VERSIONS */
    bool small;     /* all of the function counts as hot */
    bool objects;   /* bindings of KIND_object may exist */
    bool fallback;  /* go on in versions that expect nothing */
    bool detour;    /* this turn of a tight loop went a slow way */
} Spec;

/* specialize.c */
Block *spec_block(Spec *s);
Value *spec_emit(Spec *s, Op op, int nargs, Value **args);
Value *spec_emit1(Spec *s, Op op, Value *x);
Value *spec_emit2(Spec *s, Op op, Value *x, Value *y);
Value *spec_i64(Spec *s, int64_t i);
/* The binding of an old value; constants are made on the spot. */
Binding spec_get(Spec *s, Value *old);
void spec_bind(Spec *s, Value *old, Kind kind, Value *v);
void spec_bind2(Spec *s, Value *old, Kind kind, Value *v0, Value *v1);
/* As a tagged word. */
Value *spec_any(Spec *s, Value *old);
/* Copies the operation with its arguments as words, error edge included, and
 * binds the result. */
Value *spec_generic(Spec *s, Value *old);
/* The error edge of an operation just written in the place of `old`. */
void spec_error_edge(Spec *s, Value *old);
/* Is the code being written worth tests and inlining? */
bool spec_is_hot(const Spec *s);
/* Is the old block in a loop without calls? */
bool spec_is_tight(const Spec *s, const Block *old);
/* Goes on behind the old block's last value with what is bound now. */
void spec_continue(Spec *s);
void spec_branch(Spec *s, Value *cond, Block *yes, Block *no);
Binding *spec_save(Spec *s);
void spec_restore(Spec *s, const Binding *saved);

/* specialize_ops.c: what the files of operations share. */

/* An operation that goes on in several ways. */
typedef struct Ways {
    Spec *s;
    Value *old;
    Binding *before; /* bindings in front of the operation */
    Block *slow;     /* the generic operation; NULL: not needed yet */
    bool surprise;   /* the slow way is not expected to be taken */
} Ways;

Ways spec_ways(Spec *s, Value *old);
/* The block of the generic operation, where failed tests go. */
Block *spec_slow_block(Ways *w);
/* Goes to `fail` unless cond. */
void spec_require(Spec *s, Value *cond, Block *fail);
/* Writes the generic operation behind all tests that failed; true. */
bool spec_finish(Ways *w);
/* Does inference expect these types only? */
bool spec_expects(const Value *old, Type among);
/* Is the value of that kind, or worth a test for it? */
bool spec_may_be(Spec *s, const Value *old, Kind k);
/* The value as i64, as f64 (an int is converted), as a word of exactly that
 * builtin type; what fails the test goes to `fail`. */
Value *spec_need_int(Spec *s, Value *old, Block *fail);
Value *spec_need_float(Spec *s, Value *old, Block *fail);
Value *spec_need_type(Spec *s, Value *old, Kind kind, int64_t type,
                      Block *fail);
/* Is the value expected to be an int, or a float, and tested where it is made?
 */
bool spec_is_narrow_number(const Value *old);
/* Binds such a value to an item or attribute: one test for its type and for
 * being there, which unset is not.  What fails it is told apart where it does
 * not matter. */
void spec_bind_number(Ways *w, Value *item);
/* An operation on ints whose overflow goes to the slow block. */
Value *spec_checked(Ways *w, Op op, Value *x, Value *y);
/* Is every use of v an operation `op`? */
bool spec_only_used_by(const Value *v, Op op);
/* Does nothing but `next`, surprises left out, use the iterator? */
bool spec_only_next(const Value *iter);
/* The kind of what a signature says is t. */
Kind spec_signature_kind(Type t);

/* specialize_objects.c */

/* As spec_operation, for getattr and setattr. */
bool spec_getattr(Spec *s, Value *old);
bool spec_setattr(Spec *s, Value *old);
/* Is the slot known in which the attribute is expected? */
bool spec_has_slot(const Value *v);
/* Code may have run that changes classes or what objects are. */
void spec_forget_objects(Spec *s);

/* Both ways of a step of a loop: an item, or the end. */
bool spec_step(Spec *s, Value *old, Value *more, Kind kind, Value *item,
               Kind iter, Value *next0, Value *next1);
void spec_need_builtin(Spec *s, Value *old, const char *name, Block *fail);

/* specialize_bytes.c: as spec_operation, for getitem, setitem, iter, next and
 * ord. */
bool spec_byte_index(Spec *s, Value *old);
bool spec_byte_assign(Spec *s, Value *old);
bool spec_byte_iteration(Spec *s, Value *old);
bool spec_next_byte(Spec *s, Value *old, Binding it);
bool spec_ord_of_char(Spec *s, Value *old);
/* The outcome of an operation on i64 if both operands are known to be single
 * characters, else NULL. */
Value *spec_compare_chars(Spec *s, Value *old, Op op);

/* specialize_packed.c */

/* Fills Spec.packed.  Needs: loop depths. */
void spec_find_packed(Spec *s);
bool spec_is_packed(Kind k);
/* The list that the block stands for; whoever asks forgets the block. */
Value *spec_packed_list(Spec *s, Binding b);
/* The same, and it takes the block's place. */
void spec_unpack(Spec *s, Value *old);
/* As spec_operation, for mul; for getitem and setitem of a packed list. */
bool spec_packed_new(Spec *s, Value *old);
bool spec_packed_access(Spec *s, Value *old);

/* specialize_math.c */

/* Loads a function of math that is known? */
bool spec_is_math(const Value *load);
/* Puts the load off; where the function may be another one goes to `fail`. */
void spec_need_math(Spec *s, Value *load, Block *fail);
/* As spec_operation, for the call of what KIND_math stands for; for pow. */
bool spec_math_call(Spec *s, Value *old);
bool spec_power(Spec *s, Value *old);

/* specialize_calls.c: as spec_operation, for call and call_bound. */
bool spec_call(Spec *s, Value *old);
bool spec_method_call(Spec *s, Value *old);
/* The same for the list_add of a comprehension. */
bool spec_list_add(Spec *s, Value *old);
/* The same for operators of instances, and getitem. */
bool spec_special_call(Spec *s, Value *old);

/* tight.c: is the innermost loop of this header one whose operations are all
 * expected to be written without calls? */
bool loop_is_tight(const Block *header);
/* The same of a whole function, but for calls of functions with Fn.typed. */
bool fn_is_tight(const Fn *fn);

/* specialize_ops.c: true if the operation was written and every path ended
 * in spec_continue; false: nothing was written. */
bool spec_operation(Spec *s, Value *old);
/* Must the block end behind this operation, for paths with different types?
 */
bool spec_splits(const Value *v);

#endif

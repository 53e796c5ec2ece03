/* Prototypes of everything in entries.def. */
#ifndef RT_ENTRY_H
#define RT_ENTRY_H

#include "attrcache.h"
#include "module.h"
#include "thread.h"

#define V Value
#define P void *
#define I int64_t
#define W int32_t
#define D double
#define N void
#define ENTRY(name, result, params, flags)                                     \
    __attribute__((visibility("default"))) result pyrt_##name params;
#include "entries.def"
#undef V
#undef P
#undef I
#undef W
#undef D
#undef N

/* An operator remembers the function that a class gives it. */
typedef struct SpecialEntry {
    Value function;
    uint64_t version;
} SpecialEntry;

typedef struct SpecialCache {
    _Atomic(const SpecialEntry *) entry; /* what it points to never changes */
} SpecialCache;

/* super(cls, o).name(...) remembers the function that objects of a type get
 * behind cls. */
typedef struct SuperEntry {
    uint64_t version; /* of o's type */
    Value cls;
    Value function;
} SuperEntry;

typedef struct SuperCache {
    _Atomic(const SuperEntry *) entry; /* what it points to never changes */
} SuperCache;

/* A use of a global name that the module does not set remembers the cell of
 * that builtin, whose value is read anew each time; NULL: deleted. */
typedef struct GlobalCache {
    Value *_Atomic cell;
} GlobalCache;

/* A call of a class remembers the class's version for which it is no more than
 * a new object and a known __init__; for exceptions 1 << 32 besides,
 * for old-style classes 2 << 32. */
typedef struct ClassCache {
    _Atomic uint64_t version;
} ClassCache;

/* The same for calls whose object is not made: what stands for it has the
 * class, which is set once, and no attributes. */
typedef struct StandIn {
    ClassCache cache;
    PyObject head;
} StandIn;

/* The objects that known_builtins.def names, as __builtin__ first had them. */
enum {
#define KNOWN(name) KNOWN_##name,
#include "known_builtins.def"
    KNOWN_COUNT
};
extern Value known_builtins[KNOWN_COUNT];

/* The module math, once it is there, and what its functions first were. */
enum {
#define KNOWN_MATH(name) KNOWN_MATH_##name,
#include "known_math.def"
    KNOWN_MATH_COUNT
};
typedef struct KnownMath {
    Value *cell; /* of the module's dict */
    Value function;
} KnownMath;
extern Value math_module;
extern KnownMath known_math[KNOWN_MATH_COUNT];
void known_math_init(PyModule *math);

/* modules/builtinmodule.c: the general halves of entries. */
Value builtin_len_slow(Value v);
Value builtin_isinstance_slow(Value v, Value cls);
Value builtin_ord_slow(Value v);
/* next() of something without a next slot; behind the last item. */
Value builtin_next_slow(Value it, Value other_or_null);
Value builtin_next_end(Value other_or_null);
Value builtin_chr_slow(Value v);
/* To be called when __builtin__ is complete. */
void known_builtins_init(void);

#endif

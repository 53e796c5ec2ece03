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

/* A use of a global name that was not set when the module was compiled
 * remembers the builtin found, for as long as builtins do not change. */
typedef struct GlobalCache {
    Value value;
    uint64_t version; /* builtins_version when value was found */
} GlobalCache;

/* The objects that known_builtins.def names, as __builtin__ first had them. */
enum {
#define KNOWN(name) KNOWN_##name,
#include "known_builtins.def"
    KNOWN_COUNT
};
extern Value known_builtins[KNOWN_COUNT];
/* To be called when __builtin__ is complete. */
void known_builtins_init(void);

#endif

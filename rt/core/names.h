/* NAME(init) is the interned PyStr * "init"; NAME(dunder_init) "__init__". */
#ifndef RT_NAMES_H
#define RT_NAMES_H

#include "object.h"

#define NAME_(id, text) NAMEIDX_##id,
enum NameIndex {
#include "names.def"
    NAME_COUNT
};
extern PyStr *rt_names[NAME_COUNT]; /* filled by names_init at start */
#define NAME(id) (rt_names[NAMEIDX_##id])

void names_init(void);

#endif

/* The names of names.def as interned strs. */
#include "names.h"

PyStr *rt_names[NAME_COUNT];

void names_init(void)
{
    static const char *const texts[] = {
#define NAME_(id, text) [NAMEIDX_##id] = text,
#undef NAME
#include "names.def"
    };

    for (int i = 0; i < NAME_COUNT; i++)
        rt_names[i] = str_intern(texts[i]);
}

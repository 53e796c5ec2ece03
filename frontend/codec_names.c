/* The names of codecs, from the tables of the runtime. */
#include "frontend/codec_names.h"

#include "charsets/name_list.h"

#include <stddef.h>

static const char *const c_codecs[] = {
#define CODEC(id, names) names,
#include "c_codecs.def"
#define CHARMAP(names, ...) names,
#include "charsets/charmaps.def"
#define MULTIBYTE(names, ...) names,
#include "charsets/multibyte.def"
    NULL};

bool codec_is_in_c(const char *name)
{
    for (int i = 0; c_codecs[i]; i++)
        if (name_list_has(c_codecs[i], name))
            return true;
    return false;
}

const char *codec_id(const char *name)
{
    static const char *const ids[] = {
#define CODEC(id, names) #id,
#include "c_codecs.def"
    };

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (name_list_has(c_codecs[i], name))
            return ids[i];
    return NULL;
}

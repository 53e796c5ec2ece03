/* The names of codecs, from the tables of the runtime. */
#include "frontend/codec_names.h"

#include <ctype.h>
#include <string.h>

static const char *const c_codecs[] = {
#define CODEC(id, names) names,
#include "c_codecs.def"
#define CHARMAP(names, ...) names,
#include "charsets/charmaps.def"
#define MULTIBYTE(names, ...) names,
#include "charsets/multibyte.def"
    NULL};

bool codec_normalise(const char *text, size_t len, char out[40])
{
    int n = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)tolower((unsigned char)text[i]);

        if (n >= 38)
            return false;
        if ((c < 128 && isalnum(c)) || c == '.')
            out[n++] = (char)c;
        else if (n > 0 && out[n - 1] != '_')
            out[n++] = '_';
    }
    out[n] = 0;
    return true;
}

bool codec_has_word(const char *words, const char *word)
{
    size_t n = strlen(word);

    for (const char *p = words; n && (p = strstr(p, word)); p += n)
        if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == 0))
            return true;
    return false;
}

bool codec_is_in_c(const char *name)
{
    for (int i = 0; c_codecs[i]; i++)
        if (codec_has_word(c_codecs[i], name))
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
        if (codec_has_word(c_codecs[i], name))
            return ids[i];
    return NULL;
}

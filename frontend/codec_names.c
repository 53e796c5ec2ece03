/* The names of codecs, and what source text is converted by: the runtime's
 * tables. */
#include "frontend/codec_names.h"

#include <ctype.h>
#include <string.h>

static const char *const c_codecs[] = {
#define CODEC(id, names) names,
#include "c_codecs.def"
#define CHARMAP(names, ...) names,
#include "charmaps.def"
#define MULTIBYTE(names, ...) names,
#include "multibyte.def"
    NULL};

static const struct {
    const char *names;
    uint16_t chars[256];
} charmaps[] = {
#define CHARMAP(names, ...) {names, {__VA_ARGS__}},
#include "charmaps.def"
};

static const struct {
    const char *names, *label, *charset;
} multibytes[] = {
#define MULTIBYTE(names, label, charset, ...) {names, label, charset},
#include "multibyte.def"
};

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

const uint16_t *codec_charmap(const char *name)
{
    for (size_t i = 0; i < sizeof charmaps / sizeof *charmaps; i++)
        if (codec_has_word(charmaps[i].names, name))
            return charmaps[i].chars;
    return NULL;
}

const char *codec_charset(const char *name, const char **label)
{
    for (size_t i = 0; i < sizeof multibytes / sizeof *multibytes; i++)
        if (codec_has_word(multibytes[i].names, name)) {
            *label = multibytes[i].label;
            return multibytes[i].charset;
        }
    return NULL;
}

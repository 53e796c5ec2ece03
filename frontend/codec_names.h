/* Which names of codecs there are, for the compiler. */
#ifndef PYLLC_FRONTEND_CODEC_NAMES_H
#define PYLLC_FRONTEND_CODEC_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As the runtime normalises: false when longer than any name. */
bool codec_normalise(const char *text, size_t len, char out[40]);
/* Is it among words separated by blanks? */
bool codec_has_word(const char *words, const char *word);
/* Has the runtime a codec of this normalised name? */
bool codec_is_in_c(const char *name);
/* The code points of 256 bytes, CODEC_NO_CHAR where there is none; NULL: it is
 * no encoding of one byte per character. */
const uint16_t *codec_charmap(const char *name);
enum { CODEC_NO_CHAR = 65534 };
/* The name that iconv has for an encoding of several bytes per character,,
 * "" where it has none, and what errors call it; NULL: it is none. */
const char *codec_charset(const char *name, const char **label);

#endif

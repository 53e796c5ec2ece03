/* Which names of codecs there are, for the compiler. */
#ifndef PYLLC_FRONTEND_CODEC_NAMES_H
#define PYLLC_FRONTEND_CODEC_NAMES_H

#include <stdbool.h>
#include <stddef.h>

/* As the runtime normalises: false when longer than any name. */
bool codec_normalise(const char *text, size_t len, char out[40]);
/* Is it among words separated by blanks? */
bool codec_has_word(const char *words, const char *word);
/* Has the runtime a codec of this normalised name? */
bool codec_is_in_c(const char *name);
/* What c_codecs.def calls it; NULL: it is of the other tables, or unknown. */
const char *codec_id(const char *name);

#endif

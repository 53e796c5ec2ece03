/* Which names of codecs there are, for the compiler. */
#ifndef PYLLC_FRONTEND_CODEC_NAMES_H
#define PYLLC_FRONTEND_CODEC_NAMES_H

#include <stdbool.h>

/* Has the runtime a codec of this normalised name? */
bool codec_is_in_c(const char *name);
/* What c_codecs.def calls it; NULL: it is of the other tables, or unknown. */
const char *codec_id(const char *name);

#endif

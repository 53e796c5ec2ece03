/* The names of encodings, as the tables list them: normalised, separated by
 * blanks. */
#ifndef PYLLC_CHARSETS_NAME_LIST_H
#define PYLLC_CHARSETS_NAME_LIST_H

#include <stdbool.h>
#include <stddef.h>

enum {
    NAME_ROOM = 40 /* for a normalised name, with its NUL */
};

/* In lower case, runs of anything else than letters, digits and points as one
 * underscore, none in front.  false, and "": it is longer than any name. */
bool name_normalise(const char *text, size_t len, char out[NAME_ROOM]);
/* Is it one of the names?  "" is none. */
bool name_list_has(const char *names, const char *name);

#endif

/* The encodings of one byte per character. */
#ifndef PYLLC_CHARSETS_CHARMAP_H
#define PYLLC_CHARSETS_CHARMAP_H

#include <stdint.h>

enum { CHARMAP_UNDEFINED = 0xfffe };

typedef struct Charmap {
    const char *names;
    uint16_t chars[256]; /* CHARMAP_UNDEFINED: none */
} Charmap;

/* By normalised name; NULL: it is none. */
const Charmap *charmap_find(const char *name);
/* The byte for a character, -1: there is none.  Any thread may call it. */
int charmap_byte(const Charmap *m, uint32_t c);

#endif

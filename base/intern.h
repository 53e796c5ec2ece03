/* Interned byte strings: equal text is the same pointer, in the whole process
 * and for its whole life.  Interning takes a lock; names may be shared between
 * threads. */
#ifndef PYLLC_BASE_INTERN_H
#define PYLLC_BASE_INTERN_H

#include <stddef.h>
#include <stdint.h>

typedef struct Name {
    uint32_t len;
    uint32_t hash;
    char text[]; /* len bytes and a NUL */
} Name;

const Name *name_intern(const char *text, size_t len);
const Name *name_intern_cstr(const char *text);

#endif

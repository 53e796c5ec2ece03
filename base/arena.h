/* Bump arena: memory that lives as long as a module or a function being
 * compiled.  There are no frees; arena_release drops everything at once.
 * An arena belongs to one thread at a time.  Running out of memory ends the
 * process with a message: no caller checks for NULL. */
#ifndef PYLLC_BASE_ARENA_H
#define PYLLC_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    char *next, *limit; /* free space of the newest block */
    ArenaBlock *blocks; /* newest first */
    size_t total;       /* bytes obtained from malloc */
} Arena;

/* An all-zero Arena is empty and ready for use. */
void arena_release(Arena *a);

/* 16-byte aligned, zeroed memory. */
void *arena_alloc(Arena *a, size_t size);

/* The same memory grown from `used` to `size` bytes, in place when it was the
 * last allocation. */
void *arena_grow(Arena *a, void *old, size_t used, size_t size);

/* NUL-terminated copies. */
char *arena_strndup(Arena *a, const char *s, size_t len);
char *arena_strdup(Arena *a, const char *s);
char *arena_printf(Arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

char *arena_vprintf(Arena *a, const char *format, va_list ap);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

/* Ends the process with a message. */
_Noreturn void out_of_memory(void);
/* malloc and realloc that end the process when memory runs out. */
void *xmalloc(size_t size) __attribute__((malloc));
void *xrealloc(void *old, size_t size);

#endif

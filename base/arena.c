/* Bump arena over malloc; see arena.h.  Blocks double up to 1 MB, so that small
 * inputs stay small and large ones cost few mallocs. */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct ArenaBlock {
    ArenaBlock *older;
    size_t size;
};

enum { FIRST_BLOCK = 16 << 10, LARGEST_BLOCK = 1 << 20, ALIGNMENT = 16 };

static size_t round_up(size_t n)
{
    return (n + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

_Noreturn void out_of_memory(void)
{
    fputs("pyllc: out of memory\n", stderr);
    exit(1);
}

void *xmalloc(size_t size)
{
    void *p = malloc(size ? size : 1);

    if (!p)
        out_of_memory();
    return p;
}

void *xrealloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);

    if (!p)
        out_of_memory();
    return p;
}

static void add_block(Arena *a, size_t need)
{
    size_t size = a->blocks ? a->blocks->size * 2 : FIRST_BLOCK;

    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < need)
        size = need;
    size_t header = round_up(sizeof(ArenaBlock));
    ArenaBlock *b = calloc(1, header + size);
    if (!b)
        out_of_memory();
    b->older = a->blocks;
    b->size = size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
    a->blocks = b;
    a->next = (char *)b + header;
    a->limit = a->next + size;
    a->total += header + size;
}

void *arena_alloc(Arena *a, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = round_up(size ? size : 1);
    if ((size_t)(a->limit - a->next) < size)
        add_block(a, size);
    void *p = a->next;
    a->next += size;
    return p;
}

void *arena_grow(Arena *a, void *old, size_t used, size_t size)
{
    if (!old)
        return arena_alloc(a, size);
    bool is_last = (char *)old + round_up(used ? used : 1) == a->next;
    if (is_last && size >= used &&
        (size_t)(a->limit - (char *)old) >= round_up(size)) {
        a->next = (char *)old + round_up(size);
        return old;
    }
    void *p = arena_alloc(a, size);
    memcpy(p, old, used);
    return p;
}

void arena_release(Arena *a)
{
    for (ArenaBlock *b = a->blocks, *older; b; b = older) {
        older = b->older;
        free(b);
    }
    *a = (Arena){0};
}

char *arena_strndup(Arena *a, const char *s, size_t len)
{
    char *p = arena_alloc(a, len + 1);

    memcpy(p, s, len);
    return p;
}

char *arena_strdup(Arena *a, const char *s)
{
    return arena_strndup(a, s, strlen(s));
}

char *arena_vprintf(Arena *a, const char *format, va_list ap)
{
    va_list again;

    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, format, ap);
    char *p = arena_alloc(a, (size_t)len + 1);
    vsnprintf(p, (size_t)len + 1, format, again);
    va_end(again);
    return p;
}

char *arena_printf(Arena *a, const char *format, ...)
{
    va_list ap;

    va_start(ap, format);
    char *p = arena_vprintf(a, format, ap);
    va_end(ap);
    return p;
}

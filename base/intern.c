/* The table of interned names: open addressing, one lock. */
#include "base/intern.h"
#include "base/arena.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Arena arena;
static const Name **table;
static uint32_t size, used;

static uint32_t hash_bytes(const char *s, size_t len)
{
    uint32_t h = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)s[i]) * 16777619u;
    return h ^ h >> 15;
}

static uint32_t find_locked(const char *text, size_t len, uint32_t hash)
{
    uint32_t i = hash & (size - 1);

    for (; table[i]; i = (i + 1) & (size - 1))
        if (table[i]->hash == hash && table[i]->len == len &&
            memcmp(table[i]->text, text, len) == 0)
            break;
    return i;
}

static void grow_locked(void)
{
    const Name **old = table;
    uint32_t old_size = size;

    size = size ? size * 2 : 1024;
    table = xmalloc(size * sizeof *table);
    memset(table, 0, size * sizeof *table);
    for (uint32_t i = 0; i < old_size; i++)
        if (old[i])
            table[find_locked(old[i]->text, old[i]->len, old[i]->hash)] =
                old[i];
    free(old);
}

static const Name *intern_locked(const char *text, size_t len, uint32_t hash)
{
    if (used * 2 >= size)
        grow_locked();
    uint32_t i = find_locked(text, len, hash);
    if (!table[i]) {
        Name *n = arena_alloc(&arena, sizeof(Name) + len + 1);
        n->len = (uint32_t)len;
        n->hash = hash;
        memcpy(n->text, text, len);
        table[i] = n;
        used++;
    }
    return table[i];
}

const Name *name_intern(const char *text, size_t len)
{
    uint32_t hash = hash_bytes(text, len);

    pthread_mutex_lock(&lock);
    const Name *n = intern_locked(text, len, hash);
    pthread_mutex_unlock(&lock);
    return n;
}

const Name *name_intern_cstr(const char *text)
{
    return name_intern(text, strlen(text));
}

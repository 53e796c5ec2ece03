/* Insertion-ordered pointer map; see map.h.  The index holds entry numbers at
 * a load of at most one half, probed linearly. */
#include "base/map.h"

#include <stdlib.h>

static uint32_t hash_pointer(const void *p)
{
    uint64_t h = (uint64_t)(uintptr_t)p * 0x9E3779B97F4A7C15u;

    return (uint32_t)(h >> 32);
}

/* Where in the index the key stands, or the free place where it would. */
static int find(const Map *m, const void *key)
{
    int mask = m->index_size - 1;
    int i = (int)hash_pointer(key) & mask;

    while (m->index[i] >= 0 && m->entries[m->index[i]].key != key)
        i = (i + 1) & mask;
    return i;
}

static void *resize(Map *m, void *old, size_t used, size_t size)
{
    return m->arena ? arena_grow(m->arena, old, used, size)
                    : xrealloc(old, size);
}

static void grow(Map *m)
{
    int cap = m->cap ? m->cap * 2 : 8;

    m->entries = resize(m, m->entries, (size_t)m->cap * sizeof(MapEntry),
                        (size_t)cap * sizeof(MapEntry));
    m->index = resize(m, m->index, (size_t)m->index_size * sizeof(int32_t),
                      (size_t)cap * 2 * sizeof(int32_t));
    m->cap = cap;
    m->index_size = cap * 2;
    memset(m->index, 0xFF, (size_t)m->index_size * sizeof(int32_t));
    for (int i = 0; i < m->count; i++)
        m->index[find(m, m->entries[i].key)] = i;
}

bool map_has(const Map *m, const void *key)
{
    return m->count && m->index[find(m, key)] >= 0;
}

void *map_get(const Map *m, const void *key)
{
    if (!m->count)
        return NULL;
    int i = m->index[find(m, key)];
    return i >= 0 ? m->entries[i].value : NULL;
}

void **map_slot(Map *m, const void *key)
{
    if (m->count == m->cap)
        grow(m);
    int i = find(m, key);
    if (m->index[i] < 0) {
        m->index[i] = m->count;
        m->entries[m->count++] = (MapEntry){key, NULL};
    }
    return &m->entries[m->index[i]].value;
}

void map_put(Map *m, const void *key, void *value)
{
    *map_slot(m, key) = value;
}

void map_free(Map *m)
{
    free(m->entries);
    free(m->index);
    *m = (Map){0};
}

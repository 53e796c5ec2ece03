/* Hash map from pointers (interned names, nodes, ...) to pointers.  Entries
 * stay in insertion order, so that walking a map never depends on addresses:
 *
 *     for (int i = 0; i < m.count; i++) use(m.entries[i].key);
 */
#ifndef PYLLC_BASE_MAP_H
#define PYLLC_BASE_MAP_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct MapEntry {
    const void *key;
    void *value;
} MapEntry;

/* All-zero is empty.  Arena NULL: malloc memory, given back by map_free. */
typedef struct Map {
    MapEntry *entries;
    int count, cap;
    int32_t *index; /* open addressing over entries, -1 is free */
    int index_size; /* power of two, or 0 */
    Arena *arena;
} Map;

/* NULL if the key is missing. */
void *map_get(const Map *m, const void *key);
bool map_has(const Map *m, const void *key);

/* Adds the key or replaces its value. */
void map_put(Map *m, const void *key, void *value);

/* The place of the key's value; a new key starts with NULL.  Valid until the
 * next insertion. */
void **map_slot(Map *m, const void *key);

void map_free(Map *m);

#endif

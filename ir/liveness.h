/* Backward liveness of SSA values, as bit sets by value id. */
#ifndef PYLLC_IR_LIVENESS_H
#define PYLLC_IR_LIVENESS_H

#include "ir/ir.h"

typedef struct Liveness {
    Fn *fn;
    int nwords;
    uint64_t **in; /* by block id: live at the start, phis left out */
} Liveness;

void liveness_compute(Liveness *l, Fn *fn);
/* Adds to `live` what is live at the end of b. */
void liveness_out(const Liveness *l, const Block *b, uint64_t *live);
/* The same along the edge to its successor i. */
void liveness_along(const Liveness *l, const Block *b, int i, uint64_t *live);
/* Walks one value backwards. */
void liveness_step(uint64_t *live, const Value *v);
uint64_t *liveness_bits(const Liveness *l);
/* Values that are cheap to make again are never live. */
bool ir_is_constant(const Value *v);

static inline bool bits_get(const uint64_t *bits, int i)
{
    return bits[i >> 6] >> (i & 63) & 1;
}

static inline void bits_set(uint64_t *bits, int i)
{
    bits[i >> 6] |= 1ull << (i & 63);
}

#endif

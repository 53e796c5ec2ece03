/* See gc_hostile.h. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <stdint.h>
#include <stdlib.h>

#include "gc.h"
#include "gc_hostile.h"

bool gc_hostile;

static int64_t stress_every, fail_at, fail_large_at; /* 0: off */
static _Atomic int64_t count, large_count;
static bool armed;

/* The value of an environment variable as a count; 0: none. */
static int64_t count_from(const char *name)
{
    const char *text = getenv(name);
    int64_t n = text ? strtoll(text, NULL, 10) : 0;

    return n > 0 ? n : 0;
}

void gc_hostile_init(void)
{
    stress_every = count_from("PYLLC_GC_STRESS");
    fail_at = count_from("PYLLC_FAIL_ALLOC");
    fail_large_at = count_from("PYLLC_FAIL_LARGE");
    gc_hostile = stress_every || fail_at || fail_large_at;
    if (stress_every)
        GC_set_markers_count(1);
}

void gc_hostile_arm(void)
{
    count = large_count = 0;
    armed = true;
}

bool gc_hostile_step(size_t size)
{
    int64_t n = ++count;

    if (stress_every && n % stress_every == 0)
        GC_gcollect();
    if (!armed)
        return false;
    return n == fail_at || (size > GC_SURE && ++large_count == fail_large_at);
}

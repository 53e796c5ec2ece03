#include "file_pending.h"
#include "errors.h"
#include "lock.h"

#include <stdlib.h>

typedef struct Pending {
    Value file;
    PendingWrite *write;
} Pending;

enum { BATCH = 32 };

/* Not memory of the collector, so that files are not kept alive.  A file in
 * the list is valid: it leaves when it is finalised. */
static Lock pending_lock;
static Pending *pending;
static _Atomic size_t npending;
static size_t capacity;

/* Without memory for its row a file is only written when it is closed. */
void pending_add(Value file, PendingWrite *write)
{
    size_t n;

    lock_acquire(&pending_lock);
    n = npending;
    if (n == capacity) {
        size_t more = capacity ? 2 * capacity : BATCH;
        Pending *p = realloc(pending, more * sizeof *p);

        if (!p) {
            lock_release(&pending_lock);
            return;
        }
        pending = p;
        capacity = more;
    }
    pending[n] = (Pending){file, write};
    npending = n + 1;
    lock_release(&pending_lock);
}

/* The newest are looked at first: most files are closed soon. */
void pending_remove(Value file)
{
    if (!npending)
        return;
    lock_acquire(&pending_lock);
    for (size_t i = npending; i-- > 0;)
        if (pending[i].file == file) {
            pending[i] = pending[npending - 1];
            npending--;
            break;
        }
    lock_release(&pending_lock);
}

/* Up to BATCH rows before *end, in memory that the collector sees; moves *end
 * to the first of them. */
static size_t copy_rows(size_t *end, Pending *rows)
{
    size_t n = 0, from;

    lock_acquire(&pending_lock);
    if (*end > npending)
        *end = npending;
    from = *end > BATCH ? *end - BATCH : 0;
    for (; from + n < *end; n++)
        rows[n] = pending[from + n];
    *end = from;
    lock_release(&pending_lock);
    return n;
}

/* From the last row down: what pending_remove moves meanwhile has been
 * written. */
static void write_all(bool at_end)
{
    Pending rows[BATCH];
    size_t end = npending, n;

    while ((n = copy_rows(&end, rows)) > 0)
        for (size_t i = 0; i < n; i++) {
            rows[i].write(rows[i].file, at_end);
            err_clear();
        }
}

void pending_write(void)
{
    write_all(false);
}

void pending_write_last(void)
{
    write_all(true);
}

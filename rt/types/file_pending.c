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

/* Some rows from `from` on, in memory that the collector sees. */
static size_t copy_rows(size_t from, Pending *rows)
{
    size_t n = 0;

    lock_acquire(&pending_lock);
    for (; n < BATCH && from + n < npending; n++)
        rows[n] = pending[from + n];
    lock_release(&pending_lock);
    return n;
}

void pending_write(void)
{
    Pending rows[BATCH];
    size_t n;

    if (!npending)
        return;
    for (size_t from = 0; (n = copy_rows(from, rows)) > 0; from += n)
        for (size_t i = 0; i < n; i++) {
            rows[i].write(rows[i].file);
            err_clear();
        }
}

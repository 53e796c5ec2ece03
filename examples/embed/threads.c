/* C threads that call Python functions compiled by pyllc, all at once.
 *
 *     pyllc -c tally.py
 *     pyllc threads.c tally.o -o threads
 *     ./threads
 */
#include "pyllc.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { THREADS = 8, CALLS = 2000 };

static PyllcObject *tally; /* a static variable: the collector sees it */

/* The count of this thread's calls, -1 when Python raised. */
static int64_t add(const char *word)
{
    PyllcObject *f = pyllc_attribute(tally, "add");
    PyllcObject *arg = pyllc_from_string(word), *r;
    int64_t n;

    r = f ? pyllc_call(f, &arg, 1) : NULL;
    return r && pyllc_to_int(r, &n) == 0 ? n : -1;
}

/* Each thread has an exception of its own. */
static int fails_as(int64_t number)
{
    PyllcObject *arg = pyllc_from_int(number), *f;
    char expected[32];

    f = pyllc_attribute(tally, "fail");
    snprintf(expected, sizeof expected, "thread %d", (int)number);
    return f && !pyllc_call(f, &arg, 1) &&
           strcmp(pyllc_error_message(), expected) == 0;
}

static void *work(void *number)
{
    char word[16];
    int64_t n = 0;
    int right = 1;

    if (pyllc_attach() < 0)
        return "could not attach";
    snprintf(word, sizeof word, "word %d", *(int *)number % 3);
    for (int i = 0; i < CALLS; i++) {
        n = add(word);
        right &= fails_as(*(int *)number);
    }
    pyllc_detach();
    return n == CALLS && right ? "done" : "wrong";
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    int numbers[THREADS];
    PyllcObject *f, *r;
    int64_t total;

    pyllc_start(argc, argv);
    pyllc_allow_threads();
    tally = pyllc_import("tally");
    if (!tally) {
        pyllc_error_print();
        return 1;
    }
    for (int i = 0; i < THREADS; i++) {
        numbers[i] = i;
        pthread_create(&threads[i], NULL, work, &numbers[i]);
    }
    add("main");
    for (int i = 0; i < THREADS; i++) {
        void *said;

        pthread_join(threads[i], &said);
        printf("thread %d: %s\n", i, (char *)said);
    }
    f = pyllc_attribute(tally, "total");
    r = f ? pyllc_call(f, NULL, 0) : NULL;
    if (r && pyllc_to_int(r, &total) == 0)
        printf("total: %lld\n", (long long)total);
    return pyllc_finish(0);
}

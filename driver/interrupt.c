/* What pyllc has begun to write is removed when a signal ends it.  The signals
 * are blocked in all threads and awaited by one of their own, which may do what
 * no handler may; commands and programs that pyllc starts get the mask back. */
#include "driver/driver.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct {
    pthread_mutex_t lock;
    VEC(const char *) paths;
    Arena arena;
    sigset_t awaited, before;
} temporary = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void remove_directory(const char *path)
{
    DIR *d = opendir(path);
    struct dirent *e;

    while (d && (e = readdir(d)) != NULL)
        unlinkat(dirfd(d), e->d_name, 0);
    if (d)
        closedir(d);
    rmdir(path);
}

/* The lock is kept: no thread begins another file. */
static void remove_all(void)
{
    pthread_mutex_lock(&temporary.lock);
    for (int i = 0; i < temporary.paths.count; i++)
        if (unlink(temporary.paths.items[i]) != 0 &&
            path_is_directory(temporary.paths.items[i]))
            remove_directory(temporary.paths.items[i]);
}

static void *await(void *arg)
{
    int signal_number;

    if (sigwait(&temporary.awaited, &signal_number) == 0) {
        remove_all();
        signal(signal_number, SIG_DFL);
        interrupt_restore();
        raise(signal_number);
    }
    return NULL;
}

void interrupt_start(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction now;
    pthread_t thread;

    sigemptyset(&temporary.awaited);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigaction(signals[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
            sigaddset(&temporary.awaited, signals[i]);
    pthread_sigmask(SIG_BLOCK, &temporary.awaited, &temporary.before);
    if (pthread_create(&thread, NULL, await, NULL) != 0)
        interrupt_restore();
}

void interrupt_restore(void)
{
    pthread_sigmask(SIG_SETMASK, &temporary.before, NULL);
}

const sigset_t *interrupt_mask(void)
{
    return &temporary.before;
}

void interrupt_removes(const char *path)
{
    pthread_mutex_lock(&temporary.lock);
    vec_push(&temporary.arena, &temporary.paths,
             arena_strdup(&temporary.arena, path));
    pthread_mutex_unlock(&temporary.lock);
}

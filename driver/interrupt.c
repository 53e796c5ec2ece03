/* What pyllc has begun to write is removed when a signal ends it.  The signals
 * are blocked in all threads and awaited by one of their own, which may do what
 * no handler may; commands and programs that pyllc starts get the mask back.
 * A command is a process group of its own, which gets the signal first: it
 * would go on writing. */
#include "driver/driver.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static struct {
    pthread_mutex_t lock;
    VEC(const char *) paths;
    Arena arena;
    VEC(pid_t) commands; /* that run; 0: one that has ended */
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

static void end_commands(int signal_number)
{
    siginfo_t info;

    for (int i = 0; i < temporary.commands.count; i++) {
        pid_t pid = temporary.commands.items[i];

        if (pid && kill(-pid, signal_number) == 0)
            waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT);
    }
}

static void remove_all(void)
{
    for (int i = 0; i < temporary.paths.count; i++)
        if (unlink(temporary.paths.items[i]) != 0 &&
            path_is_directory(temporary.paths.items[i]))
            remove_directory(temporary.paths.items[i]);
}

static void *await(void *arg)
{
    int signal_number;

    if (sigwait(&temporary.awaited, &signal_number) == 0) {
        /* And kept: no thread begins another file, or reports the end of a
         * command. */
        pthread_mutex_lock(&temporary.lock);
        end_commands(signal_number);
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

static int spawn(pid_t *pid, char *const *argv)
{
    posix_spawnattr_t attr;
    int e;

    posix_spawnattr_init(&attr);
    posix_spawnattr_setflags(&attr,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setsigmask(&attr, &temporary.before);
    posix_spawnattr_setpgroup(&attr, 0);
    e = posix_spawnp(pid, argv[0], NULL, &attr, argv, environ);
    posix_spawnattr_destroy(&attr);
    return e;
}

int interrupt_run(char *const *argv, int *status)
{
    pid_t pid;
    int e;

    pthread_mutex_lock(&temporary.lock);
    e = spawn(&pid, argv);
    if (!e)
        vec_push(&temporary.arena, &temporary.commands, pid);
    pthread_mutex_unlock(&temporary.lock);
    if (e)
        return e;
    while (waitpid(pid, status, 0) < 0 && errno == EINTR)
        ;
    pthread_mutex_lock(&temporary.lock);
    for (int i = 0; i < temporary.commands.count; i++)
        if (temporary.commands.items[i] == pid)
            temporary.commands.items[i] = 0;
    pthread_mutex_unlock(&temporary.lock);
    return 0;
}

static void removes_locked(const char *path)
{
    vec_push(&temporary.arena, &temporary.paths,
             arena_strdup(&temporary.arena, path));
}

void interrupt_removes(const char *path)
{
    pthread_mutex_lock(&temporary.lock);
    removes_locked(path);
    pthread_mutex_unlock(&temporary.lock);
}

bool interrupt_directory(char *path)
{
    bool made;

    pthread_mutex_lock(&temporary.lock);
    made = mkdtemp(path) != NULL;
    if (made)
        removes_locked(path);
    pthread_mutex_unlock(&temporary.lock);
    return made;
}

/* timed COMMAND ARGS...: runs a command and writes to descriptor 3
 * "seconds cpu-seconds peak-KB status\n".
 *
 * A process of its own because a child counts the peak memory of the process
 * it was forked from, and because forking an interpreter takes longer than
 * hello world. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
    return t.tv_sec + t.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    double start = now();
    struct rusage usage;
    int status;
    pid_t pid = argc > 1 ? fork() : -1;

    if (pid < 0)
        return 2;
    if (pid == 0) {
        close(3);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    if (wait4(pid, &status, 0, &usage) != pid)
        return 2;
    dprintf(3, "%.6f %.6f %ld %d\n", now() - start,
            seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
            status);
    return 0;
}

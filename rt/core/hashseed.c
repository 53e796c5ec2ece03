/* The secret that hashes of texts are mixed with: PYTHONHASHSEED and -R. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "start.h"
#include "str.h"

StartFlags start_flags;
const char *start_executable;

const char *start_getenv(const char *name)
{
    return start_flags.ignore_environment ? NULL : getenv(name);
}

static void seed_fatal(const char *what)
{
    fprintf(stderr, "Fatal Python error: %s\n", what);
    abort();
}

/* CPython's generator, so that a seed gives the same hashes. */
static void seed_with(uint32_t seed)
{
    unsigned char *p = (unsigned char *)&hash_secret;

    for (size_t i = 0; i < sizeof hash_secret; i++) {
        seed = seed * 214013 + 2531011;
        p[i] = (unsigned char)(seed >> 16);
    }
}

static void seed_randomly(void)
{
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

    if (fd < 0 ||
        read(fd, &hash_secret, sizeof hash_secret) != sizeof hash_secret)
        seed_fatal("Failed to initialize Python");
    close(fd);
}

void hash_seed_init(void)
{
    const char *wish = start_getenv("PYTHONHASHSEED");
    unsigned long seed;
    char *end;

    if (wish && *wish)
        start_flags.hash_randomization = 1;
    else
        wish = "random";
    if (!start_flags.hash_randomization)
        return;
    if (strcmp(wish, "random") == 0) {
        seed_randomly();
        return;
    }
    errno = 0;
    seed = strtoul(wish, &end, 10);
    if (*end || seed > UINT32_MAX || errno == ERANGE)
        seed_fatal("PYTHONHASHSEED must be \"random\" or an integer in range "
                   "[0; 4294967295]");
    if (seed)
        seed_with((uint32_t)seed);
}

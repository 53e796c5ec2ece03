/* load PORT CONNECTIONS REQUESTS: connections that are kept, each with one
 * request under way; prints requests per second.  Exit code 1 if an answer is
 * not what bench/http/server.py says. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct Connection {
    int fd;
    size_t have;
    char buffer[4096];
} Connection;

static long left, answers;
static const char request[] = "GET /bench HTTP/1.1\r\nHost: localhost\r\n"
                              "User-Agent: load\r\nAccept: */*\r\n\r\n";

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void ask(Connection *c)
{
    c->have = 0;
    if (left-- <= 0)
        return;
    if (write(c->fd, request, sizeof request - 1) != sizeof request - 1)
        fail("write");
}

/* The whole answer is there: headers and as many bytes as they say. */
static bool complete(Connection *c)
{
    char *end, *length;

    c->buffer[c->have] = '\0';
    end = strstr(c->buffer, "\r\n\r\n");
    length = strstr(c->buffer, "Content-Length: ");
    if (!end || !length)
        return false;
    if (strncmp(c->buffer, "HTTP/1.1 200 OK\r\n", 17) != 0) {
        fprintf(stderr, "answer: %.60s\n", c->buffer);
        exit(1);
    }
    return c->have ==
           (size_t)(end + 4 - c->buffer) + strtoul(length + 16, 0, 10);
}

static void on_data(Connection *c)
{
    ssize_t n =
        read(c->fd, c->buffer + c->have, sizeof c->buffer - 1 - c->have);

    if (n <= 0)
        fail("read");
    c->have += (size_t)n;
    if (complete(c)) {
        answers++;
        ask(c);
    }
}

static void open_connection(Connection *c, int port, int poll)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct epoll_event e = {.events = EPOLLIN, .data.ptr = c};

    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&to, sizeof to) < 0)
        fail("connect");
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    if (epoll_ctl(poll, EPOLL_CTL_ADD, c->fd, &e) < 0)
        fail("epoll_ctl");
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int main(int argc, char **argv)
{
    int port = argc > 3 ? atoi(argv[1]) : 0, n = argc > 3 ? atoi(argv[2]) : 0;
    long total = argc > 3 ? atol(argv[3]) : 0;
    int poll = epoll_create1(0);
    Connection *all = calloc((size_t)n + 1, sizeof *all);
    struct epoll_event events[64];
    double start;

    if (argc < 4 || !all) {
        fprintf(stderr, "usage: load PORT CONNECTIONS REQUESTS\n");
        return 2;
    }
    for (int i = 0; i < n; i++)
        open_connection(&all[i], port, poll);
    left = total;
    start = now();
    for (int i = 0; i < n; i++)
        ask(&all[i]);
    while (answers < total) {
        int k = epoll_wait(poll, events, 64, 30000);

        if (k <= 0)
            fail("no answers");
        for (int i = 0; i < k; i++)
            on_data(events[i].data.ptr);
    }
    printf("%.0f\n", (double)total / (now() - start));
    return 0;
}

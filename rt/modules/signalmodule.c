/* signal: the C handler only notes the signal and interrupts the main thread,
 * which runs the Python handler at its next safepoint. */
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

#include "cargs.h"
#include "errors.h"
#include "function.h"
#include "module.h"
#include "signals.h"
#include "names.h"

#include "methods_declare.h"
#include "signal.def"
#include "methods_end.h"

enum { SIGNAL_COUNT = 65 };

static struct {
    _Atomic int tripped;
    Value handler; /* a callable, SIG_DFL, SIG_IGN as ints; NULL: unknown */
} signals[SIGNAL_COUNT];

static _Atomic int any_tripped;
static volatile int wakeup_fd = -1;
static Value timer_error;
static const NativeDef signal_functions[];

/* --- from the C handler to Python -------------------------------------------
 */

void signals_trip(int number)
{
    int saved = errno;

    signals[number].tripped = 1;
    any_tripped = 1;
    thread_interrupt(thread_main);
    if (wakeup_fd >= 0 && write(wakeup_fd, "", 1) < 0)
        errno = saved;
    errno = saved;
}

/* What main waits for is interrupted by a signal of its own only. */
static void c_handler(int number)
{
    int saved = errno;

    if (thread_state == thread_main ||
        pthread_kill((pthread_t)thread_main->ident, number) != 0)
        signals_trip(number);
    errno = saved;
}

void signals_interrupt_main(void)
{
    Value handler = signals[SIGINT].handler;

    if (thread_state == thread_main || !handler || is_tagged_int(handler))
        signals_trip(SIGINT);
    else
        pthread_kill((pthread_t)thread_main->ident, SIGINT);
}

static int install(int number, void (*handler)(int))
{
    struct sigaction a = {.sa_handler = handler};

    sigemptyset(&a.sa_mask);
    return sigaction(number, &a, NULL);
}

static int run_handler(int number)
{
    Value handler = signals[number].handler, args[2], frame;

    if (!handler || is_tagged_int(handler))
        return 0;
    frame = traceback_frame(0);
    if (!frame && err_pending())
        return -1;
    args[0] = tag_int(number);
    args[1] = frame ? frame : NONE;
    return op_call(handler, args, 2, NULL) ? 0 : -1;
}

bool signals_tripped(void)
{
    return any_tripped;
}

int signals_run(void)
{
    if (!any_tripped)
        return 0;
    any_tripped = 0;
    for (int i = 1; i < SIGNAL_COUNT; i++) {
        if (!atomic_exchange(&signals[i].tripped, 0))
            continue;
        if (run_handler(i) < 0) {
            any_tripped = 1; /* the others' turn comes later */
            thread_interrupt(thread_main);
            return -1;
        }
    }
    return 0;
}

static Value int_handler_function(void)
{
    static Value function;

    for (const NativeDef *d = signal_functions; !function; d++)
        if (strcmp(d->name, "default_int_handler") == 0)
            function =
                native_function_new(d, NULL, (Value)str_intern("signal"));
    return function;
}

/* What the process was given: SIG_DFL, SIG_IGN or NULL for code not Python's.
 */
static Value inherited_handler(int number)
{
    struct sigaction old;

    if (sigaction(number, NULL, &old) < 0)
        return NULL;
    return old.sa_handler == SIG_DFL   ? tag_int(0)
           : old.sa_handler == SIG_IGN ? tag_int(1)
                                       : NULL;
}

/* The other signals are looked at by the module: most programs need none. */
void signals_init(void)
{
    install(SIGPIPE, SIG_IGN);
    install(SIGXFSZ, SIG_IGN);
    signals[SIGPIPE].handler = signals[SIGXFSZ].handler = tag_int(1);
    signals[SIGINT].handler = inherited_handler(SIGINT);
    if (signals[SIGINT].handler == tag_int(0)) {
        signals[SIGINT].handler = int_handler_function();
        install(SIGINT, c_handler);
    }
}

/* --- the module's functions
 * ------------------------------------------------------ */

static Value signal_default_int_handler(Value self, const Value *args,
                                        Py_ssize nargs)
{
    return err_set(&exc_KeyboardInterrupt, NULL);
}

/* A signal's number; -1 with exception. */
static int number_argument(Value v)
{
    int64_t i = value_as_c_int(v);

    if (i == -1 && err_pending())
        return -1;
    if (i >= 1 && i < SIGNAL_COUNT)
        return (int)i;
    err_format(&exc_ValueError, "signal number out of range");
    return -1;
}

static Value handler_of(int number)
{
    Value v = signals[number].handler;

    return v ? v : NONE;
}

static Value signal_signal(Value self, const Value *args, Py_ssize nargs)
{
    void (*c)(int) = c_handler;
    int number;
    Value old;

    if (thread_state != thread_main)
        return err_format(&exc_ValueError, "signal only works in main thread");
    number = number_argument(args[0]);
    if (number < 0)
        return NULL;
    if (args[1] == tag_int(0))
        c = SIG_DFL;
    else if (args[1] == tag_int(1))
        c = SIG_IGN;
    else if (!type_of(args[1])->call)
        return err_format(&exc_TypeError,
                          "signal handler must be signal.SIG_IGN, "
                          "signal.SIG_DFL, or a callable object");
    if (signals_run() < 0)
        return NULL;
    if (install(number, c) < 0)
        return err_from_errno(&exc_RuntimeError, NULL);
    old = handler_of(number);
    signals[number].handler = args[1];
    return old;
}

static Value signal_getsignal(Value self, const Value *args, Py_ssize nargs)
{
    int number = number_argument(args[0]);

    return number < 0 ? NULL : handler_of(number);
}

static Value signal_alarm(Value self, const Value *args, Py_ssize nargs)
{
    int64_t seconds = value_as_c_int(args[0]);

    if (seconds == -1 && err_pending())
        return NULL;
    return tag_int(alarm((unsigned)seconds));
}

static Value signal_pause(Value self, const Value *args, Py_ssize nargs)
{
    if (!atomic_load(&any_tripped))
        pause();
    return thread_safepoint() < 0 ? NULL : NONE;
}

static Value signal_siginterrupt(Value self, const Value *args, Py_ssize nargs)
{
    struct sigaction a;
    int number = number_argument(args[0]);
    int64_t flag = number < 0 ? -1 : value_as_c_int(args[1]);

    if (err_pending())
        return NULL;
    if (sigaction(number, NULL, &a) < 0)
        return err_from_errno(&exc_RuntimeError, NULL);
    a.sa_flags = flag ? a.sa_flags & ~SA_RESTART : a.sa_flags | SA_RESTART;
    if (sigaction(number, &a, NULL) < 0)
        return err_from_errno(&exc_RuntimeError, NULL);
    return NONE;
}

static Value signal_set_wakeup_fd(Value self, const Value *args, Py_ssize nargs)
{
    int64_t fd = value_as_c_int(args[0]);
    int old = wakeup_fd;

    if (fd == -1 && err_pending())
        return NULL;
    if (thread_state != thread_main)
        return err_format(&exc_ValueError,
                          "set_wakeup_fd only works in main thread");
    if (fd != -1 && lseek((int)fd, 0, SEEK_CUR) < 0 && errno == EBADF)
        return err_format(&exc_ValueError, "invalid fd");
    wakeup_fd = (int)fd;
    return tag_int(old);
}

static struct timeval timeval_from(double seconds)
{
    struct timeval t;

    t.tv_sec = (time_t)floor(seconds);
    t.tv_usec = (suseconds_t)(fmod(seconds, 1.0) * 1e6);
    if (seconds > 0 && t.tv_sec == 0 && t.tv_usec == 0)
        t.tv_usec = 1; /* zero would stop the timer */
    return t;
}

static Value timer_values(const struct itimerval *t)
{
    return (Value)tuple_pack(
        2,
        value_from_double((double)t->it_value.tv_sec +
                          (double)t->it_value.tv_usec * 1e-6),
        value_from_double((double)t->it_interval.tv_sec +
                          (double)t->it_interval.tv_usec * 1e-6));
}

static Value signal_setitimer(Value self, const Value *args, Py_ssize nargs)
{
    struct itimerval set, old;
    int64_t which = value_as_c_int(args[0]);
    double first = value_as_double(args[1]);
    double interval = nargs > 2 ? value_as_double(args[2]) : 0;

    if (err_pending())
        return NULL;
    set.it_value = timeval_from(first);
    set.it_interval = timeval_from(interval);
    if (setitimer((int)which, &set, &old) < 0)
        return err_from_errno((PyType *)timer_error, NULL);
    return timer_values(&old);
}

static Value signal_getitimer(Value self, const Value *args, Py_ssize nargs)
{
    struct itimerval now;
    int64_t which = value_as_c_int(args[0]);

    if (which == -1 && err_pending())
        return NULL;
    if (getitimer((int)which, &now) < 0)
        return err_from_errno((PyType *)timer_error, NULL);
    return timer_values(&now);
}

static const NativeDef signal_functions[] = {
#include "methods_table.h"
#include "signal.def"
#include "methods_end.h"
    {0}};

static int signal_init(PyModule *m)
{
    static const struct {
        const char *name;
        int value;
    } numbers[] = {
        {"SIG_DFL", 0},
        {"SIG_IGN", 1},
        {"NSIG", SIGNAL_COUNT},
#define S(name) {#name, name},
        S(SIGHUP) S(SIGINT) S(SIGQUIT) S(SIGILL) S(SIGTRAP) S(SIGIOT) S(SIGABRT)
            S(SIGFPE) S(SIGKILL) S(SIGBUS) S(SIGSEGV) S(SIGSYS) S(SIGPIPE)
                S(SIGALRM) S(SIGTERM) S(SIGUSR1) S(SIGUSR2) S(SIGCLD) S(SIGCHLD)
                    S(SIGPWR) S(SIGIO) S(SIGURG) S(SIGWINCH) S(SIGPOLL)
                        S(SIGSTOP) S(SIGTSTP) S(SIGCONT) S(SIGTTIN) S(SIGTTOU)
                            S(SIGVTALRM) S(SIGPROF) S(SIGXCPU) S(SIGXFSZ)
#undef S
                                {"ITIMER_REAL", ITIMER_REAL},
        {"ITIMER_VIRTUAL", ITIMER_VIRTUAL},
        {"ITIMER_PROF", ITIMER_PROF}};
    Value args[3] = {(Value)str_from_c("signal.ItimerError"),
                     (Value)&exc_IOError, NULL};
    PyDict *dict = dict_new();

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (module_add(m, numbers[i].name, tag_int(numbers[i].value)) < 0)
            return -1;
    for (int i = 1; i < SIGNAL_COUNT; i++)
        if (!signals[i].handler)
            signals[i].handler = inherited_handler(i);
    if (module_add(m, "SIGRTMIN", tag_int(SIGRTMIN)) < 0 ||
        module_add(m, "SIGRTMAX", tag_int(SIGRTMAX)) < 0)
        return -1;
    if (!dict || dict_set_str(dict, NAME(dunder_module),
                              (Value)str_intern("signal")) < 0)
        return -1;
    args[0] = (Value)str_from_c("ItimerError");
    args[1] = (Value)tuple_pack(1, (Value)&exc_IOError);
    args[2] = (Value)dict;
    timer_error = op_call((Value)&type_type, args, 3, NULL);
    if (module_add(m, "ItimerError", timer_error) < 0)
        return -1;
    return module_add(m, "default_int_handler", int_handler_function());
}

const NativeModule native_module_signal = {
    .name = "signal",
    .doc = "Functions that run when a signal comes, and timers that send some.",
    .functions = signal_functions,
    .init = signal_init};

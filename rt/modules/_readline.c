/* Module _readline: lines read with libedit, for readline.
 *
 * The library is loaded when the first line is read, so that a program that
 * imports readline starts without it and runs where it is missing.  The
 * history is readline.py's; libedit has a copy. */
#include "builtin_caller.h"
#include "cargs.h"
#include "guard.h"
#include "module.h"
#include "signals.h"
#include "str.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

typedef char *Generator(const char *text, int state);
typedef char **Completion(const char *text, int start, int end);

static struct {
    char *(*readline)(const char *prompt);
    int (*add_history)(const char *line);
    void (*clear_history)(void);
    char **(*matches)(const char *text, Generator *next);
    int (*insert_text)(const char *text);
    int (*parse_and_bind)(const char *text);
    void (*redisplay)(void);
    Completion **attempted;
    int (**startup)(void);
    char **line, **delims;
    int *over;
    bool tried;
} edit;

static Guard guard; /* libedit knows one line at a time */
static Value completer, startup;
static locale_t typed; /* the environment's: what bytes a key is; or 0 */

static int next_key(FILE *in);

static bool load_libedit(void)
{
    static const char *const names[] = {"libedit.so.2", "libedit.so",
                                        "libreadline.so.8"};
    int (*initialize)(void), *append, (**getc_function)(FILE *);
    const char *name = NULL;
    void *lib = NULL;

    for (size_t i = 0; !lib && i < sizeof names / sizeof *names; i++)
        lib = dlopen(name = names[i], RTLD_NOW | RTLD_LOCAL);
    if (!lib)
        return false;
    edit.add_history = dlsym(lib, "add_history");
    edit.clear_history = dlsym(lib, "clear_history");
    edit.matches = dlsym(lib, "rl_completion_matches");
    edit.insert_text = dlsym(lib, "rl_insert_text");
    edit.parse_and_bind = dlsym(lib, "rl_parse_and_bind");
    edit.redisplay = dlsym(lib, "rl_redisplay");
    edit.attempted = dlsym(lib, "rl_attempted_completion_function");
    edit.startup = dlsym(lib, "rl_startup_hook");
    edit.line = dlsym(lib, "rl_line_buffer");
    edit.delims = dlsym(lib, "rl_completer_word_break_characters");
    edit.over = dlsym(lib, "rl_attempted_completion_over");
    initialize = (int (*)(void))dlsym(lib, "rl_initialize");
    edit.readline = dlsym(lib, "readline");
    getc_function = dlsym(lib, "rl_getc_function");
    if (getc_function && strstr(name, "edit"))
        *getc_function = next_key; /* libreadline's own waits for signals */
    if (edit.readline && initialize)
        initialize();
    append = dlsym(lib, "rl_completion_append_character");
    if (append)
        *append = '\0'; /* nothing follows a completed word */
    return edit.readline != NULL;
}

static bool load(void)
{
    locale_t before;
    bool loaded;

    if (edit.tried)
        return edit.readline != NULL;
    edit.tried = true;
    typed = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    before = uselocale(typed);
    loaded = load_libedit();
    uselocale(before);
    return loaded;
}

/* --- what libedit calls --------------------------------------------------- */

/* Waits until fd can be read: false when main has a signal to handle.  Between
 * libedit's prompt and its read() one would be noticed at the next key only;
 * here signals come through nowhere but in ppoll(). */
static bool wait_for_input(int fd)
{
    struct pollfd p = {.fd = fd, .events = POLLIN};
    sigset_t all, before;
    int ready = -1;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (ready < 0 && !(thread_state == thread_main && signals_tripped()))
        if ((ready = ppoll(&p, 1, NULL, &before)) < 0 && errno != EINTR)
            ready = 0; /* read() tells why */
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ready >= 0;
}

/* The next character in the encoding of `typed`, EOF at the end of input and
 * for a signal; bytes that are no character are left out. */
static int next_key(FILE *in)
{
    mbstate_t state = {0};
    wchar_t key;
    char byte;
    size_t n;

    for (;;) {
        if (!wait_for_input(fileno(in)) || read(fileno(in), &byte, 1) != 1)
            return EOF;
        n = mbrtowc(&key, &byte, 1, &state);
        if (n == (size_t)-1)
            state = (mbstate_t){0};
        else if (n != (size_t)-2)
            return (int)key;
    }
}

/* A function in Python answers with text or None. */
static char *next_match(const char *text, int state)
{
    Value args[] = {(Value)str_from_c(text), tag_int(state)}, v;

    v = completer ? op_call(completer, args, 2, NULL) : NULL;
    if (!v)
        err_clear();
    return v && is_str(v) ? strdup(str_data((PyStr *)v)) : NULL;
}

static Value bounds_hook;

static char **complete(const char *text, int start, int end)
{
    Value args[] = {tag_int(start), tag_int(end)};

    if (edit.over)
        *edit.over = 1;
    if (!completer || !edit.matches)
        return NULL;
    if (bounds_hook && !op_call(bounds_hook, args, 2, NULL))
        err_clear();
    return edit.matches(text, next_match);
}

static int on_startup(void)
{
    if (startup && !op_call(startup, NULL, 0, NULL))
        err_clear();
    return 0;
}

/* --- functions ------------------------------------------------------------ */

static char word_delims[256];

/* readline(prompt, completer, bounds, startup, delimiters): the line, None at
 * the end of input.  The functions may be None; bounds(start, end) tells what
 * is being completed. */
static Value f_readline(Value self, const Value *args, Py_ssize nargs)
{
    const char *prompt = arg_name("readline", 1, args[0]);
    const char *delims = arg_name("readline", 5, args[4]);
    locale_t before;
    char *line;
    Value v;

    if (!prompt || !delims)
        return NULL;
    if (!load())
        return err_format(&exc_ImportError, "no libedit");
    guard_enter(&guard);
    completer = args[1] == NONE ? NULL : args[1];
    bounds_hook = args[2] == NONE ? NULL : args[2];
    startup = args[3] == NONE ? NULL : args[3];
    strncpy(word_delims, delims, sizeof word_delims - 1);
    if (edit.delims)
        *edit.delims = word_delims;
    if (edit.attempted)
        *edit.attempted = complete;
    if (edit.startup)
        *edit.startup = on_startup;
    before = uselocale(typed);
    line = edit.readline(prompt);
    uselocale(before);
    guard_leave(&guard);
    v = line ? (Value)str_from_c(line) : NONE;
    free(line);
    return v;
}

static Value f_available(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(load());
}

static Value f_add(Value self, const Value *args, Py_ssize nargs)
{
    const char *line = arg_name("add_history", 1, args[0]);

    if (!line)
        return NULL;
    if (load() && edit.add_history)
        edit.add_history(line);
    return NONE;
}

static Value f_clear(Value self, const Value *args, Py_ssize nargs)
{
    if (load() && edit.clear_history)
        edit.clear_history();
    return NONE;
}

static Value f_insert(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = arg_name("insert_text", 1, args[0]);

    if (!text)
        return NULL;
    if (edit.insert_text)
        edit.insert_text(text);
    return NONE;
}

static Value f_bind(Value self, const Value *args, Py_ssize nargs)
{
    const char *text = arg_name("parse_and_bind", 1, args[0]);

    if (!text)
        return NULL;
    if (load() && edit.parse_and_bind)
        edit.parse_and_bind(text);
    return NONE;
}

static Value f_redisplay(Value self, const Value *args, Py_ssize nargs)
{
    if (edit.redisplay)
        edit.redisplay();
    return NONE;
}

static Value f_buffer(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)str_from_c(edit.line && *edit.line ? *edit.line : "");
}

/* set_reader(function): raw_input() on a terminal calls it with the prompt. */
static Value f_set_reader(Value self, const Value *args, Py_ssize nargs)
{
    input_reader = args[0];
    return NONE;
}

static const NativeDef functions[] = {
    {"readline", f_readline, 5, 5, ARITY_parse},
    {"available", f_available, 0, 0, ARITY_none},
    {"add", f_add, 1, 1, ARITY_parse},
    {"clear", f_clear, 0, 0, ARITY_none},
    {"insert", f_insert, 1, 1, ARITY_parse},
    {"bind", f_bind, 1, 1, ARITY_parse},
    {"redisplay", f_redisplay, 0, 0, ARITY_none},
    {"buffer", f_buffer, 0, 0, ARITY_none},
    {"set_reader", f_set_reader, 1, 1, ARITY_parse},
    {0}};

const NativeModule native_module__readline = {
    .name = "_readline",
    .doc = "Lines read with libedit.",
    .functions = functions,
};

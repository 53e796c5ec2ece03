/* The command line of python: options in CPython's order and words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "start.h"

#include "eval/python.h"

/* Options and whether they take an argument, as CPython's getopt has them. */
static const char letters[] = "3bBc:dEhiJm:OQ:RsStuUvVW:xX?";

static const char usage_line[] =
    "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

static const char help_text[] =
    "Interprets a Python 2.7 program: a file, a folder or an archive with a\n"
    "__main__, standard input, or without any of them a prompt.\n\n"
    "  -B             write no .pyc files (none are written anyway;\n"
    "                 PYTHONDONTWRITEBYTECODE)\n"
    "  -c TEXT        run the text; the arguments behind it are the program's\n"
    "  -E             look at no PYTHON* environment variables\n"
    "  -h, --help     print this and exit\n"
    "  -i             give a prompt when the program is done (PYTHONINSPECT)\n"
    "  -m NAME        run the module NAME as the program\n"
    "  -O, -OO        leave out asserts; docstrings, too (PYTHONOPTIMIZE)\n"
    "  -Q HOW         what / does with ints: old or new\n"
    "  -R             hash texts differently in every process "
    "(PYTHONHASHSEED)\n"
    "  -s, -S         do without the user's site folder (PYTHONNOUSERSITE);\n"
    "                 without module site\n"
    "  -u             do not buffer stdin, stdout and stderr "
    "(PYTHONUNBUFFERED)\n"
    "  -v             tell what is imported, and from where (PYTHONVERBOSE)\n"
    "  -V, --version  print the version and exit\n"
    "  -W FILTER      add action:message:category:module:line to the "
    "warnings'\n"
    "                 filters (PYTHONWARNINGS)\n"
    "  -x             skip the first line of the file\n"
    "  -              read the program from standard input, as without a file\n"
    "\n"
    "Accepted without effect: -3, -b, -d, -t, -Q warn, -Q warnall, -X ...\n"
    "\n"
    "PYTHONPATH names folders to search for modules, PYTHONSTARTUP a file "
    "that\n"
    "a prompt runs first, PYTHONIOENCODING the encoding[:errors] of the "
    "streams.\n";

static int usage(int code, const char *program)
{
    FILE *f = code ? stderr : stdout;

    fprintf(f, usage_line, program);
    if (code)
        fputs("Try `python -h' for more information.\n", f);
    else
        fputs(help_text, f);
    return code;
}

/* The letters of an argument that were not looked at yet. */
typedef struct Options {
    char **argv;
    int argc, next;
    const char *rest, *value;
} Options;

/* The next option, 0: no more, '_': what was wrong has been said. */
static int next_option(Options *o)
{
    const char *known;
    int c;

    if (!o->rest || !*o->rest) {
        const char *arg = o->next < o->argc ? o->argv[o->next] : "";

        if (arg[0] != '-' || !arg[1])
            return 0;
        o->next++;
        if (strcmp(arg, "--") == 0)
            return 0;
        if (strcmp(arg, "--help") == 0 || strcmp(arg, "--version") == 0)
            return arg[2] == 'h' ? 'h' : 'V';
        o->rest = arg + 1;
    }
    c = *o->rest++;
    known = c == ':' ? NULL : strchr(letters, c);
    if (c == 'J' || !known) {
        fprintf(stderr,
                c == 'J' ? "-J is reserved for Jython\n"
                         : "Unknown option: -%c\n",
                c);
        return '_';
    }
    if (known[1] != ':')
        return c;
    o->value = o->rest;
    o->rest = NULL;
    if (!*o->value) {
        if (o->next >= o->argc) {
            fprintf(stderr, "Argument expected for the -%c option\n", c);
            return '_';
        }
        o->value = o->argv[o->next++];
    }
    return c;
}

static int *flag_of(int c)
{
    StartFlags *f = &start_flags;

    switch (c) {
    case 'b':
        return &f->bytes_warning;
    case 'B':
        return &f->dont_write_bytecode;
    case 'd':
        return &f->debug;
    case 'E':
        return &f->ignore_environment;
    case 'O':
        return &f->optimize;
    case 'R':
        return &f->hash_randomization;
    case 's':
        return &f->no_user_site;
    case 'S':
        return &f->no_site;
    case 't':
        return &f->tabcheck;
    case 'U':
        return &f->unicode;
    case 'v':
        return &f->verbose;
    case '3':
        return &f->py3k_warning;
    default:
        return NULL;
    }
}

/* -1: it is none of the four. */
static int set_division(const char *how)
{
    static const char *const ways[] = {"old", "warn", "warnall"};

    for (int i = 0; i < 3; i++)
        if (strcmp(how, ways[i]) == 0) {
            start_flags.division_warning = i;
            return 0;
        }
    if (strcmp(how, "new") == 0) {
        start_flags.division_new = 1;
        return 0;
    }
    fputs("-Q option should be `-Qold', `-Qwarn', `-Qwarnall', or `-Qnew' "
          "only\n",
          stderr);
    return -1;
}

static void add_warning(PythonCommand *c, const char *text)
{
    c->warnings =
        realloc(c->warnings, sizeof *c->warnings * (size_t)(c->nwarnings + 1));
    if (!c->warnings)
        abort();
    c->warnings[c->nwarnings++] = text;
}

/* Those that are not one flag; -1: wrong. */
static int take_option(PythonCommand *c, int option, const char *value)
{
    switch (option) {
    case 'i':
        start_flags.inspect++;
        start_flags.interactive++;
        return 0;
    case 'Q':
        return set_division(value);
    case 'u':
        c->unbuffered = true;
        return 0;
    case 'W':
        add_warning(c, value);
        return 0;
    case 'x':
        c->skip_first_line = true;
        return 0;
    case 'X':
        return 0;
    default:
        return -1;
    }
}

/* CPython's own getenv(), which takes an empty variable for none. */
static const char *variable(const char *name)
{
    const char *v = start_getenv(name);

    return v && *v ? v : NULL;
}

/* A number raises the flag to itself, anything else to 1. */
static void flag_from(int *flag, const char *name)
{
    const char *v = variable(name);
    int n = v ? atoi(v) : 0;

    if (n > *flag)
        *flag = n;
    if (v && *flag < 1)
        *flag = 1;
}

static void take_environment(PythonCommand *c)
{
    const char *warnings = variable("PYTHONWARNINGS");
    char *copy = warnings ? strdup(warnings) : NULL, *save = NULL;

    for (char *w = copy ? strtok_r(copy, ",", &save) : NULL; w;
         w = strtok_r(NULL, ",", &save))
        add_warning(c, w);
    if (variable("PYTHONINSPECT") && !start_flags.inspect)
        start_flags.inspect = 1;
    if (variable("PYTHONUNBUFFERED"))
        c->unbuffered = true;
    if (variable("PYTHONNOUSERSITE") && !start_flags.no_user_site)
        start_flags.no_user_site = 1;
    flag_from(&start_flags.debug, "PYTHONDEBUG");
    flag_from(&start_flags.verbose, "PYTHONVERBOSE");
    flag_from(&start_flags.optimize, "PYTHONOPTIMIZE");
    flag_from(&start_flags.dont_write_bytecode, "PYTHONDONTWRITEBYTECODE");
}

/* -3 warns of divisions and looks at tabs, too. */
static void settle_flags(void)
{
    StartFlags *f = &start_flags;

    if (f->py3k_warning && !f->division_warning)
        f->division_warning = 1;
    if (f->py3k_warning && !f->tabcheck)
        f->tabcheck = 1;
}

int python_options(PythonCommand *c, int argc, char **argv)
{
    Options o = {.argv = argv, .argc = argc, .next = 1};
    bool help = false, version = false;
    int option;

    c->program = argv[0];
    while (!c->command && !c->module && (option = next_option(&o)) != 0) {
        int *flag = flag_of(option);

        if (flag)
            ++*flag;
        else if (option == 'c')
            c->command = o.value;
        else if (option == 'm')
            c->module = o.value;
        else if (option == 'h' || option == '?')
            help = true;
        else if (option == 'V')
            version = true;
        else if (take_option(c, option, o.value) < 0)
            return usage(2, c->program);
    }
    if (help)
        return usage(0, c->program);
    if (version) {
        fputs("Python 2.7.18\n", stderr);
        return 0;
    }
    settle_flags();
    take_environment(c);
    if (c->command || c->module)
        argv[--o.next] = c->command ? "-c" : "-m";
    else if (o.next < argc && strcmp(argv[o.next], "-") != 0)
        c->file = argv[o.next];
    c->args = argv + o.next;
    c->nargs = argc - o.next;
    return -1;
}

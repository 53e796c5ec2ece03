/* Command line options, as clang's users expect them. */
#include "driver/driver.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void report(const char *kind, const char *fmt, va_list ap)
{
    fprintf(stderr, "pyllc: %s: ", kind);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
}

void report_error(const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    report("error", fmt, ap);
    va_end(ap);
}

void report_warning(const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    report("warning", fmt, ap);
    va_end(ap);
}

static const char help_text[] =
    "OVERVIEW: ahead-of-time compiler for Python 2.7\n"
    "\n"
    "USAGE: pyllc [options] file.py ...\n"
    "       pyllc run [options] file.py [arguments]\n"
    "\n"
    "OUTPUT:\n"
    "  -o FILE             Write the result to FILE\n"
    "  -c                  Compile, do not link: an object file\n"
    "  -S                  Write assembly\n"
    "  -emit-llvm          With -S: LLVM IR (.ll); with -c: bitcode (.bc)\n"
    "\n"
    "OPTIMIZATION:\n"
    "  -O0 -O1 -O2 -O3     Optimization level (default -O2)\n"
    "  -Os                 Optimize for size\n"
    "  -march=native       Use all instructions of this machine\n"
    "  --disable=PASS      Leave out a pass\n"
    "\n"
    "MODULES:\n"
    "  -I DIR              Search DIR for modules, before PYTHONPATH\n"
    "  --include-module M  Compile module M in, for computed imports\n"
    "\n"
    "DIAGNOSTICS:\n"
    "  -g                  Debug information\n"
    "  -v                  Show the commands that are run\n"
    "  --dump=WHAT         Print tokens, ast, scopes, ir or llvm and stop\n"
    "  --check             Verify the IR after every pass\n"
    "  --time-passes       Print how long each step took\n"
    "  --version, --help\n"
    "\n"
    "EXAMPLES:\n"
    "  pyllc prog.py -o prog && ./prog\n"
    "  pyllc run prog.py input.txt\n"
    "  pyllc -S -emit-llvm prog.py -o prog.ll\n";

static void usage_error(const char *fmt, const char *arg)
{
    report_error(fmt, arg);
    exit(1);
}

static const char *needed_value(int argc, char **argv, int *i)
{
    if (*i + 1 >= argc)
        usage_error("argument to '%s' is missing (expected 1 value)", argv[*i]);
    return argv[++*i];
}

static void set_level(Options *o, const char *arg)
{
    const char *level = arg + 2;

    o->codegen.optimize_size = strcmp(level, "s") == 0;
    if (o->codegen.optimize_size)
        o->codegen.opt_level = 2;
    else if (level[0] >= '0' && level[0] <= '3' && !level[1])
        o->codegen.opt_level = level[0] - '0';
    else if (!level[0])
        o->codegen.opt_level = 1;
    else
        usage_error("invalid value '%s' in '-O'", level);
}

static bool starts(const char *s, const char *prefix, const char **rest)
{
    size_t n = strlen(prefix);

    if (strncmp(s, prefix, n) != 0)
        return false;
    *rest = s + n;
    return true;
}

static bool flag_option(Options *o, const char *arg)
{
    if (strcmp(arg, "-c") == 0)
        o->mode = MODE_compile;
    else if (strcmp(arg, "-S") == 0)
        o->mode = MODE_assembly;
    else if (strcmp(arg, "-emit-llvm") == 0)
        o->emit_llvm = true;
    else if (strcmp(arg, "-g") == 0)
        o->codegen.debug_info = true;
    else if (strcmp(arg, "-v") == 0)
        o->verbose = true;
    else if (strcmp(arg, "-s") == 0)
        o->strip = true;
    else if (strcmp(arg, "--check") == 0)
        o->check = true;
    else if (strcmp(arg, "--static") == 0)
        o->static_link = true;
    else if (strcmp(arg, "--time-passes") == 0)
        o->time_passes = true;
    else if (strcmp(arg, "-march=native") == 0)
        o->codegen.native_cpu = true;
    else
        return false;
    return true;
}

static bool value_option(Options *o, int argc, char **argv, int *i)
{
    const char *arg = argv[*i], *rest;

    if (strcmp(arg, "-o") == 0)
        o->output = needed_value(argc, argv, i);
    else if (strcmp(arg, "-I") == 0)
        vec_push(o->arena, &o->include, needed_value(argc, argv, i));
    else if (strcmp(arg, "-j") == 0)
        o->jobs = atoi(needed_value(argc, argv, i));
    else if (strcmp(arg, "--include-module") == 0)
        vec_push(o->arena, &o->modules, needed_value(argc, argv, i));
    else if (starts(arg, "--include-module=", &rest))
        vec_push(o->arena, &o->modules, rest);
    else if (starts(arg, "--dump=", &rest))
        o->dump = rest;
    else if (starts(arg, "--disable=", &rest))
        vec_push(o->arena, &o->disabled, rest);
    else if (starts(arg, "-I", &rest))
        vec_push(o->arena, &o->include, rest);
    else if (starts(arg, "-j", &rest))
        o->jobs = atoi(rest);
    else if (starts(arg, "-O", &rest))
        set_level(o, arg);
    else
        return false;
    return true;
}

static void information_option(const char *arg)
{
    if (strcmp(arg, "--help") == 0 || strcmp(arg, "-h") == 0) {
        fputs(help_text, stdout);
        exit(0);
    }
    if (strcmp(arg, "--version") == 0) {
        printf("pyllc " PYLLC_VERSION " (Python 2.7.18, LLVM %s)\n",
               codegen_llvm_version());
        exit(0);
    }
}

void options_parse(Options *o, int argc, char **argv)
{
    int i = 1;

    o->codegen.opt_level = 2;
    o->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (i < argc && strcmp(argv[i], "run") == 0) {
        o->mode = MODE_run;
        i++;
    }
    for (; i < argc; i++) {
        if (argv[i][0] != '-' || !argv[i][1]) {
            vec_push(o->arena, &o->inputs, argv[i]);
            if (o->mode == MODE_run) {
                o->run_args = argv + i + 1;
                o->run_nargs = argc - i - 1;
                break;
            }
            continue;
        }
        information_option(argv[i]);
        if (!flag_option(o, argv[i]) && !value_option(o, argc, argv, &i))
            usage_error("unknown argument: '%s'", argv[i]);
    }
    if (!o->inputs.count) {
        report_error("no input files");
        exit(1);
    }
}

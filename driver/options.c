/* Command line options, as clang's users expect them. */
#include "driver/driver.h"

#include <errno.h>
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
    "USAGE: pyllc [options] file.py [module.py ...] [object.o ...]\n"
    "       pyllc run [options] file.py [arguments]\n"
    "       pyllc                     a prompt; pyllc -e TEXT runs the text\n"
    "\n"
    "OUTPUT:\n"
    "  -o FILE             Write the result to FILE (default: the program's\n"
    "                      name); - is standard output\n"
    "  -c                  Compile each file to an object that provides it as\n"
    "                      a module; do not link\n"
    "  -S                  The same, to assembly\n"
    "  -emit-llvm          With -S: LLVM IR (.ll); with -c: bitcode (.bc)\n"
    "  -MD                 Also write the sources read, for make (-MF FILE)\n"
    "  -g                  Debug information: functions and lines\n"
    "  -s                  Strip the executable\n"
    "  --static            Link statically, C library included\n"
    "  -l LIB, -L DIR, -Wl,..., -fuse-ld=LD   For the linker\n"
    "  --libs              Print what a C linker needs behind objects\n"
    "\n"
    "OPTIMIZATION:\n"
    "  -O0                 Fastest compilation\n"
    "  -O1                 Quick: no specialisation by types\n"
    "  -O2                 Specialise and optimise what pays, within a budget\n"
    "                      for each module (default)\n"
    "  -O3                 All functions, the library's as well, with all of\n"
    "                      LLVM's passes\n"
    "  -Os                 Code as small as at -O1; specialises loops over\n"
    "                      numbers only\n"
    "  -march=native       Use all instructions of this machine\n"
    "  --no-trace          Compile programs with tracers, debuggers or\n"
    "                      profilers, too; these see no compiled functions\n"
    "  --disable=PASS      Leave out a pass; llvm: those of LLVM\n"
    "  -j N                Compile on N threads (default: all cores)\n"
    "\n"
    "MODULES:\n"
    "  -I DIR              Search DIR for modules, before PYTHONPATH\n"
    "  --include-module M  Compile module M in, for computed imports\n"
    "  --stdlib DIR        Take what pyllc's library lacks from CPython 2.7's\n"
    "                      folder of modules (default: PYLLC_STDLIB)\n"
    "  --modules           Print the modules of the standard library: which\n"
    "                      are complete, partly there, absent\n"
    "\n"
    "DIAGNOSTICS:\n"
    "  --interp            run: interpret the program, compile nothing\n"
    "  -v                  Show the commands that are run\n"
    "  --dump=WHAT         Print tokens, ast, scopes, ir, llvm or asm of the\n"
    "                      first file; ir:after=PASS,fn=NAME: of one function\n"
    "  --check             Verify the IR after every pass, and that printed "
    "IR\n"
    "                      is read back as it was\n"
    "  --time-passes       Print how long each step took\n"
    "  --stats             Print how large the IR is behind every pass\n"
    "  --version, --help\n"
    "\n"
    "EXAMPLES:\n"
    "  pyllc prog.py -o prog && ./prog\n"
    "  pyllc run prog.py input.txt\n"
    "  pyllc -c util.py && pyllc prog.py util.o -o prog\n"
    "  pyllc -S -emit-llvm prog.py -o prog.ll\n"
    "\n"
    "EXIT CODES:\n"
    "  0 done; 1 an error in a source, a file or the link; 2 wrong usage\n"
    "  run: the program's own\n";

static void usage_error(const char *fmt, const char *arg)
{
    report_error(fmt, arg);
    exit(2);
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

/* Everything that is not a kind of file the linker knows is Python. */
static bool is_for_linker(const char *path)
{
    return path_has_suffix(path, ".o") || path_has_suffix(path, ".a") ||
           path_has_suffix(path, ".so") || path_has_suffix(path, ".s") ||
           path_has_suffix(path, ".c") || path_is_llvm(path);
}

static void add_input(Options *o, const char *path)
{
    vec_push(o->arena, &o->inputs, path);
    if (path_is_llvm(path))
        vec_push(o->arena, &o->llvm, path);
    if (is_for_linker(path))
        vec_push(o->arena, &o->link_args, path);
    else
        vec_push(o->arena, &o->sources, path);
}

static void check_inputs(Options *o)
{
    bool no_link = o->mode == MODE_compile || o->mode == MODE_assembly;
    bool missing = false;

    for (int i = 0; i < o->inputs.count; i++) {
        const char *path = o->inputs.items[i];

        if (access(path, F_OK) != 0) {
            report_error("no such file or directory: '%s'", path);
            missing = true;
        } else if (path_is_directory(path)) {
            report_error("'%s' is a directory", path);
            missing = true;
        } else if (access(path, R_OK) != 0) {
            report_error("cannot read '%s': %s", path, strerror(errno));
            missing = true;
        }
    }
    if (missing)
        exit(1);
    if (no_link && o->output && o->sources.count + o->llvm.count > 1)
        usage_error("cannot specify -o when generating multiple output "
                    "files%s",
                    "");
    if (o->emit_llvm && !no_link)
        usage_error("-emit-llvm cannot be used when linking%s", "");
    if ((o->dump || no_link || o->mode == MODE_run) && o->inputs.count &&
        !o->sources.count && !(no_link && o->llvm.count))
        usage_error("no Python source among the input files%s", "");
}

/* ir:after=PASS,fn=NAME */
static void set_dump(Options *o, const char *what)
{
    static const char *const kinds[] = {"tokens", "ast",  "scopes",
                                        "ir",     "llvm", "asm"};
    char *copy = arena_strdup(o->arena, what), *save = NULL;
    char *part = strchr(copy, ':');

    if (part)
        *part++ = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i], copy) == 0)
            o->dump = kinds[i];
    if (!o->dump || (part && strcmp(o->dump, "ir") != 0))
        usage_error("invalid value '%s' in '--dump='", what);
    for (part = part ? strtok_r(part, ",", &save) : NULL; part;
         part = strtok_r(NULL, ",", &save))
        if (!starts(part, "after=", &o->dump_after) &&
            !starts(part, "fn=", &o->dump_fn))
            usage_error("invalid value '%s' in '--dump='", what);
    if (o->dump_after && strcmp(o->dump_after, "build") != 0 &&
        !pass_is_known(o->dump_after))
        usage_error("no pass named '%s'", o->dump_after);
}

static void disable_pass(Options *o, const char *name)
{
    if (strcmp(name, "llvm") == 0)
        o->codegen.plain = true;
    else if (pass_is_known(name))
        vec_push(o->arena, &o->disabled, name);
    else
        usage_error("no pass named '%s'", name);
}

static void set_jobs(Options *o, const char *value)
{
    char *end;

    o->jobs = (int)strtol(value, &end, 10);
    if (*end || o->jobs < 1)
        usage_error("invalid value '%s' in '-j'", value);
}

static void set_stdlib(Options *o, const char *dir)
{
    o->stdlib = NULL;
    if (!*dir)
        return;
    if (!path_exists(path_join(o->arena, dir, "os.py")))
        usage_error("no library of CPython in '%s'", dir);
    o->stdlib = dir;
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
    else if (strcmp(arg, "--interp") == 0)
        o->interpret = true;
    else if (strcmp(arg, "--check") == 0)
        o->check = true;
    else if (strcmp(arg, "-MD") == 0)
        o->depend = true;
    else if (strcmp(arg, "--libs") == 0)
        o->print_libs = true;
    else if (strcmp(arg, "--static") == 0)
        o->static_link = true;
    else if (strcmp(arg, "--time-passes") == 0)
        o->time_passes = true;
    else if (strcmp(arg, "--stats") == 0)
        o->stats = true;
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
        set_jobs(o, needed_value(argc, argv, i));
    else if (strcmp(arg, "-MF") == 0)
        o->depend_file = needed_value(argc, argv, i);
    else if (strcmp(arg, "-l") == 0 || strcmp(arg, "-L") == 0)
        vec_push(
            o->arena, &o->link_args,
            arena_printf(o->arena, "%s%s", arg, needed_value(argc, argv, i)));
    else if (starts(arg, "-l", &rest) || starts(arg, "-L", &rest) ||
             starts(arg, "-Wl,", &rest) || starts(arg, "-fuse-ld=", &rest))
        vec_push(o->arena, &o->link_args, arg);
    else if (strcmp(arg, "--no-trace") == 0)
        o->no_trace = true;
    else if (strcmp(arg, "--include-module") == 0)
        vec_push(o->arena, &o->modules, needed_value(argc, argv, i));
    else if (strcmp(arg, "--stdlib") == 0)
        set_stdlib(o, needed_value(argc, argv, i));
    else if (starts(arg, "--stdlib=", &rest))
        set_stdlib(o, rest);
    else if (starts(arg, "--include-module=", &rest))
        vec_push(o->arena, &o->modules, rest);
    else if (starts(arg, "--dump=", &rest))
        set_dump(o, rest);
    else if (starts(arg, "--disable=", &rest))
        disable_pass(o, rest);
    else if (starts(arg, "-I", &rest))
        vec_push(o->arena, &o->include, rest);
    else if (starts(arg, "-j", &rest))
        set_jobs(o, rest);
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
    if (strcmp(arg, "--modules") == 0) {
        modules_print();
        exit(0);
    }
    if (strcmp(arg, "--version") == 0) {
        printf("pyllc " PYLLC_VERSION " (Python 2.7.18, LLVM %s)\n",
               codegen_llvm_version());
        exit(0);
    }
}

/* What needs no file: pyllc alone in a terminal, and -e TEXT. */
static bool wants_prompt(Options *o, int argc, char **argv)
{
    if (argc == 1 && isatty(STDIN_FILENO))
        o->interpret = true;
    if (argc < 2 || strcmp(argv[1], "-e") != 0)
        return o->interpret;
    if (argc < 3)
        usage_error("argument to '%s' is missing (expected 1 value)", argv[1]);
    o->command = argv[2];
    o->run_args = argv + 3;
    o->run_nargs = argc - 3;
    return o->interpret = true;
}

void options_parse(Options *o, int argc, char **argv)
{
    int i = 1;
    bool only_files = false;

    if (wants_prompt(o, argc, argv))
        return;
    o->codegen.opt_level = 2;
    o->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (getenv("PYLLC_STDLIB"))
        set_stdlib(o, getenv("PYLLC_STDLIB"));
    if (i < argc && strcmp(argv[i], "run") == 0) {
        o->mode = MODE_run;
        i++;
    }
    for (; i < argc; i++) {
        if (only_files || argv[i][0] != '-' || !argv[i][1]) {
            add_input(o, argv[i]);
            if (o->mode == MODE_run) {
                o->run_args = argv + i + 1;
                o->run_nargs = argc - i - 1;
                break;
            }
            continue;
        }
        only_files = strcmp(argv[i], "--") == 0;
        if (only_files)
            continue;
        information_option(argv[i]);
        if (!flag_option(o, argv[i]) && !value_option(o, argc, argv, &i))
            usage_error("unknown argument: '%s'", argv[i]);
    }
    if (!o->inputs.count && !o->print_libs)
        usage_error("no input files%s", "");
    if (o->interpret && o->mode != MODE_run)
        usage_error("--interp only works with run%s", "");
    check_inputs(o);
}

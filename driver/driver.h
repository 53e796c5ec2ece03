/* The pyllc command: options, module graph, compilation, linking. */
#ifndef PYLLC_DRIVER_DRIVER_H
#define PYLLC_DRIVER_DRIVER_H

#include "codegen/codegen.h"

#include <signal.h>

typedef enum { MODE_link, MODE_compile, MODE_assembly, MODE_run } Mode;

/* Of threads that compile: syntax trees are walked recursively. */
#define STACK_SIZE ((size_t)1 << 30)

typedef VEC(const char *) StringList;

typedef struct Options {
    Mode mode;
    bool emit_llvm;
    bool verbose;
    bool check; /* verify the IR after every pass */
    bool time_passes;
    bool stats; /* how large the IR is behind every pass */
    bool static_link;
    bool strip;
    bool depend;             /* -MD */
    const char *depend_file; /* -MF */
    bool print_libs;         /* --libs */
    bool interpret;          /* --interp, -e, the prompt */
    bool no_trace;           /* --no-trace: compile what traces, too */
    const char *command;     /* -e, or NULL */
    int jobs;
    CodegenOptions codegen;
    const char *output;
    const char *dump; /* "tokens", "ast", "scopes", "ir", "llvm", "asm" */
    const char *dump_after, *dump_fn; /* of "ir", or NULL */
    StringList inputs;                /* all files */
    StringList sources;               /* .py among them */
    StringList link_args;             /* the others, and -l, -L, -Wl, */
    const char *lowered; /* where objects of .ll and .bc files are, or NULL */
    StringList llvm;     /* .ll and .bc among them */
    StringList include;  /* -I */
    StringList modules;  /* --include-module */
    StringList disabled; /* --disable=PASS */
    char **run_args;     /* pyllc run prog.py ARGS */
    int run_nargs;
    const char *stdlib; /* --stdlib: CPython's Lib folder, or NULL */
    Arena *arena;
} Options;

/* options.c: exits with 1 after a message, 0 after --help and --version. */
void options_parse(Options *o, int argc, char **argv);

/* paths.c: where pyllc's own files are. */
const char *path_runtime_archive(Arena *a);
const char *path_eval_archive(Arena *a);
const char *path_interpreter(Arena *a);
const char *path_python(Arena *a);
const char *path_fast_bitcode(Arena *a);
const char *path_library(Arena *a); /* lib/python2.7 */
const char *path_objects(Arena *a); /* of library modules; may not be there */
const char *path_include(Arena *a); /* pyllc.h */
const char *path_cache(Arena *a);   /* made if missing; NULL: none */
bool path_exists(const char *path);
bool path_is_directory(const char *path);
bool path_has_suffix(const char *path, const char *suffix);
bool path_is_llvm(const char *path); /* by its suffix: .ll, .bc */
char *path_join(Arena *a, const char *dir, const char *name);
char *path_dirname(Arena *a, const char *path);

/* What an object file says of itself. */
typedef struct ObjectInfo {
    StringList provides, imports, natives; /* modules */
    bool has_main;
} ObjectInfo;

/* object.c: adds what the file says; nothing if it is no object of pyllc's. */
void object_read(ObjectInfo *info, Arena *a, const char *path);

/* output.c: false after a message. */
bool output_check(const Options *o, const char *output);
/* Where to write first what becomes `output` ... */
char *output_temporary(Arena *a, const char *output);
/* ... and moves there, or goes into it if it is a device or a pipe. */
bool output_place(const char *temporary, const char *output);
/* Under another name first; "-" is stdout. */
bool output_write(Arena *a, const char *path, const char *data, size_t n);

/* A new directory below TMPDIR or /tmp; NULL after a message. */
char *output_directory(Arena *a);

/* interrupt.c: files and flat directories that a signal's end removes. */
void interrupt_start(void);
void interrupt_removes(const char *path);
/* The signal mask that pyllc was started with, for what it starts. */
void interrupt_restore(void);
/* mkdtemp(), for a flat directory. */
bool interrupt_directory(char *path);
/* Runs a command and waits for it: 0 and its status as of
 * waitpid(), or an errno. */
int interrupt_run(char *const *argv, int *status);

/* depend.c: writes the -MD file. */
bool depend_write(const Options *o, const Program *p, const char *output);

/* broken.c: makes the module one that raises the error. */
void broken_module(Module *m, const Diag *d);

/* modules.c: the standard library of 2.7, module by module. */
void modules_print(void);
/* Why a module of the standard library is absent; NULL: it is there, or is not
 * of the library. */
const char *modules_absent_or_null(const char *dotted);

/* graph.c: all modules that the program can import. */
typedef struct Given {
    const Name *name;
    const char *path; /* NULL: an object file provides it */
    bool is_package;
} Given;

typedef struct Graph {
    Program *program;
    StringList native; /* C modules */
    StringList search; /* directories */
    Arena *arena;
    const Options *options;
    Map failed;       /* Name of a module that was not found */
    Map warned;       /* Name of an absent module that was warned of */
    VEC(Given) given; /* by the command line */
    ObjectInfo objects;
} Graph;

/* Loads the files on the command line and what they import; the first is the
 * program unless as_modules.  False: errors were printed. */
bool graph_load(Graph *g, bool as_modules);
/* The module that a file given by itself is: its base name, behind the names
 * of the packages it lies in. */
const Name *graph_module_name(Arena *a, const char *path, bool *is_package);

/* Loads a.b.c and its parents; false: not found. */
bool graph_load_dotted(Graph *g, const char *dotted);

/* Loads a package with all its modules, if there is one of this name. */
void computed_package(Graph *g, const char *dotted);

/* computed.c: is n a call of __import__ or import_module?  *name is then the
 * module, or NULL; *package may be the one that the name starts with. */
bool computed_call(Graph *g, const Node *n, const char **name,
                   const char **package);
void computed_whole_package(Graph *g, const Module *m);
/* Loads what the strings in m name. */
void computed_names(Graph *g, const Module *m);
/* Loads what import statements in its strings name, for exec and eval(). */
void computed_texts(Graph *g, const Module *m);
/* `from m import *`: the submodules that __all__ names. */
void computed_star(Graph *g, const Module *m);

/* evaluator.c: does code here run source text?  exec, or the builtin eval,
 * compile, execfile or input. */
bool scope_needs_eval(const Scope *module);
bool scope_shows_code(const Scope *s);
bool scope_shows_locals(const Scope *s);
bool node_needs_eval(const Node *n);

/* --- traced.c ------------------------------------------------------------- */

/* Is it a function that sets a tracer, or a debugger or profiler of the
 * library? */
bool name_sets_tracer(const Name *name);
bool module_traces(const Module *m);
/* The evaluator will run the module. */
void leave_as_text(Module *m);

/* drops.c: sets `drops` of the program and its modules. */
void find_drops(Program *program);
/* Sets `closing` of the program's own modules: the names of the others. */
void find_closing(Program *program);

/* encodings.c: does the expression or import need the encodings package? */
bool node_needs_encodings(const Node *n);
/* What all nodes of a module together say of it: it needs the package when
 * codecs are computed and one that is not in C is named somewhere. */
typedef struct CodecUses {
    bool named, computed;
} CodecUses;
void codec_uses_note(CodecUses *uses, const Node *n);
/* A text with \\N{...}, perhaps for the codec unicode_escape? */
bool node_needs_unicodedata(const Node *n);

/* compile.c: is there a pass of that name? */
bool pass_is_known(const char *name);
/* One module to a file; false after a message. */
bool compile_module(const Options *o, Module *m, const Graph *g,
                    const char *out);
/* The object that starts the program `main` (NULL: C code does) and names the C
 * modules. */
bool compile_start(const Options *o, const Graph *g, const char *main,
                   const char *out);

/* build.c: is the module of pyllc's own library? */
bool is_library_module(const Module *m);
/* Compiles all modules, links them. */
bool build_program(const Options *o, Graph *g, const char *output);

/* cache.c: where the object or program is (*found) or belongs; NULL: no
 * cache. */
const char *cache_object(const Options *o, const Module *m, bool *found);
const char *cache_program(const Options *o, const Graph *g, bool *found);

/* link.c: false with one line on stderr.  natives: the modules in C. */
bool link_program(const Options *o, const StringList *objects,
                  const StringList *natives, const char *output);
/* Makes one object of several; false with one line on stderr. */
bool link_parts(const Options *o, Arena *a, const char *const *parts, int n,
                const char *out);
/* Runs a command; its exit status, or -1. */
int run_command(char *const *argv);
/* What a C linker needs behind the objects, in one line on stdout. */
void link_print_libs(const Options *o);

/* llvm_input.c: .ll and .bc files; false after a message. */
bool llvm_input_compile(const Options *o, const char *path, const char *out);
/* Those of a link become objects ... */
bool llvm_inputs_lower(Options *o);
/* ... which are removed in the end. */
void llvm_inputs_remove(const Options *o);

/* diagnostics: "pyllc: error: ..." */
void report_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void report_warning(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif

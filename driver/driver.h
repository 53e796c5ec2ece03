/* The pyllc command: options, module graph, compilation, linking. */
#ifndef PYLLC_DRIVER_DRIVER_H
#define PYLLC_DRIVER_DRIVER_H

#include "codegen/codegen.h"

typedef enum { MODE_link, MODE_compile, MODE_assembly, MODE_run } Mode;

typedef VEC(const char *) StringList;

typedef struct Options {
    Mode mode;
    bool emit_llvm;
    bool verbose;
    bool check; /* verify the IR after every pass */
    bool time_passes;
    bool static_link;
    bool strip;
    int jobs;
    CodegenOptions codegen;
    const char *output;
    const char *dump;    /* "tokens", "ast", "scopes", "ir", "llvm" or NULL */
    StringList inputs;   /* .py and .o files */
    StringList include;  /* -I */
    StringList modules;  /* --include-module */
    StringList disabled; /* --disable=PASS */
    char **run_args;     /* pyllc run prog.py ARGS */
    int run_nargs;
    Arena *arena;
} Options;

/* options.c: exits with 1 after a message, 0 after --help and --version. */
void options_parse(Options *o, int argc, char **argv);

/* paths.c: where pyllc's own files are. */
const char *path_runtime_archive(Arena *a);
const char *path_fast_bitcode(Arena *a);
const char *path_library(Arena *a); /* lib/python2.7 */
const char *path_cache(Arena *a);   /* made if missing; NULL: none */
bool path_exists(const char *path);
bool path_is_directory(const char *path);
char *path_join(Arena *a, const char *dir, const char *name);
char *path_dirname(Arena *a, const char *path);

/* graph.c: all modules that the program can import. */
typedef struct Graph {
    Program *program;
    StringList native; /* C modules */
    StringList search; /* directories */
    Arena *arena;
    const Options *options;
    Map failed; /* Name of a module that was not found */
} Graph;

/* Loads the main file and what it imports; false: errors were printed. */
bool graph_load(Graph *g, const char *main_path);

/* encodings.c: does the expression or import need the encodings package? */
bool node_needs_encodings(const Node *n);
/* A text with \\N{...}, perhaps for the codec unicode_escape? */
bool node_needs_unicodedata(const Node *n);

/* compile.c */
bool compile_module(const Options *o, Module *m, Program *p,
                    const StringList *native, const char *out);

/* cache.c: where the module's object is or belongs; NULL: no cache. */
const char *cache_object(const Options *o, const Module *m);

/* link.c: false with one line on stderr. */
bool link_program(const Options *o, const StringList *objects,
                  const char *output);
/* Runs a command; its exit status, or -1. */
int run_command(char *const *argv);

/* diagnostics: "pyllc: error: ..." */
void report_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void report_warning(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif

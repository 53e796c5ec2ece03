/* One module through the pipeline: AST to SSA, passes, LLVM, object file. */
#include "driver/driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool is_disabled(const Options *o, const char *pass)
{
    for (int i = 0; i < o->disabled.count; i++)
        if (strcmp(o->disabled.items[i], pass) == 0)
            return true;
    return false;
}

typedef struct Pass {
    const char *name;
    void (*run)(Fn *fn);
    int level; /* from this -O level on */
    bool generators_only;
} Pass;

/* In this order.  Each pass's header says what it needs and breaks. */
static const Pass passes[] = {
    {"simplify", pass_simplify, 0, false},
    {"consume", pass_consume, 0, false},
    {"specialize", pass_specialize, 1, false},
    {"generator", pass_lower_generator, 0, true},
};

static void run_passes(const Options *o, Fn *fn)
{
    for (size_t i = 0; i < sizeof passes / sizeof *passes; i++) {
        const Pass *p = &passes[i];

        if (o->codegen.opt_level < p->level || is_disabled(o, p->name) ||
            (p->generators_only && !fn->is_generator))
            continue;
        p->run(fn);
        if (o->check)
            ir_verify(fn, p->name);
    }
}

static void print_text(char *text)
{
    fputs(text ? text : "", stdout);
}

static void dump_ir(Module *m)
{
    StrBuf out = {0};

    ir_print_module(&out, m);
    print_text(out.data);
    strbuf_free(&out);
}

static OutputKind output_kind(const Options *o)
{
    if (o->emit_llvm)
        return o->mode == MODE_assembly ? OUTPUT_ir : OUTPUT_bitcode;
    return o->mode == MODE_assembly ? OUTPUT_assembly : OUTPUT_object;
}

static bool fail(const char *what, const char *path, char *error)
{
    report_error("%s '%s': %s", what, path, error ? error : "failed");
    free(error);
    return false;
}

/* Writes beside the output and renames, so that `out` is whole or absent. */
static bool write_output(const Options *o, Module *m, Codegen *cg,
                         const char *out)
{
    char *temporary = arena_printf(m->arena, "%s.%d.tmp", out, getpid());
    char *error = NULL;

    if (!codegen_write(cg, temporary, output_kind(o), &error)) {
        remove(temporary);
        return fail("cannot write", out, error);
    }
    if (rename(temporary, out) != 0)
        return fail("cannot write", out, NULL);
    return true;
}

static void note_time(const Options *o, Module *m, const char *what,
                      double *start)
{
    double t = now();

    if (o->time_passes)
        fprintf(stderr, "%8.1f ms  %-10s %s\n", (t - *start) * 1e3, what,
                m->name->text);
    *start = t;
}

bool compile_module(const Options *o, Module *m, Program *p,
                    const StringList *native, const char *out)
{
    double start = now();
    char *error = NULL;
    Codegen *cg;
    bool ok;

    ir_build_module(m);
    for (int i = 0; i < m->fns.count; i++) {
        if (o->check)
            ir_verify(m->fns.items[i], "build");
        run_passes(o, m->fns.items[i]);
    }
    note_time(o, m, "ir", &start);
    if (o->dump && strcmp(o->dump, "ir") == 0) {
        dump_ir(m);
        return true;
    }
    cg = codegen_module(m, &o->codegen);
    if (m->is_main)
        codegen_program(cg, p, native->items, native->count);
    note_time(o, m, "codegen", &start);
    if (o->dump && strcmp(o->dump, "llvm") == 0) {
        print_text(codegen_text(cg));
        return true;
    }
    if (!codegen_optimize(cg, &error))
        return fail("cannot compile", m->filename, error);
    note_time(o, m, "optimize", &start);
    ok = write_output(o, m, cg, out);
    note_time(o, m, "write", &start);
    codegen_free(cg);
    return ok;
}

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
    void (*run)(Fn *fn);           /* on each function, or */
    void (*run_module)(Module *m); /* on all at once */
    int level;                     /* from this -O level on */
    bool generators_only;
    const char *serves; /* left out where that pass is; or NULL */
    int most;           /* up to that -O level; 0: any */
    enum { SIZE_any, SIZE_not, SIZE_only } size; /* is it for -Os, too? */
} Pass;

/* In this order.  Each pass's header says what it needs and breaks. */
static const Pass passes[] = {
    {"simplify", pass_simplify, NULL, 0, false},
    {"forward", NULL, pass_forward, 2, false, NULL, 0, SIZE_not},
    {"consumers", pass_consumers, NULL, 2, false},
    {"counting", pass_counting, NULL, 2, false},
    {"inline", NULL, pass_inline, 2, false, NULL, 0, SIZE_not},
    {"promote", pass_promote, NULL, 2, false},
    {"consume", pass_consume, NULL, 0, false},
    {"infer", NULL, pass_infer, 2, false},
    {"consume_inferred", pass_consume, NULL, 2, false},
    {"consume_globals", NULL, pass_consume_globals, 0, false},
    {"shapes", NULL, pass_shapes, 2, false},
    {"fuse", pass_fuse, NULL, 1, false},
    {"large", pass_large, NULL, 1, false, NULL, 2},
    {"tiers", NULL, pass_tiers, 2, false, NULL, 2, SIZE_not},
    {"methods", NULL, pass_methods, 2, false, "specialize", 0, SIZE_not},
    {"clone", NULL, pass_clone, 2, false, "specialize"},
    {"compact", NULL, pass_compact, 2, false, NULL, 0, SIZE_only},
    {"specialize", pass_specialize, NULL, 2, false},
    {"scalars", pass_scalars, NULL, 2, false, "methods"},
    {"ranges", pass_ranges, NULL, 2, false, "specialize"},
    {"restart", pass_restart, NULL, 2, false},
    {"reuse", pass_reuse, NULL, 2, false, "specialize"},
    {"turns", pass_turns, NULL, 2, false, "specialize"},
    {"hold", pass_hold, NULL, 0, false},
    {"generator", pass_lower_generator, NULL, 0, true},
    {"temps", pass_temps, NULL, 2, false, "specialize"},
};
enum { NPASSES = sizeof passes / sizeof *passes };

bool pass_is_known(const char *name)
{
    for (int i = 0; i < NPASSES; i++)
        if (strcmp(passes[i].name, name) == 0)
            return true;
    return false;
}

/* --- dumps ---------------------------------------------------------------- */

static void print_buffer(StrBuf *out)
{
    if (out->len)
        fwrite(out->data, 1, out->len, stdout);
    strbuf_free(out);
}

static void dump_fn(const Options *o, const Fn *fn, const char *after)
{
    StrBuf out = {0};

    if (!o->dump || strcmp(o->dump, "ir") != 0 || !o->dump_after ||
        strcmp(o->dump_after, after) != 0 ||
        (o->dump_fn && strcmp(o->dump_fn, fn->name->text) != 0))
        return;
    ir_print_fn(&out, fn);
    print_buffer(&out);
}

/* Behind all passes. */
static void dump_ir(const Options *o, const Module *m)
{
    StrBuf out = {0};

    if (o->dump_after)
        return;
    if (!o->dump_fn)
        ir_print_module(&out, m);
    for (int i = 0; o->dump_fn && i < m->fns.count; i++)
        if (strcmp(m->fns.items[i]->name->text, o->dump_fn) == 0)
            ir_print_with_twin(&out, m->fns.items[i]);
    print_buffer(&out);
}

/* --- passes --------------------------------------------------------------- */

static void behind_pass(const Options *o, const Fn *fn, const char *pass)
{
    if (o->check) {
        ir_verify(fn, pass);
        ir_check_round_trip(fn, pass);
    }
    dump_fn(o, fn, pass);
    if (fn->typed)
        behind_pass(o, fn->typed, pass);
}

static void run_on(const Pass *p, Fn *fn)
{
    if (!p->generators_only || fn->is_generator)
        p->run(fn);
    if (fn->typed)
        run_on(p, fn->typed);
}

static void run_pass(const Options *o, Module *m, const Pass *p)
{
    if (p->run_module)
        p->run_module(m);
    for (int i = 0; i < m->fns.count; i++) {
        if (p->run)
            run_on(p, m->fns.items[i]);
        behind_pass(o, m->fns.items[i], p->name);
    }
}

static void show_time(const Options *o, const char *module, const char *what,
                      double seconds)
{
    if (o->time_passes)
        fprintf(stderr, "%8.1f ms  %-10s %s\n", seconds * 1e3, what, module);
}

static void note_time(const Options *o, const char *module, const char *what,
                      double *start)
{
    double t = now();

    show_time(o, module, what, t - *start);
    *start = t;
}

/* How much code there is: what copies of bodies and versions of blocks cost. */
typedef struct Size {
    int fns, blocks, values;
} Size;

static void count_fn(Size *n, const Fn *fn)
{
    n->fns++;
    FOREACH_BLOCK (fn, b) {
        n->blocks++;
        FOREACH_VALUE (b, v)
            n->values += v != NULL;
    }
    if (fn->typed)
        count_fn(n, fn->typed);
}

static Size count_module(const Module *m)
{
    Size n = {0};

    for (int i = 0; i < m->fns.count; i++)
        count_fn(&n, m->fns.items[i]);
    return n;
}

static void show_size(const Options *o, const Module *m, const char *pass,
                      const Size *built)
{
    Size n;

    if (!o->stats)
        return;
    n = count_module(m);
    fprintf(stderr, "%-10s %5d bodies %6d blocks %7d values  x%.2f  %s\n", pass,
            n.fns, n.blocks, n.values,
            (double)n.values / (built->values + !built->values), m->name->text);
}

static void make_ir(const Options *o, Module *m)
{
    double start = now();
    Size built;

    ir_build_module(m);
    for (int i = 0; i < m->fns.count; i++)
        behind_pass(o, m->fns.items[i], "build");
    note_time(o, m->name->text, "build", &start);
    built = count_module(m);
    show_size(o, m, "build", &built);
    for (int i = 0; i < NPASSES; i++) {
        const Pass *p = &passes[i];

        if (o->codegen.opt_level < p->level ||
            (p->most && o->codegen.opt_level > p->most) ||
            p->size == (o->codegen.optimize_size ? SIZE_not : SIZE_only) ||
            is_disabled(o, p->name) || (p->serves && is_disabled(o, p->serves)))
            continue;
        run_pass(o, m, p);
        note_time(o, m->name->text, p->name, &start);
        show_size(o, m, p->name, &built);
    }
}

/* --- output --------------------------------------------------------------- */

static OutputKind output_kind(const Options *o)
{
    if (o->dump)
        return OUTPUT_assembly;
    if (o->emit_llvm)
        return o->mode == MODE_assembly ? OUTPUT_ir : OUTPUT_bitcode;
    return o->mode == MODE_assembly ? OUTPUT_assembly : OUTPUT_object;
}

static bool fail(const char *path, char *error)
{
    report_error("cannot compile '%s': %s", path, error ? error : "failed");
    free(error);
    return false;
}

static bool finish(const Options *o, Codegen *cg, Arena *a, const char *name,
                   const char *out)
{
    double start = now();
    char *error = NULL, *data;
    size_t size;
    bool ok;

    if (!codegen_optimize(cg, &error))
        return fail(name, error);
    note_time(o, name, "optimize", &start);
    data = codegen_emit(cg, output_kind(o), &size, &error);
    if (!data)
        return fail(name, error);
    ok = output_write(a, out, data, size);
    free(data);
    note_time(o, name, "write", &start);
    codegen_free(cg);
    return ok;
}

static void add_record(StrBuf *b, char kind, const char *name)
{
    strbuf_putc(b, kind);
    strbuf_puts(b, name);
    strbuf_putc(b, 0);
}

/* See object.c. */
static void add_info(Codegen *cg, const Graph *g, const Module *m)
{
    StrBuf b = {.arena = m->arena};

    add_record(&b, 'M', m->name->text);
    for (int i = 0; i < g->program->modules.count; i++)
        if (g->program->modules.items[i] != m)
            add_record(&b, 'I', g->program->modules.items[i]->name->text);
    for (int i = 0; i < g->native.count; i++)
        add_record(&b, 'N', g->native.items[i]);
    codegen_info(cg, b.data, b.len);
}

/* --- parts ---------------------------------------------------------------- */

static int count_quick(const Module *m)
{
    int n = 0;

    for (int i = 0; i < m->fns.count; i++)
        n += m->fns.items[i]->is_quick;
    return n;
}

/* Is an object made of two that are optimised differently? */
static bool has_parts(const Options *o, const Module *m, const char *out)
{
    int quick = count_quick(m);

    return !o->dump && output_kind(o) == OUTPUT_object &&
           strcmp(out, "-") != 0 && quick && quick < m->fns.count;
}

static bool compile_hot_part(const Options *o, Module *m, const char *out)
{
    double start = now();
    Codegen *cg = codegen_hot_part(m, &o->codegen);

    note_time(o, m->name->text, "hot", &start);
    return finish(o, cg, m->arena, m->name->text, out);
}

/* Adds what the module's object holds beside its functions. */
static void add_start_and_info(const Options *o, Codegen *cg, const Graph *g,
                               const Module *m)
{
    bool by_itself = o->mode == MODE_compile || o->mode == MODE_assembly;

    if (m->is_main || by_itself)
        codegen_natives(cg, g->native.items, g->native.count);
    if (m->is_main)
        codegen_main(cg, m->name->text, path_python(m->arena));
    else if (by_itself)
        add_info(cg, g, m);
}

/* How functions that are not worth it are translated: as at -O0, which takes
 * least time, or for -Os as at -O1, which is smaller. */
static CodegenOptions quick_options(const Options *o, const Module *m)
{
    CodegenOptions quick = o->codegen;
    bool large = false;

    for (int i = 0; i < m->fns.count; i++)
        large |= m->fns.items[i]->is_large;
    quick.plain = !quick.optimize_size || large;
    quick.opt_level = quick.optimize_size ? 1 : quick.opt_level;
    quick.optimize_size = false;
    return quick;
}

/* The functions that are worth it, then the others; linked. */
static bool compile_parts(const Options *o, Module *m, const Graph *g,
                          const char *out)
{
    const char *name = output_temporary(m->arena, out);
    const char *parts[] = {arena_printf(m->arena, "%s.1.o", name),
                           arena_printf(m->arena, "%s.2.o", name)};
    Options quick = *o;
    double start;
    Codegen *cg;
    bool ok = compile_hot_part(o, m, parts[0]);

    if (ok) {
        start = now();
        quick.codegen = quick_options(o, m);
        cg = codegen_quick_part(m, &quick.codegen);
        add_start_and_info(o, cg, g, m);
        note_time(o, m->name->text, "quick", &start);
        ok = finish(o, cg, m->arena, m->name->text, parts[1]);
        start = now();
        ok = ok && link_parts(o, m->arena, parts, 2, out);
        note_time(o, m->name->text, "join", &start);
    }
    unlink(parts[0]);
    unlink(parts[1]);
    return ok;
}

bool compile_module(const Options *o, Module *m, const Graph *g,
                    const char *out)
{
    Options options = *o;
    Codegen *cg;
    double start;

    make_ir(o, m);
    if (o->dump && strcmp(o->dump, "ir") == 0) {
        dump_ir(o, m);
        return true;
    }
    if (has_parts(o, m, out))
        return compile_parts(o, m, g, out);
    start = now();
    if (count_quick(m) == m->fns.count)
        options.codegen = quick_options(o, m);
    cg = codegen_module(m, &options.codegen);
    add_start_and_info(o, cg, g, m);
    note_time(o, m->name->text, "codegen", &start);
    if (o->dump && strcmp(o->dump, "llvm") == 0) {
        char *text = codegen_text(cg);

        fputs(text, stdout);
        free(text);
        return true;
    }
    return finish(o, cg, m->arena, m->name->text, out);
}

bool compile_start(const Options *o, const Graph *g, const char *main,
                   const char *out)
{
    Codegen *cg = codegen_stub(o->arena, &o->codegen);

    codegen_natives(cg, g->native.items, g->native.count);
    if (main)
        codegen_main(cg, main, path_python(o->arena));
    return finish(o, cg, o->arena, "start", out);
}

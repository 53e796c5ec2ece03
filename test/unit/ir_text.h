/* Passes on IR that is written as text: see ir/print.c for its form. */
#ifndef TEST_IR_TEXT_H
#define TEST_IR_TEXT_H

#include "ir/ir.h"

#include <check.h>
#include <signal.h>

/* An empty module `m`. */
static inline Module *empty_module(void)
{
    Arena *a = xmalloc(sizeof *a);
    Program *p;

    *a = (Arena){0};
    p = ARENA_NEW(a, Program);
    p->arena = a;
    return ir_module_new(p, name_intern_cstr("m"), "m.py");
}

/* The functions of a module; the text must be right. */
static inline Module *read_ir(const char *text)
{
    Module *m = empty_module();
    ReadError e = {0};

    ck_assert_msg(ir_read_module(m, text, strlen(text), &e), "%d:%d: %s",
                  e.line, e.column, e.message);
    return m;
}

static inline const char *printed(const Module *m)
{
    StrBuf out = {.arena = m->arena};

    ir_print_module(&out, m);
    return out.data;
}

/* The module in IR, behind ir_build_module. */
static inline Module *build_ir(const char *source)
{
    Module *m = empty_module();
    Diags diags = {.arena = m->arena};

    m->source =
        source_from_memory(m->arena, "m.py", source, strlen(source), false);
    m->ast = frontend_parse(m->arena, m->source, PARSE_file, 0, &diags);
    ck_assert_ptr_nonnull(m->ast);
    m->scope = scope_analyze(m->arena, m->source, m->ast, &diags);
    ck_assert_ptr_nonnull(m->scope);
    ir_build_module(m);
    return m;
}

/* A module behind one pass over each function, verified. */
static inline void run_pass(Module *m, void (*pass)(Fn *fn))
{
    for (int i = 0; i < m->fns.count; i++) {
        pass(m->fns.items[i]);
        ck_assert_ptr_null(ir_defect_or_null(m->fns.items[i], m->arena));
    }
}

/* text behind the pass must read `want`. */
static inline void check_pass(void (*pass)(Fn *fn), const char *text,
                              const char *want)
{
    Module *m = read_ir(text);

    run_pass(m, pass);
    ck_assert_str_eq(printed(m), want);
}

/* How many operations `op` stand in the module. */
static inline int count_op(const Module *m, Op op)
{
    int n = 0;

    for (int i = 0; i < m->fns.count; i++)
        FOREACH_BLOCK (m->fns.items[i], b)
            FOREACH_VALUE (b, v)
                n += v->op == op;
    return n;
}

#endif

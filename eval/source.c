/* Source text to register code. */
#include "eval/source.h"

#include "eval/lower.h"

static int pass_level;

void source_set_level(int level)
{
    pass_level = level;
}

static int future_flags; /* of all text, as in co_flags */

void source_set_options(int optimize, bool division, bool unicode)
{
    ast_optimize = optimize;
    future_flags = (division ? 0x2000 : 0) | (unicode ? 0x20000 : 0);
}

/* Trees are walked recursively; chains of 20,000 links are allowed, brackets
 * nest 100 deep. */
size_t source_stack(const SourceJob *job)
{
    size_t n = job->len < 40000 ? job->len : 40000;

    return ((size_t)1 << 20) + n * 2000 + (size_t)job->depth * 6000;
}

static void run_passes(Fn *fn)
{
    if (fn->nblocks > 1)
        pass_simplify(fn);
    if (fn->kind == FN_function)
        pass_consume(fn);
    if (pass_level > 1)
        pass_specialize(fn);
    if (pass_level > 0 && fn->is_generator)
        pass_lower_generator(fn);
    if (pass_level > 0)
        ir_verify(fn, "eval");
}

static Module *make_module(SourceJob *job, Source *src, Node *tree,
                           Scope *scope)
{
    Program *program = ARENA_NEW(job->arena, Program);
    Module *m;

    program->arena = job->arena;
    m = ir_module_new(program, name_intern_cstr("eval"), job->filename);
    m->arena = m->global_map.arena = job->arena;
    m->source = src;
    m->ast = tree;
    m->scope = scope;
    m->is_eval = true;
    m->traced = pass_level == 0;
    m->shows_code = job->how & SOURCE_FACTS;
    return m;
}

/* The tree of the text, or the one given, checked. */
static Node *tree_of(SourceJob *job, Source *src, unsigned future)
{
    static const ParseMode modes[] = {PARSE_file, PARSE_eval, PARSE_single};

    if (job->tree)
        return frontend_adopt(job->arena, src, job->tree, future, &job->diags);
    if (job->how & SOURCE_KEEP_OPEN)
        future |= PARSE_KEEP_OPEN;
    if (job->only_tree)
        future |= PARSE_TREE_ONLY;
    return frontend_parse(job->arena, src, modes[job->mode], future,
                          &job->diags);
}

void source_compile(SourceJob *job)
{
    Arena *a = job->arena;
    unsigned future = code_future_of_flags(job->flags | future_flags);
    Source *src =
        job->how & SOURCE_FILE
            ? source_from_file_bytes(a, job->filename, job->text, job->len)
            : source_from_memory(a, job->filename, job->text, job->len,
                                 job->how & SOURCE_UTF8);
    Node *tree;
    Scope *scope;
    Module *m;

    job->diags.arena = a;
    tree = tree_of(job, src, future);
    if (job->only_tree) {
        job->tree = tree;
        return;
    }
    scope = tree ? scope_analyze(a, src, tree, &job->diags) : NULL;
    if (!scope)
        return;
    m = make_module(job, src, tree, scope);
    ir_build_module(m);
    for (int i = 0; i < m->fns.count; i++)
        run_passes(m->fns.items[i]);
    job->code = lower_module(m, !(job->how & SOURCE_FILE));
}

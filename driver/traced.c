/* Programs that trace: compiled code calls no tracer, so the modules of a
 * program that names tracers, debuggers or profilers are left as text, which
 * the evaluator runs when the module is imported.  The library stays compiled.
 */
#include "driver/driver.h"

static bool is_one_of(const char *text, const char *const *names)
{
    for (int i = 0; names[i]; i++)
        if (strcmp(text, names[i]) == 0)
            return true;
    return false;
}

bool name_sets_tracer(const Name *name)
{
    static const char *const ways[] = {"settrace", "setprofile", "set_trace",
                                       NULL};

    return is_one_of(name->text, ways);
}

bool module_traces(const Module *m)
{
    static const char *const modules[] = {
        "bdb", "cProfile", "hotshot", "pdb", "profile", "trace", NULL};

    return is_library_module(m) && is_one_of(m->name->text, modules);
}

/* The text is the first constant; what is compiled is an empty module. */
void leave_as_text(Module *m)
{
    Diags none = {.arena = m->arena};
    size_t len;
    const char *text = source_bytes(m->source, &len);

    m->is_text = true;
    const_str(m, text, len, CONST_str);
    m->source = source_from_memory(m->arena, m->filename, "", 0, false);
    m->ast = frontend_parse(m->arena, m->source, PARSE_file, 0, &none);
    m->scope = scope_analyze(m->arena, m->source, m->ast, &none);
}

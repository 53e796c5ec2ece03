/* Which programs notice when an object dies: those with a __del__ or weak
 * references, and those that give up generators which still have something to
 * clean up and are no context managers.  All their modules but the library's
 * get OP_drop (ir/build.c).  Other programs pay nothing. */
#include "driver/driver.h"

typedef struct Signs {
    bool notices, deletes; /* a variable or an attribute */
} Signs;

static bool is_weakref(const Name *name)
{
    return name && strcmp(name->text, "weakref") == 0;
}

static void look(Node *n, void *data)
{
    Signs *s = data;

    switch (n->kind) {
    case AST_FunctionDef:
        s->notices |= strcmp(n->FunctionDef.name->text, "__del__") == 0;
        break;
    case AST_Import:
        for (int i = 0; i < n->Import.names.count; i++)
            s->notices |= is_weakref(n->Import.names.items[i]->alias.name);
        break;
    case AST_ImportFrom:
        s->notices |= is_weakref(n->ImportFrom.module);
        break;
    case AST_Delete:
        s->deletes = true;
        break;
    default:
        break;
    }
    ast_each_child(n, look, data);
}

/* Is it a generator that contextlib makes a context manager of?  The with
 * statement ends it, not its death. */
static bool is_context_manager(const Scope *s)
{
    const Node *f = s->node, *by;

    if (f->kind != AST_FunctionDef || f->FunctionDef.decorator_list.count != 1)
        return false;
    by = f->FunctionDef.decorator_list.items[0];
    if (by->kind == AST_Attribute)
        return strcmp(by->Attribute.attr->text, "contextmanager") == 0;
    return by->kind == AST_Name &&
           strcmp(by->Name.id->text, "contextmanager") == 0;
}

static bool has_cleanup(const Scope *s)
{
    if (s->is_generator && s->has_cleanup && !is_context_manager(s))
        return true;
    for (int i = 0; i < s->children.count; i++)
        if (has_cleanup(s->children.items[i]))
            return true;
    return false;
}

void find_drops(Program *program)
{
    Signs s = {0};
    bool cleanup = false;

    for (int i = 0; i < program->modules.count; i++) {
        const Module *m = program->modules.items[i];

        if (is_library_module(m) || !m->ast || !m->scope)
            continue;
        look(m->ast, &s);
        cleanup |= has_cleanup(m->scope);
    }
    program->drops = s.notices || (s.deletes && cleanup);
    for (int i = 0; i < program->modules.count; i++) {
        Module *m = program->modules.items[i];

        m->drops = program->drops && !is_library_module(m);
    }
}

void find_closing(Program *program)
{
    for (int i = 0; i < program->modules.count; i++) {
        const Module *from = program->modules.items[i];

        if (is_library_module(from) || !from->scope)
            continue;
        for (int k = 0; k < program->modules.count; k++) {
            Module *to = program->modules.items[k];

            for (int j = 0; to != from && !is_library_module(to) &&
                            j < from->scope->closing.count;
                 j++)
                vec_push(program->arena, &to->closing,
                         from->scope->closing.items[j]);
        }
    }
}

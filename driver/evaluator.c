/* Which programs need the evaluator (eval/): those that use exec or a builtin
 * function that compiles source text, or that make modules be imported afresh.
 * The archive is on every link command; naming its module _eval takes it in. */
#include "driver/driver.h"

static bool means_builtin(const Scope *s, const Scope *module, const char *text)
{
    const Name *name = name_intern_cstr(text);
    const Symbol *here = scope_lookup(s, name);
    const Symbol *global = scope_lookup(module, name);

    if (!here || !(here->flags & SYMF_used) ||
        (global && global->flags & (SYMF_assigned | SYMF_stored)))
        return false;
    return s == module || s->kind == SCOPE_Class ||
           here->kind == SYM_GLOBAL_IMPLICIT ||
           here->kind == SYM_GLOBAL_EXPLICIT;
}

static bool needs_eval(const Scope *s, const Scope *module)
{
    static const char *const names[] = {"eval", "compile", "execfile", "input"};

    if (s->has_exec)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (means_builtin(s, module, names[i]))
            return true;
    for (int i = 0; i < s->children.count; i++)
        if (needs_eval(s->children.items[i], module))
            return true;
    return false;
}

bool scope_needs_eval(const Scope *module)
{
    return needs_eval(module, module);
}

/* Does the scope, or one inside, have one of the names? */
static bool has_name(const Scope *s, const char *const *names)
{
    for (int i = 0; i < s->names.count; i++)
        for (int k = 0; names[k]; k++)
            if (strcmp(s->names.items[i]->text, names[k]) == 0)
                return true;
    for (int i = 0; i < s->children.count; i++)
        if (has_name(s->children.items[i], names))
            return true;
    return false;
}

bool scope_shows_code(const Scope *s)
{
    static const char *const ways[] = {"co_code",   "co_consts",    "co_names",
                                       "co_lnotab", "co_stacksize", "func_code",
                                       "__code__",  "dis",          NULL};

    return has_name(s, ways);
}

bool scope_shows_locals(const Scope *s)
{
    static const char *const ways[] = {"f_locals", "getargvalues", "cgitb",
                                       NULL};

    return has_name(s, ways);
}

static bool is_sys_modules(const Node *n)
{
    return n->kind == AST_Attribute &&
           strcmp(n->Attribute.attr->text, "modules") == 0 &&
           n->Attribute.value->kind == AST_Name &&
           strcmp(n->Attribute.value->Name.id->text, "sys") == 0;
}

static bool is_named(const Node *n, const char *name)
{
    return n->kind == AST_Name ? strcmp(n->Name.id->text, name) == 0
                               : n->kind == AST_Attribute &&
                                     strcmp(n->Attribute.attr->text, name) == 0;
}

/* types.CodeType(...), new.code(...), type(f.func_code)(...) */
static bool makes_code(const Node *n)
{
    const Node *f = n->Call.func, *of;

    if (f->kind == AST_Call && is_named(f->Call.func, "type") &&
        f->Call.args.count == 1) {
        of = f->Call.args.items[0];
        return is_named(of, "func_code") || is_named(of, "__code__");
    }
    return is_named(f, "CodeType") ||
           (f->kind == AST_Attribute && is_named(f, "code") &&
            is_named(f->Attribute.value, "new"));
}

/* A module taken out of sys.modules is run by the evaluator when it is imported
 * again: del sys.modules[name], sys.modules.pop(name).  It also makes code
 * objects. */
bool node_needs_eval(const Node *n)
{
    if (n->kind == AST_Call && makes_code(n))
        return true;
    if (n->kind == AST_Call && n->Call.func->kind == AST_Attribute)
        return strcmp(n->Call.func->Attribute.attr->text, "pop") == 0 &&
               is_sys_modules(n->Call.func->Attribute.value);
    for (int i = 0; n->kind == AST_Delete && i < n->Delete.targets.count; i++) {
        const Node *target = n->Delete.targets.items[i];

        if (target->kind == AST_Subscript &&
            is_sys_modules(target->Subscript.value))
            return true;
    }
    return false;
}

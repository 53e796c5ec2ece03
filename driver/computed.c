/* Imports whose names are not plain: what a program seems to mean by
 * __import__('plugins.' + name), importlib.import_module('.x', 'pkg') and
 * `from pkg import *`. */
#include "driver/driver.h"

#include <dirent.h>

static bool ends_with(const char *s, const char *suffix)
{
    size_t n = strlen(s), k = strlen(suffix);

    return n > k && strcmp(s + n - k, suffix) == 0;
}

void computed_whole_package(Graph *g, const Module *m)
{
    const char *path = path_dirname(g->arena, m->filename);
    DIR *dir = opendir(*path ? path : ".");
    struct dirent *e;

    while (dir && (e = readdir(dir))) {
        char *file = path_join(g->arena, path, e->d_name);
        size_t n = strlen(e->d_name);
        bool module = ends_with(e->d_name, ".py");

        if (e->d_name[0] == '.' || strcmp(e->d_name, "__init__.py") == 0 ||
            (!module && !path_exists(path_join(g->arena, file, "__init__.py"))))
            continue;
        graph_load_dotted(g,
                          arena_printf(g->arena, "%s.%.*s", m->name->text,
                                       (int)(module ? n - 3 : n), e->d_name));
    }
    if (dir)
        closedir(dir);
}

/* The text that the string an expression makes starts with, or NULL. */
static const char *known_start(const Node *n)
{
    while (n->kind == AST_BinOp)
        n = n->BinOp.left;
    if (n->kind == AST_Call && n->Call.func->kind == AST_Attribute)
        n = n->Call.func->Attribute.value; /* '...'.format() */
    return n->kind == AST_Str ? n->Str.s.data : NULL;
}

/* 'a.b.%s' -> a.b; NULL if no whole name stands in front. */
static const char *package_in(Arena *a, const char *start)
{
    size_t n = strcspn(start, "%{");

    while (n > 0 && start[n - 1] != '.')
        n--;
    return n > 1 ? arena_strndup(a, start, n - 1) : NULL;
}

static bool is_import_function(const Node *f)
{
    const Name *name = f->kind == AST_Name        ? f->Name.id
                       : f->kind == AST_Attribute ? f->Attribute.attr
                                                  : NULL;

    return name && (strcmp(name->text, "__import__") == 0 ||
                    strcmp(name->text, "import_module") == 0);
}

static const char *literal(const Node *n)
{
    return n->kind == AST_Str ? n->Str.s.data : NULL;
}

const char *computed_call(Graph *g, const Node *n, const char **package)
{
    const Node *first = n->Call.args.count ? n->Call.args.items[0] : NULL;
    const char *name, *base;

    *package = NULL;
    if (!first || !is_import_function(n->Call.func))
        return NULL;
    name = literal(first);
    if (name && name[0] == '.' && n->Call.args.count == 2) {
        base = literal(n->Call.args.items[1]);
        return base ? arena_printf(g->arena, "%s%s", base, name) : NULL;
    }
    if (name)
        return name;
    name = known_start(first);
    *package = name ? package_in(g->arena, name) : NULL;
    return NULL;
}

static void load_all_names(Graph *g, const Module *m, const Node *value)
{
    const NodeList *items = value->kind == AST_List    ? &value->List.elts
                            : value->kind == AST_Tuple ? &value->Tuple.elts
                                                       : NULL;

    for (int i = 0; items && i < items->count; i++)
        if (literal(items->items[i]))
            graph_load_dotted(g, arena_printf(g->arena, "%s.%s", m->name->text,
                                              literal(items->items[i])));
}

void computed_star(Graph *g, const Module *m)
{
    const NodeList *body = &m->ast->Module.body;

    for (int i = 0; i < body->count; i++) {
        const Node *n = body->items[i];

        if (n->kind == AST_Assign && n->Assign.targets.count == 1 &&
            n->Assign.targets.items[0]->kind == AST_Name &&
            strcmp(n->Assign.targets.items[0]->Name.id->text, "__all__") == 0)
            load_all_names(g, m, n->Assign.value);
    }
}

/* Imports whose names are not plain: what a program seems to mean by
 * __import__('plugins.' + name), importlib.import_module('.x', 'pkg') and
 * `from pkg import *`. */
#include "driver/driver.h"

#include <ctype.h>
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

/* --- names held in variables ------------------------------------------------
 * Where __import__ gets a name from somewhere, each string of the module that
 * is the name of one may be meant, and 'pkg.' stands for all of a package.
 * pyllc's own library is left out: its names are its callers'. */

static bool is_dotted(const char *s)
{
    bool start = true;

    for (; *s; s++) {
        bool letter = isalpha((unsigned char)*s) || *s == '_';

        if (!letter && (start || (*s != '.' && !isdigit((unsigned char)*s))))
            return false;
        start = *s == '.';
    }
    return true;
}

static void take_name(Graph *g, const char *s)
{
    size_t n = strlen(s);

    if (n == 0 || !is_dotted(s))
        return;
    if (s[n - 1] == '.')
        computed_package(g, arena_strndup(g->arena, s, n - 1));
    else
        graph_load_dotted(g, s);
}

/* The text of 'a' + 'b', or NULL. */
static const char *folded(Arena *a, const Node *n)
{
    const char *left, *right;

    if (n->kind != AST_BinOp || n->BinOp.op != AST_OP_Add)
        return literal(n);
    left = folded(a, n->BinOp.left);
    right = left ? folded(a, n->BinOp.right) : NULL;
    return right ? arena_printf(a, "%s%s", left, right) : NULL;
}

static void take_names(Node *n, void *data)
{
    Graph *g = data;
    const char *s = folded(g->arena, n);

    if (s)
        take_name(g, s);
    else
        ast_each_child(n, take_names, g);
}

void computed_names(Graph *g, const Module *m)
{
    const char *library = path_library(g->arena);

    if (strncmp(m->filename, library, strlen(library)) != 0)
        take_names(m->ast, g);
}

/* --- imports in text --------------------------------------------------------
 * What exec and eval() run may stand in the strings of the module. */

static size_t name_length(const char *s)
{
    size_t n = 0;

    while (isalnum((unsigned char)s[n]) || s[n] == '_' || s[n] == '.')
        n++;
    return n;
}

/* import a, b.c as d: loads them. */
static void load_listed(Graph *g, const char *s)
{
    for (;;) {
        size_t n;

        s += strspn(s, " \t");
        n = name_length(s);
        if (n == 0 || s[0] == '.' || s[n - 1] == '.')
            return;
        graph_load_dotted(g, arena_strndup(g->arena, s, n));
        s += n + strcspn(s + n, ",;\n");
        if (*s != ',')
            return;
        s++;
    }
}

static bool starts_statement(const char *text, const char *at)
{
    while (at > text && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return at == text || strchr("\n;:", at[-1]);
}

static void take_imports(Node *n, void *data)
{
    Graph *g = data;
    const char *text = literal(n), *p;

    for (p = text; p && (p = strstr(p, "import ")); p += 7)
        if (starts_statement(text, p))
            load_listed(g, p + 7);
    for (p = text; p && (p = strstr(p, "from ")); p += 5)
        if (starts_statement(text, p) && strstr(p, " import "))
            load_listed(g, p + 5);
    for (p = text; p && (p = strstr(p, "__import__(")); p += 11)
        if (p[11] == '\'' || p[11] == '"')
            load_listed(g, p + 12);
    ast_each_child(n, take_imports, g);
}

void computed_texts(Graph *g, const Module *m)
{
    const char *library = path_library(g->arena);

    if (strncmp(m->filename, library, strlen(library)) != 0)
        take_imports(m->ast, g);
}

bool computed_call(Graph *g, const Node *n, const char **name,
                   const char **package)
{
    const Node *first = n->Call.args.count ? n->Call.args.items[0] : NULL;
    const char *base, *start;

    *name = *package = NULL;
    if (!first || !is_import_function(n->Call.func))
        return false;
    *name = literal(first);
    if (*name && **name == '.' && n->Call.args.count == 2) {
        base = literal(n->Call.args.items[1]);
        *name = base ? arena_printf(g->arena, "%s%s", base, *name) : NULL;
    } else if (!*name) {
        start = known_start(first);
        *package = start ? package_in(g->arena, start) : NULL;
    }
    return true;
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

/* Scope analysis, second step: what each name means, which locals become cells,
 * and the order of cells and free variables (sorted).  The algorithm is that of
 * CPython's symbol table. */
#include "frontend/scope_internal.h"

#include <stdio.h>

typedef struct NameSet {
    Map map; /* value NULL: taken out again */
} NameSet;

static bool set_has(const NameSet *s, const Name *name)
{
    return map_get(&s->map, name) != NULL;
}

static void set_add(NameSet *s, const Name *name)
{
    map_put(&s->map, name, s);
}

static void set_remove(NameSet *s, const Name *name)
{
    if (set_has(s, name))
        map_put(&s->map, name, NULL);
}

static void set_add_all(NameSet *s, const NameSet *other)
{
    for (int i = 0; i < other->map.count; i++)
        if (other->map.entries[i].value)
            set_add(s, other->map.entries[i].key);
}

enum { BINDING = SYMF_assigned | SYMF_param };

/* bound: locals of enclosing functions; global: names that a global statement
 * of an enclosing scope took away from them. */
static void resolve_name(Analysis *an, Scope *s, Symbol *sym, NameSet *bound,
                         NameSet *local, NameSet *free_names, NameSet *global)
{
    const Name *name = sym->name;

    if (sym->flags & SYMF_global) {
        if (sym->flags & SYMF_param)
            scope_fail(an, s->node->lineno, "name '%s' is local and global",
                       name->text);
        sym->kind = SYM_GLOBAL_EXPLICIT;
        set_add(global, name);
        set_remove(bound, name);
    } else if (sym->flags & BINDING) {
        sym->kind = SYM_LOCAL;
        set_add(local, name);
        set_remove(global, name);
    } else if (set_has(bound, name)) {
        sym->kind = SYM_FREE;
        s->has_free = true;
        set_add(free_names, name);
    } else {
        sym->kind = SYM_GLOBAL_IMPLICIT;
        if (s->nested && !set_has(global, name))
            s->has_free = true;
    }
}

/* Locals that inner scopes use. */
static void find_cells(Scope *s, NameSet *inner_free)
{
    for (int i = 0; i < s->symbols.count; i++) {
        Symbol *sym = s->symbols.items[i];
        if (sym->kind != SYM_LOCAL)
            continue;
        if (set_has(inner_free, sym->name)) {
            set_remove(inner_free, sym->name);
            sym->kind = SYM_CELL;
        }
    }
}

/* Names free inside that this scope hands down from further out. */
static void pass_through(Analysis *an, Scope *s, const NameSet *bound,
                         const NameSet *inner_free)
{
    for (int i = 0; i < inner_free->map.count; i++) {
        const Name *name = inner_free->map.entries[i].key;
        if (!inner_free->map.entries[i].value)
            continue;
        Symbol *sym = map_get(&s->table, name);
        if (sym) {
            if (s->kind == SCOPE_Class && sym->flags & (BINDING | SYMF_global))
                sym->flags |= SYMF_free_in_class;
        } else if (set_has(bound, name)) {
            scope_add(an->arena, s, name, 0)->kind = SYM_FREE;
        }
    }
}

static void check_unoptimized(Analysis *an, const Scope *s)
{
    const char *why = s->has_free_child
                          ? "contains a nested function with free variables"
                          : "is a nested function";
    const char *name = s->name->text;
    char plain[32];

    if (s->kind != SCOPE_Function || !(s->has_free || s->has_free_child))
        return;
    if (*name == '<') { /* the symbol table's name of lambdas and the like */
        snprintf(plain, sizeof plain, "%.*s", (int)strlen(name) - 2, name + 1);
        name = plain;
    }
    if (s->has_import_star + s->has_exec_in + s->has_bare_exec > 1)
        scope_fail(an, s->unoptimized_line,
                   "function '%.100s' uses import * and bare exec, which are "
                   "illegal because it %s",
                   name, why);
    if (s->has_import_star)
        scope_fail(an, s->unoptimized_line,
                   "import * is not allowed in function '%.100s' because it "
                   "%s",
                   name, why);
    if (s->has_bare_exec)
        scope_fail(an, s->unoptimized_line,
                   "unqualified exec is not allowed in function '%.100s' "
                   "because it %s",
                   name, why);
}

static void resolve(Analysis *an, Scope *s, NameSet *bound, NameSet *free_names,
                    NameSet *global);

static void resolve_child(Analysis *an, Scope *child, const NameSet *bound,
                          const NameSet *global, NameSet *inner_free)
{
    NameSet own_bound = {0}, own_global = {0}, own_free = {0};

    set_add_all(&own_bound, bound);
    set_add_all(&own_global, global);
    resolve(an, child, &own_bound, &own_free, &own_global);
    set_add_all(inner_free, &own_free);
    map_free(&own_free.map);
    map_free(&own_bound.map);
    map_free(&own_global.map);
}

/* What the scope's children see: its own names, unless it is a class, whose
 * names only its global statements change. */
static void resolve_names(Analysis *an, Scope *s, NameSet *bound,
                          NameSet *free_names, NameSet *global,
                          NameSet *child_bound, NameSet *child_global)
{
    NameSet local = {0};
    bool is_class = s->kind == SCOPE_Class;

    if (is_class) {
        set_add_all(child_global, global);
        set_add_all(child_bound, bound);
    }
    for (int i = 0; i < s->symbols.count; i++)
        resolve_name(an, s, s->symbols.items[i], bound, &local, free_names,
                     global);
    if (!is_class) {
        if (s->kind == SCOPE_Function)
            set_add_all(child_bound, &local);
        set_add_all(child_bound, bound);
        set_add_all(child_global, global);
    }
    map_free(&local.map);
}

static void resolve(Analysis *an, Scope *s, NameSet *bound, NameSet *free_names,
                    NameSet *global)
{
    NameSet child_bound = {0}, child_global = {0}, inner_free = {0};

    resolve_names(an, s, bound, free_names, global, &child_bound,
                  &child_global);
    for (int i = 0; i < s->children.count; i++) {
        Scope *child = s->children.items[i];
        resolve_child(an, child, &child_bound, &child_global, &inner_free);
        s->has_free_child |= child->has_free || child->has_free_child;
    }
    map_free(&child_bound.map);
    map_free(&child_global.map);
    if (s->kind == SCOPE_Function)
        find_cells(s, &inner_free);
    pass_through(an, s, bound, &inner_free);
    check_unoptimized(an, s);
    set_add_all(free_names, &inner_free);
    map_free(&inner_free.map);
}

/* Cells and free variables */

static bool is_free(const Symbol *sym)
{
    return sym->kind == SYM_FREE || sym->flags & SYMF_free_in_class;
}

static int by_name(const void *x, const void *y)
{
    const Symbol *a = *(Symbol *const *)x, *b = *(Symbol *const *)y;

    return strcmp(a->name->text, b->name->text);
}

static void add_slot(NameList *list, Symbol *sym, int base)
{
    sym->cell = base + list->count;
    list->items[list->count++] = sym->name;
}

static void number_cells(Arena *a, Scope *s)
{
    VEC(Symbol *) found = {0};
    int cells = 0;

    for (int i = 0; i < s->symbols.count; i++) {
        Symbol *sym = s->symbols.items[i];
        cells += sym->kind == SYM_CELL;
        if (sym->kind == SYM_CELL || is_free(sym))
            vec_push(NULL, &found, sym);
    }
    if (!found.count)
        return;
    qsort(found.items, (size_t)found.count, sizeof *found.items, by_name);
    s->cellvars.items = ARENA_ARRAY(a, const Name *, found.count);
    s->freevars.items = s->cellvars.items + cells;
    for (int i = 0; i < found.count; i++) {
        bool cell = found.items[i]->kind == SYM_CELL;
        add_slot(cell ? &s->cellvars : &s->freevars, found.items[i],
                 cell ? 0 : cells);
    }
    vec_free(&found);
}

static void finish(Arena *a, Scope *s)
{
    number_cells(a, s);
    s->optimized =
        s->kind == SCOPE_Function && !s->has_exec && !s->has_import_star;
    for (int i = 0; i < s->children.count; i++)
        finish(a, s->children.items[i]);
}

void scope_resolve(Analysis *an, Scope *top)
{
    NameSet bound = {0}, global = {0}, free_names = {0};

    resolve(an, top, &bound, &free_names, &global);
    map_free(&bound.map);
    map_free(&global.map);
    map_free(&free_names.map);
    finish(an->arena, top);
}

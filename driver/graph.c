/* The module graph: starting at the main file, every module that an import
 * statement or a literal __import__ names is found and parsed, as CPython
 * would find it: the script's directory, -I, PYTHONPATH, pyllc's library. */
#include "driver/driver.h"

#include <stdlib.h>

static const char *const native_modules[] = {
#define NATIVE(name) #name,
#include "native_modules.def"
    NULL};

static bool is_native(const char *dotted)
{
    for (int i = 0; native_modules[i]; i++)
        if (strcmp(native_modules[i], dotted) == 0)
            return true;
    return false;
}

/* False: it is there already. */
static bool add_native(Graph *g, const char *name)
{
    for (int i = 0; i < g->native.count; i++)
        if (strcmp(g->native.items[i], name) == 0)
            return false;
    vec_push(g->arena, &g->native, name);
    return true;
}

/* The modules in Python that one in C imports. */
static void load_used(Graph *g, const char *native)
{
    static const struct {
        const char *native, *module;
    } used[] = {
#define USES(name, module) {#name, #module},
#include "native_modules.def"
    };

    for (size_t i = 0; i < sizeof used / sizeof *used; i++)
        if (strcmp(used[i].native, native) == 0)
            graph_load_dotted(g, used[i].module);
}

/* Links the evaluator, and what its text imports by future statements. */
static void add_evaluator(Graph *g)
{
    add_native(g, "_eval");
    graph_load_dotted(g, "__future__");
}

static Module *find_loaded(Graph *g, const Name *name)
{
    for (int i = 0; i < g->program->modules.count; i++)
        if (g->program->modules.items[i]->name == name)
            return g->program->modules.items[i];
    return NULL;
}

/* --- search --------------------------------------------------------------- */

/* dir/name/__init__.py or dir/name.py; NULL if neither exists. */
static char *find_in(Graph *g, const char *dir, const char *name,
                     bool *is_package)
{
    char *package = path_join(g->arena, dir, name);
    char *init = path_join(g->arena, package, "__init__.py");
    char *file = arena_printf(g->arena, "%s.py", package);

    *is_package = path_exists(init);
    if (*is_package)
        return init;
    return path_exists(file) && !path_is_directory(file) ? file : NULL;
}

static const Given *find_given(Graph *g, const Name *name)
{
    for (int i = 0; i < g->given.count; i++)
        if (g->given.items[i].name == name)
            return &g->given.items[i];
    return NULL;
}

static char *find_top_level(Graph *g, const char *name, bool *is_package)
{
    for (int i = 0; i < g->search.count; i++) {
        char *path = find_in(g, g->search.items[i], name, is_package);

        if (path)
            return path;
    }
    return NULL;
}

/* --- parsing -------------------------------------------------------------- */

static bool parse_module(Graph *g, Module *m, Diags *diags)
{
    Source *src = source_load(g->arena, m->filename, diags);

    m->source = src;
    m->ast = src ? frontend_parse(g->arena, src, PARSE_file, 0, diags) : NULL;
    m->scope = m->ast ? scope_analyze(g->arena, src, m->ast, diags) : NULL;
    return m->scope != NULL;
}

/* Parses an imported module; errors in it are warnings here and exceptions
 * when the import is reached. */
static void parse_import(Graph *g, Module *m)
{
    Diags diags = {.arena = g->arena};
    const Diag *d;

    if (parse_module(g, m, &diags)) {
        diag_print_all(&diags);
        return;
    }
    d = diag_error_or_null(&diags);
    report_warning("%s:%d: %s: importing module '%s' raises %s", m->filename,
                   d->line, *d->message ? d->message : d->type, m->name->text,
                   d->type);
    broken_module(m, d);
}

/* Parses a file that the command line asks for: CPython's message, or ours
 * where there is no source at all. */
static bool parse_given(Graph *g, Module *m)
{
    Diags diags = {.arena = g->arena};
    bool ok = parse_module(g, m, &diags);

    diag_print_all(&diags);
    return ok;
}

static Module *load_module(Graph *g, const Name *name);

static const Name *parent_name(const Name *name)
{
    const char *dot = strrchr(name->text, '.');

    return dot ? name_intern(name->text, (size_t)(dot - name->text)) : NULL;
}

/* Whether a file belongs to a folder of modules. */
static bool is_below(const char *file, const char *folder)
{
    size_t n = strlen(folder);

    return strncmp(file, folder, n) == 0 && file[n] == '/';
}

/* A module of a package that pyllc's library has in part only, from CPython's
 * library (--stdlib). */
static char *stdlib_part(Graph *g, const Module *package, const char *name,
                         bool *is_package)
{
    const char *library = path_library(g->arena), *stdlib = g->options->stdlib;

    if (!stdlib || !is_below(package->filename, library))
        return NULL;
    return find_in(g,
                   path_join(g->arena, stdlib,
                             path_dirname(g->arena, package->filename +
                                                        strlen(library) + 1)),
                   name, is_package);
}

static char *module_path(Graph *g, const Name *name, bool *is_package)
{
    const Name *parent = parent_name(name);
    const char *last;
    char *path;
    Module *p;

    if (!parent)
        return find_top_level(g, name->text, is_package);
    p = load_module(g, parent);
    if (!p || !p->is_package)
        return NULL;
    last = name->text + parent->len + 1;
    path = find_in(g, path_dirname(g->arena, p->filename), last, is_package);
    return path ? path : stdlib_part(g, p, last, is_package);
}

static void scan_imports(Graph *g, Module *m);

static char *find_module(Graph *g, const Name *name, bool *is_package)
{
    const Given *given = find_given(g, name);

    if (!given)
        return module_path(g, name, is_package);
    *is_package = given->is_package;
    return given->path ? arena_strdup(g->arena, given->path) : NULL;
}

/* The module, found and parsed; NULL if there is none of that name, or an
 * object file or the runtime has it. */
static Module *load_module(Graph *g, const Name *name)
{
    Module *m = find_loaded(g, name);
    bool is_package = false;
    char *path;

    if (m)
        return m;
    if (map_has(&g->failed, name))
        return NULL;
    if (is_native(name->text)) {
        if (add_native(g, name->text))
            load_used(g, name->text);
        return NULL;
    }
    path = find_module(g, name, &is_package);
    if (!path) {
        map_put(&g->failed, name, g);
        return NULL;
    }
    m = ir_module_new(g->program, name, path);
    m->is_package = is_package;
    parse_import(g, m);
    scan_imports(g, m);
    return m;
}

/* --- imports of a module -------------------------------------------------- */

static bool is_known(Graph *g, const Name *name)
{
    return load_module(g, name) || is_native(name->text) || find_given(g, name);
}

/* Loads a.b.c and its parents. */
bool graph_load_dotted(Graph *g, const char *dotted)
{
    for (const char *dot = strchr(dotted, '.'); dot; dot = strchr(dot + 1, '.'))
        if (!is_known(g, name_intern(dotted, (size_t)(dot - dotted))))
            return false;
    return is_known(g, name_intern_cstr(dotted));
}

/* The package that relative imports of m start from, or NULL. */
static const Name *package_of(Module *m)
{
    return m->is_package ? m->name : parent_name(m->name);
}

/* Resolves as import_module does at run time; the full name found or NULL. */
static const char *resolve(Graph *g, Module *m, const char *name, int level)
{
    const Name *package = package_of(m);

    for (int up = 1; up < level && package; up++)
        package = parent_name(package);
    if (level > 0 && !package)
        return NULL;
    if (level != 0 && package) {
        char *full = name[0]
                         ? arena_printf(g->arena, "%s.%s", package->text, name)
                         : arena_strdup(g->arena, package->text);

        if (graph_load_dotted(g, full))
            return full;
        if (level > 0)
            return NULL;
    }
    return graph_load_dotted(g, name) ? name : NULL;
}

typedef struct Scan {
    Graph *g;
    Module *m;
    int default_level;
    bool unknown_names; /* some __import__ got a name from elsewhere */
    CodecUses codecs;
} Scan;

/* An attribute, or what is imported from a module: modules that C code imports
 * when it is used, and tracers. */
static void scan_name(Scan *s, const Name *name)
{
    static const struct {
        const char *name, *module;
    } implied[] = {
#define IMPLIED(name, module) {#name, #module},
#include "native_modules.def"
    };

    s->m->traces |= name_sets_tracer(name);
    for (size_t i = 0; i < sizeof implied / sizeof *implied; i++)
        if (strcmp(implied[i].name, name->text) == 0)
            graph_load_dotted(s->g, implied[i].module);
}

/* An absent module of the standard library; said once, and not of imports in
 * the library itself. */
static bool warn_absent(Scan *s, Node *n, const char *name)
{
    const char *reason = modules_absent_or_null(name);
    const Name *key = name_intern_cstr(name);
    Graph *g = s->g;

    if (!reason || is_below(s->m->filename, path_library(g->arena)) ||
        (g->options->stdlib && is_below(s->m->filename, g->options->stdlib)))
        return false;
    if (!map_has(&g->warned, key))
        report_warning("%s:%d: module '%s' of the standard library is absent: "
                       "%s",
                       s->m->filename, n->lineno, name, reason);
    map_put(&g->warned, key, g);
    return true;
}

static void missing(Scan *s, Node *n, const char *name)
{
    if (warn_absent(s, n, name))
        return;
    if (s->g->options->verbose)
        report_warning("%s:%d: no module named %s", s->m->filename, n->lineno,
                       name);
}

/* A module, as import statements name it, is used. */
static void note_module(Scan *s, const char *full)
{
    const Module *m = find_loaded(s->g, name_intern_cstr(full));

    s->m->traces |= m && module_traces(m);
}

static void scan_import(Scan *s, Node *n)
{
    for (int i = 0; i < n->Import.names.count; i++) {
        const char *name = n->Import.names.items[i]->alias.name->text;
        const char *full = resolve(s->g, s->m, name, s->default_level);

        if (full)
            note_module(s, full);
        else
            missing(s, n, name);
    }
}

static void scan_from(Scan *s, Node *n)
{
    const Name *module = n->ImportFrom.module;
    int level = n->ImportFrom.level ? n->ImportFrom.level : s->default_level;
    const char *full = resolve(s->g, s->m, module ? module->text : "", level);

    if (!full) {
        missing(s, n, module ? module->text : ".");
        return;
    }
    note_module(s, full);
    for (int i = 0; i < n->ImportFrom.names.count; i++) {
        const Name *name = n->ImportFrom.names.items[i]->alias.name;
        Module *m = find_loaded(s->g, name_intern_cstr(full));

        scan_name(s, name);
        if (m && m->is_package && name->text[0] == '*')
            computed_star(s->g, m);
        else if (m && m->is_package)
            graph_load_dotted(
                s->g, arena_printf(s->g->arena, "%s.%s", full, name->text));
    }
}

static void scan_call(Scan *s, Node *n)
{
    const char *package, *name;
    const char *full;

    if (!computed_call(s->g, n, &name, &package))
        return;
    full = package ? resolve(s->g, s->m, package, -1) : NULL;
    if (full)
        computed_package(s->g, full);
    if (name)
        resolve(s->g, s->m, name, -1);
    else if (!package)
        s->unknown_names = true;
}

void computed_package(Graph *g, const char *dotted)
{
    Module *m = graph_load_dotted(g, dotted)
                    ? find_loaded(g, name_intern_cstr(dotted))
                    : NULL;

    if (m && m->is_package)
        computed_whole_package(g, m);
}

static void scan_node(Node *n, void *data)
{
    Scan *s = data;

    codec_uses_note(&s->codecs, n);
    if (node_needs_encodings(n))
        graph_load_dotted(s->g, "encodings");
    if (node_needs_unicodedata(n))
        graph_load_dotted(s->g, "unicodedata");
    if (node_needs_eval(n))
        add_evaluator(s->g);
    switch (n->kind) {
    case AST_Import:
        scan_import(s, n);
        return;
    case AST_ImportFrom:
        scan_from(s, n);
        return;
    case AST_Call:
        scan_call(s, n);
        break;
    case AST_Attribute:
        scan_name(s, n->Attribute.attr);
        break;
    default:
        break;
    }
    ast_each_child(n, scan_node, data);
}

static void scan_imports(Graph *g, Module *m)
{
    unsigned future = m->ast->Module.future;
    Scan s = {g, m, future & FUTURE_absolute_import ? 0 : -1, false, {0}};

    scan_node(m->ast, &s);
    if (s.codecs.named && s.codecs.computed)
        graph_load_dotted(g, "encodings");
    if (s.unknown_names)
        computed_names(g, m);
    if (scope_needs_eval(m->scope)) {
        add_evaluator(g);
        computed_texts(g, m);
    }
}

/* --- start ---------------------------------------------------------------- */

const Name *graph_module_name(Arena *a, const char *path, bool *is_package)
{
    char *real = realpath(path, NULL), *dir, *stem;
    const char *base, *dot;
    StrBuf name = {.arena = a};

    dir = path_dirname(a, real ? real : path);
    base = strrchr(real ? real : path, '/');
    base = base ? base + 1 : path;
    dot = strrchr(base, '.');
    stem = arena_strndup(a, base, dot ? (size_t)(dot - base) : strlen(base));
    free(real);
    *is_package = strcmp(stem, "__init__") == 0;
    if (!*is_package)
        strbuf_puts(&name, stem);
    while (path_exists(path_join(a, dir, "__init__.py"))) {
        StrBuf longer = {.arena = a};

        base = strrchr(dir, '/');
        strbuf_printf(&longer, "%s%s%s", base ? base + 1 : dir,
                      name.len ? "." : "", name.len ? name.data : "");
        name = longer;
        dir = path_dirname(a, dir);
    }
    return name_intern(name.data ? name.data : "", name.len);
}

static void make_search_path(Graph *g)
{
    const char *path = getenv("PYTHONPATH"), *first = NULL;
    char *real;

    if (g->options->sources.count)
        first = g->options->sources.items[0];
    real = first ? realpath(first, NULL) : NULL;
    if (first)
        vec_push(g->arena, &g->search,
                 path_dirname(g->arena, real ? real : first));
    free(real);
    for (int i = 0; i < g->options->include.count; i++)
        vec_push(g->arena, &g->search, g->options->include.items[i]);
    while (path && *path) {
        size_t n = strcspn(path, ":");

        if (n)
            vec_push(g->arena, &g->search, arena_strndup(g->arena, path, n));
        path += n;
        path += *path == ':';
    }
    vec_push(g->arena, &g->search, path_library(g->arena));
    if (g->options->stdlib)
        vec_push(g->arena, &g->search, g->options->stdlib);
}

static void add_given(Graph *g, const char *path)
{
    Given given = {0};
    char *real = realpath(path, NULL);

    given.name = graph_module_name(g->arena, path, &given.is_package);
    given.path = real ? arena_strdup(g->arena, real) : path;
    free(real);
    vec_push(g->arena, &g->given, given);
}

static void read_objects(Graph *g)
{
    const StringList *args = &g->options->link_args;

    for (int i = 0; i < args->count; i++)
        if (args->items[i][0] != '-')
            object_read(&g->objects, g->arena, args->items[i]);
    for (int i = 0; i < g->objects.provides.count; i++) {
        Given given = {.name = name_intern_cstr(g->objects.provides.items[i])};

        vec_push(g->arena, &g->given, given);
    }
}

static Module *new_module(Graph *g, const Name *name, const char *path)
{
    Module *m = ir_module_new(g->program, name, path);

    if (!g->program->main)
        g->program->main = m;
    return m;
}

static bool load_program(Graph *g, const char *path)
{
    Module *m = new_module(g, name_intern_cstr("__main__"), path);

    m->is_main = true;
    if (!parse_given(g, m))
        return false;
    scan_imports(g, m);
    return true;
}

/* Files that are modules must be right: they were asked for by name. */
static bool load_given(Graph *g, const char *path, bool keep_path)
{
    bool is_package;
    const Name *name = graph_module_name(g->arena, path, &is_package);
    Module *m = find_loaded(g, name);

    if (m)
        return !m->is_broken;
    m = new_module(g, name, keep_path ? path : find_given(g, name)->path);
    m->is_package = is_package;
    if (!parse_given(g, m))
        return false;
    scan_imports(g, m);
    return true;
}

static void load_requested(Graph *g)
{
    const ObjectInfo *objects = &g->objects;

    add_native(g, "sys");
    add_native(g, "__builtin__");
    add_native(g, "exceptions");
    for (int i = 0; i < objects->natives.count; i++)
        add_native(g, objects->natives.items[i]);
    for (int i = 0; i < objects->imports.count; i++)
        graph_load_dotted(g, objects->imports.items[i]);
    for (int i = 0; i < g->options->modules.count; i++)
        if (!graph_load_dotted(g, g->options->modules.items[i]))
            report_warning("no module named %s", g->options->modules.items[i]);
}

/* Code objects show bytecode, and frames variables, in all modules of the
 * program, but not in the library's, once one of them looks. */
static void show_what_is_asked(Graph *g)
{
    bool code = false, locals = false;

    for (int i = 0; i < g->program->modules.count; i++) {
        const Module *m = g->program->modules.items[i];

        if (is_library_module(m) || !m->scope)
            continue;
        code |= scope_shows_code(m->scope);
        locals |= scope_shows_locals(m->scope);
    }
    for (int i = 0; i < g->program->modules.count; i++) {
        Module *m = g->program->modules.items[i];
        bool own = !is_library_module(m) && m->scope;

        m->shows_code = code && own;
        m->shows_locals = locals && own;
    }
}

/* Of the program: of neither library. */
static bool is_own(const Graph *g, const Module *m)
{
    return m->scope && !is_library_module(m) &&
           !(g->options->stdlib && is_below(m->filename, g->options->stdlib));
}

static const Module *tracer_or_null(const Graph *g)
{
    const Program *p = g->program;

    for (int i = 0; i < p->modules.count; i++)
        if (p->modules.items[i]->traces && is_own(g, p->modules.items[i]))
            return p->modules.items[i];
    return NULL;
}

/* All modules of the program are left as text once one of them traces. */
static void leave_traced_as_text(Graph *g)
{
    const Program *p = g->program;
    const Module *tracer = g->options->no_trace ? NULL : tracer_or_null(g);

    if (!tracer)
        return;
    if (!g->options->interpret)
        report_warning("%s: the program traces its functions, so it is "
                       "interpreted; --no-trace compiles it",
                       tracer->filename);
    add_evaluator(g);
    for (int i = 0; i < p->modules.count; i++)
        if (is_own(g, p->modules.items[i]) && !p->modules.items[i]->is_broken)
            leave_as_text(p->modules.items[i]);
}

bool graph_load(Graph *g, bool as_modules)
{
    const StringList *sources = &g->options->sources;
    int first = as_modules ? 0 : 1;
    bool ok = true;

    make_search_path(g);
    read_objects(g);
    for (int i = first; i < sources->count; i++)
        add_given(g, sources->items[i]);
    if (!as_modules && sources->count)
        ok = load_program(g, sources->items[0]);
    for (int i = first; ok && i < sources->count; i++)
        ok = load_given(g, sources->items[i], as_modules);
    if (ok)
        load_requested(g);
    show_what_is_asked(g);
    find_drops(g->program);
    find_closing(g->program);
    leave_traced_as_text(g);
    return ok;
}

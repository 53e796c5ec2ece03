/* Trees to scopes. */
#include "frontend/frontend.h"

#include <check.h>

static Arena arena;
static Diags diags;

static Scope *analyze(const char *text)
{
    Source *src =
        source_from_memory(&arena, "<test>", text, strlen(text), false);

    diags = (Diags){.arena = &arena};
    Node *n = frontend_parse(&arena, src, PARSE_file, 0, &diags);
    ck_assert_ptr_nonnull(n);
    return scope_analyze(&arena, src, n, &diags);
}

static const char *error(const char *text)
{
    ck_assert_ptr_null(analyze(text));
    return diag_error_or_null(&diags)->message;
}

static SymbolKind kind(const Scope *s, const char *name)
{
    Symbol *sym = scope_lookup(s, name_intern_cstr(name));

    ck_assert_ptr_nonnull(sym);
    return sym->kind;
}

static const char *join(const NameList *list)
{
    StrBuf b = {.arena = &arena};

    strbuf_puts(&b, "");
    for (int i = 0; i < list->count; i++)
        strbuf_printf(&b, i ? " %s" : "%s", list->items[i]->text);
    return b.data;
}

START_TEST(kinds)
{
    Scope *top = analyze("def f(a, b=d):\n"
                         "    global g\n"
                         "    g = x = a\n"
                         "    def h():\n"
                         "        return x, y\n");
    Scope *f = top->children.items[0], *h = f->children.items[0];

    ck_assert_int_eq(kind(f, "a"), SYM_LOCAL);
    ck_assert_int_eq(kind(f, "g"), SYM_GLOBAL_EXPLICIT);
    ck_assert_int_eq(kind(f, "x"), SYM_CELL);
    ck_assert_int_eq(kind(h, "x"), SYM_FREE);
    ck_assert_int_eq(kind(h, "y"), SYM_GLOBAL_IMPLICIT);
    ck_assert_int_eq(kind(top, "d"), SYM_GLOBAL_IMPLICIT);
    ck_assert_str_eq(join(&f->varnames), "a b h");
    ck_assert_str_eq(join(&f->cellvars), "x");
    ck_assert_str_eq(join(&h->freevars), "x");
    ck_assert_int_eq(f->argcount, 2);
}
END_TEST

START_TEST(parameters_and_locals_are_in_code_order)
{
    Scope *top = analyze("def f(a, (b, (c, d)), *e, **g):\n"
                         "    x = [y for z in (w for v in u)]\n"
                         "    if 0: dead = 1\n"
                         "    for i in j: k = i\n"
                         "    j = 1; y = u = 2\n");
    Scope *f = top->children.items[0];

    ck_assert_str_eq(join(&f->varnames), "a .1 e g b c d u z y x j i k");
    ck_assert_int_eq(f->argcount, 2);
    ck_assert(f->has_varargs && f->has_varkeywords);
    ck_assert_int_eq(kind(f, "dead"), SYM_LOCAL);
    ck_assert_int_eq(scope_lookup(f, name_intern_cstr("dead"))->varname, -1);
}
END_TEST

START_TEST(classes_do_not_enclose)
{
    Scope *top = analyze("def f(x):\n"
                         "    class C:\n"
                         "        x = x\n"
                         "        def m(self): return x\n");
    Scope *c = top->children.items[0]->children.items[0];

    ck_assert_int_eq(kind(c, "x"), SYM_LOCAL);
    ck_assert(scope_lookup(c, name_intern_cstr("x"))->flags &
              SYMF_free_in_class);
    ck_assert_str_eq(join(&c->freevars), "x");
    ck_assert_int_eq(kind(c->children.items[0], "x"), SYM_FREE);
}
END_TEST

START_TEST(private_names_are_mangled)
{
    Scope *top = analyze("class _C:\n"
                         "    def __f(self, __a):\n"
                         "        self.__b = __c__ = __import_\n"
                         "        import __m.n, __k\n");
    Node *f = top->children.items[0]->children.items[0]->node;

    ck_assert_str_eq(f->FunctionDef.name->text, "__f");
    ck_assert_str_eq(f->FunctionDef.bound->text, "_C__f");
    ck_assert_str_eq(join(&f->scope->varnames), "self _C__a __c__ _C__m _C__k");
    Node *import = f->FunctionDef.body.items[1];
    ck_assert_str_eq(import->Import.names.items[0]->alias.name->text, "__m.n");
    ck_assert_str_eq(import->Import.names.items[1]->alias.name->text, "_C__k");
    ck_assert_ptr_eq(scope_mangle(f->scope, name_intern_cstr("__q")),
                     name_intern_cstr("_C__q"));
}
END_TEST

START_TEST(comprehensions)
{
    Scope *top = analyze("def f(a):\n"
                         "    [x for x in a]\n"
                         "    (y for y in a if x)\n"
                         "    return {z: a for z in x}\n");
    Scope *f = top->children.items[0];

    ck_assert_int_eq(f->children.count, 2);
    ck_assert_int_eq(kind(f, "x"), SYM_CELL);
    ck_assert(f->children.items[0]->is_generator);
    ck_assert_str_eq(f->children.items[0]->name->text, "<genexpr>");
    ck_assert_str_eq(join(&f->children.items[0]->varnames), ".0 y");
    ck_assert_str_eq(join(&f->children.items[1]->freevars), "a");
}
END_TEST

START_TEST(what_functions_do)
{
    Scope *top = analyze("def f():\n    'doc'\n    yield\n"
                         "def g():\n    exec 'x'\n"
                         "def h():\n    return locals()\n");

    ck_assert(top->children.items[0]->is_generator);
    ck_assert_ptr_nonnull(top->children.items[0]->docstring);
    ck_assert(!top->children.items[1]->optimized);
    ck_assert(top->children.items[1]->has_bare_exec);
    ck_assert(top->children.items[2]->uses_locals);
    ck_assert(top->children.items[2]->optimized);
}
END_TEST

START_TEST(errors)
{
    ck_assert_str_eq(error("return"), "'return' outside function");
    ck_assert_str_eq(error("def f(a, (b, a)): pass"),
                     "duplicate argument 'a' in function definition");
    ck_assert_str_eq(error("def f(x):\n    global x"),
                     "name 'x' is local and global");
    ck_assert_str_eq(error("for x in y:\n    try: pass\n    finally: continue"),
                     "'continue' not supported inside 'finally' clause");
    ck_assert_ptr_nonnull(analyze("if 0: break"));
}
END_TEST

START_TEST(warnings)
{
    ck_assert_ptr_nonnull(analyze("x\nglobal x\nassert (1, 2)\n"));
    ck_assert_int_eq(diags.list.count, 2);
    ck_assert_int_eq(diags.list.items[0].level, DIAG_warning);
    ck_assert_str_eq(diags.list.items[0].message,
                     "name 'x' is used prior to global declaration");
    ck_assert_int_eq(diags.list.items[1].line, 3);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("scope");
    TCase *t = tcase_create("scope");

    tcase_add_test(t, kinds);
    tcase_add_test(t, parameters_and_locals_are_in_code_order);
    tcase_add_test(t, classes_do_not_enclose);
    tcase_add_test(t, private_names_are_mangled);
    tcase_add_test(t, comprehensions);
    tcase_add_test(t, what_functions_do);
    tcase_add_test(t, errors);
    tcase_add_test(t, warnings);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_ENV);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

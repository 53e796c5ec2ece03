/* Printed IR is read back; other text is refused with its place. */
#include "ir_text.h"

static const char everything[] =
    "import os.path\n"
    "from . import x\n"
    "def f(a, b=1, *c, **d):\n"
    "    'text \\x00 \"quoted\" \\xff'\n"
    "    try:\n"
    "        for i in a:\n"
    "            b += i * 2.5 - 3j + 10000000000000000000000L\n"
    "    except (ValueError, KeyError), e:\n"
    "        print >>c, u'\\u20ac', -0.0, 1e400, 1e300, 0x7fffffffffffffff\n"
    "    finally:\n"
    "        del d['k']\n"
    "    return lambda: (a, b, e)\n"
    "class C(object):\n"
    "    def g(self):\n"
    "        x = yield 1\n"
    "        self.x = [y for y in x if y] or {1: 2}[1:2]\n"
    "exec 'a' in {}\n"
    "print f(*(1, 2), **{'a': 1}), f(1, b=2), (1, ('a', None), 2.0)\n";

static void check_round_trip(Module *m)
{
    const char *text = printed(m);

    ck_assert_str_eq(printed(read_ir(text)), text);
    for (int i = 0; i < m->fns.count; i++)
        ir_check_round_trip(m->fns.items[i], "test");
}

START_TEST(module_round_trip)
{
    check_round_trip(build_ir(everything));
}
END_TEST

START_TEST(module_round_trip_behind_passes)
{
    Module *m = build_ir(everything);

    run_pass(m, pass_simplify);
    run_pass(m, pass_consume);
    pass_infer(m);
    pass_clone(m);
    run_pass(m, pass_specialize);
    check_round_trip(m);
    for (int i = 0; i < m->fns.count; i++)
        if (m->fns.items[i]->is_generator)
            pass_lower_generator(m->fns.items[i]);
    check_round_trip(m);
}
END_TEST

/* Everything that printing can show. */
START_TEST(all_forms)
{
    static const char text[] =
        "fn m.f.0 (2) class positional 1 varargs is_generator nframe 3 free 2\n"
        "b3:\n"
        "  v2:any = const (1, \"a\\x00\", u\"\\xe2\", (), 16:-ffL, 2.0, 1.5j, "
        "-inf, nan:7ff8000000000001, None) {none|int} outline ; 5\n"
        "  jump b7 ; 0\n"
        "b7: cold loop ; b3 b7\n"
        "  v1:any = phi v2 v1 ; 4\n"
        "  v3:i64 = const_i64 [0] {} ; 5\n"
        "  v9:f64 = const_f64 [0.0] {all} ; 5\n"
        "  v10:f64 = const_f64 [-0.0] ; 5\n"
        "  store_global %g v1 ; 5\n"
        "  store_global @g v1 ; 5\n"
        "  v5:any = getattr .\"a b\" v1 ; 5\n"
        "  v6:any = getattr :x v1 ; 5\n"
        "  v4:any = function &m.f.0 [-1] v1 ; 6\n"
        "  try b7 b8 ; 6\n"
        "b8: ; b7\n"
        "  v7:any = phi v1 ; 6\n"
        "  return v7 ; -1\n"
        "\n";

    ck_assert_str_eq(printed(read_ir(text)), text);
}
END_TEST

START_TEST(typed_twin_follows_its_function)
{
    static const char text[] = "fn m.f.0 (1)\n"
                               "b0:\n"
                               "  v0:any = param ; 1\n"
                               "  return v0 ; 1\n"
                               "\n"
                               "fn m.f.0.typed (1) takes {int} gives {int}\n"
                               "b0:\n"
                               "  v0:i64 = param ; 1\n"
                               "  return v0 ; 1\n"
                               "\n";
    Module *m = read_ir(text);

    ck_assert_int_eq(m->fns.count, 1);
    ck_assert_ptr_nonnull(m->fns.items[0]->typed);
    ck_assert_str_eq(printed(m), text);
}
END_TEST

#define HEAD "fn m.f.0 (1)\nb0:\n"
#define TAIL "  v9:any = none ; 1\n  return v9 ; 1\n"
static const struct {
    const char *text;
    int line, column;
    const char *message;
} bad[] = {
    {"", 0, 0, NULL}, /* an empty module */
    {"fun", 1, 1, "expected fn"},
    {"fn m (x)\n", 1, 7, "expected a number from 0 to 65536"},
    {"fn m (1) odd\n", 1, 10, "unknown attribute 'odd'"},
    {"fn m (1) takes {int} {int}\n", 1, 22, "expected gives"},
    {"fn m (0)\n", 2, 1, "expected 'b'"},
    {"fn m (0)\nb0:\n", 3, 1, "b0 has no end"},
    {"fn m (0)\nb0: hot\n", 2, 5, "expected cold, surprise, loop or entry"},
    {HEAD "  v1:any = nop\n" TAIL, 3, 12, "no operation 'nop'"},
    {HEAD "  v1:int = none\n" TAIL, 3, 6, "expected a representation"},
    {HEAD "  v1:any = const \"a\n" TAIL, 3, 18, "string without end"},
    {HEAD "  v1:any = const \"\\n\"\n" TAIL, 3, 19,
     "expected \\x and two digits"},
    {HEAD "  v1:any = const 99999999999999999999\n" TAIL, 3, 18,
     "number too large"},
    {HEAD "  v1:any = const 2:12L\n" TAIL, 3, 18, "bad digit of a long"},
    {HEAD "  v1:any = const 1x\n" TAIL, 3, 18, "expected a number"},
    {HEAD "  v1:any = none {it}\n" TAIL, 3, 18, "expected a type"},
    {HEAD "  v1:any = function &m.g.1\n" TAIL, 3, 22, "no function 'm.g.1'"},
    {HEAD "  v1:any = neg v2\n" TAIL, 3, 16, "v2 is not defined"},
    {HEAD "  v9:any = none\n" TAIL, 4, 3, "v9 is defined twice"},
    {HEAD "  jump b1 ; 1\n", 3, 8, "b1 is not defined"},
    {HEAD TAIL "b0:\n" TAIL, 5, 1, "b0 is defined twice"},
    {HEAD TAIL HEAD TAIL, 5, 1, "function 'm.f.0' twice"},
    {HEAD "  v1:any = add v9\n" TAIL, 2, 1, "1: add has 1 arguments"},
    {HEAD "  v1:any = neg v9\n" TAIL, 2, 1,
     "1: argument 0 is not defined here"},
    {HEAD "  jump b0\n", 2, 1, "0: not a predecessor of b0"},
    {"fn m (0)\nb0: ; b0\n" TAIL, 2, 1, "0: predecessor 0 has no edge to it"},
};

START_TEST(errors_have_a_place)
{
    ReadError e = {0};
    Module *m = empty_module();

    if (!bad[_i].message) {
        ck_assert(ir_read_module(m, bad[_i].text, strlen(bad[_i].text), &e));
        return;
    }
    ck_assert(!ir_read_module(m, bad[_i].text, strlen(bad[_i].text), &e));
    ck_assert_str_eq(e.message, bad[_i].message);
    ck_assert_int_eq(e.line, bad[_i].line);
    ck_assert_int_eq(e.column, bad[_i].column);
}
END_TEST

/* Damaged text is read or refused; the sanitizers watch. */
START_TEST(damage_never_crashes)
{
    const char *text = printed(build_ir(everything));
    size_t len = strlen(text);
    char *copy = xmalloc(len + 1);
    uint64_t random = 1;
    int refused = 0;

    for (int round = 0; round < 3000; round++) {
        ReadError e = {0};
        Module *m = empty_module();
        size_t at, n;

        memcpy(copy, text, len + 1);
        random = random * 6364136223846793005u + 1442695040888963407u;
        at = (random >> 33) % (len - 40);
        n = round % 2 ? (random >> 20) % 30 : 1;
        if (round % 3)
            memmove(copy + at, copy + (random >> 40) % (len - 40), n);
        else
            copy[at] = (char)(random >> 50);
        refused += !ir_read_module(m, copy, round % 5 ? len : at, &e);
        arena_release(m->program->arena);
    }
    ck_assert_int_gt(refused, 1000);
    free(copy);
}
END_TEST

START_TEST(names_of_controls_are_no_operations)
{
    for (int i = 0; i < CTL_COUNT; i++)
        for (int op = 0; op < OP_COUNT; op++)
            ck_assert_str_ne(ctl_names[i], op_names[op]);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("read");
    TCase *t = tcase_create("read");
    SRunner *r = srunner_create(s);
    int failed;

    tcase_set_timeout(t, 60);
    tcase_add_test(t, module_round_trip);
    tcase_add_test(t, module_round_trip_behind_passes);
    tcase_add_test(t, all_forms);
    tcase_add_test(t, typed_twin_follows_its_function);
    tcase_add_loop_test(t, errors_have_a_place, 0,
                        (int)(sizeof bad / sizeof *bad));
    tcase_add_test(t, damage_never_crashes);
    tcase_add_test(t, names_of_controls_are_no_operations);
    suite_add_tcase(s, t);
    srunner_run_all(r, CK_ENV);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

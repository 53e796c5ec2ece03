/* Passes of the IR: text in, text out; for the larger ones what must hold of
 * the result.  Every result is verified. */
#include "ir_text.h"

#include "ir/liveness.h"
#include "rt/abi.h"

#include <stdio.h>

/* --- build ---------------------------------------------------------------- */

START_TEST(build_makes_phis_at_joins)
{
    Module *m = build_ir("def f(a):\n"
                         "    if a:\n"
                         "        b = 1\n"
                         "    else:\n"
                         "        b = 2\n"
                         "    return b\n");

    ck_assert_ptr_null(ir_defect_or_null(m->fns.items[1], m->arena));
    run_pass(m, pass_simplify);
    ck_assert_int_eq(count_op(m, OP_phi), 1);
    ck_assert_int_eq(count_op(m, OP_check_local), 0);
}
END_TEST

START_TEST(build_checks_variables_that_may_be_unset)
{
    Module *m = build_ir("def f(a):\n"
                         "    if a:\n"
                         "        b = 1\n"
                         "    return b\n");

    run_pass(m, pass_simplify);
    ck_assert_int_eq(count_op(m, OP_check_local), 1);
}
END_TEST

START_TEST(build_draws_error_edges_inside_try_only)
{
    Module *m = build_ir("def f(a):\n"
                         "    a.x\n"
                         "    try:\n"
                         "        a.y\n"
                         "    except E:\n"
                         "        pass\n");
    int edges = 0;

    FOREACH_BLOCK (m->fns.items[1], b)
        if (b->ctl == CTL_try) {
            edges++;
            ck_assert(op_raises(b->last->op));
        }
    ck_assert_int_ge(edges, 1);
    ck_assert_int_ne(m->fns.items[1]->entry->ctl, CTL_try);
    ck_assert(m->fns.items[1]->catches);
}
END_TEST

/* --- simplify ------------------------------------------------------------- */

START_TEST(simplify_drops_dead_values_and_trivial_phis)
{
    check_pass(pass_simplify,
               "fn m.f.0 (1)\n"
               "b0:\n"
               "  v0:any = param ; 1\n"
               "  v1:any = const 3 ; 1\n"
               "  v2:i1 = truth v0 ; 2\n"
               "  branch v2 b1 b2 ; 2\n"
               "b1: ; b0\n"
               "  jump b3 ; 2\n"
               "b2: ; b0\n"
               "  jump b3 ; 2\n"
               "b3: ; b1 b2\n"
               "  v3:any = phi v0 v0 ; 3\n"
               "  return v3 ; 3\n",
               "fn m.f.0 (1)\n"
               "b0:\n"
               "  v0:any = param ; 1\n"
               "  v2:i1 = truth v0 ; 2\n"
               "  branch v2 b1 b2 ; 2\n"
               "b1: ; b0\n"
               "  jump b3 ; 2\n"
               "b2: ; b0\n"
               "  jump b3 ; 2\n"
               "b3: ; b1 b2\n"
               "  return v0 ; 3\n"
               "\n");
}
END_TEST

START_TEST(simplify_decides_known_tests)
{
    Module *m = read_ir("fn m.f.0 (0)\n"
                        "b0:\n"
                        "  v0:any = true ; 1\n"
                        "  v1:i1 = truth v0 ; 1\n"
                        "  branch v1 b1 b2 ; 1\n"
                        "b1: ; b0\n"
                        "  v2:any = const 1 ; 2\n"
                        "  return v2 ; 2\n"
                        "b2: ; b0\n"
                        "  v3:any = const 2 ; 3\n"
                        "  return v3 ; 3\n");

    run_pass(m, pass_simplify);
    ck_assert_int_eq(m->fns.items[0]->blocks.count, 1);
    ck_assert_int_eq(m->fns.items[0]->entry->cond->konst->i, 1);
}
END_TEST

START_TEST(simplify_keeps_what_has_an_effect)
{
    static const char text[] = "fn m.f.0 (1)\n"
                               "b0:\n"
                               "  v0:any = param ; 1\n"
                               "  v1:any = getattr .x v0 ; 1\n"
                               "  v2:any = none ; 1\n"
                               "  return v2 ; 1\n"
                               "\n";

    check_pass(pass_simplify, text, text);
}
END_TEST

/* --- inline, consumers, promote ------------------------------------------- */

/* Behind the three passes, in the order of the pipeline. */
static Module *inlined(const char *source)
{
    Module *m = build_ir(source);

    run_pass(m, pass_simplify);
    run_pass(m, pass_consumers);
    pass_inline(m);
    run_pass(m, pass_promote);
    return m;
}

START_TEST(inline_puts_generators_into_loops)
{
    Module *m = inlined("def g(n):\n"
                        "    for i in n:\n"
                        "        yield i\n"
                        "        yield i\n"
                        "def f(n):\n"
                        "    for x in g(n):\n"
                        "        n(x)\n");
    Fn *f = m->fns.items[2];
    int surprises = 0, switches = 0;

    FOREACH_BLOCK (f, b) {
        switches += b->ctl == CTL_switch;
        surprises += b->surprise;
        FOREACH_VALUE (b, v)
            ck_assert(v->op != OP_yield);
    }
    ck_assert_int_eq(switches, 1);
    ck_assert_int_ge(surprises, 3); /* call, iter, next */
    ck_assert_int_eq(count_op(m, OP_is_fn), 1);
    ck_assert_int_eq(count_op(m, OP_body_ended), 1);
}
END_TEST

START_TEST(inline_leaves_generators_that_others_can_see)
{
    static const char *const sources[] = {/* a finally that a break would run */
                                          "def g(n):\n"
                                          "    try:\n"
                                          "        yield n\n"
                                          "    finally:\n"
                                          "        n()\n"
                                          "def f(n):\n"
                                          "    for x in g(n):\n"
                                          "        pass\n",
                                          /* recursive */
                                          "def g(n):\n"
                                          "    for x in g(n):\n"
                                          "        yield x\n"
                                          "def f(n):\n"
                                          "    for x in g(n):\n"
                                          "        pass\n",
                                          /* used twice */
                                          "def g(n):\n"
                                          "    yield n\n"
                                          "def f(n):\n"
                                          "    it = g(n)\n"
                                          "    for x in it:\n"
                                          "        n(it)\n",
                                          /* rebound */
                                          "def g(n):\n"
                                          "    yield n\n"
                                          "g = len\n"
                                          "def f(n):\n"
                                          "    for x in g(n):\n"
                                          "        pass\n"};

    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        ck_assert_int_eq(count_op(inlined(sources[i]), OP_body_ended), 0);
}
END_TEST

START_TEST(consumers_leave_no_object)
{
    Module *m = inlined("def f(n, k):\n"
                        "    return sum(x * k for x in n)\n");

    FOREACH_BLOCK (m->fns.items[1], b)
        FOREACH_VALUE (b, v)
            ck_assert(v->op != OP_call || b->surprise);
    ck_assert_int_eq(count_op(m, OP_is_builtin), 1);
}
END_TEST

START_TEST(inline_makes_comprehensions_values)
{
    Module *m = inlined("def f(n, k):\n"
                        "    return {x + k for x in n}\n");

    ck_assert_int_eq(count_op(m, OP_call), 0);
    ck_assert_int_eq(count_op(m, OP_new_cell), 0);
}
END_TEST

/* --- liveness ------------------------------------------------------------- */

START_TEST(forward_takes_arguments_that_are_only_passed_on)
{
    Module *m = build_ir("def outer(f):\n"
                         "    def wrapper(x, *args, **kw):\n"
                         "        print 'called'\n"
                         "        return f(x, *args, **kw)\n"
                         "    return wrapper\n");

    run_pass(m, pass_simplify);
    ck_assert_int_eq(m->fns.count, 3);
    pass_forward(m);
    ck_assert_int_eq(m->fns.count, 3 + FORWARD_COUNT);
    for (int i = 3; i < m->fns.count; i++) {
        const Fn *fn = m->fns.items[i];

        ck_assert_ptr_null(ir_defect_or_null(fn, m->arena));
        ck_assert_int_eq(fn->original, 2);
        ck_assert_int_eq(fn->nparams, 1 + i - 3);
        FOREACH_BLOCK (fn, b)
            FOREACH_VALUE (b, v) {
                if (v->op != OP_call_ex)
                    continue;
                ck_assert_int_eq(v->args[1]->op, OP_unset);
                ck_assert_int_eq(v->args[2]->op, OP_unset);
                ck_assert_int_eq(v->nargs, 4 + i - 3);
            }
    }
}
END_TEST

START_TEST(forward_leaves_what_looks_at_its_arguments)
{
    static const char *const bodies[] = {
        "return args",
        "return g(args, *args)",
        "return g(kw, **kw)",
        "return g(*args, **dict(kw))",
        "args = args[1:]\n    return g(*args, **kw)",
        "yield g(*args, **kw)",
        "return lambda: g(*args, **kw)",
        "return 1"};

    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        char source[200];
        Module *m;
        int n;

        snprintf(source, sizeof source, "def f(*args, **kw):\n    %s\n",
                 bodies[i]);
        m = build_ir(source);
        run_pass(m, pass_simplify);
        n = m->fns.count;
        pass_forward(m);
        ck_assert_msg(m->fns.count == n, "%s", bodies[i]);
    }
}
END_TEST

START_TEST(liveness_follows_loops_and_phis)
{
    Module *m = read_ir("fn m.f.0 (2)\n"
                        "b0:\n"
                        "  v0:any = param ; 1\n"
                        "  v1:any = param [1] ; 1\n"
                        "  jump b1 ; 1\n"
                        "b1: ; b0 b1\n"
                        "  v2:any = phi v0 v3 ; 2\n"
                        "  v3:any = add v2 v1 ; 2\n"
                        "  v4:i1 = truth v3 ; 2\n"
                        "  branch v4 b1 b2 ; 2\n"
                        "b2: ; b1\n"
                        "  return v3 ; 3\n");
    Fn *fn = m->fns.items[0];
    Liveness l;
    uint64_t *out;

    liveness_compute(&l, fn);
    /* Behind b0: what the phi reads there, and v1 for the loop. */
    out = liveness_bits(&l);
    liveness_out(&l, fn->blocks.items[0], out);
    ck_assert_uint_eq(out[0], 1u << 0 | 1u << 1);
    /* At the end of b1: the test, the result, and v1 for the next turn; the
     * old v2 is dead. */
    out = liveness_bits(&l);
    liveness_out(&l, fn->blocks.items[1], out);
    ck_assert_uint_eq(out[0], 1u << 1 | 1u << 3 | 1u << 4);
    ck_assert_uint_eq(l.in[1][0] & ~(1u << 2), 1u << 1);
}
END_TEST

/* --- consume -------------------------------------------------------------- */

typedef struct Consumed {
    int64_t mark; /* of the only addition */
    int settled;  /* uses in front of which a text is settled */
} Consumed;

static Consumed consumed(const char *source)
{
    Module *m = build_ir(source);
    Consumed c = {-1, 0};

    run_pass(m, pass_simplify);
    run_pass(m, pass_consume);
    m->is_main = true;
    pass_consume_globals(m);
    for (int i = 0; i < m->fns.count; i++)
        FOREACH_BLOCK (m->fns.items[i], b)
            FOREACH_VALUE (b, v) {
                if (v->op == OP_iadd || v->op == OP_add)
                    c.mark = v->i;
                c.settled += v->op == OP_settle || v->op == OP_settle_call;
            }
    return c;
}

START_TEST(consume_marks_text_that_nobody_else_sees)
{
    Consumed c = consumed("def f(a):\n"
                          "    s = ''\n"
                          "    for x in a:\n"
                          "        s = s + x\n"
                          "        if s[-1] == 'x' or s.endswith('y'):\n"
                          "            break\n"
                          "    return s\n");

    ck_assert_int_eq(c.mark, TEXT_own);
    ck_assert_int_eq(c.settled, 0);
}
END_TEST

START_TEST(consume_settles_text_that_is_kept)
{
    Consumed c = consumed("def f(a, old):\n"
                          "    s = ''\n"
                          "    for x in a:\n"
                          "        old.append(s)\n"
                          "        s += x\n"
                          "    return old\n");

    ck_assert_int_eq(c.mark, TEXT_own);
    ck_assert_int_eq(c.settled, 1);
}
END_TEST

START_TEST(consume_leaves_text_with_another_name)
{
    Consumed c = consumed("def f(a):\n"
                          "    s = ''\n"
                          "    for x in a:\n"
                          "        t = s\n"
                          "        s += x\n"
                          "    return t\n");

    ck_assert_int_eq(c.mark, 0);
}
END_TEST

START_TEST(consume_marks_text_of_the_main_program)
{
    Consumed c = consumed("s = ''\n"
                          "for x in 'abc':\n"
                          "    s += x\n"
                          "t = s\n");

    ck_assert_int_eq(c.mark, TEXT_taken);
    ck_assert_int_eq(c.settled, 1);
}
END_TEST

/* --- specialize ----------------------------------------------------------- */

static Module *specialized(const char *source)
{
    Module *m = build_ir(source);

    run_pass(m, pass_simplify);
    pass_infer(m);
    run_pass(m, pass_specialize);
    return m;
}

/* Operations `op` that are reached without passing a cold block. */
static int count_hot_from(Block *b, Op op)
{
    int n = 0;

    if (b->cold || b->mark == -1)
        return 0;
    b->mark = -1;
    FOREACH_VALUE (b, v)
        n += v->op == op;
    for (int i = 0; i < b->succ.count; i++)
        n += count_hot_from(b->succ.items[i], op);
    return n;
}

static int count_hot(const Module *m, Op op)
{
    Fn *f = m->fns.items[1];

    FOREACH_BLOCK (f, b)
        b->mark = 0;
    return count_hot_from(f->entry, op);
}

START_TEST(specialize_puts_counting_loops_on_machine_words)
{
    Module *m = specialized("def f():\n"
                            "    n = 0\n"
                            "    for i in xrange(1000):\n"
                            "        n = n + i\n"
                            "    return n\n");

    ck_assert_int_eq(count_hot(m, OP_add), 0);
    ck_assert_int_eq(count_hot(m, OP_next), 0);
    ck_assert_int_ge(count_op(m, OP_lt_i64), 1);
}
END_TEST

START_TEST(specialize_keeps_floats_raw)
{
    Module *m = specialized("def f():\n"
                            "    x = 1.5\n"
                            "    for i in xrange(1000):\n"
                            "        x = x * 1.25\n"
                            "    return x\n");

    ck_assert_int_eq(count_hot(m, OP_mul), 0);
    ck_assert_int_ge(count_op(m, OP_mul_f64), 1);
}
END_TEST

/* --- generator ------------------------------------------------------------ */

START_TEST(generator_has_a_state_per_yield_and_no_yields)
{
    Module *m = build_ir("def g(a):\n"
                         "    b = a + 1\n"
                         "    yield a\n"
                         "    yield b\n");
    Fn *g = m->fns.items[1];

    run_pass(m, pass_simplify);
    ck_assert(g->is_generator);
    ck_assert_int_eq(count_op(m, OP_yield), 2);
    pass_lower_generator(g);
    ck_assert_ptr_null(ir_defect_or_null(g, m->arena));
    ck_assert_int_eq(count_op(m, OP_yield), 0);
    ck_assert_int_eq(g->entry->ctl, CTL_switch);
    ck_assert_int_eq(g->nresume, 3);
    /* b lives across the first yield. */
    ck_assert_int_ge(count_op(m, OP_frame_store), 1);
    ck_assert_int_ge(count_op(m, OP_frame_load), 1);
}
END_TEST

/* --- verify --------------------------------------------------------------- */

static Module *small(void)
{
    return read_ir("fn m.f.0 (1)\n"
                   "b0:\n"
                   "  v0:any = param ; 1\n"
                   "  v1:any = neg v0 ; 1\n"
                   "  return v1 ; 1\n");
}

START_TEST(verify_finds_what_a_pass_breaks)
{
    Module *m = small();
    Fn *fn = m->fns.items[0];
    Value *param = fn->entry->first, *neg = param->next;

    ck_assert_ptr_null(ir_defect_or_null(fn, m->arena));
    ir_remove(param);
    ck_assert_str_eq(ir_defect_or_null(fn, m->arena),
                     "1: argument 0 is not in the function");
    ir_insert_after(neg, param);
    ck_assert_str_eq(ir_defect_or_null(fn, m->arena),
                     "1: argument 0 is not defined here");
    neg->nargs = 0;
    ck_assert_str_eq(ir_defect_or_null(fn, m->arena), "1: neg has 0 arguments");
    fn->entry->ctl = CTL_none;
    neg->nargs = 1;
    neg->args[0] = neg;
    ck_assert_str_eq(ir_defect_or_null(fn, m->arena),
                     "0: block without control");
}
END_TEST

START_TEST(verify_aborts_on_a_bug)
{
    Fn *fn = small()->fns.items[0];

    fn->entry->first->rep = REP_none;
    ir_verify(fn, "test");
}
END_TEST

int main(void)
{
    Suite *s = suite_create("passes");
    TCase *t = tcase_create("passes");
    SRunner *r = srunner_create(s);
    int failed;

    tcase_add_test(t, build_makes_phis_at_joins);
    tcase_add_test(t, build_checks_variables_that_may_be_unset);
    tcase_add_test(t, build_draws_error_edges_inside_try_only);
    tcase_add_test(t, simplify_drops_dead_values_and_trivial_phis);
    tcase_add_test(t, simplify_decides_known_tests);
    tcase_add_test(t, simplify_keeps_what_has_an_effect);
    tcase_add_test(t, inline_puts_generators_into_loops);
    tcase_add_test(t, inline_leaves_generators_that_others_can_see);
    tcase_add_test(t, consumers_leave_no_object);
    tcase_add_test(t, inline_makes_comprehensions_values);
    tcase_add_test(t, forward_takes_arguments_that_are_only_passed_on);
    tcase_add_test(t, forward_leaves_what_looks_at_its_arguments);
    tcase_add_test(t, liveness_follows_loops_and_phis);
    tcase_add_test(t, consume_marks_text_that_nobody_else_sees);
    tcase_add_test(t, consume_settles_text_that_is_kept);
    tcase_add_test(t, consume_leaves_text_with_another_name);
    tcase_add_test(t, consume_marks_text_of_the_main_program);
    tcase_add_test(t, specialize_puts_counting_loops_on_machine_words);
    tcase_add_test(t, specialize_keeps_floats_raw);
    tcase_add_test(t, generator_has_a_state_per_yield_and_no_yields);
    tcase_add_test(t, verify_finds_what_a_pass_breaks);
    tcase_add_test_raise_signal(t, verify_aborts_on_a_bug, SIGABRT);
    suite_add_tcase(s, t);
    srunner_run_all(r, CK_ENV);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

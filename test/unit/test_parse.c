/* Text to trees.  Whole trees are compared with the ast module by
 * test/frontend; here are the values and the edges. */
#include "frontend/frontend.h"

#include <check.h>

static Arena arena;
static Diags diags;

static Node *parse(const char *text)
{
    Source *src =
        source_from_memory(&arena, "<test>", text, strlen(text), false);

    diags = (Diags){.arena = &arena};
    return frontend_parse(&arena, src, PARSE_file, 0, &diags);
}

/* The value of the first expression statement. */
static Node *value(const char *text)
{
    Node *n = parse(text);

    ck_assert_ptr_nonnull(n);
    ck_assert_int_eq(n->Module.body.items[0]->kind, AST_Expr);
    return n->Module.body.items[0]->Expr.value;
}

static const char *error(const char *text)
{
    ck_assert_ptr_null(parse(text));
    return diag_error_or_null(&diags)->message;
}

static Number num(const char *text)
{
    Node *n = value(text);

    ck_assert_int_eq(n->kind, AST_Num);
    return n->Num.n;
}

START_TEST(integers)
{
    ck_assert_int_eq(num("0x1F").i, 31);
    ck_assert_int_eq(num("0777").i, 511);
    ck_assert_int_eq(num("0b101").i, 5);
    ck_assert_int_eq(num("-7").i, -7);
    ck_assert_int_eq(num("9223372036854775807").kind, NUM_int);
    ck_assert_int_eq(num("-9223372036854775808").kind, NUM_int);
    ck_assert_int_eq(num("-9223372036854775808").i, INT64_MIN);
    Number big = num("9223372036854775808");
    ck_assert_int_eq(big.kind, NUM_long);
    ck_assert(!big.fits);
    ck_assert_str_eq(big.digits, "9223372036854775808");
    ck_assert_int_eq(num("5L").kind, NUM_long);
    ck_assert_int_eq(num("5L").i, 5);
    ck_assert_str_eq(num("-0xFFL").digits, "-FF");
    ck_assert_int_eq(num("-0xFFL").base, 16);
}
END_TEST

START_TEST(floats)
{
    ck_assert(num("1.5e3").d == 1500.0);
    ck_assert(num("08.5").d == 8.5);
    ck_assert_int_eq(num("1j").kind, NUM_imag);
    ck_assert(num("-2.5J").d == -2.5);
    ck_assert(__builtin_isinf(num("1e999").d));
    ck_assert(__builtin_signbit(num("-0.0").d));
}
END_TEST

START_TEST(a_minus_is_folded_only_into_a_lone_number)
{
    ck_assert_int_eq(value("-1 ** 2")->kind, AST_UnaryOp);
    ck_assert_int_eq(value("-(1)")->kind, AST_UnaryOp);
    ck_assert_int_eq(value("- 1")->kind, AST_Num);
}
END_TEST

static void check_str(const char *text, const char *want, size_t len,
                      bool is_unicode)
{
    Node *n = value(text);

    ck_assert_int_eq(n->kind, AST_Str);
    ck_assert_uint_eq(n->Str.s.len, len);
    ck_assert_int_eq(n->Str.s.is_unicode, is_unicode);
    ck_assert_int_eq(memcmp(n->Str.s.data, want, len), 0);
}

START_TEST(strings)
{
    check_str("'a\\x41\\101\\0\\q\\\nb'", "aAA\0\\qb", 7, false);
    check_str("r'\\n' '''x\ny'''", "\\nx\ny", 5, false);
    check_str("'a' u'b'", "ab", 2, true);
    check_str("u'\\u20ac\\U0001F600\\xe9'",
              "\xE2\x82\xAC\xF0\x9F\x98\x80\xC3\xA9", 9, true);
    check_str("u'\\ud800'", "\xED\xA0\x80", 3, true);
    check_str("ur'\\u0041\\\\u0041'", "A\\\\u0041", 8, true);
    check_str("u'\\N{EURO SIGN}'", "\xE2\x82\xAC", 3, true);
    check_str("u'\xE9'", "\xC3\xA9", 2, true); /* no encoding: Latin-1 */
}
END_TEST

START_TEST(future_features_change_parsing)
{
    Node *n = parse("from __future__ import print_function, division\n"
                    "print(1, file=x)\n");

    ck_assert_ptr_nonnull(n);
    ck_assert_uint_eq(n->Module.future,
                      FUTURE_print_function | FUTURE_division);
    n = parse("'doc'\nfrom __future__ import unicode_literals\nb'x'\n");
    ck_assert(ast_docstring_or_null(n)->Str.s.is_unicode);
    ck_assert(!n->Module.body.items[2]->Expr.value->Str.s.is_unicode);
    ck_assert_str_eq(error("x\nfrom __future__ import division\nx = = 1"),
                     "invalid syntax");
}
END_TEST

START_TEST(positions)
{
    Node *n = value("a + b + c");

    ck_assert_int_eq(n->col_offset, 6); /* the second operator */
    ck_assert_int_eq(n->BinOp.left->col_offset, 0);
    n = parse("@a\n@b\ndef f(): pass\n")->Module.body.items[0];
    ck_assert_int_eq(n->lineno, 1);
    n = value("f('''a\nb''', x)");
    ck_assert_int_eq(n->Call.args.items[0]->lineno, 2);
    ck_assert_int_eq(n->Call.args.items[0]->col_offset, -1);
    ck_assert_int_eq(n->end_lineno, 2);
    ck_assert_int_eq(n->end_col, 8);
}
END_TEST

START_TEST(syntax_errors_win_over_tree_errors)
{
    ck_assert_str_eq(error("f() = 1"), "can't assign to function call");
    ck_assert_str_eq(error("f() = 1\n)"), "invalid syntax");
    ck_assert_str_eq(error("1 = f(a=1, a=2)"), "can't assign to literal");
}
END_TEST

static char *repeat(const char *s, int n)
{
    StrBuf b = {.arena = &arena};

    while (n-- > 0)
        strbuf_puts(&b, s);
    return b.data;
}

START_TEST(depth_is_limited)
{
    ck_assert_ptr_nonnull(parse(
        arena_printf(&arena, "x = %s1%s", repeat("(", 98), repeat(")", 98))));
    ck_assert_str_eq(error(repeat("(1,", 5000)), "");
    ck_assert_str_eq(diag_error_or_null(&diags)->type, "MemoryError");
    ck_assert_str_eq(error(arena_printf(&arena, "%s1", repeat("-", 5000))), "");
    ck_assert_ptr_nonnull(
        parse(arena_printf(&arena, "x = %s1", repeat("1 + ", 10000))));
    ck_assert_ptr_null(
        parse(arena_printf(&arena, "x = %s1", repeat("1 + ", 100000))));
    ck_assert_ptr_null(
        parse(arena_printf(&arena, "f%s", repeat("()", 1000000))));
}
END_TEST

START_TEST(long_input_is_fine)
{
    Node *n = parse(arena_printf(&arena, "x = [%s]\ny = '%s'\n",
                                 repeat("a.b, ", 200000),
                                 repeat("0123456789", 100000)));

    ck_assert_ptr_nonnull(n);
    Node *list = n->Module.body.items[0]->Assign.value;
    ck_assert_int_eq(list->List.elts.count, 200000);
}
END_TEST

START_TEST(modes)
{
    Source *src = source_from_memory(&arena, "<t>", "1 +\\\n 2", 8, false);
    Node *n = frontend_parse(&arena, src, PARSE_eval, 0, &diags);

    ck_assert_int_eq(n->kind, AST_Expression);
    src = source_from_memory(&arena, "<t>", "x = 1\n'''", 9, false);
    n = frontend_parse(&arena, src, PARSE_single, 0, &diags);
    ck_assert_int_eq(n->kind, AST_Interactive);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("parse");
    TCase *t = tcase_create("parse");

    tcase_set_timeout(t, 20);
    tcase_add_test(t, integers);
    tcase_add_test(t, floats);
    tcase_add_test(t, a_minus_is_folded_only_into_a_lone_number);
    tcase_add_test(t, strings);
    tcase_add_test(t, future_features_change_parsing);
    tcase_add_test(t, positions);
    tcase_add_test(t, syntax_errors_win_over_tree_errors);
    tcase_add_test(t, depth_is_limited);
    tcase_add_test(t, long_input_is_fine);
    tcase_add_test(t, modes);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_ENV);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

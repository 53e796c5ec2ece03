/* Text to tokens. */
#include "frontend/lex.h"

#include <check.h>

static Arena arena;

/* Kinds separated by blanks; a failing lexer ends with its message. */
static const char *kinds_of(const char *text)
{
    Source *src =
        source_from_memory(&arena, "<test>", text, strlen(text), false);
    StrBuf out = {.arena = &arena};
    Lexer lx;
    Token t;

    source_prepare(&arena, src, true);
    lex_init(&lx, src);
    do {
        t = lex_next(&lx);
        strbuf_printf(&out, out.len ? " %s" : "%s", token_text(t.kind));
    } while (t.kind != TOK_ENDMARKER && t.kind != TOK_ERROR);
    if (t.kind == TOK_ERROR)
        strbuf_printf(&out, ": %s", lx.error_message);
    return out.data;
}

#define LEXES(text, kinds) ck_assert_str_eq(kinds_of(text), kinds)

START_TEST(words_and_operators)
{
    LEXES("", "end of file");
    LEXES("x", "name new line new line end of file");
    LEXES("for fort\n", "for name new line new line end of file");
    LEXES("a **= b // c <> d\n",
          "name **= name // name != name new line new line end of file");
    LEXES("a$!\n",
          "name unknown character unknown character new line new line end of "
          "file");
}
END_TEST

START_TEST(numbers)
{
    LEXES("1 0777 0xFFL 1.5e3 .5 1e 2j\n",
          "number number number number number number name number new line new "
          "line end of file");
    LEXES("1..x\n", "number . name new line new line end of file");
    LEXES("08\n", "error: invalid token");
    LEXES("0x\n", "error: invalid token");
    LEXES("1e+\n", "error: invalid token");
    LEXES("08.5\n", "number new line new line end of file");
}
END_TEST

START_TEST(strings)
{
    LEXES("'a' u\"b\" ur'''c\nd''' bR'\\''\n",
          "string string string string new line new line end of file");
    LEXES("f'a'\n", "name string new line new line end of file");
    LEXES("'a\\\nb'\n", "string new line new line end of file");
    LEXES("'a\n", "error: EOL while scanning string literal");
    LEXES("'''a\n", "error: EOF while scanning triple-quoted string literal");
}
END_TEST

START_TEST(indentation)
{
    LEXES("a\n  b\n\n # c\n  d\ne\n",
          "name new line indent name new line name new line dedent name new "
          "line new line end of file");
    LEXES("a\n\tb\n        c\n",
          "name new line indent name new line name new line dedent new line "
          "end of file");
    LEXES("a\n  b\n c\n",
          "name new line indent name new line error: unindent does not match "
          "any outer indentation level");
}
END_TEST

START_TEST(lines_are_joined)
{
    LEXES("(a,\n b)\n", "( name , name ) new line new line end of file");
    LEXES("a \\\n b\n", "name name new line new line end of file");
    LEXES("a \\ b\n",
          "name error: unexpected character after line continuation "
          "character");
}
END_TEST

START_TEST(positions)
{
    Source *src =
        source_from_memory(&arena, "<t>", "x = '''a\nb''' + y\n", 18, false);
    Lexer lx;

    source_prepare(&arena, src, true);
    lex_init(&lx, src);
    Token x = lex_next(&lx);
    ck_assert_int_eq(x.line, 1);
    ck_assert_int_eq(x.col, 0);
    lex_next(&lx);
    Token s = lex_next(&lx);
    ck_assert_int_eq(s.line, 2);
    ck_assert_int_eq(s.col, -1);
    ck_assert_int_eq(lex_next(&lx).col, 5);
}
END_TEST

START_TEST(encodings)
{
    static const char latin[] = "# coding: cp1252\n'\x80'\n";
    Source *src =
        source_from_memory(&arena, "<t>", latin, sizeof latin - 1, false);
    StrBuf back = {.arena = &arena};

    source_prepare(&arena, src, true);
    ck_assert_str_eq(src->text, "# coding: cp1252\n'\xE2\x82\xAC'\n");
    ck_assert(source_encode(src, "\xE2\x82\xAC", 3, &back));
    ck_assert_str_eq(back.data, "\x80");
    ck_assert_str_eq(source_line(&arena, src, 2), "'\xE2\x82\xAC'\n");
    ck_assert_int_eq(source_line_count(&arena, src), 2);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("lex");
    TCase *t = tcase_create("lex");

    tcase_add_test(t, words_and_operators);
    tcase_add_test(t, numbers);
    tcase_add_test(t, strings);
    tcase_add_test(t, indentation);
    tcase_add_test(t, lines_are_joined);
    tcase_add_test(t, positions);
    tcase_add_test(t, encodings);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_ENV);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

/* Arenas, vectors, maps, string buffers, names, diagnostics. */
#include "base/diag.h"
#include "base/intern.h"
#include "base/map.h"

#include <check.h>
#include <stdio.h>

START_TEST(arena_aligns_and_zeroes)
{
    Arena a = {0};

    for (size_t size = 1; size < 5000; size += 37) {
        char *p = arena_alloc(&a, size);
        ck_assert_uint_eq((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_int_eq(p[i], 0);
        memset(p, 0xFF, size);
    }
    arena_release(&a);
    ck_assert_ptr_null(a.blocks);
}
END_TEST

START_TEST(arena_grows_the_last_allocation_in_place)
{
    Arena a = {0};
    char *p = arena_strdup(&a, "abc");

    ck_assert_ptr_eq(arena_grow(&a, p, 4, 100), p);
    arena_alloc(&a, 1);
    char *q = arena_grow(&a, p, 100, 200);
    ck_assert_ptr_ne(q, p);
    ck_assert_str_eq(q, "abc");
    arena_release(&a);
}
END_TEST

START_TEST(vector_keeps_items)
{
    Arena a = {0};
    VEC(int) in_arena = {0}, in_heap = {0};

    for (int i = 0; i < 1000; i++) {
        vec_push(&a, &in_arena, i);
        vec_push(NULL, &in_heap, -i);
    }
    for (int i = 0; i < 1000; i++) {
        ck_assert_int_eq(in_arena.items[i], i);
        ck_assert_int_eq(in_heap.items[i], -i);
    }
    ck_assert_int_eq(vec_pop(&in_heap), -999);
    vec_free(&in_heap);
    arena_release(&a);
}
END_TEST

START_TEST(map_finds_what_was_put_in_order)
{
    Map m = {0};
    static int keys[1000];

    ck_assert_ptr_null(map_get(&m, &keys[0]));
    for (int i = 0; i < 1000; i++)
        map_put(&m, &keys[i], &keys[999 - i]);
    map_put(&m, &keys[5], &keys[5]);
    ck_assert_int_eq(m.count, 1000);
    for (int i = 0; i < 1000; i++) {
        ck_assert_ptr_eq(m.entries[i].key, &keys[i]);
        ck_assert_ptr_eq(map_get(&m, &keys[i]), &keys[i == 5 ? 5 : 999 - i]);
    }
    ck_assert(!map_has(&m, &m));
    map_free(&m);
}
END_TEST

START_TEST(equal_names_are_the_same)
{
    ck_assert_ptr_eq(name_intern("abcd", 3), name_intern_cstr("abc"));
    ck_assert_ptr_ne(name_intern("a\0b", 3), name_intern("a\0c", 3));
    ck_assert_uint_eq(name_intern("a\0b", 3)->len, 3);
    for (int i = 0; i < 5000; i++) {
        char text[16];
        snprintf(text, sizeof text, "n%d", i);
        ck_assert_ptr_eq(name_intern_cstr(text), name_intern_cstr(text));
    }
}
END_TEST

START_TEST(strbuf_writes_utf8)
{
    StrBuf b = {0};

    strbuf_put_utf8(&b, 'a');
    strbuf_put_utf8(&b, 0xE9);
    strbuf_put_utf8(&b, 0xD800);
    strbuf_put_utf8(&b, 0x1F600);
    strbuf_printf(&b, "%d", 7);
    ck_assert_str_eq(b.data, "a\xC3\xA9\xED\xA0\x80\xF0\x9F\x98\x80"
                             "7");
    strbuf_free(&b);
}
END_TEST

static void check_format(Diag d, const char *want)
{
    StrBuf out = {0};

    d.type = "SyntaxError";
    d.message = "bad";
    d.filename = "f.py";
    d.line = 3;
    diag_format(&out, &d);
    ck_assert_str_eq(out.data, want);
    strbuf_free(&out);
}

START_TEST(diagnostics_look_like_cpython)
{
    check_format((Diag){.text = "  x = = 1\n", .offset = 7},
                 "  File \"f.py\", line 3\n    x = = 1\n        ^\n"
                 "SyntaxError: bad\n");
    check_format((Diag){.text = "x y", .offset = -1},
                 "  File \"f.py\", line 3\n    x y\nSyntaxError: bad\n");
    check_format((Diag){.text = "\"\"\"a\nb\"\"\" 5\n", .offset = 11},
                 "  File \"f.py\", line 3\n    b\"\"\" 5\n         ^\n"
                 "SyntaxError: bad\n");
    check_format((Diag){.offset = -1},
                 "  File \"f.py\", line 3\nSyntaxError: bad\n");
    check_format((Diag){.level = DIAG_warning, .text = "  x\n"},
                 "f.py:3: SyntaxError: bad\n  x\n");
}
END_TEST

int main(void)
{
    Suite *s = suite_create("base");
    TCase *t = tcase_create("base");

    tcase_add_test(t, arena_aligns_and_zeroes);
    tcase_add_test(t, arena_grows_the_last_allocation_in_place);
    tcase_add_test(t, vector_keeps_items);
    tcase_add_test(t, map_finds_what_was_put_in_order);
    tcase_add_test(t, equal_names_are_the_same);
    tcase_add_test(t, strbuf_writes_utf8);
    tcase_add_test(t, diagnostics_look_like_cpython);
    suite_add_tcase(s, t);
    SRunner *r = srunner_create(s);
    srunner_run_all(r, CK_ENV);
    int failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

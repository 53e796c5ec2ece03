/* dict, set and list from C: order, growth, deletion, iteration beside
 * changes, keys whose comparison raises. */
#include "rt_start.h"

/* Instances of hash 1 whose comparison raises, or runs `meanwhile`. */
static void (*meanwhile)(void);

static int64_t key_hash(Value self)
{
    return 1;
}

static Value key_compare(Value a, Value b, CompareOp op)
{
    if (!meanwhile)
        return err_format(&exc_ValueError, "compared");
    meanwhile();
    return op == CMP_eq ? FALSE_VALUE : TRUE_VALUE;
}

static PyType key_type = {.head.type = &type_type,
                          .name = "key",
                          .base = &object_type,
                          .basic_size = sizeof(PyObject),
                          .hash = key_hash,
                          .rich_compare = key_compare};

static Value new_key(void)
{
    ck_assert_int_eq(type_ready(&key_type), 0);
    return (Value)gc_new(&key_type, sizeof(PyObject));
}

static PyDict *dict_of(int n)
{
    PyDict *d = dict_new();

    for (int i = 0; i < n; i++)
        ck_assert_int_eq(dict_set(d, tag_int(i * 7), tag_int(i)), 0);
    return d;
}

START_TEST(dict_order_is_cpythons)
{
    PyDict *d = dict_new();

    for (int i = 0; i < 5; i++)
        dict_set(d, tag_int((5 - i) * 1000), tag_int(i));
    ck_assert_str_eq(text_of((Value)d),
                     "{5000: 0, 4000: 1, 3000: 2, 2000: 3, 1000: 4}");
    dict_set(d, tag_int(-1), NONE);
    ck_assert_int_eq(dict_store(d)->mask, 31);
    ck_assert_str_eq(text_of((Value)d),
                     "{4000: 1, 5000: 0, 2000: 3, 1000: 4, 3000: 2, -1: None}");
}
END_TEST

START_TEST(dict_grows_at_two_thirds)
{
    PyDict *d = dict_of(5);

    ck_assert_int_eq(dict_store(d)->mask, 7);
    dict_set(d, tag_int(700), NONE);
    ck_assert_int_eq(dict_store(d)->mask, 31);
    for (int i = 0; i < 10000; i++)
        dict_set(d, tag_int(i), tag_int(-i));
    ck_assert_int_eq(dict_length(d), 10000);
    for (int i = 0; i < 10000; i++)
        ck_assert_ptr_eq(dict_get_or_null(d, tag_int(i)), tag_int(-i));
}
END_TEST

START_TEST(dict_finds_beyond_deleted_entries)
{
    PyDict *d = dict_new();

    /* 0, 8 and 16 meet in a table of 8. */
    for (int i = 0; i < 3; i++)
        dict_set(d, tag_int(8 * i), tag_int(i));
    ck_assert_int_eq(dict_delete(d, tag_int(8)), 0);
    ck_assert_ptr_eq(dict_get_or_null(d, tag_int(16)), tag_int(2));
    ck_assert_int_eq(dict_delete(d, tag_int(8)), -1);
    ck_assert_raised(exc_KeyError);
    dict_set(d, tag_int(24), NONE);
    ck_assert_int_eq(dict_store(d)->fill, 3); /* in the deleted one's place */
}
END_TEST

START_TEST(dict_of_many_changes_stays_small)
{
    PyDict *d = dict_new();

    for (int i = 0; i < 100000; i++) {
        dict_set(d, tag_int(i), NONE);
        ck_assert_int_eq(dict_delete(d, tag_int(i)), 0);
    }
    ck_assert_int_eq(dict_length(d), 0);
    ck_assert_int_le(dict_store(d)->mask, 31);
}
END_TEST

START_TEST(dict_iterator_notices_changes_of_size)
{
    PyDict *d = dict_of(4);
    Value it = dict_iter_new(&dict_keyiterator_type, d);

    ck_assert_ptr_nonnull(op_next(it));
    dict_set(d, tag_int(0), NONE); /* no new key */
    ck_assert_ptr_nonnull(op_next(it));
    dict_set(d, tag_int(1), NONE);
    ck_assert_ptr_null(op_next(it));
    ck_assert_raised(exc_RuntimeError);
}
END_TEST

START_TEST(dict_next_survives_growth)
{
    PyDict *d = dict_of(5);
    Py_ssize pos = 0;
    Value k, v;

    for (int n = 0; dict_next(d, &pos, &k, &v) && n < 1000; n++)
        dict_set(d, tag_int(100000 + n), NONE);
    ck_assert_int_ge(dict_length(d), 6);
}
END_TEST

START_TEST(dict_passes_on_what_comparing_raises)
{
    PyDict *d = dict_new();
    Value v = NULL;

    ck_assert_int_eq(dict_set(d, tag_int(1), NONE), 0);
    ck_assert_int_eq(dict_find(d, new_key(), &v), -1);
    ck_assert_raised(exc_ValueError);
    ck_assert_int_eq(dict_set(d, new_key(), NONE), -1);
    ck_assert_raised(exc_ValueError);
    ck_assert_int_eq(dict_delete(d, new_key()), -1);
    ck_assert_raised(exc_ValueError);
    ck_assert_int_eq(dict_length(d), 1);
}
END_TEST

static PyDict *changing;

static void grow_it(void)
{
    static int next = 100;

    if (dict_length(changing) < 40)
        dict_set(changing, tag_int(next++), NONE);
}

START_TEST(dict_may_grow_while_a_key_is_compared)
{
    changing = dict_of(1);
    dict_set(changing, tag_int(1), NONE);
    meanwhile = grow_it;
    for (int i = 0; i < 10; i++)
        ck_assert_int_eq(dict_set(changing, new_key(), tag_int(i)), 0);
    ck_assert_int_gt(dict_length(changing), 12);
    ck_assert_ptr_eq(dict_get_or_null(changing, tag_int(0)), tag_int(0));
}
END_TEST

START_TEST(set_order_growth_and_removal)
{
    PySet *s = set_from(NULL);

    for (int i = 0; i < 5; i++)
        set_add(s, tag_int((5 - i) * 1000));
    ck_assert_str_eq(text_of((Value)s), "set([5000, 4000, 3000, 2000, 1000])");
    for (int i = 0; i < 1000; i++)
        set_add(s, tag_int(i));
    ck_assert_int_eq(s->used, 1005);
    ck_assert_int_eq(set_discard(s, tag_int(7)), 1);
    ck_assert_int_eq(set_discard(s, tag_int(7)), 0);
    ck_assert_int_eq(set_contains(s, tag_int(7)), 0);
    ck_assert_int_eq(set_contains(s, tag_int(8)), 1);
    set_clear(s);
    ck_assert_ptr_null(set_pop(s));
    ck_assert_raised(exc_KeyError);
}
END_TEST

START_TEST(set_passes_on_what_comparing_raises)
{
    PySet *s = set_from(NULL);

    set_add(s, tag_int(1));
    ck_assert_int_eq(set_contains(s, new_key()), -1);
    ck_assert_raised(exc_ValueError);
    ck_assert_int_eq(set_add(s, new_key()), -1);
    ck_assert_raised(exc_ValueError);
    ck_assert_int_eq(set_contains(s, (Value)list_new(0)), -1);
    ck_assert_raised(exc_TypeError);
}
END_TEST

START_TEST(list_grows_and_shrinks)
{
    PyList *l = list_new(0);

    for (int i = 0; i < 10000; i++)
        ck_assert_int_eq(list_append(l, tag_int(i)), 0);
    for (int i = 9999; i >= 0; i--)
        ck_assert_ptr_eq(list_pop(l, -1), tag_int(i));
    ck_assert_ptr_null(list_pop(l, -1));
    ck_assert_raised(exc_IndexError);
}
END_TEST

START_TEST(list_slices_and_inserts)
{
    Value five[] = {tag_int(0), tag_int(1), tag_int(2), tag_int(3), tag_int(4)};
    PyList *l = list_from_array(five, 5);

    list_set_slice(l, 1, 3, (Value)list_copy(l));
    ck_assert_str_eq(text_of((Value)l), "[0, 0, 1, 2, 3, 4, 3, 4]");
    list_set_slice(l, 2, 6, NULL);
    ck_assert_str_eq(text_of((Value)l), "[0, 0, 3, 4]");
    list_insert(l, -100, tag_int(9));
    list_insert(l, 100, tag_int(8));
    ck_assert_str_eq(text_of((Value)l), "[9, 0, 0, 3, 4, 8]");
    list_set_slice(l, 3, 3, (Value)l);
    ck_assert_int_eq(list_length(l), 12);
}
END_TEST

START_TEST(list_indices_are_checked)
{
    PyList *l = list_from_array((Value[]){NONE}, 1);

    ck_assert_ptr_null(list_get(l, 1));
    ck_assert_raised(exc_IndexError);
    ck_assert_int_eq(list_set_index(l, -2, NONE), -1);
    ck_assert_raised(exc_IndexError);
    ck_assert_ptr_eq(list_get_index(l, -1), NONE);
    ck_assert_ptr_null(list_repeat(l, INT64_MAX / 4));
    ck_assert_raised(exc_MemoryError);
}
END_TEST

int main(void)
{
    TCase *t = tcase_create("containers");

    tcase_add_test(t, dict_order_is_cpythons);
    tcase_add_test(t, dict_grows_at_two_thirds);
    tcase_add_test(t, dict_finds_beyond_deleted_entries);
    tcase_add_test(t, dict_of_many_changes_stays_small);
    tcase_add_test(t, dict_iterator_notices_changes_of_size);
    tcase_add_test(t, dict_next_survives_growth);
    tcase_add_test(t, dict_passes_on_what_comparing_raises);
    tcase_add_test(t, dict_may_grow_while_a_key_is_compared);
    tcase_add_test(t, set_order_growth_and_removal);
    tcase_add_test(t, set_passes_on_what_comparing_raises);
    tcase_add_test(t, list_grows_and_shrinks);
    tcase_add_test(t, list_slices_and_inserts);
    tcase_add_test(t, list_indices_are_checked);
    return run_suite("containers", t);
}

/* Threads that change one list, dict or set at random, for ThreadSanitizer:
 *
 *     containers list|dict|set ROUNDS
 *
 * Memory is malloc's and never freed, types are empty, keys and values are
 * tagged ints, so that nothing else of the runtime is called; what the linker
 * could not find would crash.  A value tells its key: one that does not belong
 * to it, or a word that is no int, is a failure too. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dict.h"
#include "list.h"
#include "set.h"
#include "thread.h"
#include "tuple.h"

enum { THREADS = 4, OPERATIONS = 1500, KEYS = 24 };

/* --- in place of the runtime -----------------------------------------------
 */

__thread ThreadState *thread_state;
PyType list_type, dict_type, set_type, frozenset_type, str_type, unicode_type,
    tuple_type, none_type, int_type, bool_type, float_type, long_type,
    object_type, exc_IndexError, exc_KeyError, exc_TypeError, exc_ValueError,
    slice_type;

static void *zeroed(size_t size)
{
    void *p = calloc(1, size);

    if (!p)
        abort();
    return p;
}

void *gc_scanned_slow(size_t size)
{
    return zeroed(size);
}

size_t gc_usable(size_t size)
{
    return size;
}

Value *gc_array(size_t count)
{
    return zeroed((count + 1) * sizeof(Value));
}

void *err_format(PyType *type, const char *format, ...)
{
    return NULL;
}

bool err_pending(void)
{
    return false;
}

PyObject none_object;

void *err_set(PyType *type, Value v)
{
    return NULL;
}

PyStr *str_from_c(const char *text)
{
    return NULL;
}

PyTuple *tuple_pack(Py_ssize n, ...)
{
    return zeroed(sizeof(PyTuple) + 2 * sizeof(Value));
}

/* --- one thread -------------------------------------------------------------
 */

typedef struct Player {
    pthread_t thread;
    uint64_t seed;
    void *shared, *other;
} Player;

static uint32_t dice(Player *p, uint32_t n)
{
    p->seed = p->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(p->seed >> 33) % n;
}

static void check(bool right, const char *what)
{
    if (right)
        return;
    fprintf(stderr, "wrong: %s\n", what);
    exit(1);
}

static void check_item(Value v)
{
    check(!v || is_tagged_int(v), "item");
}

static PyTuple *three(int64_t x)
{
    PyTuple *t = zeroed(sizeof *t + 3 * sizeof(Value));

    t->head.type = &tuple_type;
    t->length = 3;
    for (int i = 0; i < 3; i++)
        t->items[i] = tag_int(x);
    return t;
}

static void play_list(Player *p)
{
    PyList *l = p->shared;
    int64_t x = dice(p, 100), i = (int64_t)dice(p, 8) - 4, n = 0;
    int r = 0;

    switch (dice(p, 16)) {
    case 0:
    case 1:
        r = list_push(l, tag_int(x));
        break;
    case 2:
        check_item(list_pop(l, -1));
        break;
    case 3:
        check_item(list_pop(l, 0));
        break;
    case 4:
        r = list_insert(l, i, tag_int(x));
        break;
    case 5:
        r = list_extend(l, (Value)three(x));
        break;
    case 6:
        list_reverse(l);
        break;
    case 7:
        if (list_len(l) < 200)
            r = list_repeat_in_place(l, 2);
        break;
    case 8:
        list_delete(l, i);
        break;
    case 9:
        if (x < 20)
            list_clear(l);
        break;
    case 10:
        list_slice(l, 1, 5);
        break;
    case 11:
        list_concat(l, p->other);
        break;
    case 12:
        list_set_index(l, i, tag_int(x));
        break;
    case 13:
        r = list_set_slice(l, 1, 3, NULL);
        break;
    case 14:
        for (Value v; (v = list_step(l, &n));)
            check_item(v);
        break;
    default:
        check_item(list_get_index(l, i));
    }
    check(r == 0, "result");
}

static Value value_of(int64_t key, uint32_t n)
{
    return tag_int(key * 1000 + n);
}

static void check_pair(Value key, Value value)
{
    check(is_tagged_int(key) && is_tagged_int(value) &&
              tagged_int_value(value) / 1000 == tagged_int_value(key),
          "a value belongs to its key");
}

static void play_dict(Player *p)
{
    PyDict *d = p->shared;
    int64_t k = dice(p, KEYS) * 7;
    Value key = tag_int(k), v = value_of(k, dice(p, 1000));
    Py_ssize at = 0;

    switch (dice(p, 12)) {
    case 0:
    case 1:
    case 2:
        check(dict_set(d, key, v) == 0, "set");
        break;
    case 3:
        check_pair(key, dict_setdefault(d, key, v));
        break;
    case 4:
    case 5:
        if (dict_take(d, key, &v) == 1)
            check_pair(key, v);
        break;
    case 6:
        dict_popitem(d);
        break;
    case 7:
        check(dict_merge(d, p->other, true) == 0, "update");
        break;
    case 8:
        if (k < 20)
            dict_clear(d);
        break;
    case 9:
        while (dict_next(d, &at, &key, &v))
            check_pair(key, v);
        break;
    case 10:
        dict_keys(d);
        check(dict_used(d) >= 0, "length");
        break;
    default:
        if (dict_find(d, key, &v) == 1)
            check_pair(key, v);
    }
}

static void play_set(Player *p)
{
    PySet *s = p->shared;
    int64_t k = dice(p, KEYS) * 7, hash;
    Value key = tag_int(k);
    Py_ssize at = 0;

    switch (dice(p, 11)) {
    case 0:
    case 1:
    case 2:
        check(set_add(s, key) == 0, "add");
        break;
    case 3:
    case 4:
        set_discard(s, key);
        break;
    case 5:
        check_item(set_pop(s));
        break;
    case 6:
        check(set_merge(s, p->other) == 0, "update");
        break;
    case 7:
        check(set_remove_all(s, p->other) == 0, "difference_update");
        break;
    case 8:
        while (set_next(s, &at, &key, &hash))
            check(hash == tagged_int_value(key), "a hash belongs to its key");
        break;
    case 9:
        set_as_list(s);
        check(set_used(s) >= 0, "length");
        break;
    default:
        set_contains(s, key);
    }
}

/* --- all ---------------------------------------------------------------------
 */

static void (*play)(Player *p);

static void *run(void *arg)
{
    Player *p = arg;

    thread_state = zeroed(sizeof *thread_state);
    for (int i = 0; i < OPERATIONS; i++)
        play(p);
    return NULL;
}

static void *new_shared(void)
{
    return play == play_list   ? (void *)list_new(0)
           : play == play_dict ? (void *)dict_new()
                               : (void *)set_new_of(&set_type);
}

static void round_of(uint64_t seed)
{
    void *shared = new_shared(), *other = new_shared();
    Player players[THREADS];

    for (int64_t k = 0; k < 5; k++)
        if (play == play_list)
            list_push(other, tag_int(k));
        else if (play == play_dict)
            dict_set(other, tag_int(k * 7), value_of(k * 7, 0));
        else
            set_add(other, tag_int(k * 7));
    for (int i = 0; i < THREADS; i++) {
        players[i] = (Player){.seed = seed * THREADS + (uint64_t)i,
                              .shared = shared,
                              .other = other};
        pthread_create(&players[i].thread, NULL, run, &players[i]);
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(players[i].thread, NULL);
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[2]) : 1;

    if (argc < 2)
        return 2;
    dict_type.flags = TYPE_DICT;
    set_type.flags = TYPE_SET;
    play = strcmp(argv[1], "list") == 0   ? play_list
           : strcmp(argv[1], "dict") == 0 ? play_dict
                                          : play_set;
    thread_state = zeroed(sizeof *thread_state);
    lock_threads_start();
    for (int i = 0; i < rounds; i++)
        round_of((uint64_t)i);
    return 0;
}

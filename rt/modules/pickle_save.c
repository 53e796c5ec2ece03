/* Module cPickle: writing the builtin types; see pickle.h. */
#include "codecs.h"
#include "file.h"
#include "float_text.h"
#include "long.h"
#include "number.h"
#include "pickle.h"
#include "thread.h"
#include "type.h"

/* --- the memo --------------------------------------------------------------
 */

static uint64_t memo_slot(const MemoTable *t, Value object)
{
    return (((uintptr_t)object >> 4) * 0x9e3779b97f4a7c15u >> 20) &
           (uint64_t)t->mask;
}

int memo_find(const MemoTable *t, Value object, int64_t *number)
{
    if (!t)
        return 0;
    for (uint64_t i = memo_slot(t, object);; i = (i + 1) & (uint64_t)t->mask) {
        const MemoEntry *e = &t->entries[i];

        if (!e->object)
            return 0;
        if (e->object == object) {
            *number = tagged_int_value(e->number);
            return 1;
        }
    }
}

static void memo_insert(MemoTable *t, Value object, Value number)
{
    uint64_t i = memo_slot(t, object);

    while (t->entries[i].object && t->entries[i].object != object)
        i = (i + 1) & (uint64_t)t->mask;
    t->used += t->entries[i].object == NULL;
    t->entries[i] = (MemoEntry){object, number};
}

static MemoTable *memo_resized(const MemoTable *old, int64_t entries)
{
    MemoTable *t = (MemoTable *)gc_array((size_t)entries * 2 + 2);

    if (!t)
        return NULL;
    t->mask = entries - 1;
    for (int64_t i = 0; old && i <= old->mask; i++)
        if (old->entries[i].object)
            memo_insert(t, old->entries[i].object, old->entries[i].number);
    return t;
}

MemoTable *memo_with(MemoTable *t, Value object, int64_t number)
{
    if (!t || t->used * 2 > t->mask)
        t = memo_resized(t, t ? (t->mask + 1) * 4 : 32);
    if (t)
        memo_insert(t, object, tag_int(number));
    return t;
}

bool pickle_known(const Dump *d, Value v, int64_t *number)
{
    return memo_find(d->pickler->memo, v, number);
}

/* --- opcodes ----------------------------------------------------------------
 */

int pickle_code_number(Dump *d, int code, uint64_t n, int bytes)
{
    char text[9] = {(char)code};

    for (int i = 0; i < bytes; i++)
        text[1 + i] = (char)(n >> 8 * i);
    return sb_add(&d->out, text, 1 + bytes);
}

/* An opcode and a number as a line. */
static int code_line(Dump *d, int code, int64_t n)
{
    return pickle_code(d, code) < 0 || sb_add_int(&d->out, n) < 0
               ? -1
               : sb_putc(&d->out, '\n');
}

int pickle_get(Dump *d, int64_t number)
{
    if (!d->binary)
        return code_line(d, PK_GET, number);
    return number < 256
               ? pickle_code_number(d, PK_BINGET, (uint64_t)number, 1)
               : pickle_code_number(d, PK_LONG_BINGET, (uint64_t)number, 4);
}

/* Numbers v from 1 on, as cPickle does (pickle begins with 0). */
int pickle_put(Dump *d, Value v)
{
    PyPickler *p = d->pickler;
    MemoTable *t = p->memo;
    int64_t number = t ? t->used + 1 : 1;

    if (p->fast)
        return 0;
    t = memo_with(t, v, number);
    if (!t)
        return -1;
    p->memo = t;
    if (!d->binary)
        return code_line(d, PK_PUT, number);
    return number < 256
               ? pickle_code_number(d, PK_BINPUT, (uint64_t)number, 1)
               : pickle_code_number(d, PK_LONG_BINPUT, (uint64_t)number, 4);
}

/* --- fast mode --------------------------------------------------------------
 */

enum { FAST_DEPTH = 50 }; /* beyond it containers are watched for cycles */

int pickle_fast_enter(Dump *d, Value v)
{
    Value key = int_from_uint64((uintptr_t)v);

    if (!d->pickler->fast || ++d->fast_depth <= FAST_DEPTH)
        return 0;
    if (!d->fast_open)
        d->fast_open = dict_new();
    if (dict_contains(d->fast_open, key) > 0) {
        err_format(&exc_ValueError,
                   "fast mode: can't pickle cyclic objects including object "
                   "type %s at %p",
                   type_name_of(v), (void *)v);
        return -1;
    }
    return dict_set(d->fast_open, key, v);
}

void pickle_fast_leave(Dump *d, Value v)
{
    Value ignored;

    if (!d->pickler->fast)
        return;
    if (d->fast_depth-- > FAST_DEPTH)
        dict_take(d->fast_open, int_from_uint64((uintptr_t)v), &ignored);
}

/* --- numbers ----------------------------------------------------------------
 */

static int save_bool(Dump *d, bool b)
{
    if (d->protocol >= 2)
        return pickle_code(d, b ? PK_NEWTRUE : PK_NEWFALSE);
    return sb_add(&d->out, b ? "I01\n" : "I00\n", 4);
}

static int save_int(Dump *d, int64_t i)
{
    if (!d->binary || i != (int32_t)i)
        return code_line(d, PK_INT, i);
    if (i >= 0 && i < 0x100)
        return pickle_code_number(d, PK_BININT1, (uint64_t)i, 1);
    if (i >= 0 && i < 0x10000)
        return pickle_code_number(d, PK_BININT2, (uint64_t)i, 2);
    return pickle_code_number(d, PK_BININT, (uint64_t)i, 4);
}

/* Two's complement in as few bytes as hold the sign. */
static int save_long_bytes(Dump *d, Value v)
{
    int64_t n = long_sign(v) ? long_bit_length(v) / 8 + 1 : 0;
    unsigned char *bytes;

    if (n > INT32_MAX) {
        err_format(&exc_OverflowError, "long too large to pickle");
        return -1;
    }
    bytes = gc_bytes((size_t)n + 1);
    if (!bytes || (n && long_to_bytes(v, bytes, (size_t)n, true, true) < 0))
        return -1;
    if (n > 1 && bytes[n - 1] == 0xff && (bytes[n - 2] & 0x80))
        n--;
    if (pickle_code_number(d, n < 256 ? PK_LONG1 : PK_LONG4, (uint64_t)n,
                           n < 256 ? 1 : 4) < 0)
        return -1;
    return sb_add(&d->out, (char *)bytes, n);
}

static int save_line(Dump *d, int code, const PyStr *text)
{
    if (!text || pickle_code(d, code) < 0 ||
        sb_add(&d->out, text->data, text->length) < 0)
        return -1;
    return sb_putc(&d->out, '\n');
}

static int save_long(Dump *d, Value v)
{
    if (d->protocol >= 2)
        return save_long_bytes(d, v);
    return save_line(d, PK_LONG, long_to_str(v, 10, "", "L"));
}

static int save_float(Dump *d, double f)
{
    char room[FLOAT_ROOM], packed[9] = {PK_BINFLOAT};
    Py_ssize length;
    const char *text;

    if (d->binary) {
        float_pack8(f, (unsigned char *)packed + 1, false);
        return sb_add(&d->out, packed, sizeof packed);
    }
    text = float_text_in(room, f, 'r', 0, 0, &length);
    if (!text || pickle_code(d, PK_FLOAT) < 0 ||
        sb_add(&d->out, text, length) < 0)
        return -1;
    return sb_putc(&d->out, '\n');
}

/* --- text --------------------------------------------------------------------
 */

/* An opcode, the size as 4 bytes, and the bytes. */
static int save_counted(Dump *d, int code, const PyStr *s)
{
    if (s->length > INT32_MAX) {
        err_format(&exc_OverflowError, "string too large to pickle");
        return -1;
    }
    return pickle_code_number(d, code, (uint64_t)s->length, 4) < 0
               ? -1
               : sb_add(&d->out, s->data, s->length);
}

static int save_str(Dump *d, PyStr *s)
{
    if (!d->binary)
        return save_line(d, PK_STRING, str_repr(str_span((Value)s)));
    if (s->length >= 256)
        return save_counted(d, PK_BINSTRING, s);
    return pickle_code_number(d, PK_SHORT_BINSTRING, (uint64_t)s->length, 1) < 0
               ? -1
               : sb_add(&d->out, s->data, s->length);
}

/* raw_unicode_escape, in which backslash and newline are escaped too. */
static int add_escaped(StrBuilder *b, uint32_t c)
{
    char text[11];
    int n;

    if (c < 0x100 && c != '\\' && c != '\n')
        return sb_putc(b, (char)c);
    n = snprintf(text, sizeof text, c > 0xffff ? "\\U%08x" : "\\u%04x", c);
    return sb_add(b, text, n);
}

static int save_unicode(Dump *d, PyUnicode *u)
{
    PyStr *s;

    if (d->binary) {
        s = encode_utf8(u);
        return s ? save_counted(d, PK_BINUNICODE, s) : -1;
    }
    if (pickle_code(d, PK_UNICODE) < 0)
        return -1;
    for (int64_t i = 0; i < u->length; i++)
        if (add_escaped(&d->out, unicode_at(u, i)) < 0)
            return -1;
    return sb_putc(&d->out, '\n');
}

/* Texts of less than two characters are shared anyway: they have no number. */
static int save_text(Dump *d, Value v, bool is_unicode_type)
{
    int64_t number,
        n = is_unicode_type ? ((PyUnicode *)v)->length : ((PyStr *)v)->length;
    int status;

    if (n >= 2 && pickle_known(d, v, &number))
        return pickle_get(d, number);
    status = is_unicode_type ? save_unicode(d, (PyUnicode *)v)
                             : save_str(d, (PyStr *)v);
    return status < 0 || n < 2 ? status : pickle_put(d, v);
}

/* --- containers
 * --------------------------------------------------------------- */

static int save_items(Dump *d, const PyTuple *t)
{
    for (int64_t i = 0; i < t->length; i++)
        if (pickle_save(d, t->items[i]) < 0)
            return -1;
    return 0;
}

/* Its items led back to the tuple and have written it: theirs are dropped. */
static int drop_items(Dump *d, int64_t items, bool marked, int64_t number)
{
    if (marked && d->binary)
        return pickle_code(d, PK_POP_MARK) < 0 ? -1 : pickle_get(d, number);
    for (items += marked; items > 0; items--)
        if (pickle_code(d, PK_POP) < 0)
            return -1;
    return pickle_get(d, number);
}

static int save_tuple(Dump *d, PyTuple *t, bool number_it)
{
    bool marked = t->length > 3 || d->protocol < 2;
    int64_t number;

    if (t->length == 0)
        return d->protocol ? pickle_code(d, PK_EMPTY_TUPLE)
                           : sb_add(&d->out, "(t", 2);
    if (pickle_known(d, (Value)t, &number))
        return pickle_get(d, number);
    if ((marked && pickle_code(d, PK_MARK) < 0) || save_items(d, t) < 0)
        return -1;
    if (pickle_known(d, (Value)t, &number))
        return drop_items(d, t->length, marked, number);
    if (pickle_code(d, marked ? PK_TUPLE : PK_TUPLE1 + (int)t->length - 1) < 0)
        return -1;
    return number_it ? pickle_put(d, (Value)t) : 0;
}

/* The empty container, which gets its number before it gets items. */
static int open_container(Dump *d, Value v, int code, const char *old_code)
{
    int status =
        d->binary ? pickle_code(d, code) : sb_add(&d->out, old_code, 2);

    return status < 0 ? -1 : pickle_put(d, v);
}

/* Items go by position: the list may change meanwhile. */
static int list_batch(Dump *d, PyList *list, int64_t *at)
{
    int64_t start = d->out.length, n = 0;
    Value v;

    if (pickle_code(d, PK_MARK) < 0)
        return -1;
    for (; n < PICKLE_BATCH && (v = list_step(list, at)); n++) {
        if (n == 0 && !list_item_or_null(list, (uint64_t)*at)) {
            d->out.length = start; /* a single item needs no mark */
            return pickle_save(d, v) < 0 ? -1 : pickle_code(d, PK_APPEND);
        }
        if (pickle_save(d, v) < 0)
            return -1;
    }
    return pickle_code(d, PK_APPENDS);
}

static int save_list_items(Dump *d, PyList *list)
{
    int64_t at = 0;
    Value v;

    while (list_item_or_null(list, (uint64_t)at)) {
        if (d->binary) {
            if (list_batch(d, list, &at) < 0)
                return -1;
            continue;
        }
        v = list_step(list, &at);
        if (!v || pickle_save(d, v) < 0 || pickle_code(d, PK_APPEND) < 0)
            return v ? -1 : 0;
    }
    return 0;
}

static int save_list(Dump *d, PyList *list)
{
    int status;

    if (open_container(d, (Value)list, PK_EMPTY_LIST, "(l") < 0)
        return -1;
    if (pickle_fast_enter(d, (Value)list) < 0)
        return -1;
    status = save_list_items(d, list);
    pickle_fast_leave(d, (Value)list);
    return status;
}

static int save_pair(Dump *d, Value key, Value value)
{
    return pickle_save(d, key) < 0 ? -1 : pickle_save(d, value);
}

static int changed_size(void)
{
    err_format(&exc_RuntimeError, "dictionary changed size during iteration");
    return -1;
}

/* The items of an exact dict, many to an opcode. */
static int save_dict_batches(Dump *d, PyDict *dict)
{
    int64_t size = dict_length(dict), left = size;
    Py_ssize pos = 0;
    Value key, value;

    while (left > 0) {
        int64_t n = left < PICKLE_BATCH ? left : PICKLE_BATCH;

        if (size > 1 && pickle_code(d, PK_MARK) < 0)
            return -1;
        for (int64_t i = 0; i < n; i++) {
            if (!dict_next(dict, &pos, &key, &value))
                return changed_size();
            if (save_pair(d, key, value) < 0)
                return -1;
        }
        if (pickle_code(d, size > 1 ? PK_SETITEMS : PK_SETITEM) < 0)
            return -1;
        if (dict_length(dict) != size)
            return changed_size();
        left -= n;
    }
    return 0;
}

static int save_dict_items(Dump *d, PyDict *dict)
{
    Value items;

    if (d->binary)
        return save_dict_batches(d, dict);
    items = dict_iter_new(&dict_itemiterator_type, dict);
    return items ? pickle_batch_setitems(d, items) : -1;
}

static int save_dict(Dump *d, PyDict *dict)
{
    int status;

    if (open_container(d, (Value)dict, PK_EMPTY_DICT, "(d") < 0)
        return -1;
    if (pickle_fast_enter(d, (Value)dict) < 0)
        return -1;
    status = save_dict_items(d, dict);
    pickle_fast_leave(d, (Value)dict);
    return status;
}

/* --- any value
 * ------------------------------------------------------------------ */

int pickle_save_fresh(Dump *d, Value v)
{
    if (type_of(v) == &tuple_type)
        return save_tuple(d, (PyTuple *)v, false);
    return type_of(v) == &str_type ? save_str(d, (PyStr *)v)
                                   : pickle_save_itself(d, v);
}

int pickle_save_persistent(Dump *d, Value function, Value v)
{
    Value id = op_call(function, &v, 1, NULL);

    if (!id || id == NONE)
        return id ? 0 : -1;
    if (d->binary)
        return pickle_save_fresh(d, id) < 0 || pickle_code(d, PK_BINPERSID) < 0
                   ? -1
                   : 1;
    if (!is_str(id)) {
        err_format(pickling_error, "persistent id must be string");
        return -1;
    }
    return save_line(d, PK_PERSID, (PyStr *)id) < 0 ? -1 : 1;
}

/* Functions that are found under no name may know how to take themselves
 * apart. */
static int save_function(Dump *d, Value v)
{
    int status = pickle_save_global(d, v, NULL);

    if (status == 0 || !err_matches(pickle_error))
        return status;
    err_clear();
    return pickle_save_reduced(d, v);
}

static int save_numbered(Dump *d, Value v, PyType *t)
{
    int64_t number;

    if (pickle_known(d, v, &number))
        return pickle_get(d, number);
    if (t == &list_type)
        return save_list(d, (PyList *)v);
    if (t == &dict_type)
        return save_dict(d, (PyDict *)v);
    if (t == &instance_type)
        return pickle_save_instance(d, v);
    if (t == &classobj_type || t == &native_function_type)
        return pickle_save_global(d, v, NULL);
    if (t == &function_type)
        return save_function(d, v);
    return pickle_save_reduced(d, v);
}

/* 1: v is of no type with opcodes of its own. */
static int save_atom(Dump *d, Value v, PyType *t)
{
    if (t == &int_type)
        return save_int(d, int_value(v));
    if (t == &str_type || t == &unicode_type)
        return save_text(d, v, t == &unicode_type);
    if (v == NONE)
        return pickle_code(d, PK_NONE);
    if (t == &bool_type)
        return save_bool(d, v == TRUE_VALUE);
    if (t == &float_type)
        return save_float(d, float_value(v));
    if (t == &long_type)
        return save_long(d, v);
    if (t == &tuple_type)
        return save_tuple(d, (PyTuple *)v, true);
    return t == &type_type ? pickle_save_global(d, v, NULL) : 1;
}

enum { FLUSH_SIZE = 1 << 16 };

int pickle_flush(Dump *d)
{
    PyPickler *p = d->pickler;
    Value text;
    int64_t n = d->out.length;

    if (!p->write || n == 0)
        return 0;
    d->out.length = 0;
    if (type_of(p->file) == &file_type)
        return file_write_bytes((PyFile *)p->file, d->out.text->data, n);
    text = (Value)str_from(d->out.text->data, n);
    return text && op_call(p->write, &text, 1, NULL) ? 0 : -1;
}

int pickle_save_itself(Dump *d, Value v)
{
    PyType *t = type_of(v);
    int status;

    if (recursion_enter(" while pickling an object") < 0)
        return -1;
    status = save_atom(d, v, t);
    if (status > 0)
        status = save_numbered(d, v, t);
    recursion_leave();
    if (d->out.length > FLUSH_SIZE && status == 0)
        return pickle_flush(d);
    return status;
}

int pickle_save(Dump *d, Value v)
{
    if (d->pickler->persistent_id) {
        int status = pickle_save_persistent(d, d->pickler->persistent_id, v);

        if (status)
            return status < 0 ? -1 : 0;
    }
    return pickle_save_itself(d, v);
}

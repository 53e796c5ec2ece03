/* str: immutable bytes with a cached hash.
 *
 * The empty str and the 256 strs of one byte exist once.  Interned strs stand
 * in an open-addressed table that is read without a lock: a reader loads the
 * table once (acquire); entries only ever appear, with a release store, and
 * growing publishes a fresh table, so a stale table merely misses a new
 * entry, and the miss is looked up again under the lock.
 *
 * Start reading at str_new; the methods are in str_methods.c. */
#include "str.h"

#include "codecs.h"
#include "instance.h"
#include "names.h"
#include "str_type.h"
#include "thread.h"
#include "unicode.h"

#include <stdarg.h>
#include <stdio.h>

/* Longer strs have no place in the address space. */
enum { MAX_OVERHEAD = sizeof(PyStr) + 16 };

/* --- making --------------------------------------------------------------- */

PyStr *str_new(int64_t length)
{
    PyStr *s;

    if (length > INT64_MAX - MAX_OVERHEAD)
        return err_format(&exc_OverflowError, "string is too large");
    s = gc_atomic(sizeof(PyStr) + (size_t)length + 1);
    if (!s)
        return NULL;
    s->head = (PyObject){.type = &str_type};
    atomic_init(&s->hash, 0);
    s->length = length;
    s->data[length] = 0;
    return s;
}

PyStr *_Atomic short_strs[257];

static PyStr *short_str(int index)
{
    PyStr *s = atomic_load_explicit(&short_strs[index], memory_order_acquire);
    char c = (char)index;

    if (s)
        return s;
    s = str_new(index < 256);
    if (s->length)
        s->data[0] = c;
    s = str_intern_value(s);
    atomic_store_explicit(&short_strs[index], s, memory_order_release);
    return s;
}

PyStr *str_char(unsigned char c)
{
    return short_str(c);
}

PyStr *str_empty(void)
{
    return short_str(256);
}

PyStr *str_from(const char *bytes, Py_ssize length)
{
    PyStr *s;

    if (length <= 1)
        return short_str(length ? (unsigned char)bytes[0] : 256);
    s = str_new(length);
    if (s)
        copy_text(s->data, bytes, length);
    return s;
}

bool span_detach(Span *s)
{
    char *copy = gc_bytes((size_t)s->length + 1);

    if (!copy)
        return false;
    memcpy(copy, s->data, (size_t)s->length);
    s->data = copy;
    return true;
}

PyStr *str_from_c(const char *zero_ended)
{
    return str_from(zero_ended, (Py_ssize)strlen(zero_ended));
}

PyStr *str_format_c(const char *fmt, ...)
{
    char small[512];
    va_list ap;
    int n;
    PyStr *s;

    va_start(ap, fmt);
    n = vsnprintf(small, sizeof small, fmt, ap);
    va_end(ap);
    if (n < (int)sizeof small)
        return str_from(small, n < 0 ? 0 : n);
    s = str_new(n);
    if (!s)
        return NULL;
    va_start(ap, fmt);
    vsnprintf(s->data, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return s;
}

const char *str_data(PyStr *s)
{
    return s->data;
}

Py_ssize str_length(PyStr *s)
{
    return s->length;
}

PyStr *str_slice(PyStr *s, int64_t start, int64_t stop)
{
    if (start <= 0 && stop >= s->length && s->head.type == &str_type)
        return s;
    return str_shared(s->data + start, stop > start ? stop - start : 0,
                      SHARE_slice);
}

/* --- builders ------------------------------------------------------------- */

int sb_reserve(StrBuilder *b, int64_t n)
{
    int64_t want;
    PyStr *grown;

    if (n <= b->capacity - b->length)
        return 0;
    if (n > INT64_MAX / 2 - b->length) {
        err_no_memory();
        return -1;
    }
    want = b->length + n;
    if (b->capacity)
        want += want / 2;
    if (want < 40) /* 32 bytes of header make 64 with the zero */
        want = 31 + 8;
    grown = str_new(want);
    if (!grown)
        return -1;
    if (b->length)
        memcpy(grown->data, b->text->data, (size_t)b->length);
    b->text = grown;
    b->capacity = want;
    b->on_stack = false;
    return 0;
}

int sb_add_slow(StrBuilder *b, const char *data, int64_t length)
{
    if (sb_reserve(b, length) < 0)
        return -1;
    if (length)
        memcpy(b->text->data + b->length, data, (size_t)length);
    b->length += length;
    return 0;
}

int sb_add_int(StrBuilder *b, int64_t i)
{
    char digits[24], *end = digits + sizeof digits, *p = end;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;

    do {
        *--p = (char)('0' + u % 10);
        u /= 10;
    } while (u);
    if (i < 0)
        *--p = '-';
    return sb_add(b, p, end - p);
}

PyStr *sb_finish(StrBuilder *b)
{
    PyStr *s = b->text;

    if (b->on_stack || b->length <= 1 ||
        b->capacity - b->length > b->length / 2 + 32)
        return str_from(s ? s->data : "", b->length);
    s->length = b->length;
    s->data[b->length] = 0;
    return s;
}

/* --- searching -------------------------------------------------------------
 */

/* Stops at each first byte as long as that does not happen too often: texts
 * are short, and memmem begins with tables. */
const char *bytes_search(const char *s, int64_t n, const char *part, int64_t m)
{
    const char *p = s, *last = s + n - m;
    int left = 16;

    if (m == 0)
        return s;
    for (; p <= last && left > 0; p++, left--) {
        p = memchr(p, part[0], (size_t)(last - p + 1));
        if (!p)
            return NULL;
        if (p[m - 1] == part[m - 1] &&
            (m <= 2 || memcmp(p + 1, part + 1, (size_t)m - 2) == 0))
            return p;
    }
    return p > last ? NULL : memmem(p, (size_t)(s + n - p), part, (size_t)m);
}

/* --- hash, comparison, interning ------------------------------------------ */

struct HashSecret hash_secret;

int64_t str_hash_bytes(const char *data, int64_t length)
{
    const unsigned char *p = (const unsigned char *)data;
    uint64_t x;

    if (length == 0)
        return 0;
    x = hash_secret.prefix ^ (uint64_t)*p << 7;
    for (int64_t i = 0; i < length; i++)
        x = (1000003 * x) ^ p[i];
    x ^= (uint64_t)length ^ hash_secret.suffix;
    return x == UINT64_MAX ? -2 : (int64_t)x;
}

int64_t str_hash(PyStr *s)
{
    int64_t h = atomic_load_explicit(&s->hash, memory_order_relaxed);

    if (h == 0) {
        h = str_hash_bytes(s->data, s->length);
        atomic_store_explicit(&s->hash, h, memory_order_relaxed);
    }
    return h;
}

bool str_equal(PyStr *a, PyStr *b)
{
    return str_same(a, b);
}

typedef struct InternTable {
    uint64_t mask;
    PyStr *_Atomic slots[];
} InternTable;

static struct {
    Lock lock;
    InternTable *_Atomic table;
    uint64_t used; /* under lock */
} interned;

static PyStr *intern_find(InternTable *t, const char *data, int64_t length,
                          int64_t hash)
{
    for (uint64_t i = (uint64_t)hash;; i++) {
        PyStr *s =
            atomic_load_explicit(&t->slots[i & t->mask], memory_order_acquire);

        if (!s)
            return NULL;
        if (s->length == length && str_hash(s) == hash &&
            memcmp(s->data, data, (size_t)length) == 0)
            return s;
    }
}

static void intern_put(InternTable *t, PyStr *s)
{
    uint64_t i = (uint64_t)str_hash(s);

    while (atomic_load_explicit(&t->slots[i & t->mask], memory_order_relaxed))
        i++;
    atomic_store_explicit(&t->slots[i & t->mask], s, memory_order_release);
}

/* The table with room for one more; one that cannot grow is used until it is
 * full, then this is NULL.  The pending exception stays as it is. */
static InternTable *intern_room_locked(void) REQUIRES(interned.lock)
{
    InternTable *t = atomic_load(&interned.table), *grown;
    uint64_t size = t ? t->mask + 1 : 0;
    Value type, value, tb;

    if (t && interned.used * 2 < size)
        return t;
    if (t)
        err_fetch(&type, &value, &tb);
    size = size ? size * 2 : 4096;
    grown = t ? (InternTable *)gc_array(size + 1)
              : gc_permanent((size + 1) * sizeof(Value));
    if (t)
        err_restore(type, value, tb);
    if (!grown)
        return interned.used < t->mask ? t : NULL;
    grown->mask = size - 1;
    for (uint64_t i = 0; t && i <= t->mask; i++)
        if (t->slots[i])
            intern_put(grown, t->slots[i]);
    atomic_store_explicit(&interned.table, grown, memory_order_release);
    return grown;
}

/* Interns s, or another str with its text that won the race; with no memory
 * left, s stays as it is. */
static PyStr *intern_add(PyStr *s)
{
    InternTable *t;
    PyStr *found;

    str_hash(s);
    lock_acquire(&interned.lock);
    t = intern_room_locked();
    found = t ? intern_find(t, s->data, s->length, str_hash(s)) : s;
    if (!found) {
        __atomic_fetch_or(&s->head.flags, OBJ_INTERNED, __ATOMIC_RELAXED);
        intern_put(t, s);
        interned.used++;
        found = s;
    }
    lock_release(&interned.lock);
    return found;
}

PyStr *str_interned_or_null(const char *data, int64_t length)
{
    InternTable *t =
        atomic_load_explicit(&interned.table, memory_order_acquire);

    return t ? intern_find(t, data, length, str_hash_bytes(data, length))
             : NULL;
}

PyStr *str_intern_value(PyStr *s)
{
    InternTable *t =
        atomic_load_explicit(&interned.table, memory_order_acquire);
    PyStr *found;

    if ((s->head.flags & OBJ_INTERNED) || s->head.type != &str_type)
        return s;
    found = t ? intern_find(t, s->data, s->length, str_hash(s)) : NULL;
    return found ? found : intern_add(s);
}

PyStr *str_intern(const char *zero_ended)
{
    int64_t n = (int64_t)strlen(zero_ended);
    PyStr *s = str_interned_or_null(zero_ended, n);

    if (s)
        return s;
    s = str_from(zero_ended, n);
    return s ? intern_add(s) : NULL;
}

static int64_t hash_slot(Value self)
{
    return str_hash((PyStr *)self);
}

static Value rich_compare(Value a, Value b, CompareOp op)
{
    PyStr *s = (PyStr *)a, *t = (PyStr *)b;

    if (!is_str(a) || !is_str(b))
        return NOT_IMPLEMENTED;
    if (op == CMP_eq || op == CMP_ne)
        return value_from_bool(str_same(s, t) == (op == CMP_eq));
    return compare_result(op, str_order(s, t));
}

/* --- concatenation and repetition ----------------------------------------- */

static PyStr *concat_short(PyStr *a, PyStr *b)
{
    char text[SHARE_LONGEST];

    copy_text(text, a->data, a->length);
    copy_text(text + a->length, b->data, b->length);
    return str_shared(text, a->length + b->length, SHARE_concat);
}

static PyStr *concat_copy(PyStr *a, PyStr *b)
{
    PyStr *s;

    if (a->length <= SHARE_LONGEST && b->length <= SHARE_LONGEST - a->length)
        return concat_short(a, b);
    if (a->length > INT64_MAX / 2 - b->length)
        return err_format(&exc_OverflowError,
                          "strings are too large to concat");
    s = str_new(a->length + b->length);
    if (!s)
        return NULL;
    copy_text(s->data, a->data, a->length);
    copy_text(s->data + a->length, b->data, b->length);
    return s;
}

PyStr *str_concat(PyStr *a, PyStr *b)
{
    if (b->length == 0 && a->head.type == &str_type)
        return a;
    if (a->length == 0 && b->head.type == &str_type)
        return b;
    return concat_copy(a, b);
}

static Value concat_slot(Value a, Value b)
{
    if (is_str(b))
        return (Value)str_concat((PyStr *)a, (PyStr *)b);
    if (is_unicode(b)) {
        PyUnicode *u = unicode_coerce(a);

        return u ? (Value)unicode_concat(u, (PyUnicode *)b) : NULL;
    }
    if (type_is_subtype(type_of(b), &bytearray_type))
        return bytearray_type.concat(a, b);
    return err_format(&exc_TypeError,
                      "cannot concatenate 'str' and '%.200s' "
                      "objects",
                      type_name_of(b));
}

Value str_repeat(Value self, Py_ssize n)
{
    PyStr *s = (PyStr *)self, *r;
    int64_t total, done;

    if (n < 0)
        n = 0;
    if (__builtin_mul_overflow(s->length, n, &total))
        return err_format(&exc_OverflowError, "repeated string is too long");
    if (total > INT64_MAX - MAX_OVERHEAD)
        return err_no_memory();
    if (total == s->length && s->head.type == &str_type)
        return self;
    if (total <= 1)
        return (Value)str_from(s->data, total);
    r = str_new(total);
    if (!r)
        return NULL;
    if (s->length == 1) {
        memset(r->data, s->data[0], (size_t)total);
        return (Value)r;
    }
    memcpy(r->data, s->data, (size_t)s->length);
    for (done = s->length; done < total; done *= 2)
        memcpy(r->data + done, r->data,
               (size_t)(done < total - done ? done : total - done));
    return (Value)r;
}

/* --- subscripts ----------------------------------------------------------- */

static Py_ssize length_slot(Value self)
{
    return ((PyStr *)self)->length;
}

static Value seq_item(Value self, Py_ssize i)
{
    PyStr *s = (PyStr *)self;

    if (i < 0 || i >= s->length)
        return err_format(&exc_IndexError, "string index out of range");
    return (Value)str_char((unsigned char)s->data[i]);
}

static Value getslice(Value self, Py_ssize i, Py_ssize j)
{
    PyStr *s = (PyStr *)self;

    i = i < 0 ? 0 : i > s->length ? s->length : i;
    j = j < 0 ? 0 : j > s->length ? s->length : j;
    return (Value)str_slice(s, i, j);
}

static Value get_extended_slice(PyStr *s, PySlice *slice)
{
    int64_t start, stop, step, count;
    PyStr *r;

    if (slice_bounds(slice, s->length, &start, &stop, &step, &count) < 0)
        return NULL;
    if (count <= 0)
        return (Value)str_empty();
    if (step == 1)
        return (Value)str_slice(s, start, start + count);
    r = str_new(count);
    if (!r)
        return NULL;
    for (int64_t i = 0, at = start; i < count; i++, at += step)
        r->data[i] = s->data[at];
    return (Value)r;
}

static Value getitem(Value self, Value key)
{
    PyStr *s = (PyStr *)self;
    int64_t i;

    if (is_tagged_int(key)) {
        i = tagged_int_value(key);
    } else if (type_of(key) == &slice_type) {
        return get_extended_slice(s, (PySlice *)key);
    } else if (type_of(key)->index) {
        i = op_index(key, &exc_IndexError);
        if (i == -1 && err_pending())
            return NULL;
    } else {
        return err_format(&exc_TypeError,
                          "string indices must be integers, not %.200s",
                          type_name_of(key));
    }
    return seq_item(self, i < 0 ? i + s->length : i);
}

static int contains(Value self, Value item)
{
    PyStr *s = (PyStr *)self;
    Span part;

    if (is_unicode(item)) {
        PyUnicode *u = unicode_coerce(self);

        return u ? unicode_type.contains((Value)u, item) : -1;
    }
    if (!is_str(item)) {
        err_format(&exc_TypeError,
                   "'in <string>' requires string as left operand, not %.200s",
                   type_name_of(item));
        return -1;
    }
    part = str_span(item);
    return bytes_search(s->data, s->length, part.data, part.length) != NULL;
}

static int get_buffer(Value self, Buffer *out)
{
    PyStr *s = (PyStr *)self;

    *out = (Buffer){self, s->data, s->length, true};
    return 0;
}

/* --- repr, str, new ------------------------------------------------------- */

/* Bytes that one byte takes in a repr. */
static int repr_width(unsigned char c, char quote)
{
    if (c == (unsigned char)quote || c == '\\' || c == '\t' || c == '\n' ||
        c == '\r')
        return 2;
    return c < ' ' || c >= 0x7f ? 4 : 1;
}

static char *repr_put(char *p, unsigned char c, char quote)
{
    static const char hex[] = "0123456789abcdef";

    switch (repr_width(c, quote)) {
    case 1:
        *p++ = (char)c;
        return p;
    case 2:
        *p++ = '\\';
        *p++ = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : (char)c;
        return p;
    default:
        *p++ = '\\';
        *p++ = 'x';
        *p++ = hex[c >> 4];
        *p++ = hex[c & 15];
        return p;
    }
}

/* The repr has all bytes as they are. */
static bool is_plain(const unsigned char *s, size_t n, char quote)
{
    bool special = false;

    for (size_t i = 0; i < n; i++)
        special |= s[i] < ' ' || s[i] >= 0x7f || s[i] == '\\' ||
                   s[i] == (unsigned char)quote;
    return !special;
}

PyStr *str_repr(Span text)
{
    const unsigned char *s = (const unsigned char *)text.data;
    size_t n = (size_t)text.length;
    char quote = memchr(s, '\'', n) && !memchr(s, '"', n) ? '"' : '\'';
    bool plain = is_plain(s, n, quote);
    int64_t width = plain ? text.length + 2 : 2;
    PyStr *r;
    char *p;

    if (text.length > INT64_MAX / 4 - 16)
        return err_format(&exc_OverflowError,
                          "string is too large to make repr");
    for (size_t i = 0; !plain && i < n; i++)
        width += repr_width(s[i], quote);
    r = str_new(width);
    if (!r)
        return NULL;
    p = r->data;
    *p++ = quote;
    if (plain)
        p = mempcpy(p, s, n);
    for (size_t i = 0; !plain && i < n; i++)
        p = repr_put(p, s[i], quote);
    *p = quote;
    return r;
}

static Value repr_slot(Value self)
{
    return (Value)str_repr(str_span(self));
}

static Value str_slot(Value self)
{
    if (is_exact_str(self))
        return self;
    return (Value)str_from(((PyStr *)self)->data, ((PyStr *)self)->length);
}

Value str_or_unicode_of(Value v)
{
    PyType *t = type_of(v);
    Value s;

    if (t == &str_type || t == &unicode_type)
        return v;
    if (!t->str)
        return op_repr(v);
    if (recursion_enter(" while getting the str of an object") < 0)
        return NULL;
    s = t->str(v);
    recursion_leave();
    if (s && !has_type_flag(s, TYPE_STR | TYPE_UNICODE))
        return err_format(&exc_TypeError,
                          "__str__ returned non-string (type %.200s)",
                          type_name_of(s));
    return s;
}

static Value new_instance(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"object"};
    Value object, text;
    PyStr *s;

    if (nargs == 1 && !kwnames)
        object = args[0];
    else if (args_parse("str", args, nargs, kwnames, names, 0, 1, &object) < 0)
        return NULL;
    text = object ? op_str(object) : (Value)str_empty();
    if (!text || type == &str_type)
        return text;
    s = instance_new_sized(type,
                           sizeof *s + (size_t)((PyStr *)text)->length + 1);
    if (!s)
        return NULL;
    s->length = ((PyStr *)text)->length;
    memcpy(s->data, ((PyStr *)text)->data, (size_t)s->length + 1);
    return (Value)s;
}

static Value mod_slot(Value a, Value b)
{
    return is_str(a) ? str_percent(a, b) : NOT_IMPLEMENTED;
}

PyType str_type = {
    .head.type = &type_type,
    .name = "str",
    .base = &basestring_type,
    .flags = TYPE_BASETYPE | TYPE_STR | TYPE_VAR_SIZE,
    .basic_size = sizeof(PyStr),
    .doc = "str(object='') -> string\n\n"
           "The object as text for people; a str stays what it is.",
    .methods = str_methods,
    .repr = repr_slot,
    .str = str_slot,
    .hash = hash_slot,
    .rich_compare = rich_compare,
    .new_instance = new_instance,
    .binary[BIN_mod] = mod_slot,
    .length = length_slot,
    .getitem = getitem,
    .contains = contains,
    .concat = concat_slot,
    .repeat = str_repeat,
    .seq_item = seq_item,
    .getslice = getslice,
    .get_buffer = get_buffer,
};

static Value basestring_new(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    return err_format(&exc_TypeError,
                      "The basestring type cannot be instantiated");
}

PyType basestring_type = {
    .head.type = &type_type,
    .name = "basestring",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyObject),
    .doc = "What str and unicode have in common, for isinstance(); it has no "
           "instances.",
    .new_instance = basestring_new,
};

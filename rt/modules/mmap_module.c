/* Module mmap: files in memory.
 *
 * What reads and writes the mapping holds the object's lock, so that close()
 * does not unmap it meanwhile.  A mapping that a buffer shows is unmapped
 * when the object becomes unreachable, and not before. */
#include "cargs.h"
#include "instance.h"
#include "module_support.h"
#include "names.h"
#include "str.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum Access {
    ACCESS_default,
    ACCESS_read,
    ACCESS_write,
    ACCESS_copy
} Access;

typedef struct PyMmap {
    PyObject head;
    char *data; /* NULL: closed */
    int64_t size, pos, offset;
    int fd; /* a duplicate, -1: none */
    Access access;
    bool exported; /* a buffer may show the mapping */
} PyMmap;

#define SELF ((PyMmap *)self)
#define LOCK SELF->head.lock

static PyType mmap_type;
static PyType *mmap_error;

static void *closed_error(void)
{
    return err_format(&exc_ValueError, "mmap closed or invalid");
}

static void *system_error(void)
{
    return err_from_errno(mmap_error, NULL);
}

static bool check_writable(Value self)
{
    if (SELF->access == ACCESS_read)
        err_format(&exc_TypeError, "mmap can't modify a readonly memory map.");
    return SELF->access != ACCESS_read;
}

/* --- making --------------------------------------------------------------- */

static void unmap(PyObject *o)
{
    PyMmap *m = (PyMmap *)o;

    if (m->data)
        munmap(m->data, (size_t)m->size);
    if (m->fd >= 0)
        close(m->fd);
}

typedef struct Wanted {
    int fd, flags, prot;
    int64_t length, offset, access;
} Wanted;

static bool parse(const Value *args, Py_ssize nargs, PyTuple *kwnames,
                  Wanted *w)
{
    static const char *const names[] = {"fileno", "length", "flags",
                                        "prot",   "access", "offset"};
    int64_t number[6] = {0, 0, MAP_SHARED, PROT_READ | PROT_WRITE, 0, 0};
    Value v[6];

    if (args_parse("mmap", args, nargs, kwnames, names, 2, 6, v) < 0)
        return false;
    for (int i = 0; i < 6; i++) {
        if (!v[i])
            continue;
        number[i] =
            i == 1 || i == 5 ? value_as_ssize(v[i]) : value_as_c_int(v[i]);
        if (number[i] == -1 && err_pending())
            return false;
    }
    *w = (Wanted){(int)number[0], (int)number[2], (int)number[3],
                  number[1],      number[5],      number[4]};
    if (w->length < 0)
        err_format(&exc_OverflowError, "memory mapped length must be positive");
    else if (w->offset < 0)
        err_format(&exc_OverflowError, "memory mapped offset must be positive");
    else if (w->access && (v[2] || v[3]))
        err_format(&exc_ValueError,
                   "mmap can't specify both access and flags, prot.");
    else
        return true;
    return false;
}

/* The flags and protection that the access stands for; false: ValueError. */
static bool set_access(Wanted *w)
{
    switch (w->access) {
    case ACCESS_read:
        w->flags = MAP_SHARED;
        w->prot = PROT_READ;
        return true;
    case ACCESS_write:
        w->flags = MAP_SHARED;
        w->prot = PROT_READ | PROT_WRITE;
        return true;
    case ACCESS_copy:
        w->flags = MAP_PRIVATE;
        w->prot = PROT_READ | PROT_WRITE;
        return true;
    case ACCESS_default:
        /* What the pages allow is what may be done with them. */
        if (!(w->prot & PROT_WRITE))
            w->access = ACCESS_read;
        return true;
    default:
        err_format(&exc_ValueError, "mmap invalid access parameter.");
        return false;
    }
}

/* A length of 0 is that of the file. */
static bool fit_file(Wanted *w)
{
    struct stat st;

    if (w->fd < 0 || fstat(w->fd, &st) < 0 || !S_ISREG(st.st_mode))
        return true;
    if (w->length == 0) {
        if (st.st_size == 0)
            err_format(&exc_ValueError, "cannot mmap an empty file");
        else if (w->offset >= st.st_size)
            err_format(&exc_ValueError, "mmap offset is greater than file "
                                        "size");
        w->length = st.st_size - w->offset;
    } else if (w->offset > st.st_size || st.st_size - w->offset < w->length) {
        err_format(&exc_ValueError, "mmap length is greater than file size");
    }
    return !err_pending();
}

static Value make(PyType *type, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames)
{
    PyMmap *m;
    Wanted w;
    void *p;

    if (!parse(args, nargs, kwnames, &w) || !set_access(&w) || !fit_file(&w))
        return NULL;
    m = instance_new(type);
    if (!m)
        return NULL;
    m->fd = -1;
    gc_on_unreachable(&m->head, unmap);
    if (w.fd == -1)
        w.flags |= MAP_ANONYMOUS;
    else if ((m->fd = dup(w.fd)) < 0)
        return system_error();
    p = mmap(NULL, (size_t)w.length, w.prot, w.flags, w.fd, w.offset);
    if (p == MAP_FAILED)
        return system_error();
    m->data = p;
    m->size = w.length;
    m->offset = w.offset;
    m->access = (Access)w.access;
    return (Value)m;
}

static int init_nothing(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return 0;
}

/* --- reading -------------------------------------------------------------- */

/* The bytes from start to end as a str; the lock is held. */
static Value bytes_locked(PyMmap *m, int64_t start, int64_t end)
    REQUIRES(m->head.lock)
{
    return m->data
               ? (Value)str_from(m->data + start, end > start ? end - start : 0)
               : closed_error();
}

static Value take(Value self, int64_t n)
{
    int64_t left;
    Value v;

    lock_acquire(&LOCK);
    left = SELF->size > SELF->pos ? SELF->size - SELF->pos : 0;
    if (n < 0 || n > left)
        n = left;
    v = bytes_locked(SELF, SELF->pos, SELF->pos + n);
    if (v)
        SELF->pos += n;
    lock_release(&LOCK);
    return v;
}

static Value m_read(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!SELF->data)
        return closed_error();
    if (!optional_ssize(args, nargs, 0, -1, &n))
        return NULL;
    return take(self, n);
}

static Value m_read_byte(Value self, const Value *args, Py_ssize nargs)
{
    Value v = SELF->data ? take(self, 1) : closed_error();

    if (v && ((PyStr *)v)->length == 0)
        return err_format(&exc_ValueError, "read byte out of range");
    return v;
}

static Value m_readline(Value self, const Value *args, Py_ssize nargs)
{
    int64_t left;
    char *end;
    Value v;

    lock_acquire(&LOCK);
    left = SELF->size > SELF->pos ? SELF->size - SELF->pos : 0;
    end = SELF->data && left
              ? memchr(SELF->data + SELF->pos, '\n', (size_t)left)
              : NULL;
    if (end)
        left = end + 1 - (SELF->data + SELF->pos);
    v = bytes_locked(SELF, SELF->pos, SELF->pos + left);
    if (v)
        SELF->pos += left;
    lock_release(&LOCK);
    return v;
}

/* The place of the needle between start and end, or -1; the lock is held. */
static int64_t search_locked(PyMmap *m, Span needle, int64_t start, int64_t end,
                             bool last) REQUIRES(m->head.lock)
{
    int64_t found = -1;

    while (start <= end) {
        const char *p = memmem(m->data + start, (size_t)(end - start),
                               needle.data, (size_t)needle.length);

        if (!p)
            break;
        found = p - m->data;
        if (!last)
            break;
        start = found + 1;
    }
    return found;
}

static Value search(Value self, const Value *args, Py_ssize nargs, bool last)
{
    int64_t start, end, found;
    Span needle;

    if (!SELF->data)
        return closed_error();
    if (!arg_bytes(last ? "rfind" : "find", 1, args[0], &needle) ||
        !optional_ssize(args, nargs, 1, SELF->pos, &start) ||
        !optional_ssize(args, nargs, 2, SELF->size, &end))
        return NULL;
    lock_acquire(&LOCK);
    bounds_clip(&start, &end, SELF->size);
    if (start > SELF->size)
        start = SELF->size;
    found = SELF->data ? search_locked(SELF, needle, start, end, last) : -1;
    lock_release(&LOCK);
    return value_from_int(found);
}

static Value m_find(Value self, const Value *args, Py_ssize nargs)
{
    return search(self, args, nargs, false);
}

static Value m_rfind(Value self, const Value *args, Py_ssize nargs)
{
    return search(self, args, nargs, true);
}

/* --- writing -------------------------------------------------------------- */

/* Stores bytes at `at`; false: ValueError. */
static bool store(Value self, int64_t at, Span s)
{
    bool open, fits;

    lock_acquire(&LOCK);
    open = SELF->data != NULL;
    fits = open && at >= 0 && at <= SELF->size && s.length <= SELF->size - at;
    if (fits)
        memmove(SELF->data + at, s.data, (size_t)s.length);
    lock_release(&LOCK);
    if (!open)
        closed_error();
    else if (!fits)
        err_format(&exc_ValueError, "data out of range");
    return fits;
}

static Value m_write(Value self, const Value *args, Py_ssize nargs)
{
    Span s;

    if (!SELF->data)
        return closed_error();
    if (!arg_bytes("write", 1, args[0], &s) || !check_writable(self) ||
        !store(self, SELF->pos, s))
        return NULL;
    SELF->pos += s.length;
    return NONE;
}

static Value m_write_byte(Value self, const Value *args, Py_ssize nargs)
{
    if (!SELF->data)
        return closed_error();
    if (!is_str(args[0]) || ((PyStr *)args[0])->length != 1)
        return arg_type_error("write_byte", 1, "char", args[0]);
    if (!check_writable(self) || !store(self, SELF->pos, str_span(args[0])))
        return NULL;
    SELF->pos++;
    return NONE;
}

static Value m_move(Value self, const Value *args, Py_ssize nargs)
{
    uint64_t to, from, n, size;
    bool fits;

    if (!SELF->data)
        return closed_error();
    to = (uint64_t)value_as_ssize(args[0]);
    from = (uint64_t)value_as_ssize(args[1]);
    n = (uint64_t)value_as_ssize(args[2]);
    if (err_pending() || !check_writable(self))
        return NULL;
    lock_acquire(&LOCK);
    size = (uint64_t)SELF->size;
    fits = SELF->data && n <= size && to <= size - n && from <= size - n;
    if (fits)
        memmove(SELF->data + to, SELF->data + from, n);
    lock_release(&LOCK);
    return fits ? NONE
                : err_format(&exc_ValueError,
                             "source, destination, or count out of range");
}

/* --- the mapping ---------------------------------------------------------- */

static Value m_close(Value self, const Value *args, Py_ssize nargs)
{
    int fd;

    lock_acquire(&LOCK);
    if (SELF->data && !SELF->exported) {
        munmap(SELF->data, (size_t)SELF->size);
        SELF->data = NULL;
    }
    fd = SELF->fd;
    SELF->fd = -1;
    lock_release(&LOCK);
    if (fd >= 0)
        close(fd);
    return NONE;
}

static Value m_tell(Value self, const Value *args, Py_ssize nargs)
{
    return SELF->data ? value_from_int(SELF->pos) : closed_error();
}

static Value m_seek(Value self, const Value *args, Py_ssize nargs)
{
    int64_t to, how;

    if (!SELF->data)
        return closed_error();
    if (!optional_ssize(args, nargs, 0, 0, &to) ||
        !optional_int(args, nargs, 1, 0, &how))
        return NULL;
    if (how < 0 || how > 2)
        return err_format(&exc_ValueError, "unknown seek type");
    if (__builtin_add_overflow(to,
                               how == 1   ? SELF->pos
                               : how == 2 ? SELF->size
                                          : 0,
                               &to) ||
        to < 0 || to > SELF->size)
        return err_format(&exc_ValueError, "seek out of range");
    SELF->pos = to;
    return NONE;
}

static Value m_size(Value self, const Value *args, Py_ssize nargs)
{
    struct stat st;

    if (!SELF->data)
        return closed_error();
    if (fstat(SELF->fd, &st) < 0)
        return system_error();
    return value_from_int(st.st_size);
}

static Value m_flush(Value self, const Value *args, Py_ssize nargs)
{
    int64_t from, n;

    if (!SELF->data)
        return closed_error();
    if (!optional_ssize(args, nargs, 0, 0, &from) ||
        !optional_ssize(args, nargs, 1, SELF->size, &n))
        return NULL;
    if (from < 0 || n < 0 || from > SELF->size || n > SELF->size - from)
        return err_format(&exc_ValueError, "flush values out of range");
    if (msync(SELF->data + from, (size_t)n, MS_SYNC) < 0)
        return system_error();
    return tag_int(0);
}

static bool resize_locked(PyMmap *m, int64_t size) REQUIRES(m->head.lock)
{
    void *p;

    if (m->fd >= 0 && ftruncate(m->fd, m->offset + size) < 0)
        return false;
    p = mremap(m->data, (size_t)m->size, (size_t)size,
               m->exported ? 0 : MREMAP_MAYMOVE);
    if (p == MAP_FAILED)
        return false;
    m->data = p;
    m->size = size;
    return true;
}

static Value m_resize(Value self, const Value *args, Py_ssize nargs)
{
    int64_t size = value_as_ssize(args[0]);
    bool done;

    if (!SELF->data)
        return closed_error();
    if (size == -1 && err_pending())
        return NULL;
    if (SELF->access == ACCESS_read || SELF->access == ACCESS_copy)
        return err_format(&exc_TypeError, "mmap can't resize a readonly or "
                                          "copy-on-write memory map.");
    lock_acquire(&LOCK);
    done = SELF->data && resize_locked(SELF, size);
    lock_release(&LOCK);
    return done ? NONE : system_error();
}

/* --- as a sequence -------------------------------------------------------- */

static Py_ssize length(Value self)
{
    if (SELF->data)
        return SELF->size;
    closed_error();
    return -1;
}

static Value item(Value self, Py_ssize i)
{
    Value v;

    if (SELF->data && (i < 0 || i >= SELF->size))
        return err_format(&exc_IndexError, "mmap index out of range");
    lock_acquire(&LOCK);
    v = i < SELF->size || !SELF->data ? bytes_locked(SELF, i, i + 1) : NULL;
    lock_release(&LOCK);
    return v || err_pending()
               ? v
               : err_format(&exc_IndexError, "mmap index out of range");
}

/* An index from a key; false: exception. */
static bool index_of(Value self, Value key, int64_t *i)
{
    if (!is_tagged_int(key) && !type_of(key)->index) {
        err_format(&exc_TypeError, "mmap indices must be integers");
        return false;
    }
    *i = op_index(key, &exc_IndexError);
    if (*i == -1 && err_pending())
        return false;
    if (*i < 0)
        *i += SELF->size;
    return true;
}

static Value slice_items(Value self, PySlice *s)
{
    int64_t start, stop, step, n;
    PyStr *out;

    if (slice_bounds(s, SELF->size, &start, &stop, &step, &n) < 0)
        return NULL;
    out = str_new(n);
    if (!out)
        return NULL;
    lock_acquire(&LOCK);
    for (int64_t i = 0; i < n && SELF->data; i++)
        out->data[i] = SELF->data[start + i * step];
    lock_release(&LOCK);
    return (Value)out;
}

static Value getitem(Value self, Value key)
{
    int64_t i;

    if (!SELF->data)
        return closed_error();
    if (is_pointer(key) && type_of(key) == &slice_type)
        return slice_items(self, (PySlice *)key);
    return index_of(self, key, &i) ? item(self, i) : NULL;
}

static int set_slice(Value self, PySlice *s, Span bytes)
{
    int64_t start, stop, step, n;

    if (slice_bounds(s, SELF->size, &start, &stop, &step, &n) < 0)
        return -1;
    if (n != bytes.length) {
        err_format(&exc_IndexError, "mmap slice assignment is wrong size");
        return -1;
    }
    lock_acquire(&LOCK);
    for (int64_t i = 0; i < n && SELF->data; i++)
        SELF->data[start + i * step] = bytes.data[i];
    lock_release(&LOCK);
    return 0;
}

static int setitem(Value self, Value key, Value v)
{
    bool is_slice = is_pointer(key) && type_of(key) == &slice_type;
    int64_t i;

    if (!SELF->data) {
        closed_error();
        return -1;
    }
    if (!v) {
        err_format(&exc_TypeError,
                   is_slice ? "mmap object doesn't support slice deletion"
                            : "mmap object doesn't support item deletion");
        return -1;
    }
    if (!is_slice && !index_of(self, key, &i))
        return -1;
    if (!is_slice && (i < 0 || i >= SELF->size)) {
        err_format(&exc_IndexError, "mmap index out of range");
        return -1;
    }
    if (!is_str(v) || (!is_slice && ((PyStr *)v)->length != 1)) {
        err_format(&exc_IndexError,
                   is_slice ? "mmap slice assignment must be a string"
                            : "mmap assignment must be single-character "
                              "string");
        return -1;
    }
    if (!check_writable(self))
        return -1;
    if (is_slice)
        return set_slice(self, (PySlice *)key, str_span(v));
    return store(self, i, str_span(v)) ? 0 : -1;
}

static int get_buffer(Value self, Buffer *out)
{
    if (!SELF->data) {
        closed_error();
        return -1;
    }
    lock_acquire(&LOCK);
    SELF->exported = true;
    *out = (Buffer){self, SELF->data, SELF->size, SELF->access == ACCESS_read};
    lock_release(&LOCK);
    return 0;
}

/* --- the module ----------------------------------------------------------- */

static const NativeDef methods[] = {
    {"close", m_close, 0, 0, ARITY_none},
    {"find", m_find, 1, 3, ARITY_parse},
    {"rfind", m_rfind, 1, 3, ARITY_parse},
    {"flush", m_flush, 0, 2, ARITY_parse},
    {"move", m_move, 3, 3, ARITY_parse},
    {"read", m_read, 0, 1, ARITY_parse},
    {"read_byte", m_read_byte, 0, 0, ARITY_none},
    {"readline", m_readline, 0, 0, ARITY_none},
    {"resize", m_resize, 1, 1, ARITY_parse},
    {"seek", m_seek, 1, 2, ARITY_parse},
    {"size", m_size, 0, 0, ARITY_none},
    {"tell", m_tell, 0, 0, ARITY_none},
    {"write", m_write, 1, 1, ARITY_parse},
    {"write_byte", m_write_byte, 1, 1, ARITY_parse},
    {0}};

static PyType mmap_type = {
    .head.type = &type_type,
    .name = "mmap.mmap",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyMmap),
    .methods = methods,
    .new_instance = make,
    .init = init_nothing,
    .length = length,
    .getitem = getitem,
    .setitem = setitem,
    .seq_item = item,
    .get_buffer = get_buffer,
};

static const struct {
    const char *name;
    int64_t value;
} constants[] = {
    {"PROT_EXEC", PROT_EXEC},           {"PROT_READ", PROT_READ},
    {"PROT_WRITE", PROT_WRITE},         {"MAP_SHARED", MAP_SHARED},
    {"MAP_PRIVATE", MAP_PRIVATE},       {"MAP_DENYWRITE", MAP_DENYWRITE},
    {"MAP_EXECUTABLE", MAP_EXECUTABLE}, {"MAP_ANON", MAP_ANONYMOUS},
    {"MAP_ANONYMOUS", MAP_ANONYMOUS},   {"ACCESS_READ", ACCESS_read},
    {"ACCESS_WRITE", ACCESS_write},     {"ACCESS_COPY", ACCESS_copy},
};

static int init(PyModule *m)
{
    int64_t page = sysconf(_SC_PAGESIZE);

    mmap_error = exception_class_new("mmap.error", &exc_EnvironmentError);
    if (!mmap_error || module_add(m, "error", (Value)mmap_error) < 0 ||
        module_add_type(m, &mmap_type) < 0 ||
        module_add(m, "PAGESIZE", value_from_int(page)) < 0 ||
        module_add(m, "ALLOCATIONGRANULARITY", value_from_int(page)) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name,
                       value_from_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_mmap = {.name = "mmap", .init = init};

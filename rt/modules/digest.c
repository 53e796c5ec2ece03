#include "digest.h"
#include "gc.h"
#include "str.h"

#include "methods_declare.h"
#include "digest.def"
#include "methods_end.h"

typedef struct PyDigest {
    PyObject head;
    DigestState state; /* used under head.lock */
} PyDigest;

_Static_assert(sizeof(PyDigest) == DIGEST_BASIC_SIZE, "digest.h knows it");

#define SELF ((PyDigest *)self)

static const DigestKind *kind_of(Value self)
{
    return (const DigestKind *)type_of(self);
}

/* A copy of the state as it is at one moment. */
static DigestState snapshot(PyDigest *d)
{
    DigestState s;

    lock_acquire(&d->head.lock);
    s = d->state;
    lock_release(&d->head.lock);
    return s;
}

/* --- methods -------------------------------------------------------------- */

static Value digest_update(Value self, const Value *args, Py_ssize nargs)
{
    Span in;

    if (!arg_bytes("update", 1, args[0], &in))
        return NULL;
    lock_acquire(&SELF->head.lock);
    kind_of(self)->add(&SELF->state, in.data, (size_t)in.length);
    lock_release(&SELF->head.lock);
    return NONE;
}

static Value digest_digest(Value self, const Value *args, Py_ssize nargs)
{
    DigestState s = snapshot(SELF);
    unsigned char out[SHA512_DIGEST_LENGTH];

    kind_of(self)->finish(&s, out);
    return (Value)str_from((char *)out, kind_of(self)->size);
}

static Value digest_hexdigest(Value self, const Value *args, Py_ssize nargs)
{
    static const char digits[] = "0123456789abcdef";
    DigestState s = snapshot(SELF);
    unsigned char out[SHA512_DIGEST_LENGTH];
    char text[2 * SHA512_DIGEST_LENGTH];
    int size = kind_of(self)->size;

    kind_of(self)->finish(&s, out);
    for (int i = 0; i < size; i++) {
        text[2 * i] = digits[out[i] >> 4];
        text[2 * i + 1] = digits[out[i] & 15];
    }
    return (Value)str_from(text, 2 * size);
}

static Value digest_copy(Value self, const Value *args, Py_ssize nargs)
{
    PyDigest *copy = gc_new_atomic(type_of(self), sizeof *copy);

    if (copy)
        copy->state = snapshot(SELF);
    return (Value)copy;
}

static Value get_name(Value self)
{
    return (Value)str_from_c(kind_of(self)->name);
}

static Value get_size(Value self)
{
    return tag_int(kind_of(self)->size);
}

static Value get_block_size(Value self)
{
    return tag_int(kind_of(self)->block);
}

const NativeDef digest_methods[] = {
#include "methods_table.h"
#include "digest.def"
#include "methods_end.h"
    {0}};

const GetSetDef digest_getsets[] = {{"digest_size", get_size},
                                    {"digestsize", get_size},
                                    {"block_size", get_block_size},
                                    {"name", get_name},
                                    {0}};

/* --- constructors --------------------------------------------------------- */

Value digest_new(const DigestKind *kind, const char *fname, const Value *args,
                 Py_ssize nargs)
{
    PyDigest *d;
    Span in = {"", 0};

    if (nargs && !arg_bytes(fname, 1, args[0], &in))
        return NULL;
    d = gc_new_atomic((PyType *)&kind->type, sizeof *d);
    if (!d)
        return NULL;
    kind->start(&d->state);
    kind->add(&d->state, in.data, (size_t)in.length);
    return (Value)d;
}

Value digest_new_kw(const DigestKind *kind, const char *fname,
                    const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    static const char *const names[] = {"string"};
    Value string;

    if (args_parse(fname, args, nargs, kwnames, names, 0, 1, &string) < 0)
        return NULL;
    return digest_new(kind, fname, &string, string != NULL);
}

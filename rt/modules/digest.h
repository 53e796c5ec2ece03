/* Hash objects of _md5, _sha, _sha256 and _sha512: the digests are those of
 * OpenSSL's libcrypto, through its low-level functions, which bring in their
 * own code only and need no start-up. */
#ifndef RT_DIGEST_H
#define RT_DIGEST_H

#include "module_support.h"

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <openssl/sha.h>

typedef union DigestState {
    MD5_CTX md5;
    SHA_CTX sha;
    SHA256_CTX sha256;
    SHA512_CTX sha512;
} DigestState;

/* One algorithm; the first member is what Python sees as its type. */
typedef struct DigestKind {
    PyType type;
    const char *name; /* "SHA256" */
    int size, block;  /* bytes */
    void (*start)(DigestState *s);
    void (*add)(DigestState *s, const void *data, size_t size);
    void (*finish)(DigestState *s, unsigned char *out);
} DigestKind;

/* The start, add and finish of a kind, named after libcrypto's functions;
 * those fail for no input. */
#define DIGEST_FUNCTIONS(stem, member, init, update, final)                    \
    static void stem##_start(DigestState *s)                                   \
    {                                                                          \
        init(&s->member);                                                      \
    }                                                                          \
    static void stem##_add(DigestState *s, const void *data, size_t size)      \
    {                                                                          \
        update(&s->member, data, size);                                        \
    }                                                                          \
    static void stem##_finish(DigestState *s, unsigned char *out)              \
    {                                                                          \
        final(out, &s->member);                                                \
    }

#define DIGEST_KIND(stem, type_name, shown, bytes, block_bytes)                \
    {                                                                          \
        .type = {.head.type = &type_type,                                      \
                 .name = type_name,                                            \
                 .base = &object_type,                                         \
                 .basic_size = DIGEST_BASIC_SIZE,                              \
                 .methods = digest_methods,                                    \
                 .getsets = digest_getsets},                                   \
        .name = shown,                                                         \
        .size = bytes,                                                         \
        .block = block_bytes,                                                  \
        .start = stem##_start,                                                 \
        .add = stem##_add,                                                     \
        .finish = stem##_finish,                                               \
    }

enum { DIGEST_BASIC_SIZE = sizeof(PyObject) + sizeof(DigestState) };

extern const NativeDef digest_methods[];
extern const GetSetDef digest_getsets[];

/* A hash object, fed with args[0] if there is one; fname for messages. */
Value digest_new(const DigestKind *kind, const char *fname, const Value *args,
                 Py_ssize nargs);
/* The same for constructors with the keyword `string`. */
Value digest_new_kw(const DigestKind *kind, const char *fname,
                    const Value *args, Py_ssize nargs, PyTuple *kwnames);

#endif

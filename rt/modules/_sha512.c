/* Module _sha512: SHA-384 and SHA-512 (FIPS 180). */
#include "digest.h"

DIGEST_FUNCTIONS(sha384, sha512, SHA384_Init, SHA384_Update, SHA384_Final)
DIGEST_FUNCTIONS(sha512, sha512, SHA512_Init, SHA512_Update, SHA512_Final)

static DigestKind sha384_kind = DIGEST_KIND(
    sha384, "_sha512.sha384", "SHA384", SHA384_DIGEST_LENGTH, SHA512_CBLOCK);
static DigestKind sha512_kind = DIGEST_KIND(
    sha512, "_sha512.sha512", "SHA512", SHA512_DIGEST_LENGTH, SHA512_CBLOCK);

static Value f_sha384(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return digest_new_kw(&sha384_kind, "new", args, nargs, kwnames);
}

static Value f_sha512(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return digest_new_kw(&sha512_kind, "new", args, nargs, kwnames);
}

static const NativeDef functions[] = {{"sha384", f_sha384, 0, -1, ARITY_kw},
                                      {"sha512", f_sha512, 0, -1, ARITY_kw},
                                      {0}};

static int init(PyModule *m)
{
    return type_ready(&sha384_kind.type) < 0 ||
                   type_ready(&sha512_kind.type) < 0
               ? -1
               : 0;
}

const NativeModule native_module__sha512 = {"_sha512", NULL, functions, init};

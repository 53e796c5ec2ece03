/* Module _sha256: SHA-224 and SHA-256 (FIPS 180). */
#include "digest.h"

DIGEST_FUNCTIONS(sha224, sha256, SHA224_Init, SHA224_Update, SHA224_Final)
DIGEST_FUNCTIONS(sha256, sha256, SHA256_Init, SHA256_Update, SHA256_Final)

static DigestKind sha224_kind = DIGEST_KIND(
    sha224, "_sha256.sha224", "SHA224", SHA224_DIGEST_LENGTH, SHA256_CBLOCK);
static DigestKind sha256_kind = DIGEST_KIND(
    sha256, "_sha256.sha256", "SHA256", SHA256_DIGEST_LENGTH, SHA256_CBLOCK);

static Value f_sha224(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return digest_new_kw(&sha224_kind, "new", args, nargs, kwnames);
}

static Value f_sha256(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return digest_new_kw(&sha256_kind, "new", args, nargs, kwnames);
}

static const NativeDef functions[] = {{"sha224", f_sha224, 0, -1, ARITY_kw},
                                      {"sha256", f_sha256, 0, -1, ARITY_kw},
                                      {0}};

static int init(PyModule *m)
{
    return type_ready(&sha224_kind.type) < 0 ||
                   type_ready(&sha256_kind.type) < 0
               ? -1
               : 0;
}

const NativeModule native_module__sha256 = {"_sha256", NULL, functions, init};

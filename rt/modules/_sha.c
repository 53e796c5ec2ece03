/* Module _sha: SHA-1 (FIPS 180). */
#include "digest.h"

DIGEST_FUNCTIONS(sha, sha, SHA1_Init, SHA1_Update, SHA1_Final)

static DigestKind sha_kind =
    DIGEST_KIND(sha, "_sha.sha", "SHA1", SHA_DIGEST_LENGTH, SHA_CBLOCK);

static Value f_new(Value self, const Value *args, Py_ssize nargs,
                   PyTuple *kwnames)
{
    return digest_new_kw(&sha_kind, "new", args, nargs, kwnames);
}

static const NativeDef functions[] = {{"new", f_new, 0, -1, ARITY_kw}, {0}};

static int init(PyModule *m)
{
    if (type_ready(&sha_kind.type) < 0 ||
        module_add(m, "blocksize", tag_int(1)) < 0 ||
        module_add(m, "digestsize", tag_int(SHA_DIGEST_LENGTH)) < 0)
        return -1;
    return module_add(m, "digest_size", tag_int(SHA_DIGEST_LENGTH));
}

const NativeModule native_module__sha = {"_sha", NULL, functions, init};

/* Module _md5 (RFC 1321). */
#include "digest.h"

DIGEST_FUNCTIONS(md5, md5, MD5_Init, MD5_Update, MD5_Final)

static DigestKind md5_kind =
    DIGEST_KIND(md5, "_md5.md5", "MD5", MD5_DIGEST_LENGTH, MD5_CBLOCK);

static Value f_new(Value self, const Value *args, Py_ssize nargs)
{
    return digest_new(&md5_kind, "new", args, nargs);
}

static const NativeDef functions[] = {{"new", f_new, 0, 1, ARITY_parse}, {0}};

static int init(PyModule *m)
{
    if (type_ready(&md5_kind.type) < 0 ||
        module_add(m, "MD5Type", (Value)&md5_kind.type) < 0)
        return -1;
    return module_add(m, "digest_size", tag_int(MD5_DIGEST_LENGTH));
}

const NativeModule native_module__md5 = {
    "_md5", "The MD5 message digest algorithm (RFC 1321).", functions, init};

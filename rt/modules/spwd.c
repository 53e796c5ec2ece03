/* spwd: the shadow passwords.  The C library's static record is read under a
 * lock of this module. */
#include "posix_support.h"
#include "list.h"
#include "str.h"

#include <shadow.h>

#include "methods_declare.h"
#include "spwd.def"
#include "methods_end.h"

static StructSeqDef struct_spwd = {
    .name = "spwd.struct_spwd",
    .doc = "A row of the shadow file: name, password and seven numbers, as "
           "items or as\n"
           "attributes sp_nam to sp_flag.\n",
    .fields = {"sp_nam", "sp_pwd", "sp_lstchg", "sp_min", "sp_max", "sp_warn",
               "sp_inact", "sp_expire", "sp_flag"},
    .visible = 9,
    .callable = true,
};

static Lock database;

static Value text(const char *s)
{
    return s ? (Value)str_from_c(s) : NONE;
}

static Value entry(const struct spwd *p)
{
    Value items[] = {text(p->sp_namp),
                     text(p->sp_pwdp),
                     value_from_int(p->sp_lstchg),
                     value_from_int(p->sp_min),
                     value_from_int(p->sp_max),
                     value_from_int(p->sp_warn),
                     value_from_int(p->sp_inact),
                     value_from_int(p->sp_expire),
                     value_from_int((int64_t)p->sp_flag)};

    return structseq_new(&struct_spwd, items);
}

static Value spwd_getspnam(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("getspnam", 1, args[0]);
    struct spwd *p;
    Value v;

    if (!name)
        return NULL;
    lock_acquire(&database);
    p = getspnam(name);
    v = p ? entry(p) : NULL;
    lock_release(&database);
    return v ? v : err_format(&exc_KeyError, "getspnam(): name not found");
}

static Value spwd_getspall(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);
    struct spwd *p;

    lock_acquire(&database);
    setspent();
    while ((p = getspent()))
        if (list_push(list, entry(p)) < 0)
            break;
    endspent();
    lock_release(&database);
    return err_pending() ? NULL : (Value)list;
}

static int spwd_init(PyModule *m)
{
    if (structseq_ready(&struct_spwd) < 0)
        return -1;
    return module_add(m, "struct_spwd", (Value)&struct_spwd.type);
}

static const NativeDef spwd_functions[] = {
#include "methods_table.h"
#include "spwd.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_spwd = {
    .name = "spwd",
    .doc = "The shadow passwords of the system; most need to be root to read "
           "them.",
    .functions = spwd_functions,
    .init = spwd_init,
};

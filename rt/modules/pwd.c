/* pwd: the user database.  The C library's static record is read under a
 * lock of this module. */
#include "posix_support.h"
#include "list.h"
#include "str.h"

#include <pwd.h>

#include "methods_declare.h"
#include "pwd.def"
#include "methods_end.h"

static StructSeqDef struct_passwd = {
    .name = "pwd.struct_passwd",
    .doc = "A row of the password file: seven items, which are attributes "
           "pw_name to\n"
           "pw_shell too.",
    .fields = {"pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir",
               "pw_shell"},
    .visible = 7,
    .callable = true,
};

static Lock database;

static Value text(const char *s)
{
    return s ? (Value)str_from_c(s) : NONE;
}

static Value entry(const struct passwd *p)
{
    Value items[] = {text(p->pw_name),   text(p->pw_passwd), tag_int(p->pw_uid),
                     tag_int(p->pw_gid), text(p->pw_gecos),  text(p->pw_dir),
                     text(p->pw_shell)};

    return structseq_new(&struct_passwd, items);
}

static Value pwd_getpwuid(Value self, const Value *args, Py_ssize nargs)
{
    uint32_t uid;
    struct passwd *p;
    Value v;

    if (!posix_id(args[0], "user", &uid)) {
        if (!err_matches(&exc_OverflowError))
            return NULL;
        err_clear();
        return err_format(&exc_KeyError, "getpwuid(): uid not found");
    }
    lock_acquire(&database);
    p = getpwuid(uid);
    v = p ? entry(p) : NULL;
    lock_release(&database);
    return v ? v
             : err_format(&exc_KeyError, "getpwuid(): uid not found: %lld",
                          (long long)uid);
}

static Value pwd_getpwnam(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("getpwnam", 1, args[0]);
    struct passwd *p;
    Value v;

    if (!name)
        return NULL;
    lock_acquire(&database);
    p = getpwnam(name);
    v = p ? entry(p) : NULL;
    lock_release(&database);
    return v ? v
             : err_format(&exc_KeyError, "getpwnam(): name not found: %s",
                          name);
}

static Value pwd_getpwall(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);
    struct passwd *p;

    lock_acquire(&database);
    setpwent();
    while ((p = getpwent()))
        if (list_push(list, entry(p)) < 0)
            break;
    endpwent();
    lock_release(&database);
    return err_pending() ? NULL : (Value)list;
}

static int pwd_init(PyModule *m)
{
    if (structseq_ready(&struct_passwd) < 0 ||
        module_add(m, "struct_passwd", (Value)&struct_passwd.type) < 0)
        return -1;
    return module_add(m, "struct_pwent", (Value)&struct_passwd.type);
}

static const NativeDef pwd_functions[] = {
#include "methods_table.h"
#include "pwd.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_pwd = {
    .name = "pwd",
    .doc = "The users of the system: rows of (name, password, uid, gid, gecos, "
           "home\n"
           "directory, shell).  An unknown user is a KeyError.",
    .functions = pwd_functions,
    .init = pwd_init,
};

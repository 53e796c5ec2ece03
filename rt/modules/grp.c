/* grp: the group database.  The C library's static record is read under a
 * lock of this module. */
#include "posix_support.h"
#include "list.h"
#include "str.h"

#include <grp.h>

#include "methods_declare.h"
#include "grp.def"
#include "methods_end.h"

static StructSeqDef struct_group = {
    .name = "grp.struct_group",
    .doc = "A row of the group file: name, password, number and members, as "
           "items or as\n"
           "attributes gr_name to gr_mem.\n",
    .fields = {"gr_name", "gr_passwd", "gr_gid", "gr_mem"},
    .visible = 4,
    .callable = true,
};

static Lock database;

static Value entry(const struct group *g)
{
    PyList *members = list_new(0);

    for (char **p = g->gr_mem; p && *p; p++)
        if (list_push(members, (Value)str_from_c(*p)) < 0)
            return NULL;
    Value items[] = {(Value)str_from_c(g->gr_name),
                     g->gr_passwd ? (Value)str_from_c(g->gr_passwd) : NONE,
                     tag_int(g->gr_gid), (Value)members};

    return structseq_new(&struct_group, items);
}

static Value grp_getgrgid(Value self, const Value *args, Py_ssize nargs)
{
    struct group *g;
    uint32_t gid;
    Value v;

    if (!posix_id(args[0], "group", &gid)) {
        if (!err_matches(&exc_OverflowError))
            return NULL;
        err_clear();
        return err_format(&exc_KeyError, "getgrgid(): gid not found");
    }
    lock_acquire(&database);
    g = getgrgid(gid);
    v = g ? entry(g) : NULL;
    lock_release(&database);
    return v ? v
             : err_format(&exc_KeyError, "getgrgid(): gid not found: %lld",
                          (long long)gid);
}

static Value grp_getgrnam(Value self, const Value *args, Py_ssize nargs)
{
    const char *name = arg_name("getgrnam", 1, args[0]);
    struct group *g;
    Value v;

    if (!name)
        return NULL;
    lock_acquire(&database);
    g = getgrnam(name);
    v = g ? entry(g) : NULL;
    lock_release(&database);
    return v ? v
             : err_format(&exc_KeyError, "getgrnam(): name not found: %s",
                          name);
}

static Value grp_getgrall(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = list_new(0);
    struct group *g;

    lock_acquire(&database);
    setgrent();
    while ((g = getgrent()))
        if (list_push(list, entry(g)) < 0)
            break;
    endgrent();
    lock_release(&database);
    return err_pending() ? NULL : (Value)list;
}

static int grp_init(PyModule *m)
{
    if (structseq_ready(&struct_group) < 0)
        return -1;
    return module_add(m, "struct_group", (Value)&struct_group.type);
}

static const NativeDef grp_functions[] = {
#include "methods_table.h"
#include "grp.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_grp = {
    .name = "grp",
    .doc = "The groups of the system: rows of (name, password, number, list of "
           "members).\n\n"
           "A user's primary group stands with the user, in pwd, not among the "
           "members.",
    .functions = grp_functions,
    .init = grp_init,
};

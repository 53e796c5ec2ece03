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
    .doc = "grp.struct_group: Results from getgr*() routines.\n\n"
           "This object may be accessed either as a tuple of\n"
           "  (gr_name,gr_passwd,gr_gid,gr_mem)\n"
           "or via the object attributes as named in the above tuple.\n",
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
    .doc = "Access to the Unix group database.\n\n"
           "Group entries are reported as 4-tuples containing the following "
           "fields\n"
           "from the group database, in order:\n\n"
           "  name   - name of the group\n"
           "  passwd - group password (encrypted); often empty\n"
           "  gid    - numeric ID of the group\n"
           "  mem    - list of members\n\n"
           "The gid is an integer, name and password are strings.  (Note "
           "that most\n"
           "users are not explicitly listed as members of the groups they "
           "are in\n"
           "according to the password database.  Check both databases to get\n"
           "complete membership information.)",
    .functions = grp_functions,
    .init = grp_init,
};

/* gc: libgc seen through CPython's interface.  There are no generations and
 * no counts; thresholds are remembered only. */

#include "cargs.h"
#include "module.h"

#include "methods_declare.h"
#include "gc.def"
#include "methods_end.h"

static bool enabled = true;
static int64_t debug_flags;
static int64_t thresholds[3] = {700, 10, 10};

static Value gc_collect_now(Value self, const Value *args, Py_ssize nargs)
{
    int64_t generation;

    if (!optional_int(args, nargs, 0, 2, &generation))
        return NULL;
    if (generation < 0 || generation > 2)
        return err_format(&exc_ValueError, "invalid generation");
    return value_from_int(gc_collect());
}

static Value gc_enable(Value self, const Value *args, Py_ssize nargs)
{
    enabled = true;
    gc_collect_rarely(false);
    return NONE;
}

static Value gc_disable(Value self, const Value *args, Py_ssize nargs)
{
    enabled = false;
    gc_collect_rarely(true);
    return NONE;
}

static Value gc_isenabled(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_bool(enabled);
}

static Value gc_get_count(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(3, tag_int(0), tag_int(0), tag_int(0));
}

static Value gc_get_debug(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(debug_flags);
}

static Value gc_set_debug(Value self, const Value *args, Py_ssize nargs)
{
    int64_t flags = value_as_c_int(args[0]);

    if (flags == -1 && err_pending())
        return NULL;
    debug_flags = flags;
    return NONE;
}

static Value gc_get_threshold(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(3, value_from_int(thresholds[0]),
                             value_from_int(thresholds[1]),
                             value_from_int(thresholds[2]));
}

static Value gc_set_threshold(Value self, const Value *args, Py_ssize nargs)
{
    for (Py_ssize i = 0; i < nargs; i++)
        if (!optional_int(args, nargs, i, 0, &thresholds[i]))
            return NULL;
    return NONE;
}

/* The collector keeps no list of objects. */
static Value gc_get_objects(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)list_new(0);
}

static Value gc_is_tracked(Value self, const Value *args, Py_ssize nargs)
{
    bool atomic = !is_pointer(args[0]) ||
                  has_type_flag(args[0], TYPE_INT | TYPE_LONG | TYPE_FLOAT |
                                             TYPE_STR | TYPE_UNICODE) ||
                  args[0] == NONE;

    return value_from_bool(!atomic);
}

static int gc_init_module(PyModule *m)
{
    static const struct {
        const char *name;
        int value;
    } flags[] = {{"DEBUG_STATS", 1},         {"DEBUG_COLLECTABLE", 2},
                 {"DEBUG_UNCOLLECTABLE", 4}, {"DEBUG_INSTANCES", 8},
                 {"DEBUG_OBJECTS", 16},      {"DEBUG_SAVEALL", 32},
                 {"DEBUG_LEAK", 62}};

    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (module_add(m, flags[i].name, tag_int(flags[i].value)) < 0)
            return -1;
    return module_add(m, "garbage", (Value)list_new(0));
}

static const NativeDef gc_functions[] = {
#include "methods_table.h"
#include "gc.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module_gc = {
    .name = "gc",
    .doc = "Collects garbage when asked, and tells what the collector knows.\n",
    .functions = gc_functions,
    .init = gc_init_module};

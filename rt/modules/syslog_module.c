/* Modules syslog and crypt. */
#include "posix_support.h"
#include "str.h"

#include <crypt.h>
#include <syslog.h>

/* --- syslog --------------------------------------------------------------- */

static Value log_name; /* the C library keeps the address of its text */
static bool is_open;

/* The first argument of the program, without its folder. */
static Value program_name(void)
{
    Value argv = sys_get(str_intern("argv"));
    Value first = argv && has_type_flag(argv, TYPE_LIST) &&
                          list_length((PyList *)argv) > 0
                      ? list_get((PyList *)argv, 0)
                      : NULL;
    const char *text, *slash;

    if (!first || !is_str(first))
        return NULL;
    text = str_data((PyStr *)first);
    slash = strrchr(text, '/');
    return slash ? (Value)str_from_c(slash + 1) : first;
}

static Value f_openlog(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    static const char *const names[] = {"ident", "logoption", "facility"};
    int options = 0, facility = LOG_USER;
    Value given[3];

    if (args_parse("openlog", args, nargs, kwnames, names, 0, 3, given) < 0 ||
        (given[0] && !arg_name("openlog", 1, given[0])) ||
        (given[1] && !posix_int(given[1], &options)) ||
        (given[2] && !posix_int(given[2], &facility)))
        return NULL;
    log_name = given[0] ? given[0] : program_name();
    openlog(log_name ? str_data((PyStr *)log_name) : NULL, options, facility);
    is_open = true;
    return NONE;
}

static Value f_syslog(Value self, const Value *args, Py_ssize nargs)
{
    int priority = LOG_INFO;
    Value message = nargs ? args[nargs - 1] : NULL;

    if (nargs < 1 || nargs > 2 || !is_str(message) ||
        (nargs == 2 && !has_type_flag(args[0], TYPE_INT | TYPE_LONG)))
        return err_format(&exc_TypeError, "[priority,] message string");
    if (nargs == 2 && !posix_int(args[0], &priority))
        return NULL;
    if (!is_open && !f_openlog(NULL, NULL, 0, NULL))
        return NULL;
    syslog(priority, "%s", str_data((PyStr *)message));
    return NONE;
}

static Value f_closelog(Value self, const Value *args, Py_ssize nargs)
{
    if (is_open) {
        closelog();
        log_name = NULL;
        is_open = false;
    }
    return NONE;
}

static Value f_setlogmask(Value self, const Value *args, Py_ssize nargs)
{
    int mask;

    return posix_int(args[0], &mask) ? tag_int(setlogmask(mask)) : NULL;
}

static Value f_LOG_MASK(Value self, const Value *args, Py_ssize nargs)
{
    int priority;

    return posix_int(args[0], &priority) ? tag_int((int)(1u << (priority & 31)))
                                         : NULL;
}

static Value f_LOG_UPTO(Value self, const Value *args, Py_ssize nargs)
{
    int priority;

    return posix_int(args[0], &priority)
               ? tag_int((int)((2u << (priority & 31)) - 1))
               : NULL;
}

static const NativeDef syslog_functions[] = {
    {"openlog", f_openlog, 0, -1, ARITY_kw},
    {"syslog", f_syslog, 0, -1, ARITY_self},
    {"closelog", f_closelog, 0, 0, ARITY_none},
    {"setlogmask", f_setlogmask, 1, 1, ARITY_parse},
    {"LOG_MASK", f_LOG_MASK, 1, 1, ARITY_parse},
    {"LOG_UPTO", f_LOG_UPTO, 1, 1, ARITY_parse},
    {0}};

#define CONSTANT(name) {#name, name}
static const struct {
    const char *name;
    int value;
} constants[] = {
    CONSTANT(LOG_EMERG),  CONSTANT(LOG_ALERT),   CONSTANT(LOG_CRIT),
    CONSTANT(LOG_ERR),    CONSTANT(LOG_WARNING), CONSTANT(LOG_NOTICE),
    CONSTANT(LOG_INFO),   CONSTANT(LOG_DEBUG),   CONSTANT(LOG_PID),
    CONSTANT(LOG_CONS),   CONSTANT(LOG_NDELAY),  CONSTANT(LOG_NOWAIT),
    CONSTANT(LOG_PERROR), CONSTANT(LOG_KERN),    CONSTANT(LOG_USER),
    CONSTANT(LOG_MAIL),   CONSTANT(LOG_DAEMON),  CONSTANT(LOG_AUTH),
    CONSTANT(LOG_LPR),    CONSTANT(LOG_LOCAL0),  CONSTANT(LOG_LOCAL1),
    CONSTANT(LOG_LOCAL2), CONSTANT(LOG_LOCAL3),  CONSTANT(LOG_LOCAL4),
    CONSTANT(LOG_LOCAL5), CONSTANT(LOG_LOCAL6),  CONSTANT(LOG_LOCAL7),
    CONSTANT(LOG_CRON),   CONSTANT(LOG_UUCP),    CONSTANT(LOG_NEWS),
    CONSTANT(LOG_SYSLOG)};

static int syslog_init(PyModule *m)
{
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name, tag_int(constants[i].value)) < 0)
            return -1;
    return 0;
}

const NativeModule native_module_syslog = {"syslog", NULL, syslog_functions,
                                           syslog_init};

/* --- crypt ---------------------------------------------------------------- */

static Value f_crypt(Value self, const Value *args, Py_ssize nargs)
{
    const char *word = arg_name("crypt", 1, args[0]);
    const char *salt = word ? arg_name("crypt", 2, args[1]) : NULL;
    struct crypt_data data = {0};
    const char *result;

    if (!salt)
        return NULL;
    result = crypt_r(word, salt, &data);
    return result ? (Value)str_from_c(result) : NONE;
}

static const NativeDef crypt_functions[] = {
    {"crypt", f_crypt, 2, 2, ARITY_parse}, {0}};

const NativeModule native_module_crypt = {"crypt", NULL, crypt_functions, NULL};

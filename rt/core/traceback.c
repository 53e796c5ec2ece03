/* Traceback objects, and the report of an uncaught exception.
 *
 * A traceback entry is made by the error edge of a compiled function, so it
 * carries code, globals and line; a frame object exists only as the view of
 * an entry that Python code asks for.  Interpreted code gives its own. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "errors.h"
#include "frames.h"
#include "module.h"
#include "names.h"
#include "number.h"

/* What CPython has in C, and the library in Python, leaves no entry. */
static bool leaves_no_entry(const PyCode *code, const PyDict *globals)
{
    return (code->head.flags | ((const PyObject *)globals)->flags) &
           OBJ_NO_ENTRIES;
}

void traceback_add(PyCode *code, PyDict *globals, int lineno)
{
    ThreadState *t = thread_state;
    PyTraceback *tb;

    if (leaves_no_entry(code, globals))
        return;
    tb = gc_new(&traceback_type, sizeof *tb);
    tb->next = (PyTraceback *)t->exc_tb;
    tb->code = code;
    tb->globals = globals;
    tb->lineno = lineno;
    t->exc_tb = (Value)tb;
}

void traceback_add_frame(PyFrame *f, int lineno)
{
    traceback_add(f->code, f->globals, lineno);
    if (!leaves_no_entry(f->code, f->globals))
        ((PyTraceback *)thread_state->exc_tb)->frame = (Value)f;
}

/* --- output
 * ------------------------------------------------------------------- */

int file_write_value(Value file, Value v)
{
    Value s = has_type_flag(v, TYPE_UNICODE) ? v : op_str(v);

    return s && op_call_method(file, NAME(write), &s, 1) ? 0 : -1;
}

int file_write_text(Value file, const char *text)
{
    Value s = (Value)str_from_c(text);

    return op_call_method(file, NAME(write), &s, 1) ? 0 : -1;
}

/* The source file, at its recorded name or by its last part along sys.path. */
static FILE *open_source(const char *filename)
{
    FILE *f = fopen(filename, "r");
    const char *tail = strrchr(filename, '/');
    Value path = sys_get(str_intern("path"));
    char name[4096];

    tail = tail ? tail + 1 : filename;
    if (f || !path || !has_type_flag(path, TYPE_LIST))
        return f;
    for (Py_ssize i = 0; !f && i < list_length((PyList *)path); i++) {
        Value dir = list_item_or_null((PyList *)path, i);
        const char *d;

        if (!dir || !has_type_flag(dir, TYPE_STR))
            continue;
        d = str_data((PyStr *)dir);
        if (snprintf(name, sizeof name, "%s%s%s", d,
                     *d && d[strlen(d) - 1] != '/' ? "/" : "",
                     tail) < (int)sizeof name)
            f = fopen(name, "r");
    }
    return f;
}

/* One line into buf without its end; false at the end of the file.  Universal
 * newlines, as CPython reads source. */
static bool read_line(FILE *f, char *buf, size_t size)
{
    size_t n = 0;
    int c = getc(f);

    if (c == EOF)
        return false;
    for (; c != EOF && c != '\n' && c != '\r'; c = getc(f))
        if (n + 1 < size)
            buf[n++] = c;
    if (c == '\r' && (c = getc(f)) != '\n' && c != EOF)
        ungetc(c, f);
    buf[n] = 0;
    return true;
}

int traceback_print_line(Value file, const char *filename, int lineno,
                         int indent)
{
    char line[2000], *p = line;
    bool found = true;
    FILE *f = open_source(filename);
    PyStr *text;

    if (!f)
        return 0;
    for (int i = 0; i < lineno && found; i++)
        found = read_line(f, line, sizeof line);
    fclose(f);
    if (!found || lineno < 1)
        return 0;
    while (*p == ' ' || *p == '\t' || *p == '\f')
        p++;
    text = str_format_c("%*s", indent, "");
    if (file_write_value(file, (Value)text) < 0)
        return -1;
    return file_write_value(file, (Value)str_format_c("%s\n", p));
}

static int print_entry(PyTraceback *tb, Value file)
{
    PyStr *head = str_format_c("  File \"%.500s\", line %d, in %.500s\n",
                               str_data(tb->code->filename), tb->lineno,
                               str_data(tb->code->name));

    if (file_write_value(file, (Value)head) < 0)
        return -1;
    return traceback_print_line(file, str_data(tb->code->filename), tb->lineno,
                                4);
}

/* sys.tracebacklimit: how many of the innermost entries are shown. */
static int64_t traceback_limit(void)
{
    Value v = sys_get(str_intern("tracebacklimit"));

    return v && has_type_flag(v, TYPE_INT) ? int_value(v) : 1000;
}

int traceback_print(Value v, Value file)
{
    int64_t depth = 0, limit = traceback_limit();

    for (PyTraceback *tb = (PyTraceback *)v; tb; tb = tb->next)
        depth++;
    if (limit <= 0)
        return 0;
    if (file_write_text(file, "Traceback (most recent call last):\n") < 0)
        return -1;
    for (PyTraceback *tb = (PyTraceback *)v; tb; tb = tb->next, depth--)
        if (depth <= limit && print_entry(tb, file) < 0)
            return -1;
    return thread_safepoint();
}

/* --- the report
 * ------------------------------------------------------------------ */

void err_end_line(void)
{
    Value out = sys_get(NAME(stdout)), soft;

    if (!out || out == NONE)
        return;
    soft = op_getattr_or_null(out, NAME(softspace));
    if (soft && op_is_true(soft) > 0) {
        if (op_setattr(out, NAME(softspace), tag_int(0)) < 0 ||
            file_write_text(out, "\n") < 0)
            err_clear();
    }
}

void err_flush_line(void)
{
    Value out = sys_get(NAME(stdout));

    err_end_line();
    if (out && out != NONE && !op_call_method(out, NAME(flush), NULL, 0))
        err_clear();
}

static Value syntax_field(Value value, PyStr *name)
{
    Value v = op_getattr_or_null(value, name);

    return v ? v : NONE;
}

/* The offending line with a caret under column `offset` (from 1). */
static int print_error_text(Value file, int64_t offset, PyStr *source)
{
    const char *text = str_data(source), *nl;
    int64_t length = str_length(source);
    PyStr *line;

    if (offset >= 0) {
        if (offset > 0 && offset == length && text[offset - 1] == '\n')
            offset--;
        while ((nl = strchr(text, '\n')) && nl - text < offset) {
            offset -= nl + 1 - text;
            text = nl + 1;
        }
        while (*text == ' ' || *text == '\t') {
            text++;
            offset--;
        }
    }
    line = str_format_c("    %s%s", text,
                        !*text || text[strlen(text) - 1] != '\n' ? "\n" : "");
    if (file_write_value(file, (Value)line) < 0)
        return -1;
    if (offset == -1)
        return 0;
    line = str_format_c("    %*s^\n", (int)(offset > 1 ? offset - 1 : 0), "");
    return file_write_value(file, (Value)line);
}

/* File, line and caret of a SyntaxError; its message replaces *value.
 * 0 also when the fields are not those of a SyntaxError. */
static int print_syntax_place(Value *value, Value file)
{
    Value message = syntax_field(*value, NAME(msg));
    Value filename = syntax_field(*value, NAME(filename));
    Value line = syntax_field(*value, NAME(lineno));
    Value offset = syntax_field(*value, NAME(offset));
    Value text = syntax_field(*value, NAME(text));
    PyStr *head;

    if (!has_type_flag(line, TYPE_INT) ||
        !(filename == NONE || has_type_flag(filename, TYPE_STR)))
        return 0;
    head = str_format_c("  File \"%s\", line %d\n",
                        filename == NONE ? "<string>"
                                         : str_data((PyStr *)filename),
                        (int)int_value(line));
    if (file_write_value(file, (Value)head) < 0)
        return -1;
    if (has_type_flag(text, TYPE_STR) &&
        print_error_text(
            file, has_type_flag(offset, TYPE_INT) ? int_value(offset) : -1,
            (PyStr *)text) < 0)
        return -1;
    *value = message;
    return 0;
}

static const char *class_name(Value cls)
{
    Value name;
    const char *s, *dot;

    if (has_type_flag(cls, TYPE_TYPE)) {
        s = ((PyType *)cls)->name;
    } else {
        name = op_getattr_or_null(cls, NAME(dunder_name));
        s = name && has_type_flag(name, TYPE_STR) ? str_data((PyStr *)name)
                                                  : "<unknown>";
    }
    dot = strrchr(s, '.');
    return dot ? dot + 1 : s;
}

static int print_class(Value type, Value file)
{
    Value module;

    if (!is_exception_class(type))
        return file_write_value(file, type);
    module = op_getattr_or_null(type, NAME(dunder_module));
    if (!module) {
        if (file_write_text(file, "<unknown>") < 0)
            return -1;
    } else if (has_type_flag(module, TYPE_STR) &&
               strcmp(str_data((PyStr *)module), "exceptions") != 0) {
        if (file_write_value(file, module) < 0 ||
            file_write_text(file, ".") < 0)
            return -1;
    }
    return file_write_text(file, class_name(type));
}

static int print_value(Value value, Value file)
{
    Value s;

    if (value == NONE)
        return 0;
    s = op_str(value);
    if (!s) {
        err_clear();
        return file_write_text(file, ": <exception str() failed>");
    }
    if (str_length((PyStr *)s) == 0)
        return 0;
    if (file_write_text(file, ": ") < 0)
        return -1;
    return file_write_value(file, s);
}

static int display(Value type, Value value, Value tb, Value file)
{
    if (tb && tb != NONE && type_of(tb) == &traceback_type &&
        traceback_print(tb, file) < 0)
        return -1;
    if (op_getattr_or_null(value, NAME(print_file_and_line)) &&
        print_syntax_place(&value, file) < 0)
        return -1;
    if (print_class(type, file) < 0 || print_value(value, file) < 0) {
        err_clear();
        file_write_text(file, "\n");
        return -1;
    }
    return file_write_text(file, "\n");
}

void err_display(Value type, Value value, Value tb)
{
    Value file = sys_get(NAME(stderr));

    if (!file || file == NONE) {
        fputs("lost sys.stderr\n", stderr);
        return;
    }
    err_flush_line();
    if (display(type, value, tb, file) < 0)
        err_clear();
}

static void write_stderr(const char *text)
{
    Value file = sys_get(NAME(stderr));

    if (!file || file == NONE || file_write_text(file, text) < 0) {
        err_clear();
        fputs(text, stderr);
    }
}

static void set_last(Value type, Value value, Value tb)
{
    if (dict_set_str(sys_dict, str_intern("last_type"), type) < 0 ||
        dict_set_str(sys_dict, str_intern("last_value"), value) < 0 ||
        dict_set_str(sys_dict, str_intern("last_traceback"), tb ? tb : NONE) <
            0)
        err_clear();
}

/* The hook failed: its error, then the one it should have shown.  -1 when it
 * asked for the exit instead. */
static int report_hook_error(void)
{
    Value type, value, tb;

    if (err_matches(&exc_SystemExit))
        return -1;
    err_fetch(&type, &value, &tb);
    err_normalize(&type, &value, &tb);
    write_stderr("Error in sys.excepthook:\n");
    err_display(type, value, tb);
    write_stderr("\nOriginal exception was:\n");
    return 0;
}

/* -1: SystemExit raised by the hook is pending. */
static int print_pending(void)
{
    Value args[3], hook;

    err_fetch(&args[0], &args[1], &args[2]);
    if (!args[0])
        return 0;
    err_normalize(&args[0], &args[1], &args[2]);
    set_last(args[0], args[1], args[2]);
    hook = sys_get(NAME(excepthook));
    if (!args[2])
        args[2] = NONE;
    if (!hook) {
        write_stderr("sys.excepthook is missing\n");
    } else if (hook != NONE) {
        if (op_call(hook, args, 3, NULL))
            return 0;
        if (report_hook_error() < 0)
            return -1;
    }
    err_display(args[0], args[1], args[2]);
    return 0;
}

int err_print_or_exit(void)
{
    if (err_matches(&exc_SystemExit))
        return -1;
    return print_pending();
}

void err_print(void)
{
    if (print_pending() < 0)
        err_clear();
}

static int exit_code_of(Value value)
{
    Value code;
    int64_t n;

    if (!value || value == NONE)
        return 0;
    if (is_exception_instance(value)) {
        code = op_getattr_or_null(value, NAME(code));
        if (code)
            value = code;
        if (value == NONE)
            return 0;
    }
    if (has_type_flag(value, TYPE_INT))
        return (int)int_value(value);
    if (has_type_flag(value, TYPE_LONG))
        return long_fits_int64(value, &n) ? (int)n : -1;
    code = sys_get(NAME(stderr));
    if (code && file_write_value(code, value) < 0)
        err_clear();
    write_stderr("\n");
    return 1;
}

/* As in CPython what sys.exit left is taken as it is when nobody has caught it:
 * sys.exit(()) prints "()", though its SystemExit has no code. */
int err_exit_code(void)
{
    Value type, value, tb;

    if (err_print_or_exit() == 0)
        return 1;
    err_fetch(&type, &value, &tb);
    err_flush_line();
    return exit_code_of(value);
}

/* "Exception module.Class: repr in ", the module only when not builtin. */
static int print_unraisable(Value file, Value type, Value value)
{
    Value s;

    if (file_write_text(file, "Exception ") < 0 || print_class(type, file) < 0)
        return -1;
    if (!value || value == NONE)
        return 0;
    if (file_write_text(file, ": ") < 0)
        return -1;
    s = op_repr(value);
    if (s)
        return file_write_value(file, s);
    err_clear();
    return file_write_text(file, "<exception repr() failed>");
}

void err_write_unraisable(Value object)
{
    Value type, value, tb, file = sys_get(NAME(stderr)), s;

    err_fetch(&type, &value, &tb);
    if (!file || file == NONE || !type)
        return;
    if (value && value == thread_state->raised)
        err_normalize(&type, &value, &tb);
    else if (type == (Value)&exc_KeyError && value &&
             !is_exception_instance(value) && !has_type_flag(value, TYPE_TUPLE))
        value = (Value)tuple_pack(1, value); /* as dict gives it */
    if (print_unraisable(file, type, value) < 0 ||
        file_write_text(file, " in ") < 0) {
        err_clear();
        return;
    }
    s = op_repr(object);
    if (!s) {
        err_clear();
        s = (Value)str_from_c("<object repr() failed>");
    }
    if (file_write_value(file, s) < 0 ||
        file_write_text(file, " ignored\n") < 0)
        err_clear();
}

/* --- traceback objects ---------------------------------------------------- */

static Value tb_get_next(Value self)
{
    PyTraceback *next = ((PyTraceback *)self)->next;

    return next ? (Value)next : NONE;
}

/* One object for an entry, however often it is asked for. */
static Value tb_get_frame(Value self)
{
    PyTraceback *tb = (PyTraceback *)self;
    Value none = NULL, frame = tb->frame;

    if (frame)
        return frame;
    frame = frame_new(tb->code, tb->globals, tb->lineno);
    return atomic_compare_exchange_strong(&tb->frame, &none, frame) ? frame
                                                                    : none;
}

static Value tb_get_lineno(Value self)
{
    return tag_int(((PyTraceback *)self)->lineno);
}

static Value tb_get_lasti(Value self)
{
    return tag_int(-1);
}

static const GetSetDef traceback_getsets[] = {
    {"tb_next", tb_get_next, NULL, NULL, true},
    {"tb_frame", tb_get_frame, NULL, NULL, true},
    {"tb_lineno", tb_get_lineno, NULL, NULL, true},
    {"tb_lasti", tb_get_lasti, NULL, NULL, true},
    {0}};

PyType traceback_type = {.head.type = &type_type,
                         .name = "traceback",
                         .base = &object_type,
                         .flags = TYPE_NO_WEAKREF,
                         .basic_size = sizeof(PyTraceback),
                         .getsets = traceback_getsets};

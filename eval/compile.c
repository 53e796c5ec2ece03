/* Source text to code objects, and its errors as exceptions. */
#include "eval/eval.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "dict.h"
#include "errors.h"
#include "names.h"

#include "eval/ast.h"
#include "eval/source.h"

/* --- errors --------------------------------------------------------------- */

static PyType *exception_class(const char *name)
{
    static PyType *const classes[] = {
#define EXCEPTION(name, base, layout, doc) &exc_##name,
#include "exceptions.def"
    };

    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (strcmp(strrchr(classes[i]->name, '.') + 1, name) == 0)
            return classes[i];
    return &exc_SyntaxError;
}

static Value text_or_none(const char *s)
{
    return s ? (Value)str_from_c(s) : NONE;
}

/* (filename, lineno, offset, text); an error found behind the parser has no
 * offset. */
static Value place_of(const Diag *d)
{
    Value offset = d->offset >= 0 ? tag_int(d->offset) : NONE;

    return (Value)tuple_pack(4, text_or_none(d->filename), tag_int(d->line),
                             offset, text_or_none(d->text));
}

/* 0, or -1 with an exception. */
static int set_place(Value e, const Diag *d)
{
    if (op_setattr(e, str_intern("filename"), text_or_none(d->filename)) < 0 ||
        op_setattr(e, str_intern("lineno"), tag_int(d->line)) < 0)
        return -1;
    return op_setattr(e, str_intern("text"), text_or_none(d->text));
}

static void raise_error(const Diag *d)
{
    PyType *cls = exception_class(d->type);
    bool has_place = type_is_subtype(cls, &exc_SyntaxError) && d->filename;
    Value args[2], v;

    if (d->prelude)
        fprintf(stderr, "%s\n", d->prelude);
    args[0] = (Value)str_from_c(d->message);
    args[1] = has_place && !d->bare ? place_of(d) : NULL;
    v = op_call((Value)cls, args, args[1] ? 2 : *d->message ? 1 : 0, NULL);
    if (v && has_place && d->bare && set_place(v, d) < 0)
        return;
    if (v)
        err_restore((Value)cls, v, NULL);
}

/* A warning that a filter made an error is a syntax error. */
static void make_syntax_error(const Diag *warning)
{
    Diag d = *warning;

    if (!err_matches(&exc_SyntaxWarning))
        return;
    d.type = "SyntaxError";
    d.prelude = NULL;
    raise_error(&d);
}

/* A warning about the source; -1: it was turned into an error. */
static int show_warning(const Diag *d)
{
    Value module, args[4], err = sys_get(NAME(stderr));
    StrBuf text = {0};

    module = dict_get_str_or_null(sys_modules, str_intern("warnings"));
    if (module && module != NONE) {
        args[0] = (Value)str_from_c(d->message);
        args[1] = (Value)exception_class(d->type);
        args[2] = text_or_none(d->filename);
        args[3] = tag_int(d->line);
        return op_call_method(module, str_intern("warn_explicit"), args, 4)
                   ? 0
                   : -1;
    }
    diag_format(&text, d);
    if (err && err != NONE && file_write_text(err, text.data) < 0)
        err_clear();
    strbuf_free(&text);
    return 0;
}

static int report(const Diags *diags)
{
    for (int i = 0; i < diags->list.count; i++) {
        const Diag *d = &diags->list.items[i];

        if (d->level == DIAG_warning && show_warning(d) < 0) {
            make_syntax_error(d);
            return -1;
        }
        if (d->level == DIAG_error) {
            raise_error(d);
            return -1;
        }
    }
    return 0;
}

/* --- compiling ------------------------------------------------------------ */

static void *compile_job(void *job)
{
    source_compile(job);
    return NULL;
}

/* On a thread of its own where this one's stack might not do. */
static void compile_somewhere(SourceJob *job)
{
    char *here = __builtin_frame_address(0);
    size_t need = source_stack(job);
    pthread_attr_t attr;
    pthread_t thread;
    int failed;

    if ((size_t)(here - thread_state->stack_real_limit) > need) {
        source_compile(job);
        return;
    }
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, need);
    failed = pthread_create(&thread, &attr, compile_job, job);
    pthread_attr_destroy(&attr);
    if (failed)
        source_compile(job);
    else
        pthread_join(thread, NULL);
}

static const EvalText *text_new(PyStr *text, EvalMode mode, int32_t flags,
                                int how)
{
    EvalText *t = (EvalText *)gc_array(sizeof *t / sizeof(Value));

    if (t)
        *t = (EvalText){text, (int32_t)mode, flags, how};
    return t;
}

EvalCode *eval_compile(const char *text, size_t len, PyStr *filename,
                       EvalMode mode, int32_t flags, int how)
{
    Arena arena = {0};
    SourceJob job = {.text = text,
                     .len = len,
                     .filename = str_data(filename),
                     .mode = (SourceMode)mode,
                     .flags = flags,
                     .how = how,
                     .arena = &arena};
    const EvalText *origin = NULL;
    EvalCode *code = NULL;

    compile_somewhere(&job);
    if (how & EVAL_FACTS ? job.code != NULL : report(&job.diags) == 0)
        origin = text_new(str_from(text, (Py_ssize)len), mode, flags, how);
    if (origin)
        code = eval_load(job.code, filename, origin);
    arena_release(&arena);
    return code;
}

Value eval_parse(const char *text, size_t len, PyStr *filename, EvalMode mode,
                 int32_t flags, int how)
{
    Arena arena = {0};
    SourceJob job = {.text = text,
                     .len = len,
                     .filename = str_data(filename),
                     .mode = (SourceMode)mode,
                     .flags = flags,
                     .how = how,
                     .arena = &arena,
                     .only_tree = true};
    Value tree = NULL;

    if (ast_prepare() < 0)
        return NULL;
    compile_somewhere(&job);
    if (report(&job.diags) == 0)
        tree = ast_export(job.tree);
    arena_release(&arena);
    return tree;
}

EvalCode *eval_compile_tree(Value tree, PyStr *filename, EvalMode mode,
                            int32_t flags)
{
    Arena arena = {0};
    SourceJob job = {.text = "",
                     .filename = str_data(filename),
                     .mode = (SourceMode)mode,
                     .flags = flags,
                     .arena = &arena};
    EvalCode *code = NULL;

    job.tree = ast_import(&arena, tree, &job.depth);
    if (job.tree) {
        compile_somewhere(&job);
        if (report(&job.diags) == 0)
            code =
                eval_load(job.code, filename, text_new(NULL, mode, flags, 0));
    }
    arena_release(&arena);
    return code;
}

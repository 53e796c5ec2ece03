/* Code objects in files: there is no bytecode, so what they are written as is
 * the text that they were compiled from, and where in it they are. */
#include "eval/eval.h"

#include <errno.h>
#include <stdio.h>

#include "errors.h"
#include "file_pending.h"
#include "marshal.h"
#include "module.h"
#include "number.h"
#include "tuple.h"

Value eval_pack_code(const PyCode *c)
{
    const EvalCode *code = (const EvalCode *)c;
    const EvalText *t;

    if (!is_eval_code(c) || !code->origin->text || code->is_made)
        return NULL;
    t = code->origin;
    return (Value)tuple_pack(6, t->text, c->filename, tag_int(t->mode),
                             tag_int(t->flags), tag_int(t->how),
                             tag_int(code->index));
}

/* A small number of a packed code object; -1: it is out of range. */
static int64_t number_at(const PyTuple *packed, int i, int64_t limit)
{
    int64_t n = tagged_int_value(packed->items[i]);

    return n >= 0 && n < limit ? n : -1;
}

static Value bad_code(void)
{
    return err_format(&exc_ValueError, "bad marshal data (code object)");
}

Value eval_unpack_code(PyTuple *packed)
{
    enum { ALL_HOW = EVAL_UTF8 | EVAL_FILE | EVAL_KEEP_OPEN };
    int64_t mode = number_at(packed, 2, EVAL_single + 1);
    int64_t flags = number_at(packed, 3, 1 << 20);
    int64_t how = number_at(packed, 4, ALL_HOW + 1);
    int64_t index = number_at(packed, 5, INT32_MAX);
    PyStr *text = (PyStr *)packed->items[0];
    EvalCode *code;

    if (mode < 0 || flags < 0 || how < 0 || index < 0)
        return bad_code();
    code = eval_compile(str_data(text), (size_t)str_length(text),
                        (PyStr *)packed->items[1], (EvalMode)mode,
                        (int32_t)flags, (int)how);
    if (!code)
        return NULL;
    return index < code->nsiblings ? (Value)code->siblings[index] : bad_code();
}

/* Made from the text again, for all code objects of it at once. */
PyTuple *eval_code_facts(const PyCode *c)
{
    const EvalCode *code = (const EvalCode *)c;
    const EvalText *t;
    EvalCode *again;

    if (!is_eval_code(c) || !code->origin->text)
        return NULL;
    t = code->origin;
    again = eval_compile(str_data(t->text), (size_t)str_length(t->text),
                         c->filename, (EvalMode)t->mode, t->flags,
                         t->how | EVAL_FACTS);
    if (!again || again->nsiblings != code->nsiblings) {
        err_clear();
        return NULL;
    }
    for (int32_t i = 0; i < code->nsiblings; i++)
        atomic_store_explicit(&code->siblings[i]->code.facts,
                              again->siblings[i]->code.names,
                              memory_order_release);
    return again->siblings[code->index]->code.names;
}

PyCode *eval_code_again(const PyCode *c, const char *filename, int64_t index)
{
    PyStr *name = str_from_c(filename);
    const EvalCode *text =
        name ? (const EvalCode *)eval_compile_file(name, 0) : NULL;
    const PyCode *twin = NULL;

    err_clear();
    if (text && index < text->nsiblings)
        twin = &text->siblings[index]->code;
    return twin && twin->firstlineno == c->firstlineno &&
                   twin->nparams == c->nparams && str_equal(twin->name, c->name)
               ? (PyCode *)twin
               : NULL;
}

PyCode *eval_sibling(const PyCode *c, int64_t index)
{
    return is_eval_code(c) ? &((const EvalCode *)c)->siblings[index]->code
                           : NULL;
}

static PyCode *read_code(FILE *f, PyStr *path)
{
    char head[8];
    Value v;

    if (fread(head, 1, sizeof head, f) < 4 || memcmp(head, PYC_MAGIC, 4) != 0)
        return err_format(&exc_ImportError, "Bad magic number in %.200s",
                          str_data(path));
    v = marshal_read(f, (Span){"", 0});
    if (v && type_of(v) != &code_type)
        return err_format(&exc_ImportError, "Non-code object in %.200s",
                          str_data(path));
    return (PyCode *)v;
}

PyCode *eval_read_compiled(PyStr *path)
{
    PyCode *code;
    FILE *f;

    pending_write();
    f = fopen(str_data(path), "rb");
    if (!f)
        return err_from_errno(&exc_IOError, (Value)path);
    code = read_code(f, path);
    fclose(f);
    return code;
}

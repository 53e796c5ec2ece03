/* Code objects of compiled modules, made from codegen's CodeInit rows. */
#include "abi.h"
#include "constants.h"
#include "evalhooks.h"
#include "module.h"

_Static_assert(sizeof(PyCode) <= CODE_SIZE, "codegen reserves CODE_SIZE");

static void make_code(const CompiledModule *m, int32_t i, PyStr *filename)
{
    const CodeInit *init = &m->code_inits[i];
    PyCode *c = (PyCode *)((char *)m->codes + (size_t)i * CODE_SIZE);
    const Value *k = m->const_table;
    PyTuple *facts = (PyTuple *)k[init->names];

    c->head.type = &code_type;
    c->entry = init->entry;
    c->forwards = init->forwards;
    c->argcount = init->argcount;
    c->nparams = init->nparams;
    c->flags = init->flags;
    c->firstlineno = init->firstlineno;
    c->nlocals = init->nlocals;
    c->name = (PyStr *)k[init->name];
    c->filename = filename;
    c->varnames = (PyTuple *)k[init->varnames];
    c->freevars = (PyTuple *)k[init->freevars];
    c->cellvars = (PyTuple *)k[init->cellvars];
    c->names = tuple_new(0);
    c->facts = facts->length ? facts : NULL;
    c->params = init->params < 0 ? NULL : (PyTuple *)k[init->params];
    c->consts = tuple_pack(1, init->doc < 0 ? NONE : k[init->doc]);
}

int compiled_module_prepare(const CompiledModule *m)
{
    PyStr *filename = str_from_c(m->filename);

    if (!filename ||
        constants_load(m->constants, m->const_table, m->nconsts) < 0)
        return -1;
    for (int32_t i = 0; i < m->ncodes; i++)
        make_code(m, i, filename);
    return 0;
}

const CompiledModule *code_module_or_null(const PyCode *c, int64_t *index)
{
    for (int i = 0; program_modules[i]; i++) {
        const CompiledModule *m = program_modules[i];
        uintptr_t at = (uintptr_t)c - (uintptr_t)m->codes;

        if (at < (uintptr_t)m->ncodes * CODE_SIZE) {
            *index = (int64_t)(at / CODE_SIZE);
            return m;
        }
    }
    return NULL;
}

PyCode *code_for_globals(PyCode *c, const PyDict *globals)
{
    int64_t index;
    const CompiledModule *m = code_module_or_null(c, &index);
    PyCode *twin = NULL;

    if (!m || (m->module && m->module->dict == globals))
        return c;
    if (eval_hooks)
        twin = eval_hooks->code_again(c, m->filename, index);
    if (twin || err_pending())
        return twin;
    return err_format(&exc_NotImplementedError,
                      "compiled code runs in its own module's globals only");
}

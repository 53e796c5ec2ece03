/* Code objects of compiled modules, made from codegen's CodeInit rows. */
#include "abi.h"
#include "constants.h"
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

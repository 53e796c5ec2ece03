/* Module marshal: code objects. */
#include "abi.h"
#include "errors.h"
#include "evalhooks.h"
#include "import.h"
#include "marshal.h"
#include "number.h"
#include "tuple.h"

/* Which one of the module's code objects c is; -1: none. */
static int64_t index_in(const CompiledModule *m, const PyCode *c)
{
    uintptr_t at = (uintptr_t)c - (uintptr_t)m->codes;

    return at < (uintptr_t)m->ncodes * CODE_SIZE ? (int64_t)(at / CODE_SIZE)
                                                 : -1;
}

Value marshal_pack_code(PyCode *c)
{
    for (int i = 0; program_modules[i]; i++) {
        const CompiledModule *m = program_modules[i];
        int64_t index = index_in(m, c);

        if (index >= 0)
            return (Value)tuple_pack(6, str_intern(m->name), c->filename,
                                     tag_int(MARSHAL_COMPILED), tag_int(0),
                                     tag_int(0), tag_int(index));
    }
    return eval_hooks ? eval_hooks->pack_code(c) : NULL;
}

static Value compiled_code(const char *module, int64_t index)
{
    const CompiledModule *m = import_find_compiled(module);

    if (m && m->module && index >= 0 && index < m->ncodes)
        return (Value)((char *)m->codes + index * CODE_SIZE);
    return err_format(&exc_ValueError,
                      "bad marshal data (code of another program)");
}

Value marshal_unpack_code(PyTuple *packed)
{
    if (!has_type_flag(packed->items[0], TYPE_STR) ||
        !has_type_flag(packed->items[1], TYPE_STR))
        return err_format(&exc_ValueError, "bad marshal data (code object)");
    if (tagged_int_value(packed->items[2]) == MARSHAL_COMPILED)
        return compiled_code(str_data((PyStr *)packed->items[0]),
                             tagged_int_value(packed->items[5]));
    if (eval_hooks)
        return eval_hooks->unpack_code(packed);
    return err_format(&exc_ValueError,
                      "bad marshal data (code objects need the evaluator)");
}

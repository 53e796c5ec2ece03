/* Module marshal: code objects. */
#include "abi.h"
#include "errors.h"
#include "evalhooks.h"
#include "import.h"
#include "marshal.h"
#include "number.h"
#include "tuple.h"

Value marshal_pack_code(PyCode *c)
{
    int64_t index;
    const CompiledModule *m = code_module_or_null(c, &index);

    if (m)
        return (Value)tuple_pack(6, str_intern(m->name), c->filename,
                                 tag_int(MARSHAL_COMPILED), tag_int(0),
                                 tag_int(0), tag_int(index));
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

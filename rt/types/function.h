/* Function objects for compiled code and the rest of the runtime. */
#ifndef RT_FUNCTION_H
#define RT_FUNCTION_H

#include "layout.h"

/* A def or lambda statement.  defaults and closure may be NULL. */
Value function_new(PyCode *code, PyDict *globals, PyTuple *defaults,
                   Value *closure);
/* The same with a copy of n cells; n may be 0. */
Value function_new_closed(PyCode *code, PyDict *globals, PyTuple *defaults,
                          const void *cells, int64_t n);
CallFn function_call;
/* Is it a function with that code?  Then it is kept at `word`, which is static,
 * until it gets another code. */
bool function_is_known(Value v, const void *code, Value *word);

/* Does code have exactly these positional parameters, so that nothing needs
 * binding? */
static inline bool takes_exactly(const PyCode *c, int64_t nargs)
{
    return c->argcount == nargs && c->nparams == nargs;
}

/* Distributes a call's arguments over code->nparams words; -1: TypeError. */
int function_bind(PyFunction *f, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames, Value *params);

Value cell_new(Value value_or_null);
Value code_new(PyCode *c); /* fills what codegen leaves NULL */

/* It has returned or raised. */
void generator_finish(PyGenerator *g);
/* Closes a generator that nobody refers to any more. */
void generator_forgotten(PyObject *self);
/* Has it not begun, something to clean up, and this name? */
bool generator_is_fresh(Value self, Value name);
/* generator_forgotten() unless it is finished, or running. */
void generator_left(Value self);
/* The pending exception is that of the delegate, or it has none. */
void generator_delegate_ended(PyGenerator *g);
/* A generator of `nslots` words whose body is `resume`; the first `nvalues` of
 * them are values. */
PyGenerator *generator_new(PyFunction *f, GeneratorResume *resume,
                           int64_t nslots, int64_t nvalues);
/* Runs it to the next yield; NULL without exception when it is finished. */
Value generator_send(PyGenerator *g, Value sent_or_null);

/* An instancemethod; self NULL: unbound (types/instance_method.c). */
Value instance_method_new(Value function, Value self_or_null, Value cls);

/* builtin_function_or_method objects. */
Value native_function_new(const NativeDef *def, Value self_or_null,
                          Value module_or_null);

/* Items of PyCode.facts: what code objects show of their bytecode. */
enum {
    FACT_code,
    FACT_consts,
    FACT_kinds,
    FACT_names,
    FACT_lnotab,
    FACT_stacksize,
    FACT_index
};

#endif

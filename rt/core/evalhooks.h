/* What the evaluator offers to the runtime when it is linked in: exec, eval,
 * compile and imports of source files. */
#ifndef RT_EVALHOOKS_H
#define RT_EVALHOOKS_H

#include "layout.h"

typedef struct EvalHooks {
    /* compile(source, filename, mode): a code object. */
    Value (*compile)(Value source, PyStr *filename, PyStr *mode, int flags,
                     bool inherit);
    /* Runs a code object or source text in these namespaces. */
    Value (*run)(Value code, PyDict *globals, Value locals, PyStr *mode);
} EvalHooks;

extern const EvalHooks *eval_hooks; /* NULL: not linked in */

#endif

/* Import, beyond what module.h offers to everybody. */
#ifndef RT_IMPORT_H
#define RT_IMPORT_H

#include "module.h"
#include "function.h"

void import_init(void); /* indexes the program's modules */
/* Recursive per thread; unlock gives -1 unless this thread holds it. */
void import_lock(void);
int import_unlock(void);
bool import_lock_held(void);
const CompiledModule *import_find_compiled(const char *name);
const NativeModule *import_find_native(const char *name);
/* Makes the C module and enters it in sys.modules. */
PyModule *import_native(const NativeModule *n);
/* The module of this dotted name itself (not its first part), from C. */
Value import_c(const char *name);
Value import_reload(Value module);
/* Runs the program's main module as __main__. */
Value import_run_main(const CompiledModule *c);

#endif

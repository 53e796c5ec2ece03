/* Builds a type's NativeDef table from its .def file.
 *
 * rt/types/list.def holds rows
 *   METHOD(type, name, fn, min, max, style, result, effects)
 *   METHOD_KW(type, name, fn, result, effects)          NativeKwFn
 *   CLASSMETHOD(type, name, fn, min, max, style, result, effects)
 *   CLASSMETHOD_KW(type, name, fn, result, effects)
 *   STATICMETHOD(type, name, fn, min, max, style, result, effects)
 * and rt/modules/math.def rows
 *   FUNCTION(module, name, fn, min, max, style, result, effects)
 *   FUNCTION_KW(module, name, fn, result, effects)
 * result: a word of the compiler's lattice: none bool int long integer (int
 *   or long) float number complex str unicode string (str or unicode) tuple
 *   list dict set frozenset any.  It must be exact for exact receivers: a
 *   method that may return NotImplemented or a subclass says any.
 * effects: PURE (depends on the arguments' immutable state only), READS,
 *   WRITES (changes only self), CALLS (may run any Python code).  All may
 *   raise.
 * The compiler includes the same files for result and effects.
 *
 * In list.c:
 *     #include "methods_declare.h"
 *     #include "list.def"
 *     #include "methods_end.h"
 *     ... functions: static Value list_append_method(Value self, ...) ...
 *     static const NativeDef list_methods[] = {
 *     #include "methods_table.h"
 *     #include "list.def"
 *     #include "methods_end.h"
 *         {0}};
 */

/* Scopes: which name means what, where.  This is what CPython's symbol table
 * and the first part of its code generator compute, with the same orders.
 *
 * Modules, classes, functions, lambdas, generator expressions, set and dict
 * comprehensions open a scope; list comprehensions run in the enclosing one.
 * The scope of a node is n->scope. */
#ifndef PYLLC_FRONTEND_SCOPE_H
#define PYLLC_FRONTEND_SCOPE_H

#include "base/diag.h"
#include "base/map.h"
#include "base/vector.h"
#include "frontend/ast.h"

typedef enum {
    SCOPE_Module,
    SCOPE_Class,
    SCOPE_Function, /* also lambdas and comprehensions: see Scope.node */
} ScopeKind;

typedef enum {
    SYM_UNRESOLVED, /* only while analysis runs */
    SYM_LOCAL,
    SYM_GLOBAL_EXPLICIT, /* global statement here; in the module's scope: a
                            global statement anywhere */
    SYM_GLOBAL_IMPLICIT, /* unbound here: global or builtin */
    SYM_FREE,            /* cell of an enclosing function */
    SYM_CELL,            /* local that an inner scope uses */
} SymbolKind;

enum {
    SYMF_param = 1 << 0, /* also elements of tuple parameters */
    SYMF_assigned =
        1 << 1, /* by any statement: =, import, def, for, del, ... */
    SYMF_used = 1 << 2,
    SYMF_imported = 1 << 3,
    SYMF_global = 1 << 4,        /* named in a global statement */
    SYMF_free_in_class = 1 << 5, /* class: an inner scope reads the enclosing
                                    function's variable of this name, though
                                    the class itself binds the name */
    SYMF_stored = 1 << 6, /* assigned by something other than an import */
};

typedef struct Symbol {
    const Name *name; /* mangled */
    SymbolKind kind;
    unsigned flags; /* SYMF_ */
    int varname;    /* index in varnames, or -1 */
    int cell;       /* index in cellvars ++ freevars, or -1 */
} Symbol;

struct Scope {
    ScopeKind kind;
    Node *node; /* Module, ClassDef, FunctionDef, Lambda, GeneratorExp, ... */
    const Name *name; /* as co_name: "<module>", "f", "<lambda>", "<genexpr>",
                         "<setcomp>", "<dictcomp>" */
    Scope *parent;    /* NULL: module */
    VEC(Scope *) children; /* in source order */
    int first_line;        /* co_firstlineno */

    VEC(Symbol *) symbols; /* in order of first appearance */
    Map table;             /* Name -> Symbol */

    /* Functions: parameters (tuple parameters are ".0", ".1" by position, the
     * iterable of a comprehension is ".0"), *args, **kwargs, the elements of
     * tuple parameters, then locals as code reaches them first.  Dead code
     * (`if 0:`) gives none.  Cells that are no parameters are left out. */
    NameList varnames; /* co_varnames */
    NameList names;    /* co_names: globals, attributes, imported names */
    NameList cellvars; /* co_cellvars: sorted */
    NameList freevars; /* co_freevars: sorted */
    int argcount;      /* co_argcount: without *args and **kwargs */
    bool has_varargs, has_varkeywords;

    const Name *private_class; /* innermost class, for mangling; NULL: none */
    Node *docstring;           /* Str or NULL */
    bool nested;               /* inside a function, however deep */
    bool is_generator;
    bool returns_value; /* `return` with a value */
    bool has_cleanup;   /* a try or with statement */
    bool yields_inside; /* yields in the body of a with or of a try
                           with finally, in cleanup_depth of them */
    int cleanup_depth;
    VEC(const Name *) closing; /* module: functions in it that yields_inside */
    bool has_exec;             /* any exec statement */
    bool has_exec_in, has_bare_exec; /* with, without `in` */
    bool has_import_star;
    bool optimized;   /* co_flags & CO_OPTIMIZED: locals are fixed slots */
    bool uses_locals; /* names one of locals, vars, dir, eval, execfile,
                         input, globals, or has any exec */
    bool has_free;    /* uses variables of outer functions, or, nested in one,
                         any global or builtin */
    bool has_free_child;  /* so does a scope inside */
    int unoptimized_line; /* of the first exec or `import *`; 0: none */
};

/* NULL if the name does not occur in the scope.  The name must be mangled. */
Symbol *scope_lookup(const Scope *s, const Name *name);

/* `name` as code in scope s means it: __x in class C is _C__x. */
const Name *scope_mangle(const Scope *s, const Name *name);

/* Dumps the scope and those inside. */
void scope_dump(StrBuf *out, const Scope *s);

#endif

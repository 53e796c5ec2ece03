/* Sequences with named fields that modules written in C return:
 * time.struct_time, posix.stat_result, sys.version_info.  Not tuples, as in
 * CPython 2.7. */
#ifndef RT_STRUCTSEQ_H
#define RT_STRUCTSEQ_H

#include "layout.h"

enum { STRUCTSEQ_FIELDS = 24 };

/* Static, one per kind; structseq_ready fills in the rest. */
typedef struct StructSeqDef {
    const char *name; /* "module.name" */
    const char *doc;
    const char *fields[STRUCTSEQ_FIELDS + 1]; /* ended by NULL; "": unnamed */
    int visible;   /* fields that are items; the others only attributes */
    bool callable; /* may Python code make instances? */
    /* Fills in what Python code left out (NULL), or NULL. */
    void (*complete)(Value *items);
    int total;
    PyType type;
    GetSetDef getsets[STRUCTSEQ_FIELDS + 1];
} StructSeqDef;

typedef struct PyStructSeq {
    PyObject head;
    StructSeqDef *def;
    int64_t length; /* def->total */
    Value items[];
} PyStructSeq;

int structseq_ready(StructSeqDef *def); /* again: no effect */
/* items: def->total values; NULL ones are None. */
Value structseq_new(StructSeqDef *def, const Value *items);

#endif

/* Regular expressions: Python's syntax and objects on PCRE2.
 *
 * re_parse.c reads a pattern into a tree with CPython's errors; re_emit.c
 * writes the tree as a PCRE2 pattern, in ascii only and with every construct
 * spelled out, so that no difference in syntax matters; re_exec.c compiles
 * and runs it.  Texts whose code points fit a byte run on the 8-bit library,
 * others as 32-bit units: offsets are Python's offsets in both. */
#ifndef RT_RE_H
#define RT_RE_H

#include "layout.h"
#include "unicode.h"

enum {
    RE_TEMPLATE = 1,
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_MAX_GROUPS = 100
};

#define RE_MAX_REPEAT ((int64_t)UINT32_MAX) /* no upper bound */

typedef enum ReOp {
    RE_literal, /* c */
    RE_any,
    RE_set,      /* kids: literals, ranges, categories; negate */
    RE_range,    /* min, max */
    RE_category, /* c: one of d D s S w W */
    RE_at,       /* c: one of ^ $ A Z b B */
    RE_branch,   /* kids: sequences */
    RE_sequence, /* kids */
    RE_group,    /* c: number, 0 for (?:...); kids */
    RE_repeat,   /* min, max, lazy; kids: the one item */
    RE_assert,   /* behind, negate; kids */
    RE_backref,  /* c: number */
    RE_if        /* c: group; kids: a sequence for yes and perhaps one for no */
} ReOp;

typedef struct ReNode {
    ReOp op;
    bool negate, lazy, behind;
    uint32_t c;
    int64_t min, max;
    struct ReNode *kids, *last; /* children, in order */
    struct ReNode *next;        /* sibling */
} ReNode;

typedef struct ReTree {
    ReNode *root; /* a sequence */
    int flags;    /* given and found in the pattern */
    int groups;
    PyDict *names;                        /* name -> number */
    Value group_names[RE_MAX_GROUPS + 1]; /* number -> name or NULL */
    uint8_t parent[RE_MAX_GROUPS + 1];    /* enclosing group, 0: none */
    bool only_wide; /* not for the 8-bit library: ignores case and has code
                     * points above 255, or its code would be too large */
} ReTree;

/* sre_constants.error */
extern PyType *re_error;

/* pattern is a str or unicode; NULL with exception. */
ReTree *re_parse(Value pattern, int flags);
/* Number of characters the node can match: *max is capped at RE_MAX_REPEAT. */
void re_width(const ReNode *n, int64_t *min, int64_t *max);
/* Zero-ended PCRE2 pattern; `narrow`: for code points below 256 only. */
char *re_emit(const ReTree *tree, bool narrow);
/* An identifier in Python's sense? */
bool re_is_name(const char *text, int64_t length);
/* Prints the tree as sre's DEBUG flag does. */
int re_dump(const ReTree *tree);

typedef struct PyPattern {
    PyObject head;
    Value pattern;
    ReTree *tree;
    int32_t flags, groups;
    /* pcre2_code by width (0: 8 bits, 1: 32) and anchoring; made on use */
    void *_Atomic code[2][2];
} PyPattern;

typedef struct PyMatch {
    PyObject head;
    Value string;
    PyPattern *re;
    Value regs; /* tuple, made on demand */
    int64_t pos, endpos;
    int64_t lastindex; /* 0: none */
    int64_t spans[];   /* start and end per group, -1 unset */
} PyMatch;

/* What is searched. */
typedef struct Subject {
    Value string;
    const void *data;
    int64_t length;
    bool wide; /* 32-bit units, else bytes */
} Subject;

bool subject_open(PyPattern *p, Value string, Subject *out);
/* string[start:end] in the string's own type. */
Value subject_slice(const Subject *s, int64_t start, int64_t end);
/* Looks for a match in [start, end): 1 found, 0 not, -1 exception.  spans has
 * room for 2 * (groups + 1). */
int re_exec(PyPattern *p, Subject *s, int64_t start, int64_t end, bool anchored,
            int64_t *spans);
/* Frees the compiled code, also at the end of p's life. */
void re_free_code(PyObject *pattern);

extern PyType pattern_type, match_type, scanner_type;

Value match_new(PyPattern *p, const Subject *s, int64_t pos, int64_t endpos,
                const int64_t *spans);
/* The group that a number or name means, or -1 with IndexError. */
int64_t match_group_index(PyPattern *p, Value group);

/* A parsed replacement text. */
typedef struct ReTemplate {
    int64_t count;
    struct {
        Value literal; /* or NULL */
        int64_t group;
    } parts[];
} ReTemplate;

ReTemplate *re_template_parse(PyPattern *p, Value template_text);
/* The replacement for one match; "unmatched group" where a group is unset. */
Value re_template_expand(const ReTemplate *t, PyPattern *p, const Subject *s,
                         const int64_t *spans);
/* Joins pieces (str or unicode) as empty.join(list) does. */
Value re_join(const Subject *s, PyList *pieces);

#endif

/* Which Python code the C stack is in (frames.c). */
#ifndef RT_FRAMES_H
#define RT_FRAMES_H

#include "module.h"

/* A call of interpreted code, in its C frame (eval/). */
typedef struct EvalFrame {
    struct EvalFrame *up;
    PyCode *code;
    PyDict *globals;
    const uint32_t *pc;
    PyFunction *function;
    Value *regs;
    PyGenerator *generator; /* or NULL */
    struct PyFrame *object; /* NULL: nobody has asked for it */
} EvalFrame;

/* Generators whose loops wait for the one that runs in their place, in the C
 * frame of generator.c: outermost first. */
typedef struct Delegation {
    struct Delegation *up;
    int32_t count;
    PyGenerator *const *waiting;
} Delegation;

/* One call in progress: a return address into compiled code, or else what the
 * interpreter, or a Delegation, says. */
typedef struct FrameRecord {
    uintptr_t address; /* 0: the others hold */
    uintptr_t base;    /* of its C frame: tells calls apart */
    int64_t level;     /* calls inlined into this one, which hold its frame */
    PyCode *code;
    PyDict *globals;
    int64_t line;
    EvalFrame *eval;                /* the interpreter's, else NULL */
    const struct ShownFrame *shown; /* if it is of the call's code */
} FrameRecord;

/* What Python code sees of a call: of a traceback entry, of compiled code in
 * progress (stack), or of interpreted code.  The latter has one object, which
 * takes what it needs when the call ends. */
typedef struct PyFrame {
    PyObject head;
    PyCode *code;
    PyDict *globals;
    struct CallStack *stack; /* with level; or NULL */
    int64_t level;
    EvalFrame *live;        /* interpreted, while it runs */
    Value *regs;            /* interpreted, when it has ended: a copy */
    PyGenerator *generator; /* interpreted: whose call it is; or NULL */
    PyFunction *function;   /* interpreted; else NULL */
    struct PyFrame *back;   /* of an interpreted call that has ended */
    PyDict *locals;         /* f_locals, once asked for */
    PyDict *shown;          /* compiled: what they are made of; or NULL */
    Value trace;            /* f_trace or NULL */
    int32_t at;             /* offset in the code, when not running */
    int32_t line;           /* with f_trace: as the tracer was told */
    bool may_jump;          /* a tracer is told of a line just now */
} PyFrame;

/* The calls in progress, innermost first.  Collected memory; `count` may be 0.
 */
typedef struct CallStack {
    int64_t count;
    FrameRecord frame[];
} CallStack;

/* The variables of a compiled call, where the program asks for f_locals: a
 * dict that its code keeps as they are (OP_show_frame), with cells.  A call
 * does not say when it ends: one that starts at the same place of the stack,
 * or above, takes the entry away. */
typedef struct ShownFrame {
    struct ShownFrame *up;
    uintptr_t base; /* as FrameRecord has it */
    PyCode *code;
    PyDict *dict;
} ShownFrame;

void frames_show(PyCode *code, uintptr_t base, PyDict *dict);
PyDict *frames_shown(const PyCode *code, uintptr_t base);

/* Of the function that called the one whose frame address this is. */
static inline uintptr_t calling_base(const void *frame_address)
{
    return *(const uintptr_t *)frame_address;
}

PyFrame *frame_showing(PyCode *code, PyDict *globals, int line, PyDict *shown);
PyFrame *frame_of_call(EvalFrame *e);
CallStack *frames_capture(void);
/* Call `level` of an earlier capture as it is now; NULL: it has ended, or is
 * another thread's. */
const FrameRecord *frames_now(const CallStack *s, int64_t level);
/* The code, globals and line of a call; false: not known. */
bool frames_locate(const FrameRecord *f, PyCode **code, PyDict **globals,
                   int *line);

#endif

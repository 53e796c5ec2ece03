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
} EvalFrame;

/* The calls in progress: return addresses into Python code, innermost first.
 * Collected memory; `count` may be 0. */
typedef struct CallStack {
    int64_t count;
    uintptr_t address[];
} CallStack;

CallStack *frames_capture(void);
/* The code, globals and line of a return address; false: not Python's. */
bool frames_locate(uintptr_t address, PyCode **code, PyDict **globals,
                   int *line);

#endif

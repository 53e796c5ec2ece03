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

/* One call in progress: a return address into compiled code, or else what the
 * interpreter says. */
typedef struct FrameRecord {
    uintptr_t address; /* 0: the others hold */
    uintptr_t base;    /* of its C frame: tells calls apart */
    PyCode *code;
    PyDict *globals;
    int64_t line;
} FrameRecord;

/* The calls in progress, innermost first.  Collected memory; `count` may be 0.
 */
typedef struct CallStack {
    int64_t count;
    FrameRecord frame[];
} CallStack;

CallStack *frames_capture(void);
/* Call `level` of an earlier capture as it is now; NULL: it has ended, or is
 * another thread's. */
const FrameRecord *frames_now(const CallStack *s, int64_t level);
/* The code, globals and line of a call; false: not known. */
bool frames_locate(const FrameRecord *f, PyCode **code, PyDict **globals,
                   int *line);

#endif

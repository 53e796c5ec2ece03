/* The variables of interpreted calls (shown.c). */
#ifndef PYLLC_EVAL_SHOWN_H
#define PYLLC_EVAL_SHOWN_H

#include "eval/eval.h"

/* Makes f->locals show the variables as they are now. */
void shown_to_dict(PyFrame *f);
/* Gives variables the values that f->locals has for them; those that it does
 * not have stay, and so do those without a value. */
void shown_from_dict(PyFrame *f);
/* Moves the variables to where they are at `to`.  One without a value is None
 * there, since the code behind may rely on one. */
void shown_move(PyFrame *f, uint32_t to);

/* For the table of hooks. */
Value eval_frame_locals(PyFrame *f);
int eval_frame_line(PyFrame *f);
Value eval_generator_frame(PyGenerator *g);

#endif

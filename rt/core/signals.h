/* Signals between the C handler and Python handlers (modules/signalmodule.c).
 */
#ifndef RT_SIGNALS_H
#define RT_SIGNALS_H

#include "object.h"

/* Installs the handlers every program has: SIGINT raises KeyboardInterrupt,
 * SIGPIPE is ignored. */
void signals_init(void);
/* Runs the Python handlers of signals that have come; main thread only. */
int signals_run(void);
/* A signal has come whose handler is still to be run. */
bool signals_tripped(void);
/* As if the signal had come, without waking main. */
void signals_trip(int number);
/* As if somebody had pressed Ctrl-C. */
void signals_interrupt_main(void);

#endif

/* The runtime for unit tests, started anew for each of them. */
#ifndef TEST_RT_START_H
#define TEST_RT_START_H

#include <check.h>

#include "dict.h"
#include "errors.h"
#include "list.h"
#include "number.h"
#include "set.h"
#include "start.h"
#include "thread.h"

static inline void start(void)
{
    static char *argv[] = {"test", NULL};

    rt_start(1, argv);
}

static inline const char *text_of(Value v)
{
    ck_assert_msg(v != NULL, "an exception instead of a value: %s",
                  err_pending() ? ((PyType *)thread_state->exc_type)->name
                                : "none");
    return str_data((PyStr *)op_str(v));
}

/* The pending exception has this class; it is cleared. */
#define ck_assert_raised(exc)                                                  \
    do {                                                                       \
        ck_assert(err_pending());                                              \
        ck_assert(err_matches(&exc));                                          \
        err_clear();                                                           \
    } while (0)

static inline Value text(const char *s)
{
    return (Value)str_from_c(s);
}

static inline Value eval_int(const char *digits)
{
    return int_from_string(digits, (Py_ssize)strlen(digits), 10);
}

static inline int run_suite(const char *name, TCase *t)
{
    Suite *s = suite_create(name);
    SRunner *r = srunner_create(s);
    int failed;

    tcase_add_checked_fixture(t, start, NULL);
    tcase_set_timeout(t, 60);
    suite_add_tcase(s, t);
    srunner_run_all(r, CK_ENV);
    failed = srunner_ntests_failed(r);
    srunner_free(r);
    return failed != 0;
}

#endif

/* Searching in unicode texts of any width. */
#ifndef RT_TEXT_SEARCH_H
#define RT_TEXT_SEARCH_H

#include "unicode.h"

/* Within u[start:stop] (0 <= start, stop <= length; empty when start > stop);
 * positions in u, or -1. */
int64_t text_find(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop);
int64_t text_rfind(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop);
int64_t text_find_char(PyUnicode *u, uint32_t c, int64_t start, int64_t stop);
/* Occurrences that do not overlap, at most max. */
int64_t text_count(PyUnicode *u, PyUnicode *part, int64_t start, int64_t stop,
                   int64_t max);
/* Does part stand at u[at:]? */
bool text_matches(PyUnicode *u, PyUnicode *part, int64_t at);
bool bytes_are_ascii(const char *data, int64_t length);

#endif

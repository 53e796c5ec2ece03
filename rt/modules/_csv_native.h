/* Between the files of module _csv_native: _csv_reader.c and _csv_writer.c.
 * Dialects are checked in _csv.py; here they are only read. */
#ifndef RT_CSV_NATIVE_H
#define RT_CSV_NATIVE_H

#include "str.h"

enum { CSV_MINIMAL, CSV_ALL, CSV_NONNUMERIC, CSV_NONE };

/* Characters are -1 where the dialect has none. */
typedef struct CsvDialect {
    int delimiter, quote, escape;
    int64_t quoting;
    bool double_quote, skip_space, strict;
    PyStr *line_end;
} CsvDialect;

extern PyType *csv_error;
extern PyType csv_reader_type, csv_writer_type;

/* _csv.Error; NULL. */
void *csv_fail(const char *text);
/* reader(iterator, dialect, settings) and writer(write, dialect, settings). */
Value csv_reader_new(Value iterator, Value dialect, const CsvDialect *d);
Value csv_writer_new(Value write, Value dialect, const CsvDialect *d);
int64_t csv_field_limit(void);

#endif

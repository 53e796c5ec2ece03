/* Between the files that make up str and unicode. */
#ifndef RT_STR_TYPE_H
#define RT_STR_TYPE_H

#include "unicode.h"

extern const NativeDef str_methods[], unicode_methods[];

/* format % args, for str (may give unicode) and unicode. */
Value str_percent(Value format, Value args);
Value unicode_percent(Value format, Value args);

/* text.format(*args, **kwargs) and text.__format__(spec); text is a str or a
 * unicode, as are the results. */
Value text_format(Value text, const Value *args, Py_ssize nargs,
                  PyTuple *kwnames);
Value text_dunder_format(Value text, Value spec);
/* str._formatter_parser, str._formatter_field_name_split. */
Value text_formatter_parser(Value text);
Value text_field_name_split(Value text);

/* c as repr and unicode_escape write it, quotes aside. */
int unicode_escape_char(StrBuilder *b, uint32_t c);
/* Arguments (encoding=, errors=) of encode and decode; NULL: left out. */
bool codec_args(const char *fname, const Value *args, Py_ssize nargs,
                PyTuple *kwnames, const char **encoding, const char **errors);
/* v, which must be a str or unicode; TypeError blames who. */
Value codec_method_result(Value v, const char *who);

#endif

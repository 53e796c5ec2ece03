/* Between the files of module _json: _json.c (strings), _json_scan.c (JSON to
 * values), _json_encode.c (values to JSON). */
#ifndef RT_JSON_H
#define RT_JSON_H

#include "str.h"
#include "unicode.h"

/* The text that is read: a str's bytes or a unicode's code points. */
typedef struct JsonText {
    Value text;
    const char *data;
    int64_t length;
    int kind; /* bytes of a code point; 1 for a str */
    bool is_unicode;
    const char *encoding; /* of a str; NULL: utf-8 */
} JsonText;

static inline uint32_t json_at(const JsonText *t, int64_t i)
{
    switch (t->kind) {
    case 1:
        return ((const uint8_t *)t->data)[i];
    case 2:
        return ((const uint16_t *)t->data)[i];
    default:
        return ((const uint32_t *)t->data)[i];
    }
}

/* false: TypeError, v is no text. */
bool json_open(JsonText *t, Value v);
/* json.decoder.errmsg as a ValueError; NULL. */
void *json_error(const JsonText *t, const char *message, int64_t at);
/* The string whose first character is at *at; *at is moved behind its '"'. */
PyUnicode *json_string(const JsonText *t, int64_t *at, bool strict);
/* s in quotes, in ASCII; -1: exception. */
int json_quote(StrBuilder *b, Value s);
/* Is v encode_basestring_ascii, of which json_quote is the half that matters?
 */
bool json_is_ascii_encoder(Value v);

extern PyType json_scanner_type, json_encoder_type;

#endif

/* Codecs: bytes to unicode and back, the registry, error handlers.
 *
 * `errors` is an error handler's name, NULL meaning "strict".  Everything
 * raises UnicodeDecodeError, UnicodeEncodeError or what a handler raises. */
#ifndef RT_CODECS_H
#define RT_CODECS_H

#include "charsets/charmap.h"
#include "charsets/multibyte.h"
#include "object.h"
#include "unicode.h"

/* v.decode / v.encode with any codec: C codecs by name, then the registry.
 * encoding NULL: the default one.  The result may be of any type. */
Value codec_decode(Value v, const char *encoding, const char *errors);
Value codec_encode(Value v, const char *encoding, const char *errors);

/* --- the registry --------------------------------------------------------- */

int codec_register(Value search_function);
/* The tuple (encoder, decoder, stream reader, stream writer); LookupError. */
Value codec_lookup(PyStr *encoding);
int codec_register_error(PyStr *name, Value handler);
Value codec_lookup_error(const char *name_or_null);
/* Readies the predefined handlers. */
void codec_errors_init(void);

/* --- errors, for codecs --------------------------------------------------- */

void *codec_encode_error(const char *encoding, PyUnicode *u, int64_t start,
                         int64_t end, const char *reason);
void *codec_decode_error(const char *encoding, Span in, int64_t start,
                         int64_t end, const char *reason);

/* A decoding in progress.  */
typedef struct Decoding {
    const char *encoding;
    Span in;
    const char *errors;
    Value handler; /* NULL until first needed */
    UniBuilder out;
    int64_t at; /* where decoding goes on */
} Decoding;

/* Lets the handler deal with in[start:end]: its text is put out and d->at set
 * to where to go on.  -1 with an exception. */
int decoding_error(Decoding *d, int64_t start, int64_t end, const char *reason);

/* An encoding error's outcome: text to put instead (encodable or not), and
 * where to go on. */
typedef struct Encoding {
    const char *encoding;
    PyUnicode *in;
    const char *errors;
    Value handler;
    int64_t at;
} Encoding;

PyUnicode *encoding_error(Encoding *e, int64_t start, int64_t end,
                          const char *reason);

/* --- the codecs -------------------------------------------------------------
 * Decoders given `consumed` stop before an incomplete sequence at the end and
 * say how far they came; otherwise that is an error. */

PyUnicode *decode_ascii(Span in, const char *errors);
PyUnicode *decode_latin1(Span in);
PyUnicode *decode_utf8(Span in, const char *errors, int64_t *consumed);
PyUnicode *decode_utf7(Span in, const char *errors, int64_t *consumed);
/* *order: -1 little, 1 big, 0 by the mark at the start, then updated. */
PyUnicode *decode_utf16(Span in, const char *errors, int *order,
                        int64_t *consumed);
PyUnicode *decode_utf32(Span in, const char *errors, int *order,
                        int64_t *consumed);
PyUnicode *decode_unicode_escape(Span in, const char *errors);
PyUnicode *decode_raw_unicode_escape(Span in, const char *errors);
PyUnicode *decode_unicode_internal(Span in, const char *errors);
/* mapping: a dict-like object, a unicode, or NULL for latin-1. */
PyUnicode *decode_charmap(Span in, Value mapping, const char *errors);

PyStr *encode_ascii(PyUnicode *u, const char *errors);
PyStr *encode_latin1(PyUnicode *u, const char *errors);
PyStr *encode_utf8(PyUnicode *u);
PyStr *encode_utf7(PyUnicode *u);
PyStr *encode_utf16(PyUnicode *u, int order); /* 0: native with mark */
PyStr *encode_utf32(PyUnicode *u, int order);
PyStr *encode_unicode_escape(PyUnicode *u);
PyStr *encode_raw_unicode_escape(PyUnicode *u);
PyStr *encode_unicode_internal(PyUnicode *u);
PyStr *encode_charmap(PyUnicode *u, Value mapping, const char *errors);
/* A mapping for encode_charmap from a decoding table. */
Value charmap_build(PyUnicode *table);
PyUnicode *unicode_translate(PyUnicode *u, Value mapping, const char *errors);

/* --- 8-bit encodings (charmaps.def) --------------------------------------- */

PyUnicode *charmap_decode(const Charmap *m, Span in, const char *errors);
PyStr *charmap_encode(const Charmap *m, PyUnicode *u, const char *errors);

/* --- East Asian encodings ------------------------------------------------- */

bool coder_start(Coder *c, const Multibyte *m); /* false: MemoryError */
/* A text in pieces.  Unless is_final, what may be the start of a character is
 * left: *used says how far they came. */
PyUnicode *multibyte_decode_some(Coder *c, Span in, const char *errors,
                                 bool is_final, int64_t *used);
PyStr *multibyte_encode_some(Coder *c, PyUnicode *u, const char *errors,
                             bool is_final, int64_t *used);
PyUnicode *multibyte_decode(const Multibyte *m, Span in, const char *errors);
PyStr *multibyte_encode(const Multibyte *m, PyUnicode *u, const char *errors);

PyStr *encode_string_escape(Span in);
PyStr *decode_string_escape(Span in, const char *errors);

#endif

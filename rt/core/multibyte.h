/* The East Asian encodings: what their files share.  Reading order: this,
 * codecs_charsets.c (which bytes are which character), codecs_multibyte.c (the
 * encodings, and how errors are handled), codecs_shifting.c (those that shift
 * between character sets).
 *
 * A code is two bytes, the first at least 0x80; in EUC encodings a second byte
 * without its high bit means the plane behind a byte 8f. */
#ifndef RT_MULTIBYTE_H
#define RT_MULTIBYTE_H

#include "codecs.h"

/* --- codecs_charsets.c: multibyte_tables.def ------------------------------ */

typedef enum CharsetId {
    CHARSET_none,
#define TABLE(name, base, differences, exceptions) CHARSET_##name,
#include "multibyte_tables.def"
    CHARSET_COUNT
} CharsetId;

typedef struct Charset Charset;

enum {
    CHAR_PAIR = 1u << 31 /* a character, and << 16 a mark that follows it */
};

/* Never freed.  NULL with MemoryError pending. */
const Charset *charset_load(CharsetId id);
/* The character of a code, perhaps CHAR_PAIR; 0: there is none. */
uint32_t charset_char(const Charset *cs, unsigned code);
/* The code of a character; 0: there is none. */
unsigned charset_code(const Charset *cs, uint32_t c);
bool charset_starts_pair(const Charset *cs, uint32_t c);
/* The code of a character with a mark; 0: there is none. */
unsigned charset_pair(const Charset *cs, uint32_t c, uint32_t mark);

/* Four bytes of gb18030, as a number; -1: there is none. */
int32_t gb18030_number(uint32_t c);
uint32_t gb18030_char(int32_t number); /* 0: there is none */

/* --- steps ---------------------------------------------------------------- */

/* Where an encoding that shifts stands. */
typedef struct ShiftState {
    uint8_t g[3];    /* sets, by the last byte of their escape sequence */
    uint8_t shifted; /* g[1] rather than g[0]; in hz: GB 2312 */
    uint8_t escaped; /* within an escape sequence that goes through */
} ShiftState;

typedef struct Coder {
    const Multibyte *codec;
    const Charset *set;
    ShiftState state;
} Coder;

enum {
    STEP_ILLEGAL = -1, /* no such character; decoders add where it ends */
    STEP_INCOMPLETE = -2
};

/* What a decoder makes of the start of its input. */
typedef struct DecodeStep {
    int64_t length;    /* bytes read, or those of the error */
    int status;        /* characters, or STEP_ */
    uint32_t chars[2]; /* perhaps CHAR_PAIR */
} DecodeStep;

enum {
    STEP_BYTES = 16 /* of one character, with all that shifts */
};

/* What an encoder makes of one character, or of two that belong together. */
typedef struct EncodeStep {
    const uint32_t *chars;
    int64_t left;  /* characters at hand, at least 1 */
    bool is_final; /* none follow */
    int used;      /* 1 or 2 */
    int length; /* bytes, or STEP_: incomplete if the next may belong to it */
    unsigned char bytes[STEP_BYTES];
} EncodeStep;

/* codecs_multibyte.c: a text in pieces.  Unless is_final, what may be the start
 * of a character is left: *used says how far they came. */
bool multibyte_start(Coder *c, const Multibyte *m); /* false: MemoryError */
PyUnicode *multibyte_decode_some(Coder *c, Span in, const char *errors,
                                 bool is_final, int64_t *used);
PyStr *multibyte_encode_some(Coder *c, PyUnicode *u, const char *errors,
                             bool is_final, int64_t *used);

/* codecs_shifting.c: the encodings of seven bits, kinds iso2022 and hz. */
ShiftState shifting_start(void);
bool shifting_load(const Coder *c); /* its tables; false: MemoryError */
DecodeStep shifting_decode(Coder *c, const unsigned char *p, int64_t left);
void shifting_encode(Coder *c, EncodeStep *step);
/* Returns to ascii: the bytes, at most 4. */
int shifting_finish(Coder *c, unsigned char *out);

#endif

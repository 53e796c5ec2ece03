/* The East Asian encodings, a character at a time.  Reading order: this,
 * charsets.c (which bytes are which character), steps.c (the encodings),
 * shifting.c (those that shift between character sets).
 *
 * A code is two bytes, the first at least 0x80; in EUC encodings a second byte
 * without its high bit means the plane behind a byte 8f. */
#ifndef PYLLC_CHARSETS_MULTIBYTE_H
#define PYLLC_CHARSETS_MULTIBYTE_H

#include <stdbool.h>
#include <stdint.h>

/* --- charsets.c: charset_tables.def --------------------------------------- */

typedef enum CharsetId {
    CHARSET_none,
#define TABLE(name, base, differences, exceptions) CHARSET_##name,
#include "charsets/charset_tables.def"
    CHARSET_COUNT
} CharsetId;

typedef struct Charset Charset;

enum {
    CHAR_PAIR = 1u << 31 /* a character, and << 16 a mark that follows it */
};

/* Never freed.  NULL: no memory.  Any thread may call it. */
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

/* --- steps.c -------------------------------------------------------------- */

typedef enum MultibyteKind {
    MULTIBYTE_two, /* ascii and codes of two bytes */
    MULTIBYTE_euc_kr,
    MULTIBYTE_euc_jp,
    MULTIBYTE_sjis,
    MULTIBYTE_sjis2004, /* with JIS X 0201 in the place of ascii */
    MULTIBYTE_cp932,
    MULTIBYTE_gb18030,
    MULTIBYTE_hz,
    MULTIBYTE_iso2022
} MultibyteKind;

typedef struct Multibyte {
    const char *names, *label; /* label: what errors call it */
    MultibyteKind kind;
    CharsetId table; /* CHARSET_none: several */
} Multibyte;

/* By normalised name; NULL: it is none. */
const Multibyte *multibyte_find(const char *name);

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

/* Starts to decode or to encode; false: no memory. */
bool multibyte_start(Coder *c, const Multibyte *m);
bool multibyte_shifts(const Coder *c);
/* Is every byte below 0x80 that starts a character ascii? */
bool multibyte_has_ascii(const Coder *c);
/* `left` bytes from p on, at least 1. */
DecodeStep multibyte_decode_step(Coder *c, const unsigned char *p,
                                 int64_t left);
void multibyte_encode_step(Coder *c, EncodeStep *step);
/* Returns to ascii: the bytes, at most 4. */
int multibyte_finish(Coder *c, unsigned char *out);

/* --- shifting.c: the encodings of seven bits, kinds iso2022 and hz -------- */

ShiftState shifting_start(void);
bool shifting_load(const Coder *c); /* its tables; false: no memory */
DecodeStep shifting_decode(Coder *c, const unsigned char *p, int64_t left);
void shifting_encode(Coder *c, EncodeStep *step);
int shifting_finish(Coder *c, unsigned char *out);

#endif

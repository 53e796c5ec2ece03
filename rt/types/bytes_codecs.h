/* Bytes to bytes: hexadecimal, base64, rot13.  Each returns NULL with an
 * exception. */
#ifndef RT_BYTES_CODECS_H
#define RT_BYTES_CODECS_H

#include "str.h"

PyStr *bytes_to_hex(Span in);
PyStr *bytes_from_hex(Span in);        /* TypeError as binascii's */
PyStr *bytes_to_base64(Span in);       /* one line, no newline */
PyStr *bytes_to_base64_lines(Span in); /* lines of 76, as the base64 codec */
PyStr *bytes_from_base64(Span in);     /* ValueError class: binascii_error() */
PyStr *bytes_rot13(Span in);
/* binascii.Error */
PyType *binascii_error(void);

#endif

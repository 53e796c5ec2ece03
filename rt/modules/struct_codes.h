/* The format codes of struct: one item packed or unpacked. */
#ifndef RT_STRUCT_CODES_H
#define RT_STRUCT_CODES_H

#include "object.h"

/* How a format's numbers are laid out.  Native layout has C's alignment and
 * sizes; the little-endian standard layout shares its range errors where the
 * sizes agree. */
typedef enum StructLayout {
    LAYOUT_native,
    LAYOUT_little,
    LAYOUT_big
} StructLayout;

/* One field of a compiled format. */
typedef struct StructField {
    char code;
    StructLayout layout;
    int64_t offset, size; /* of the whole string for s and p */
} StructField;

extern PyType *struct_error;

/* Size and alignment of a code; 0 when the layout does not have it. */
int struct_code_size(char code, StructLayout layout);
int struct_code_align(char code, StructLayout layout);
/* p points to the field. */
int struct_pack_field(const StructField *f, Value v, char *p);
Value struct_unpack_field(const StructField *f, const char *p);

#endif

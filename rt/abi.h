/* Layout facts that generated code relies on; the runtime asserts each in
 * core/entry.c.  Offsets and sizes in bytes. */
#ifndef PYLLC_RT_ABI_H
#define PYLLC_RT_ABI_H

#define GENERATOR_FUNCTION_OFFSET 24
#define GENERATOR_STATE_OFFSET 32
#define DROP_SKIP_OFFSET 4 /* of DropSite */
#define GENERATOR_DELEGATE_OFFSET 48
#define GENERATOR_SLOTS_OFFSET 56
#define CODE_SIZE 128
#define FORWARD_COUNT 5 /* of PyCode.forwards */
#define ATTR_CACHE_SIZE 80
#define GLOBAL_CACHE_SIZE 8
#define STAND_IN_SIZE 24
/* Of instances of a class whose only builtin base is object. */
#define FIRST_SLOT_OFFSET 24
/* Of every object: a word of 32 bits, and OBJ_HAS_DICT in it. */
#define FLAGS_OFFSET 12
#define HAS_DICT_FLAG 2
/* An immediate float: the double's bits minus this, rotated left by 3. */
#define FLOAT_BIAS (((uint64_t)0x300 << 52) - ((uint64_t)2 << 61))

/* Of an object's lock, and of an Owner's word. */
#define LOCK_OFFSET 8
#define OWNER_WORD_OFFSET 8
/* Of a list, and of its store. */
#define LIST_STORE_OFFSET 16
#define STORE_LENGTH_OFFSET 8
#define STORE_ITEMS_OFFSET 16
/* Of a str, which a packed list is one of that nobody sees: its length never
 * changes, its bytes are items. */
#define STR_LENGTH_OFFSET 24
#define STR_DATA_OFFSET 32
/* A Shape: numbers, then the address of its names. */
#define SHAPE_NUMBERS 8
#define SHAPE_NEVER 0xffffffffu
/* Numbers that nobody else sees, of pyrt_temps. */
#define TEMP_LEFT 1
#define TEMP_RIGHT 2
#define TEMP_RESULT 4
/* No value: the word of a typed body whose result is the raw one. */
#define RAW_RESULT 8

#endif

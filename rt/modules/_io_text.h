/* Between the two files of TextIOWrapper.
 *
 * Reading decodes a chunk at a time: `chars` is its text, `used` how much of
 * it was handed out.  A position in the text is where the chunk began, the
 * decoder's state there, and how much to read and skip from there; the
 * snapshot holds the state and the chunk's bytes.
 *
 * utf-8, ascii and latin-1 are decoded and encoded here; other codecs through
 * the objects that their CodecInfo makes. */
#ifndef RT_IO_TEXT_H
#define RT_IO_TEXT_H

#include "_io.h"

typedef enum TextCodec {
    TEXT_object,
    TEXT_utf8,
    TEXT_ascii,
    TEXT_latin1
} TextCodec;

typedef struct PyText {
    PyIO io;
    Value buffer; /* NULL before __init__ and once detached */
    Value encoding, errors;
    const char *errors_text;
    Value decoder, encoder; /* of TEXT_object */
    PyUnicode *chars;       /* never NULL once ready */
    int64_t used;
    PyStr *held; /* bytes of an unfinished character, or NULL */
    PyStr *snapshot;
    int64_t snapshot_flags;
    StrBuilder pending; /* encoded and not written */
    int64_t chunk_size;
    Guard guard;
    int depth; /* of calls of the thread that has the guard */
    NewlineKind newline;
    TextCodec codec;
    Newlines newlines;
    bool ready, detached, line_buffering, reads, writes;
    bool seekable, telling, has_read1;
} PyText;

/* The guard is one that a thread may enter again: signal handlers print.
 * false: ValueError, no buffer. */
bool text_enter(PyText *t);
void text_leave(PyText *t);
bool text_check_open(PyText *t);

/* All of these with the guard held. */
typedef struct DecoderState {
    PyStr *held;
    int64_t flags;
} DecoderState;

PyUnicode *text_decode(PyText *t, PyStr *data, bool final);
bool text_decoder_state(PyText *t, DecoderState *out);
int text_set_decoder_state(PyText *t, DecoderState state);
int text_reset_decoder(PyText *t);
int text_reset_encoder(PyText *t, bool at_start);
void text_set_chars(PyText *t, PyUnicode *chars);
int text_write_pending(PyText *t);
Value text_flush(PyText *t);

/* _io_text_position.c */
NativeFn text_tell, text_seek;

#endif

/* Texts in the East Asian encodings: the loops that hand what is wrong to error
 * handlers. */
#include "codecs.h"

static const char illegal[] = "illegal multibyte sequence";
static const char incomplete[] = "incomplete multibyte sequence";

bool coder_start(Coder *c, const Multibyte *m)
{
    if (multibyte_start(c, m))
        return true;
    err_no_memory();
    return false;
}

/* Bytes at `at` that are ascii whatever comes before. */
static int64_t ascii_run(const Coder *c, Span in, int64_t at)
{
    int64_t n = at;

    if (!multibyte_has_ascii(c))
        return 0;
    while (n < in.length && (unsigned char)in.data[n] < 0x80)
        n++;
    return n - at;
}

static int put_chars(Decoding *d, const DecodeStep *step)
{
    for (int i = 0; i < step->status; i++) {
        uint32_t c = step->chars[i];

        if (c & CHAR_PAIR) {
            if (ub_putc(&d->out, c & 0xffff) < 0)
                return -1;
            c = c >> 16 & 0x7fff;
        }
        if (ub_putc(&d->out, c) < 0)
            return -1;
    }
    d->at += step->length;
    return 0;
}

/* A handler's position that is no C integer is out of bounds here. */
static void *out_of_bounds(void)
{
    if (err_matches(&exc_OverflowError))
        err_format(&exc_IndexError,
                   "position %d from error handler out of bounds", -1);
    return NULL;
}

/* 1: what is left is the start of a character. */
static int decode_next(Coder *c, Decoding *d, bool is_final)
{
    int64_t run = ascii_run(c, d->in, d->at);
    DecodeStep step;

    if (run > 0) {
        if (ub_add_bytes(&d->out, d->in.data + d->at, run) < 0)
            return -1;
        d->at += run;
        return 0;
    }
    step = multibyte_decode_step(c, (const unsigned char *)d->in.data + d->at,
                                 d->in.length - d->at);
    if (step.status >= 0)
        return put_chars(d, &step);
    if (step.status == STEP_INCOMPLETE && !is_final)
        return 1;
    if (decoding_error(d, d->at, d->at + step.length,
                       step.status == STEP_INCOMPLETE ? incomplete : illegal) ==
        0)
        return 0;
    out_of_bounds();
    return -1;
}

PyUnicode *multibyte_decode_some(Coder *c, Span in, const char *errors,
                                 bool is_final, int64_t *used)
{
    Decoding d = {c->codec->label, in, errors};
    int status = 0;

    /* An error may reach beyond the end. */
    while (status == 0 && d.at < in.length)
        status = decode_next(c, &d, is_final);
    *used = d.at < in.length ? d.at : in.length;
    return status < 0 ? NULL : ub_finish(&d.out);
}

/* Encodes e->in from e->at on; `e` without a handler for what stands in for a
 * character.  0, 1 if the last character waits for another, -1. */
static int encode_run(Coder *c, Encoding *e, bool is_final, StrBuilder *b)
{
    while (e->at < e->in->length) {
        int64_t left = e->in->length - e->at;
        uint32_t chars[2] = {unicode_at(e->in, e->at),
                             left > 1 ? unicode_at(e->in, e->at + 1) : 0};
        EncodeStep step = {chars, left, is_final};

        multibyte_encode_step(c, &step);
        if (step.length == STEP_INCOMPLETE)
            return 1;
        if (step.length >= 0) {
            if (sb_add(b, (char *)step.bytes, step.length) < 0)
                return -1;
            e->at += step.used;
            continue;
        }
        Encoding inner = {e->encoding,
                          encoding_error(e, e->at, e->at + 1, illegal)};

        if (!inner.in) {
            out_of_bounds();
            return -1;
        }
        if (encode_run(c, &inner, true, b) < 0)
            return -1;
    }
    return 0;
}

PyStr *multibyte_encode_some(Coder *c, PyUnicode *u, const char *errors,
                             bool is_final, int64_t *used)
{
    Encoding e = {c->codec->label, u, errors};
    StrBuilder b = {0};
    unsigned char end[STEP_BYTES];

    if (encode_run(c, &e, is_final, &b) < 0)
        return NULL;
    *used = e.at;
    if (is_final && sb_add(&b, (char *)end, multibyte_finish(c, end)) < 0)
        return NULL;
    return sb_finish(&b);
}

PyUnicode *multibyte_decode(const Multibyte *m, Span in, const char *errors)
{
    Coder c;
    int64_t used;

    return coder_start(&c, m)
               ? multibyte_decode_some(&c, in, errors, true, &used)
               : NULL;
}

PyStr *multibyte_encode(const Multibyte *m, PyUnicode *u, const char *errors)
{
    Coder c;
    int64_t used;

    return coder_start(&c, m)
               ? multibyte_encode_some(&c, u, errors, true, &used)
               : NULL;
}

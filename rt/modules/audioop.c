/* Module audioop: arithmetic on sounds, strs of samples; see audioop.h. */
#include "audioop.h"
#include "cargs.h"
#include "module_support.h"
#include "number.h"
#include "tuple.h"

#include <math.h>

#include "methods_declare.h"
#include "audioop.def"
#include "methods_end.h"

static PyType *audioop_error;

static void *fail(const char *text)
{
    return err_format(audioop_error, "%s", text);
}

/* --- arguments ------------------------------------------------------------ */

static bool sound_bytes(const char *fname, const Value *args, int at, Span *out)
{
    if (type_of(args[at]) == &bytearray_type ||
        (!value_bytes_or_null(args[at], out) &&
         !has_type_flag(args[at], TYPE_UNICODE))) {
        arg_type_error(fname, at + 1, "string or read-only buffer", args[at]);
        return false;
    }
    return arg_bytes(fname, at + 1, args[at], out);
}

static bool sample_width(Value v, int *out)
{
    int64_t n = value_as_c_int(v);

    if (n == -1 && err_pending())
        return false;
    if (n != 1 && n != 2 && n != 4) {
        fail("Size should be 1, 2 or 4");
        return false;
    }
    *out = (int)n;
    return true;
}

/* args[0] and args[1] as samples of whole frames. */
static bool samples(const char *fname, const Value *args, Samples *out)
{
    Span in;

    if (!sound_bytes(fname, args, 0, &in) ||
        !sample_width(args[1], &out->width))
        return false;
    if (in.length % out->width) {
        fail("not a whole number of frames");
        return false;
    }
    out->data = in.data;
    out->count = in.length / out->width;
    return true;
}

static int32_t at(const Samples *s, int64_t i)
{
    return sample_at(s->data, s->width, i);
}

static bool is_double(Value v, double *out)
{
    *out = value_as_double(v);
    return *out != -1.0 || !err_pending();
}

/* A str for n samples; MemoryError. */
static PyStr *new_sound(int64_t n, int width)
{
    if (n > INT32_MAX / width)
        return err_no_memory();
    return str_new(n * width);
}

/* Rounded down, and within what samples of a width can be. */
static int32_t bounded(double v, int width)
{
    double high = ldexp(1, 8 * width - 1) - 1, low = -high - 1;

    if (v > high)
        v = high;
    else if (v < low + 1)
        v = low;
    else if (v != v)
        return width == 4 ? INT32_MIN : 0;
    return (int32_t)floor(v);
}

static Value unsigned_value(uint64_t n)
{
    return n <= INT32_MAX ? tag_int((int64_t)n) : long_from_uint64(n);
}

/* --- measures ------------------------------------------------------------- */

static Value f_getsample(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    int64_t i = value_as_c_int(args[2]);

    if ((i == -1 && err_pending()) || !samples("getsample", args, &s))
        return NULL;
    if (i < 0 || i >= s.count)
        return fail("Index out of range");
    return tag_int(at(&s, i));
}

static Value f_max(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    int64_t most = 0;

    if (!samples("max", args, &s))
        return NULL;
    for (int64_t i = 0; i < s.count; i++) {
        int64_t v = at(&s, i);

        v = v < 0 ? -v : v;
        if (v > most)
            most = v;
    }
    return unsigned_value((uint64_t)most);
}

static Value f_minmax(Value self, const Value *args, Py_ssize nargs)
{
    int32_t least = INT32_MAX, most = INT32_MIN;
    Samples s;

    if (!samples("minmax", args, &s))
        return NULL;
    for (int64_t i = 0; i < s.count; i++) {
        int32_t v = at(&s, i);

        if (v < least)
            least = v;
        if (v > most)
            most = v;
    }
    return tuple_pair(tag_int(least), tag_int(most));
}

static Value f_avg(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    double sum = 0;

    if (!samples("avg", args, &s))
        return NULL;
    for (int64_t i = 0; i < s.count; i++)
        sum += at(&s, i);
    return tag_int(s.count ? (int64_t)floor(sum / (double)s.count) : 0);
}

static Value f_rms(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    double sum = 0;

    if (!samples("rms", args, &s))
        return NULL;
    for (int64_t i = 0; i < s.count; i++) {
        double v = at(&s, i);

        sum += v * v;
    }
    return unsigned_value(s.count ? (uint64_t)sqrt(sum / (double)s.count) : 0);
}

/* Differences between neighbouring extremes: the largest, their sum, their
 * number. */
typedef struct Peaks {
    int64_t largest;
    double sum;
    int64_t count;
} Peaks;

static Peaks find_peaks(const Samples *s)
{
    Peaks p = {0};
    int64_t previous = s->count ? at(s, 0) : 0, extreme = 0;
    int direction = 0; /* of the last step that was one */
    bool known = false;

    for (int64_t i = 1; i < s->count; i++) {
        int64_t v = at(s, i), size;
        int step = (v > previous) - (v < previous);

        if (step == 0)
            continue;
        if (direction && step != direction) {
            if (known) {
                size = previous > extreme ? previous - extreme
                                          : extreme - previous;
                if (size > p.largest)
                    p.largest = size;
                p.sum += (double)size;
                p.count++;
            }
            known = true;
            extreme = previous;
        }
        direction = step;
        previous = v;
    }
    return p;
}

static Value f_maxpp(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;

    return samples("maxpp", args, &s)
               ? unsigned_value((uint64_t)find_peaks(&s).largest)
               : NULL;
}

static Value f_avgpp(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    Peaks p;

    if (!samples("avgpp", args, &s))
        return NULL;
    p = find_peaks(&s);
    return unsigned_value(p.count ? (uint64_t)(p.sum / (double)p.count) : 0);
}

static Value f_cross(Value self, const Value *args, Py_ssize nargs)
{
    int64_t crossings = -1;
    int previous = -1;
    Samples s;

    if (!samples("cross", args, &s))
        return NULL;
    for (int64_t i = 0; i < s.count; i++) {
        int negative = at(&s, i) < 0;

        crossings += negative != previous;
        previous = negative;
    }
    return tag_int(crossings);
}

/* --- finding one sound in another ----------------------------------------- */

/* The sum of products of n samples of two bytes. */
static double products(const char *a, const char *b, int64_t n)
{
    double sum = 0;

    for (int64_t i = 0; i < n; i++)
        sum += (double)sample_at(a, 2, i) * sample_at(b, 2, i);
    return sum;
}

static bool even_sized(Span a, Span b)
{
    if (a.length % 2 == 0 && b.length % 2 == 0)
        return true;
    fail("Strings should be even-sized");
    return false;
}

static double square_at(const char *a, int64_t i)
{
    double v = sample_at(a, 2, i);

    return v * v;
}

static Value f_findfit(Value self, const Value *args, Py_ssize nargs)
{
    double energy, here, product, error, best;
    int64_t n, places, found = 0;
    Span a, b;

    if (!sound_bytes("findfit", args, 0, &a) ||
        !sound_bytes("findfit", args, 1, &b) || !even_sized(a, b))
        return NULL;
    n = b.length / 2;
    places = a.length / 2 - n;
    if (places < 0)
        return fail("First sample should be longer");
    energy = products(b.data, b.data, n);
    here = products(a.data, a.data, n);
    product = products(a.data, b.data, n);
    best = (energy * here - product * product) / here;
    for (int64_t j = 1; j <= places; j++) {
        here += square_at(a.data, j + n - 1) - square_at(a.data, j - 1);
        product = products(a.data + 2 * j, b.data, n);
        error = (energy * here - product * product) / here;
        if (error < best) {
            best = error;
            found = j;
        }
    }
    product = products(a.data + 2 * found, b.data, n);
    return tuple_pair(tag_int(found), value_from_double(product / energy));
}

static Value f_findfactor(Value self, const Value *args, Py_ssize nargs)
{
    Span a, b;
    int64_t n;

    if (!sound_bytes("findfactor", args, 0, &a) ||
        !sound_bytes("findfactor", args, 1, &b) || !even_sized(a, b))
        return NULL;
    if (a.length != b.length)
        return fail("Samples should be same size");
    n = a.length / 2;
    return value_from_double(products(a.data, b.data, n) /
                             products(b.data, b.data, n));
}

static Value f_findmax(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n = value_as_c_int(args[1]), found = 0;
    double energy, best;
    Span a;

    if ((n == -1 && err_pending()) || !sound_bytes("findmax", args, 0, &a) ||
        !even_sized(a, a))
        return NULL;
    if (n < 0 || n > a.length / 2)
        return fail("Input sample should be longer");
    best = energy = products(a.data, a.data, n);
    for (int64_t j = 1; j <= a.length / 2 - n && n > 0; j++) {
        energy += square_at(a.data, j + n - 1) - square_at(a.data, j - 1);
        if (energy > best) {
            best = energy;
            found = j;
        }
    }
    return tag_int(found);
}

/* --- sound to sound ------------------------------------------------------- */

static Value f_mul(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    double factor;
    PyStr *out;

    if (!samples("mul", args, &s) || !is_double(args[2], &factor))
        return NULL;
    out = new_sound(s.count, s.width);
    for (int64_t i = 0; out && i < s.count; i++)
        sample_put(out->data, s.width, i, bounded(at(&s, i) * factor, s.width));
    return (Value)out;
}

static Value f_bias(Value self, const Value *args, Py_ssize nargs)
{
    int64_t bias = value_as_c_int(args[2]);
    Samples s;
    PyStr *out;

    if ((bias == -1 && err_pending()) || !samples("bias", args, &s))
        return NULL;
    out = new_sound(s.count, s.width);
    for (int64_t i = 0; out && i < s.count; i++)
        sample_put(out->data, s.width, i, (int32_t)(at(&s, i) + bias));
    return (Value)out;
}

static Value f_add(Value self, const Value *args, Py_ssize nargs)
{
    const Value first[] = {args[0], args[2]};
    Samples a;
    Span b;
    PyStr *out;

    if (!samples("add", first, &a) || !sound_bytes("add", args, 1, &b))
        return NULL;
    if (b.length != a.count * a.width)
        return fail("Lengths should be the same");
    out = new_sound(a.count, a.width);
    for (int64_t i = 0; out && i < a.count; i++)
        sample_put(out->data, a.width, i,
                   bounded((double)at(&a, i) + sample_at(b.data, a.width, i),
                           a.width));
    return (Value)out;
}

static Value f_reverse(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    PyStr *out;

    if (!samples("reverse", args, &s))
        return NULL;
    out = new_sound(s.count, s.width);
    for (int64_t i = 0; out && i < s.count; i++)
        sample_put(out->data, s.width, s.count - 1 - i, at(&s, i));
    return (Value)out;
}

static Value f_tomono(Value self, const Value *args, Py_ssize nargs)
{
    double left, right;
    Samples s;
    PyStr *out;

    if (!samples("tomono", args, &s) || !is_double(args[2], &left) ||
        !is_double(args[3], &right))
        return NULL;
    if (s.count % 2)
        return fail("not a whole number of frames");
    out = new_sound(s.count / 2, s.width);
    for (int64_t i = 0; out && i < s.count; i += 2)
        sample_put(out->data, s.width, i / 2,
                   bounded(at(&s, i) * left + at(&s, i + 1) * right, s.width));
    return (Value)out;
}

static Value f_tostereo(Value self, const Value *args, Py_ssize nargs)
{
    double left, right;
    Samples s;
    PyStr *out;

    if (!samples("tostereo", args, &s) || !is_double(args[2], &left) ||
        !is_double(args[3], &right))
        return NULL;
    out =
        s.count > INT32_MAX ? err_no_memory() : new_sound(2 * s.count, s.width);
    for (int64_t i = 0; out && i < s.count; i++) {
        sample_put(out->data, s.width, 2 * i,
                   bounded(at(&s, i) * left, s.width));
        sample_put(out->data, s.width, 2 * i + 1,
                   bounded(at(&s, i) * right, s.width));
    }
    return (Value)out;
}

static Value f_lin2lin(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    PyStr *out;
    int width;

    if (!samples("lin2lin", args, &s) || !sample_width(args[2], &width))
        return NULL;
    out = new_sound(s.count, width);
    for (int64_t i = 0; out && i < s.count; i++)
        sample_put_32(out->data, width, i, sample_at_32(s.data, s.width, i));
    return (Value)out;
}

/* --- compression ---------------------------------------------------------- */

static Value to_law(const char *fname, const Value *args, Law law)
{
    Samples s;
    PyStr *out;

    if (!samples(fname, args, &s))
        return NULL;
    out = new_sound(s.count, 1);
    for (int64_t i = 0; out && i < s.count; i++)
        out->data[i] = (char)law_encode(
            law, (int16_t)(sample_at_32(s.data, s.width, i) >> 16));
    return (Value)out;
}

static Value from_law(const char *fname, const Value *args, Law law)
{
    PyStr *out;
    int width;
    Span in;

    if (!sound_bytes(fname, args, 0, &in) || !sample_width(args[1], &width))
        return NULL;
    out = new_sound(in.length, width);
    for (int64_t i = 0; out && i < in.length; i++)
        sample_put_32(out->data, width, i,
                      (int32_t)law_decode(law, (unsigned char)in.data[i]) *
                          65536);
    return (Value)out;
}

static Value f_lin2ulaw(Value self, const Value *args, Py_ssize nargs)
{
    return to_law("lin2ulaw", args, LAW_u);
}

static Value f_ulaw2lin(Value self, const Value *args, Py_ssize nargs)
{
    return from_law("ulaw2lin", args, LAW_u);
}

static Value f_lin2alaw(Value self, const Value *args, Py_ssize nargs)
{
    return to_law("lin2alaw", args, LAW_a);
}

static Value f_alaw2lin(Value self, const Value *args, Py_ssize nargs)
{
    return from_law("alaw2lin", args, LAW_a);
}

static bool adpcm_state(Value v, Adpcm *out)
{
    PyTuple *t = (PyTuple *)v;
    int64_t n[2];

    *out = (Adpcm){0};
    if (v == NONE)
        return true;
    if (!has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError, "state must be a tuple or None");
        return false;
    }
    if (t->length != 2) {
        err_format(&exc_TypeError,
                   "function takes exactly 2 arguments (%d given)",
                   (int)t->length);
        return false;
    }
    for (int i = 0; i < 2; i++) {
        n[i] = value_as_c_int(t->items[i]);
        if (n[i] == -1 && err_pending())
            return false;
    }
    if (n[0] < -32768 || n[0] > 32767 || n[1] < 0 || n[1] >= ADPCM_STEPS) {
        err_format(&exc_ValueError, "bad state");
        return false;
    }
    *out = (Adpcm){(int)n[0], (int)n[1]};
    return true;
}

static Value with_state(PyStr *out, const Adpcm *s)
{
    return out ? tuple_pair((Value)out, tuple_pair(tag_int(s->predicted),
                                                   tag_int(s->index)))
               : NULL;
}

static Value f_lin2adpcm(Value self, const Value *args, Py_ssize nargs)
{
    Samples s;
    Adpcm state;
    PyStr *out;
    int high = 0;

    if (!samples("lin2adpcm", args, &s) || !adpcm_state(args[2], &state))
        return NULL;
    out = new_sound(s.count / 2, 1);
    for (int64_t i = 0; out && i < s.count; i++) {
        int v = sample_at_32(s.data, s.width, i) >> 16;
        int code = adpcm_encode(&state, v);

        if (i % 2)
            out->data[i / 2] = (char)(high << 4 | code);
        high = code;
    }
    return with_state(out, &state);
}

static Value f_adpcm2lin(Value self, const Value *args, Py_ssize nargs)
{
    Adpcm state;
    PyStr *out;
    int width;
    Span in;

    if (!sound_bytes("adpcm2lin", args, 0, &in) ||
        !sample_width(args[1], &width) || !adpcm_state(args[2], &state))
        return NULL;
    out = in.length > INT32_MAX ? err_no_memory()
                                : new_sound(2 * in.length, width);
    for (int64_t i = 0; out && i < 2 * in.length; i++) {
        int byte = (unsigned char)in.data[i / 2];
        int code = i % 2 ? byte & 15 : byte >> 4;

        sample_put_32(out->data, width, i, adpcm_decode(&state, code) * 65536);
    }
    return with_state(out, &state);
}

/* --- rates ---------------------------------------------------------------- */

/* A conversion of the rate: d says how far the output is behind, in steps of
 * 1 / out_rate of a frame. */
typedef struct Rates {
    int64_t in, out, d;
    int64_t weight_a, weight_b;
    int width, channels;
    int32_t *previous, *current; /* one per channel */
} Rates;

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;

        a = b;
        b = rest;
    }
    return a;
}

static bool int_args(const Value *args, Py_ssize nargs, Py_ssize first,
                     int64_t *out, int n)
{
    for (int i = 0; i < n; i++)
        if (!optional_int(args, nargs, first + i, out[i], &out[i]))
            return false;
    return true;
}

static bool ratecv_arguments(const Value *args, Py_ssize nargs, Rates *r)
{
    int64_t n[3] = {0}, weights[2] = {1, 0}, common;

    if (!sample_width(args[1], &r->width) || !int_args(args, nargs, 2, n, 3) ||
        !int_args(args, nargs, 6, weights, 2))
        return false;
    if (n[0] < 1) {
        fail("# of channels should be >= 1");
        return false;
    }
    if (n[0] > INT32_MAX / r->width) {
        err_format(&exc_OverflowError, "width * nchannels too big for a C int");
        return false;
    }
    if (weights[0] < 1 || weights[1] < 0) {
        fail("weightA should be >= 1, weightB should be >= 0");
        return false;
    }
    r->channels = (int)n[0];
    r->in = n[1];
    r->out = n[2];
    common = gcd(weights[0], weights[1]);
    r->weight_a = weights[0] / common;
    r->weight_b = weights[1] / common;
    return true;
}

static bool ratecv_state(Value v, Rates *r)
{
    PyTuple *t = (PyTuple *)v, *frames, *pair;
    int64_t n;

    r->previous = gc_bytes(2 * sizeof(int32_t) * (size_t)r->channels);
    if (!r->previous)
        return false;
    r->current = r->previous + r->channels;
    memset(r->previous, 0, 2 * sizeof(int32_t) * (size_t)r->channels);
    r->d = -r->out;
    if (v == NONE)
        return true;
    if (!has_type_flag(v, TYPE_TUPLE)) {
        err_format(&exc_TypeError, "state must be a tuple or None");
        return false;
    }
    if (t->length != 2 || !has_type_flag(t->items[1], TYPE_TUPLE)) {
        err_format(&exc_TypeError, "audioop.ratecv: illegal state argument");
        return false;
    }
    r->d = value_as_c_int(t->items[0]);
    if (r->d == -1 && err_pending())
        return false;
    frames = (PyTuple *)t->items[1];
    if (frames->length != r->channels) {
        fail("illegal state argument");
        return false;
    }
    for (int i = 0; i < 2 * r->channels; i++) {
        pair = (PyTuple *)frames->items[i / 2];
        if (!has_type_flag((Value)pair, TYPE_TUPLE)) {
            err_format(&exc_TypeError,
                       "audioop.ratecv: illegal state argument");
            return false;
        }
        if (pair->length != 2) {
            err_format(&exc_TypeError,
                       "ratecv() takes exactly 2 arguments (%d given)",
                       (int)pair->length);
            return false;
        }
        n = value_as_c_int(pair->items[i % 2]);
        if (n == -1 && err_pending())
            return false;
        (i % 2 ? r->current : r->previous)[i / 2] = (int32_t)n;
    }
    return true;
}

static void read_frame(Rates *r, const char *data, int64_t frame)
{
    for (int c = 0; c < r->channels; c++) {
        double v = sample_at_32(data, r->width, frame * r->channels + c);

        r->previous[c] = r->current[c];
        r->current[c] = (int32_t)(((double)r->weight_a * v +
                                   (double)r->weight_b * r->previous[c]) /
                                  (double)(r->weight_a + r->weight_b));
    }
    r->d += r->out;
}

static int write_frame(Rates *r, StrBuilder *b)
{
    int64_t size = (int64_t)r->width * r->channels;

    if (sb_reserve(b, size) < 0)
        return -1;
    for (int c = 0; c < r->channels; c++) {
        double v = ((double)r->previous[c] * (double)r->d +
                    (double)r->current[c] * (double)(r->out - r->d)) /
                   (double)r->out;

        sample_put_32(b->text->data + b->length, r->width, c, (int32_t)v);
    }
    b->length += size;
    r->d -= r->in;
    return b->length > INT32_MAX ? (err_no_memory(), -1) : 0;
}

static Value ratecv_result(const Rates *r, StrBuilder *b)
{
    PyTuple *frames = tuple_new(r->channels);

    for (int c = 0; frames && c < r->channels; c++)
        tuple_init_item(
            frames, c,
            tuple_pair(tag_int(r->previous[c]), tag_int(r->current[c])));
    return frames ? tuple_pair((Value)sb_finish(b),
                               tuple_pair(tag_int(r->d), (Value)frames))
                  : NULL;
}

static Value f_ratecv(Value self, const Value *args, Py_ssize nargs)
{
    StrBuilder b = {0};
    Rates r;
    Span in;
    int64_t frames, common;

    if (!sound_bytes("ratecv", args, 0, &in) ||
        !ratecv_arguments(args, nargs, &r))
        return NULL;
    if (in.length % ((int64_t)r.width * r.channels))
        return fail("not a whole number of frames");
    if (r.in <= 0 || r.out <= 0)
        return fail("sampling rate not > 0");
    common = gcd(r.in, r.out);
    r.in /= common;
    r.out /= common;
    if (!ratecv_state(args[5], &r))
        return NULL;
    frames = in.length / ((int64_t)r.width * r.channels);
    for (int64_t at = 0;;) {
        while (r.d < 0) {
            if (at == frames)
                return ratecv_result(&r, &b);
            read_frame(&r, in.data, at++);
        }
        while (r.d >= 0)
            if (write_frame(&r, &b) < 0)
                return NULL;
    }
}

static const NativeDef functions[] = {
#include "methods_table.h"
#include "audioop.def"
#include "methods_end.h"
    {0}};

static int init(PyModule *m)
{
    if (!audioop_error &&
        !(audioop_error = exception_class_new("audioop.error", NULL)))
        return -1;
    return module_add(m, "error", (Value)audioop_error);
}

const NativeModule native_module_audioop = {
    "audioop", "Arithmetic on sounds: strs of samples.", functions, init};

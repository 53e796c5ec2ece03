/* Between audioop.c and audioop_codecs.c: samples of 1, 2 or 4 bytes, signed,
 * in the machine's byte order. */
#ifndef RT_AUDIOOP_H
#define RT_AUDIOOP_H

#include "object.h"
#include "str.h"

typedef struct Samples {
    const char *data;
    int64_t count;
    int width;
} Samples;

/* Compressed sound is as precise as so many bits. */
typedef enum Law { LAW_u, LAW_a } Law;

static inline int32_t sample_at(const char *data, int width, int64_t i)
{
    int16_t s;
    int32_t l;

    if (width == 1)
        return (signed char)data[i];
    if (width == 2) {
        memcpy(&s, data + 2 * i, sizeof s);
        return s;
    }
    memcpy(&l, data + 4 * i, sizeof l);
    return l;
}

static inline void sample_put(char *data, int width, int64_t i, int32_t v)
{
    int16_t s = (int16_t)v;

    if (width == 1)
        data[i] = (char)v;
    else if (width == 2)
        memcpy(data + 2 * i, &s, sizeof s);
    else
        memcpy(data + 4 * i, &v, sizeof v);
}

/* The same with all samples as large as those of 4 bytes. */
static inline int32_t sample_at_32(const char *data, int width, int64_t i)
{
    return (int32_t)((uint32_t)sample_at(data, width, i) << (32 - 8 * width));
}

static inline void sample_put_32(char *data, int width, int64_t i, int32_t v)
{
    sample_put(data, width, i, v >> (32 - 8 * width));
}

/* A sample of 16 bits as a byte, and the way back. */
unsigned char law_encode(Law law, int16_t v);
int16_t law_decode(Law law, unsigned char c);

/* ADPCM by the Interactive Multimedia Association: four bits a sample. */
typedef struct Adpcm {
    int predicted; /* -32768 .. 32767 */
    int index;     /* of the step, 0 .. 88 */
} Adpcm;

enum { ADPCM_STEPS = 89 };

int adpcm_encode(Adpcm *state, int v); /* 0 .. 15 */
int adpcm_decode(Adpcm *state, int code);

#endif

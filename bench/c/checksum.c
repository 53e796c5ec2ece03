/* Twin of kernels/checksum.py. */
#include <stdint.h>
#include <stdio.h>

enum { COUNT = 8000000 };

static uint8_t data[COUNT];
static uint32_t table[256];

static void make_table(void)
{
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;

        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
        table[byte] = crc;
    }
}

static uint32_t crc32(const uint8_t *bytes, long n)
{
    uint32_t crc = 0xffffffff;

    for (long i = 0; i < n; i++)
        crc = table[(crc ^ bytes[i]) & 0xff] ^ crc >> 8;
    return crc ^ 0xffffffff;
}

static uint32_t crc32_of_bits(const uint8_t *bytes, long n)
{
    uint32_t crc = 0xffffffff;

    for (long i = 0; i < n; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return crc ^ 0xffffffff;
}

static uint32_t adler32(const uint8_t *bytes, long n)
{
    uint32_t a = 1, b = 0;

    for (long i = 0; i < n; i++) {
        a = (a + bytes[i]) % 65521;
        b = (b + a) % 65521;
    }
    return b << 16 | a;
}

int main(void)
{
    uint32_t seed = 11;

    make_table();
    for (long i = 0; i < COUNT; i++) {
        seed = (seed * 1103515245u + 12345) & 0x7fffffff;
        data[i] = seed >> 16 & 0xff;
    }
    printf("%08x %08x\n", crc32(data, COUNT), adler32(data, COUNT));
    printf("%08x\n", crc32_of_bits(data, 2500000));
    return 0;
}

/* Substring search over one character width; included once per width with
 * CHAR (the unit's type) and SEARCH(name) (how its functions are called).
 *
 * Bytes go through memchr and, where that meets too many first bytes, memmem
 * (linear in the worst case).  Wider units
 * use a skip search that looks at the last unit first and keeps a 64-bit
 * Bloom mask of the needle's units (Horspool with Sunday's next-unit test).
 *
 * All functions take lengths in units; results are indexes or -1. */

#define BLOOM_BIT(c) ((uint64_t)1 << (c) % 64)

static inline int64_t SEARCH(find_unit)(const CHAR *s, int64_t n, CHAR c)
{
    if (sizeof(CHAR) == 1) {
        const void *p = n > 0 ? memchr(s, c, (size_t)n) : NULL;

        return p ? (const CHAR *)p - s : -1;
    }
    for (int64_t i = 0; i < n; i++)
        if (s[i] == c)
            return i;
    return -1;
}

static inline int64_t SEARCH(rfind_unit)(const CHAR *s, int64_t n, CHAR c)
{
    while (n-- > 0)
        if (s[n] == c)
            return n;
    return -1;
}

/* First occurrence of p in s; m may be 0 (found at 0). */
static int64_t SEARCH(find)(const CHAR *s, int64_t n, const CHAR *p, int64_t m)
{
    int64_t width = n - m, last = m - 1, skip = last;
    uint64_t mask = 0;

    if (width < 0)
        return -1;
    if (m <= 1)
        return m == 0 ? 0 : SEARCH(find_unit)(s, n, p[0]);
    if (sizeof(CHAR) == 1) {
        const char *at = bytes_search((const char *)s, n, (const char *)p, m);

        return at ? (const CHAR *)at - s : -1;
    }
    for (int64_t i = 0; i < last; i++) {
        mask |= BLOOM_BIT(p[i]);
        if (p[i] == p[last])
            skip = last - i - 1;
    }
    mask |= BLOOM_BIT(p[last]);
    for (int64_t i = 0; i <= width; i++) {
        if (s[i + last] != p[last]) {
            if (i < width && !(mask & BLOOM_BIT(s[i + m])))
                i += m;
            continue;
        }
        if (memcmp(s + i, p, (size_t)last * sizeof(CHAR)) == 0)
            return i;
        if (i < width && !(mask & BLOOM_BIT(s[i + m])))
            i += m;
        else
            i += skip;
    }
    return -1;
}

/* Last occurrence; m may be 0 (found at n). */
static int64_t SEARCH(rfind)(const CHAR *s, int64_t n, const CHAR *p, int64_t m)
{
    if (m <= 1)
        return m == 0 ? n : SEARCH(rfind_unit)(s, n, p[0]);
    for (int64_t i = n - m; i >= 0; i--)
        if (s[i] == p[0] && memcmp(s + i, p, (size_t)m * sizeof(CHAR)) == 0)
            return i;
    return -1;
}

/* How often c occurs: by blocks whose sums fit into a byte, which compilers
 * turn into vector instructions. */
static int64_t SEARCH(count_unit)(const CHAR *s, int64_t n, CHAR c)
{
    int64_t found = 0;

    while (n > 0) {
        int64_t block = n < 128 ? n : 128;
        uint8_t sum = 0;

        for (int64_t i = 0; i < block; i++)
            sum += s[i] == c;
        found += sum;
        s += block;
        n -= block;
    }
    return found;
}

/* Occurrences that do not overlap, at most `max`; m must not be 0. */
static int64_t SEARCH(count)(const CHAR *s, int64_t n, const CHAR *p, int64_t m,
                             int64_t max)
{
    int64_t found = 0;

    if (m == 1) {
        found = SEARCH(count_unit)(s, n, p[0]);
        return found < max ? found : max;
    }
    while (found < max) {
        int64_t at = SEARCH(find)(s, n, p, m);

        if (at < 0)
            break;
        found++;
        s += at + m;
        n -= at + m;
    }
    return found;
}

#undef BLOOM_BIT

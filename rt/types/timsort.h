/* Timsort, as published by Tim Peters (listsort.txt, 2002, with the run
 * invariant of de Gouw et al., 2015): a stable natural merge sort.  The order
 * in which items are compared is CPython 2.7's.
 *
 * To be included with these macros, which are undefined at the end:
 *   SORT(name)       name of a function of this instance
 *   ITEM             what is moved: Value, or a key with its value
 *   LESS(t, a, b)    1, 0, or -1 with an exception; a, b are ITEM *
 * It defines: static int SORT(sort)(TimSort *t, ITEM *items, int64_t n)
 * returning -1 with the items permuted when a comparison failed. */

/* Length of the run at a; a strictly descending one is noted. */
static int64_t SORT(count_run)(TimSort *t, ITEM *a, int64_t n, bool *descending)
{
    int64_t i;
    int less;

    *descending = false;
    if (n <= 1)
        return n;
    less = LESS(t, &a[1], &a[0]);
    if (less < 0)
        return -1;
    *descending = less;
    for (i = 2; i < n; i++) {
        less = LESS(t, &a[i], &a[i - 1]);
        if (less < 0)
            return -1;
        if (less != *descending)
            break;
    }
    return i;
}

static void SORT(reverse)(ITEM *a, int64_t n)
{
    for (int64_t i = 0, j = n - 1; i < j; i++, j--) {
        ITEM x = a[i];

        a[i] = a[j];
        a[j] = x;
    }
}

/* Sorts a[0 .. n), of which the first `sorted` are in order. */
static int SORT(binary)(TimSort *t, ITEM *a, int64_t n, int64_t sorted)
{
    for (; sorted < n; sorted++) {
        ITEM pivot = a[sorted];
        int64_t left = 0, right = sorted;

        while (left < right) {
            int64_t middle = left + ((right - left) >> 1);
            int less = LESS(t, &pivot, &a[middle]);

            if (less < 0)
                return -1;
            if (less)
                right = middle;
            else
                left = middle + 1;
        }
        for (int64_t i = sorted; i > left; i--)
            a[i] = a[i - 1];
        a[left] = pivot;
    }
    return 0;
}

/* How many items of a precede key (those equal to it only with `right`),
 * searched outwards from `hint`.  -1: error. */
static int64_t SORT(gallop)(TimSort *t, const ITEM *key, const ITEM *a,
                            int64_t n, int64_t hint, bool right)
{
    int64_t last = 0, offset = 1, limit, swap;
    int less = right ? LESS(t, key, &a[hint]) : LESS(t, &a[hint], key);
    bool up;

    if (less < 0)
        return -1;
    up = right ? !less : less;
    limit = up ? n - hint : hint + 1;
    while (offset < limit) {
        const ITEM *x = up ? &a[hint + offset] : &a[hint - offset];

        less = right ? LESS(t, key, x) : LESS(t, x, key);
        if (less < 0)
            return -1;
        if ((right ? !less : less) != up)
            break;
        last = offset;
        offset = (offset << 1) + 1;
        if (offset <= 0)
            offset = limit;
    }
    if (offset > limit)
        offset = limit;
    if (up) {
        last += hint;
        offset += hint;
    } else {
        swap = last;
        last = hint - offset;
        offset = hint - swap;
    }
    last++;
    while (last < offset) {
        int64_t middle = last + ((offset - last) >> 1);

        less = right ? LESS(t, key, &a[middle]) : LESS(t, &a[middle], key);
        if (less < 0)
            return -1;
        if (right ? !less : less)
            last = middle + 1;
        else
            offset = middle;
    }
    return offset;
}

static ITEM *SORT(temporary)(TimSort *t, int64_t n)
{
    if (t->temporary_size < n) {
        t->temporary = gc_array((size_t)n * sizeof(ITEM) / sizeof(Value));
        t->temporary_size = t->temporary ? n : 0;
    }
    return (ITEM *)t->temporary;
}

/* Merges the adjacent runs a (na items, the shorter) and b, going up. */
static int SORT(merge_low)(TimSort *t, ITEM *a, int64_t na, ITEM *b, int64_t nb)
{
    ITEM *to = a, *from = SORT(temporary)(t, na);
    int64_t gallop = t->min_gallop, na_row, nb_row, k;
    int result = -1;

    if (!from)
        return -1;
    memcpy(from, a, (size_t)na * sizeof(ITEM));
    *to++ = *b++;
    if (--nb == 0)
        goto done;
    if (na == 1)
        goto last_a;
    for (;;) {
        na_row = nb_row = 0;
        for (;;) {
            int less = LESS(t, b, from);

            if (less < 0)
                goto fail;
            if (less) {
                *to++ = *b++;
                nb_row++;
                na_row = 0;
                if (--nb == 0)
                    goto done;
                if (nb_row >= gallop)
                    break;
            } else {
                *to++ = *from++;
                na_row++;
                nb_row = 0;
                if (--na == 1)
                    goto last_a;
                if (na_row >= gallop)
                    break;
            }
        }
        gallop++;
        do {
            gallop -= gallop > 1;
            t->min_gallop = gallop;
            na_row = k = SORT(gallop)(t, b, from, na, 0, true);
            if (k < 0)
                goto fail;
            memcpy(to, from, (size_t)k * sizeof(ITEM));
            to += k;
            from += k;
            na -= k;
            if (k && na == 1)
                goto last_a;
            if (k && na == 0) /* only with inconsistent comparisons */
                goto done;
            *to++ = *b++;
            if (--nb == 0)
                goto done;
            nb_row = k = SORT(gallop)(t, from, b, nb, 0, false);
            if (k < 0)
                goto fail;
            memmove(to, b, (size_t)k * sizeof(ITEM));
            to += k;
            b += k;
            nb -= k;
            if (nb == 0)
                goto done;
            *to++ = *from++;
            if (--na == 1)
                goto last_a;
        } while (na_row >= MIN_GALLOP || nb_row >= MIN_GALLOP);
        t->min_gallop = ++gallop;
    }
done:
    result = 0;
fail:
    memcpy(to, from, (size_t)na * sizeof(ITEM));
    return result;
last_a:
    memmove(to, b, (size_t)nb * sizeof(ITEM));
    to[nb] = *from;
    return 0;
}

/* The same with b the shorter, going down. */
static int SORT(merge_high)(TimSort *t, ITEM *a, int64_t na, ITEM *b,
                            int64_t nb)
{
    ITEM *base_a = a, *base_b = SORT(temporary)(t, nb), *to = b + nb - 1;
    int64_t gallop = t->min_gallop, na_row, nb_row, k;
    int result = -1;

    if (!base_b)
        return -1;
    memcpy(base_b, b, (size_t)nb * sizeof(ITEM));
    b = base_b + nb - 1;
    a += na - 1;
    *to-- = *a--;
    if (--na == 0)
        goto done;
    if (nb == 1)
        goto last_b;
    for (;;) {
        na_row = nb_row = 0;
        for (;;) {
            int less = LESS(t, b, a);

            if (less < 0)
                goto fail;
            if (less) {
                *to-- = *a--;
                na_row++;
                nb_row = 0;
                if (--na == 0)
                    goto done;
                if (na_row >= gallop)
                    break;
            } else {
                *to-- = *b--;
                nb_row++;
                na_row = 0;
                if (--nb == 1)
                    goto last_b;
                if (nb_row >= gallop)
                    break;
            }
        }
        gallop++;
        do {
            gallop -= gallop > 1;
            t->min_gallop = gallop;
            k = SORT(gallop)(t, b, base_a, na, na - 1, true);
            if (k < 0)
                goto fail;
            na_row = k = na - k;
            to -= k;
            a -= k;
            memmove(to + 1, a + 1, (size_t)k * sizeof(ITEM));
            na -= k;
            if (na == 0)
                goto done;
            *to-- = *b--;
            if (--nb == 1)
                goto last_b;
            k = SORT(gallop)(t, a, base_b, nb, nb - 1, false);
            if (k < 0)
                goto fail;
            nb_row = k = nb - k;
            to -= k;
            b -= k;
            memcpy(to + 1, b + 1, (size_t)k * sizeof(ITEM));
            nb -= k;
            if (k && nb == 1)
                goto last_b;
            if (k && nb == 0) /* only with inconsistent comparisons */
                goto done;
            *to-- = *a--;
            if (--na == 0)
                goto done;
        } while (na_row >= MIN_GALLOP || nb_row >= MIN_GALLOP);
        t->min_gallop = ++gallop;
    }
done:
    result = 0;
fail:
    memcpy(to - (nb - 1), base_b, (size_t)nb * sizeof(ITEM));
    return result;
last_b:
    to -= na;
    a -= na;
    memmove(to + 1, a + 1, (size_t)na * sizeof(ITEM));
    *to = *b;
    return 0;
}

/* Merges runs i and i + 1 of the stack. */
static int SORT(merge_at)(TimSort *t, int i)
{
    ITEM *a = t->runs[i].base, *b = t->runs[i + 1].base;
    int64_t na = t->runs[i].length, nb = t->runs[i + 1].length, k;

    t->runs[i].length = na + nb;
    if (i == t->nruns - 3)
        t->runs[i + 1] = t->runs[i + 2];
    t->nruns--;
    k = SORT(gallop)(t, b, a, na, 0, true);
    if (k < 0)
        return -1;
    a += k;
    na -= k;
    if (na == 0)
        return 0;
    nb = SORT(gallop)(t, &a[na - 1], b, nb, nb - 1, false);
    if (nb <= 0)
        return (int)nb;
    return na <= nb ? SORT(merge_low)(t, a, na, b, nb)
                    : SORT(merge_high)(t, a, na, b, nb);
}

/* Restores length[i-2] > length[i-1] + length[i] and length[i-1] > length[i]
 * over the stack of runs. */
static int SORT(collapse)(TimSort *t)
{
    Run *r = t->runs;

    while (t->nruns > 1) {
        int n = t->nruns - 2;

        if ((n > 0 && r[n - 1].length <= r[n].length + r[n + 1].length) ||
            (n > 1 && r[n - 2].length <= r[n - 1].length + r[n].length)) {
            if (r[n - 1].length < r[n + 1].length)
                n--;
        } else if (r[n].length > r[n + 1].length) {
            break;
        }
        if (SORT(merge_at)(t, n) < 0)
            return -1;
    }
    return 0;
}

static int SORT(collapse_all)(TimSort *t)
{
    while (t->nruns > 1) {
        int n = t->nruns - 2;

        if (n > 0 && t->runs[n - 1].length < t->runs[n + 1].length)
            n--;
        if (SORT(merge_at)(t, n) < 0)
            return -1;
    }
    return 0;
}

static int SORT(sort)(TimSort *t, ITEM *items, int64_t n)
{
    int64_t min_run = min_run_of(n);

    t->min_gallop = MIN_GALLOP;
    t->nruns = 0;
    while (n > 0) {
        bool descending;
        int64_t run = SORT(count_run)(t, items, n, &descending);

        if (run < 0)
            return -1;
        if (descending)
            SORT(reverse)(items, run);
        if (run < min_run) {
            int64_t forced = n < min_run ? n : min_run;

            if (SORT(binary)(t, items, forced, run) < 0)
                return -1;
            run = forced;
        }
        t->runs[t->nruns++] = (Run){items, run};
        if (SORT(collapse)(t) < 0)
            return -1;
        items += run;
        n -= run;
    }
    return SORT(collapse_all)(t);
}

#undef SORT
#undef ITEM
#undef LESS

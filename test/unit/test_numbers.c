/* Longs against GMP, in all combinations of signs and sizes; formatting. */
#include "rt_start.h"

#include <gmp.h>

/* Around the borders of 63-bit immediates, machine words and limbs. */
static const char *const samples[] = {
    "0",
    "1",
    "-1",
    "2",
    "-3",
    "7",
    "-64",
    "4611686018427387903",
    "4611686018427387904",
    "-4611686018427387904",
    "-4611686018427387905",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "-18446744073709551616",
    "340282366920938463463374607431768211455",
    "-340282366920938463463374607431768211456",
    "123456789012345678901234567890123456789012345678901234567890",
    "-98765432109876543210987654321098765432109876543210",
};
enum { NSAMPLES = sizeof samples / sizeof *samples };

static const char *digits(const mpz_t z)
{
    static char buffer[20000];

    return mpz_get_str(buffer, 10, z);
}

typedef void Reference(mpz_t r, const mpz_t a, const mpz_t b);

static const struct {
    BinaryOp op;
    Reference *reference;
} operators[] = {
    {BIN_add, mpz_add},         {BIN_sub, mpz_sub},    {BIN_mul, mpz_mul},
    {BIN_and, mpz_and},         {BIN_or, mpz_ior},     {BIN_xor, mpz_xor},
    {BIN_floordiv, mpz_fdiv_q}, {BIN_div, mpz_fdiv_q}, {BIN_mod, mpz_fdiv_r},
};

START_TEST(arithmetic_is_that_of_gmp)
{
    bool divides = operators[_i].reference == mpz_fdiv_q ||
                   operators[_i].reference == mpz_fdiv_r;
    mpz_t a, b, r;

    mpz_inits(a, b, r, NULL);
    for (int i = 0; i < NSAMPLES; i++)
        for (int k = 0; k < NSAMPLES; k++) {
            Value v = op_binary(operators[_i].op, eval_int(samples[i]),
                                eval_int(samples[k]));

            if (divides && strcmp(samples[k], "0") == 0) {
                ck_assert_raised(exc_ZeroDivisionError);
                continue;
            }
            mpz_set_str(a, samples[i], 10);
            mpz_set_str(b, samples[k], 10);
            operators[_i].reference(r, a, b);
            ck_assert_msg(strcmp(text_of(v), digits(r)) == 0,
                          "%s, %s: %s, not %s", samples[i], samples[k],
                          text_of(v), digits(r));
        }
    mpz_clears(a, b, r, NULL);
}
END_TEST

START_TEST(shifts_are_those_of_gmp)
{
    static const int counts[] = {0, 1, 31, 61, 62, 63, 64, 65, 127, 128, 1000};
    mpz_t a, r;

    mpz_inits(a, r, NULL);
    for (int i = 0; i < NSAMPLES; i++)
        for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
            Value v = eval_int(samples[i]), n = tag_int(counts[k]);

            mpz_set_str(a, samples[i], 10);
            mpz_mul_2exp(r, a, (mp_bitcnt_t)counts[k]);
            ck_assert_str_eq(text_of(op_binary(BIN_lshift, v, n)), digits(r));
            mpz_fdiv_q_2exp(r, a, (mp_bitcnt_t)counts[k]);
            ck_assert_str_eq(text_of(op_binary(BIN_rshift, v, n)), digits(r));
        }
    ck_assert_ptr_null(op_binary(BIN_lshift, tag_int(1), tag_int(-1)));
    ck_assert_raised(exc_ValueError);
    mpz_clears(a, r, NULL);
}
END_TEST

START_TEST(comparisons_and_hashes)
{
    mpz_t a, b;

    mpz_inits(a, b, NULL);
    for (int i = 0; i < NSAMPLES; i++)
        for (int k = 0; k < NSAMPLES; k++) {
            Value v = eval_int(samples[i]), w = eval_int(samples[k]);
            int want;

            mpz_set_str(a, samples[i], 10);
            mpz_set_str(b, samples[k], 10);
            want = mpz_cmp(a, b);
            ck_assert_int_eq(op_compare_bool(CMP_lt, v, w), want < 0);
            ck_assert_int_eq(op_compare_bool(CMP_eq, v, w), want == 0);
            ck_assert_int_eq(op_compare_bool(CMP_ge, v, w), want >= 0);
        }
    for (int i = 0; i < NSAMPLES; i++) {
        Value v = eval_int(samples[i]);
        Value l =
            long_from_string(samples[i], (Py_ssize)strlen(samples[i]), 10);

        ck_assert_int_eq(op_hash(v), op_hash(l));
    }
    ck_assert_int_eq(op_hash(eval_int("18446744073709551616")), 1);
    ck_assert_int_eq(op_hash(tag_int(-1)), -2);
    mpz_clears(a, b, NULL);
}
END_TEST

START_TEST(conversions)
{
    int64_t i;
    uint64_t u;

    ck_assert(long_fits_int64(eval_int("-9223372036854775808"), &i));
    ck_assert_int_eq(i, INT64_MIN);
    ck_assert(!long_fits_int64(eval_int("9223372036854775808"), &i));
    ck_assert(long_fits_uint64(eval_int("18446744073709551615"), &u));
    ck_assert_uint_eq(u, UINT64_MAX);
    ck_assert(!long_fits_uint64(eval_int("-1"), &u));
    ck_assert_double_eq(long_as_double(eval_int("9007199254740993")),
                        9007199254740992.0);
    ck_assert_double_eq(long_as_double(eval_int("-36893488147419103233")),
                        -36893488147419103232.0);
    ck_assert_str_eq(text_of(long_from_double(-1e23)),
                     "-99999999999999991611392");
    ck_assert_str_eq(text_of(long_from_int64(INT64_MIN)),
                     "-9223372036854775808");
    ck_assert_str_eq(str_data(long_to_str(eval_int(samples[20]), 36, "", "")),
                     "w8g22aadxdzqcj994778lrfivxob1p0k7954gi");
}
END_TEST

START_TEST(bad_literals_raise)
{
    ck_assert_ptr_null(int_from_string("12a", 3, 10));
    ck_assert_raised(exc_ValueError);
    ck_assert_ptr_null(int_from_string("", 0, 10));
    ck_assert_raised(exc_ValueError);
    ck_assert_ptr_null(int_from_string("1", 1, 37));
    ck_assert_raised(exc_ValueError);
    ck_assert_str_eq(text_of(int_from_string(" -0x1F ", 7, 0)), "-31");
    ck_assert_str_eq(text_of(int_from_string("zz", 2, 36)), "1295");
}
END_TEST

static const struct {
    const char *format, *value, *want;
} percent[] = {
    {"%d", "12", "12"},
    {"%+05d|", "12", "+0012|"},
    {"%-6d|", "-12", "-12   |"},
    {"%x", "-255", "-ff"},
    {"%#X", "255", "0XFF"},
    {"%#o", "8", "010"},
    {"%.5d", "42", "00042"},
    {"%d", "18446744073709551616", "18446744073709551616"},
    {"%e", "12", "1.200000e+01"},
    {"%g", "100000000", "1e+08"},
    {"%.2f%%", "3", "3.00%"},
    {"%c", "65", "A"},
    {"%5s|%%", "1", "    1|%"},
    {"%r", "1", "1"},
};

START_TEST(percent_formats)
{
    ck_assert_str_eq(text_of(op_binary(BIN_mod, text(percent[_i].format),
                                       eval_int(percent[_i].value))),
                     percent[_i].want);
}
END_TEST

static const struct {
    const char *spec, *value, *want;
} formats[] = {{"", "12", "12"},         {"5", "12", "   12"},
               {"<5", "12", "12   "},    {"^6", "12", "  12  "},
               {"*>+6", "12", "***+12"}, {"06", "-12", "-00012"},
               {"x", "255", "ff"},       {"#x", "255", "0xff"},
               {"b", "-5", "-101"},      {",", "1234567", "1,234,567"},
               {".3f", "2", "2.000"},    {"e", "0", "0.000000e+00"},
               {"%", "1", "100.000000%"}};

START_TEST(new_formats)
{
    ck_assert_str_eq(
        text_of(op_format(eval_int(formats[_i].value), text(formats[_i].spec))),
        formats[_i].want);
}
END_TEST

START_TEST(bad_formats_raise)
{
    ck_assert_ptr_null(op_format(tag_int(1), text("s")));
    ck_assert_raised(exc_ValueError);
    ck_assert_ptr_null(op_format(tag_int(1), text("99999999999999999999d")));
    ck_assert_raised(exc_ValueError);
    ck_assert_ptr_null(op_binary(BIN_mod, text("%d"), text("a")));
    ck_assert_raised(exc_TypeError);
    ck_assert_ptr_null(op_binary(BIN_mod, text("%d %d"), tag_int(1)));
    ck_assert_raised(exc_TypeError);
    ck_assert_ptr_null(op_binary(BIN_mod, text("%"), (Value)tuple_new(0)));
    ck_assert_raised(exc_ValueError);
    ck_assert_ptr_null(op_binary(BIN_mod, text("a"), tag_int(1)));
    ck_assert_raised(exc_TypeError);
}
END_TEST

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

int main(void)
{
    TCase *t = tcase_create("numbers");

    tcase_add_loop_test(t, arithmetic_is_that_of_gmp, 0, COUNT(operators));
    tcase_add_test(t, shifts_are_those_of_gmp);
    tcase_add_test(t, comparisons_and_hashes);
    tcase_add_test(t, conversions);
    tcase_add_test(t, bad_literals_raise);
    tcase_add_loop_test(t, percent_formats, 0, COUNT(percent));
    tcase_add_loop_test(t, new_formats, 0, COUNT(formats));
    tcase_add_test(t, bad_formats_raise);
    return run_suite("numbers", t);
}

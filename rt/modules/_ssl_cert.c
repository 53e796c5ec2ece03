/* Certificates as Python values: what getpeercert() shows. */
#include "_ssl.h"
#include "list.h"

#include <openssl/x509v3.h>

static Value ascii(const char *text, int64_t n)
{
    return (Value)unicode_from_latin1(text, n);
}

/* --- object identifiers --------------------------------------------------- */

/* The name or the number in digits; NULL: SSLError. */
static Value oid_text(const ASN1_OBJECT *o, bool no_name)
{
    char text[256];
    int n = OBJ_obj2txt(text, sizeof text, o, no_name);

    return n < 0 ? ssl_fail(1018)
                 : ascii(text, n < (int)sizeof text ? n : (int)sizeof text - 1);
}

Value asn1_tuple(const ASN1_OBJECT *o, bool no_name)
{
    int nid = OBJ_obj2nid(o);
    const char *sn = OBJ_nid2sn(nid), *ln = OBJ_nid2ln(nid);
    char text[256];
    int n = OBJ_obj2txt(text, sizeof text, o, 1);

    if (nid == NID_undef)
        return err_format(&exc_ValueError, "Unknown object");
    return (Value)tuple_pack(4, tag_int(nid), (Value)str_from_c(sn),
                             (Value)str_from_c(ln), (Value)str_from(text, n));
}

/* --- names ---------------------------------------------------------------- */

static Value attribute(X509_NAME_ENTRY *e)
{
    unsigned char *text = NULL;
    int n = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(e));
    Value name = oid_text(X509_NAME_ENTRY_get_object(e), false), value;

    if (!name)
        return NULL;
    if (n < 0)
        return ssl_fail(695);
    value = op_call_method(
        (Value)str_from((char *)text, n), str_intern("decode"),
        (Value[]){(Value)str_from_c("utf-8"), (Value)str_from_c("strict")}, 2);
    OPENSSL_free(text);
    if (!value)
        return NULL;
    if (is_unicode(name))
        name = (Value)unicode_as_str((PyUnicode *)name);
    return (Value)tuple_pack(2, name, value);
}

/* A tuple of relative names, each a tuple of (name, value). */
static Value name_tuple(X509_NAME *name)
{
    PyList *all = list_new(0), *rdn = list_new(0);
    int count = X509_NAME_entry_count(name), set = -1;

    for (int i = 0; i < count; i++) {
        X509_NAME_ENTRY *e = X509_NAME_get_entry(name, i);
        Value pair = attribute(e);

        if (!pair)
            return NULL;
        if (set >= 0 && X509_NAME_ENTRY_set(e) != set) {
            if (list_append(all, (Value)op_tuple((Value)rdn)) < 0)
                return NULL;
            rdn = list_new(0);
        }
        set = X509_NAME_ENTRY_set(e);
        if (list_append(rdn, pair) < 0)
            return NULL;
    }
    if (count && list_append(all, (Value)op_tuple((Value)rdn)) < 0)
        return NULL;
    return (Value)op_tuple((Value)all);
}

/* --- alternative names ---------------------------------------------------- */

static Value string_pair(const char *kind, ASN1_STRING *s)
{
    return (Value)tuple_pack(
        2, (Value)str_from_c(kind),
        (Value)str_from((const char *)ASN1_STRING_get0_data(s),
                        ASN1_STRING_length(s)));
}

static Value address_pair(ASN1_OCTET_STRING *s)
{
    const unsigned char *p = ASN1_STRING_get0_data(s);
    PyStr *text;

    if (ASN1_STRING_length(s) == 4)
        text = str_format_c("%d.%d.%d.%d", p[0], p[1], p[2], p[3]);
    else if (ASN1_STRING_length(s) == 16)
        text = str_format_c(
            "%X:%X:%X:%X:%X:%X:%X:%X", p[0] << 8 | p[1], p[2] << 8 | p[3],
            p[4] << 8 | p[5], p[6] << 8 | p[7], p[8] << 8 | p[9],
            p[10] << 8 | p[11], p[12] << 8 | p[13], p[14] << 8 | p[15]);
    else
        text = str_from_c("<invalid>");
    return (Value)tuple_pack(2, (Value)str_from_c("IP Address"), (Value)text);
}

/* As OpenSSL prints it: "Kind:value". */
static Value printed_pair(GENERAL_NAME *g)
{
    BIO *out = BIO_new(BIO_s_mem());
    char *text, *colon;
    Value pair;
    long n;

    if (!out)
        return err_no_memory();
    GENERAL_NAME_print(out, g);
    n = BIO_get_mem_data(out, &text);
    colon = memchr(text, ':', (size_t)n);
    pair = !colon ? err_format(&exc_ValueError, "Invalid value %.200s", text)
                  : (Value)tuple_pack(2, ascii(text, colon - text),
                                      ascii(colon + 1, n - (colon + 1 - text)));
    BIO_free(out);
    return pair;
}

static Value general_name(GENERAL_NAME *g)
{
    switch (g->type) {
    case GEN_DIRNAME: {
        Value name = name_tuple(g->d.dirn);

        return name ? (Value)tuple_pack(2, (Value)str_from_c("DirName"), name)
                    : NULL;
    }
    case GEN_EMAIL:
        return string_pair("email", g->d.rfc822Name);
    case GEN_DNS:
        return string_pair("DNS", g->d.dNSName);
    case GEN_URI:
        return string_pair("URI", g->d.uniformResourceIdentifier);
    case GEN_RID: {
        Value oid = oid_text(g->d.registeredID, true);

        return oid ? (Value)tuple_pack(2, ascii("Registered ID", 13), oid)
                   : NULL;
    }
    case GEN_IPADD:
        return address_pair(g->d.iPAddress);
    case GEN_OTHERNAME:
        return (Value)tuple_pack(2, (Value)str_from_c("othername"),
                                 (Value)str_from_c("<unsupported>"));
    default:
        return printed_pair(g);
    }
}

static Value names_tuple(GENERAL_NAMES *names)
{
    PyList *all = list_new(0);

    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
        Value pair = general_name(sk_GENERAL_NAME_value(names, i));

        if (!pair || list_append(all, pair) < 0)
            return NULL;
    }
    return (Value)op_tuple((Value)all);
}

/* --- addresses of other things -------------------------------------------- */

static Value uri_tuple(PyList *uris)
{
    return list_length(uris) ? (Value)op_tuple((Value)uris) : NONE;
}

static int add_uri(PyList *uris, ASN1_STRING *s)
{
    return list_append(uris, ascii((const char *)ASN1_STRING_get0_data(s),
                                   ASN1_STRING_length(s)));
}

static Value access_uris(X509 *x, int nid)
{
    AUTHORITY_INFO_ACCESS *info =
        X509_get_ext_d2i(x, NID_info_access, NULL, NULL);
    PyList *uris = list_new(0);
    int status = 0;

    for (int i = 0; info && i < sk_ACCESS_DESCRIPTION_num(info); i++) {
        ACCESS_DESCRIPTION *a = sk_ACCESS_DESCRIPTION_value(info, i);

        if (OBJ_obj2nid(a->method) == nid && a->location->type == GEN_URI)
            status |= add_uri(uris, a->location->d.uniformResourceIdentifier);
    }
    AUTHORITY_INFO_ACCESS_free(info);
    return status ? NULL : uri_tuple(uris);
}

static Value revocation_uris(X509 *x)
{
    STACK_OF(DIST_POINT) *points =
        X509_get_ext_d2i(x, NID_crl_distribution_points, NULL, NULL);
    PyList *uris = list_new(0);
    int status = 0;

    for (int i = 0; points && i < sk_DIST_POINT_num(points); i++) {
        DIST_POINT *p = sk_DIST_POINT_value(points, i);

        if (!p->distpoint || p->distpoint->type != 0)
            continue;
        for (int k = 0; k < sk_GENERAL_NAME_num(p->distpoint->name.fullname);
             k++) {
            GENERAL_NAME *g =
                sk_GENERAL_NAME_value(p->distpoint->name.fullname, k);

            if (g->type == GEN_URI)
                status |= add_uri(uris, g->d.uniformResourceIdentifier);
        }
    }
    sk_DIST_POINT_pop_free(points, DIST_POINT_free);
    return status ? NULL : uri_tuple(uris);
}

/* --- the whole ------------------------------------------------------------ */

static Value time_text(const ASN1_TIME *t, bool wide)
{
    BIO *out = BIO_new(BIO_s_mem());
    char *text;
    Value v;
    long n;

    if (!out)
        return err_no_memory();
    ASN1_TIME_print(out, t);
    n = BIO_get_mem_data(out, &text);
    v = wide ? ascii(text, n) : (Value)str_from(text, n);
    BIO_free(out);
    return v;
}

static Value serial_text(X509 *x)
{
    BIO *out = BIO_new(BIO_s_mem());
    char *text;
    Value v;
    long n;

    if (!out)
        return err_no_memory();
    i2a_ASN1_INTEGER(out, X509_get_serialNumber(x));
    n = BIO_get_mem_data(out, &text);
    v = ascii(text, n);
    BIO_free(out);
    return v;
}

static int put(PyDict *d, const char *key, Value v)
{
    return v && (v == NONE || dict_set_str(d, str_intern(key), v) == 0) ? 0
                                                                        : -1;
}

static int put_names(PyDict *d, X509 *x)
{
    GENERAL_NAMES *names =
        X509_get_ext_d2i(x, NID_subject_alt_name, NULL, NULL);
    Value v = names ? names_tuple(names) : NONE;

    GENERAL_NAMES_free(names);
    return put(d, "subjectAltName", v);
}

Value cert_dict(X509 *x)
{
    PyDict *d = dict_new();
    Value version =
        op_call((Value)&long_type, (Value[]){tag_int(X509_get_version(x) + 1)},
                1, NULL);

    if (put(d, "subject", name_tuple(X509_get_subject_name(x))) < 0 ||
        put(d, "issuer", name_tuple(X509_get_issuer_name(x))) < 0 ||
        put(d, "version", version) < 0 ||
        put(d, "serialNumber", serial_text(x)) < 0 ||
        put(d, "notBefore", time_text(X509_get0_notBefore(x), true)) < 0 ||
        put(d, "notAfter", time_text(X509_get0_notAfter(x), false)) < 0 ||
        put_names(d, x) < 0 ||
        put(d, "OCSP", access_uris(x, NID_ad_OCSP)) < 0 ||
        put(d, "caIssuers", access_uris(x, NID_ad_ca_issuers)) < 0 ||
        put(d, "crlDistributionPoints", revocation_uris(x)) < 0)
        return NULL;
    return (Value)d;
}

Value cert_der(X509 *x)
{
    unsigned char *bytes = NULL;
    int n = i2d_X509(x, &bytes);
    Value v = n < 0 ? ssl_fail(1367) : (Value)str_from((char *)bytes, n);

    OPENSSL_free(bytes);
    return v;
}

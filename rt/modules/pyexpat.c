/* Module pyexpat: parsers of XML on libexpat.
 *
 * libexpat's memory holds the address of the parser object while it parses;
 * the object is on the stack then.  A handler that raises stops the parser,
 * and Parse() returns with the exception.  A parser is used by one thread at
 * a time: a second one gets a RuntimeError. */
#include "cargs.h"
#include "codecs.h"
#include "dict.h"
#include "gc.h"
#include "module_support.h"
#include "str.h"
#include "tuple.h"
#include "unicode.h"

#include <expat.h>

/* HANDLER(name): the attributes that hold handlers, in the order of this
 * list. */
#define HANDLERS(X)                                                            \
    X(StartElement)                                                            \
    X(EndElement)                                                              \
    X(ProcessingInstruction)                                                   \
    X(CharacterData)                                                           \
    X(UnparsedEntityDecl)                                                      \
    X(NotationDecl)                                                            \
    X(StartNamespaceDecl)                                                      \
    X(EndNamespaceDecl)                                                        \
    X(Comment)                                                                 \
    X(StartCdataSection)                                                       \
    X(EndCdataSection)                                                         \
    X(Default)                                                                 \
    X(DefaultHandlerExpand)                                                    \
    X(NotStandalone)                                                           \
    X(ExternalEntityRef)                                                       \
    X(StartDoctypeDecl)                                                        \
    X(EndDoctypeDecl)                                                          \
    X(EntityDecl)                                                              \
    X(XmlDecl)                                                                 \
    X(ElementDecl)                                                             \
    X(AttlistDecl)                                                             \
    X(SkippedEntity)

enum {
#define X(name) ON_##name,
    HANDLERS(X)
#undef X
        HANDLER_COUNT
};

static const char *const handler_names[] = {
#define X(name) #name "Handler",
    HANDLERS(X)
#undef X
};

typedef struct PyParser {
    PyObject head;
    XML_Parser parser; /* libexpat's memory */
    Value handlers[HANDLER_COUNT];
    Value intern;       /* a dict, or None */
    StrBuilder pending; /* character data, with buffer_text */
    int64_t buffer_size;
    bool buffer_text, ordered_attributes, specified_attributes;
    bool returns_unicode, namespace_prefixes, failed;
    bool _ascii_as_str; /* for ElementTree: ASCII texts are str */
    atomic_flag busy;
} PyParser;

#define SELF ((PyParser *)self)

static PyType parser_type;
static PyType *expat_error;

#include "methods_declare.h"
#include "pyexpat.def"
#include "methods_end.h"

/* --- values --------------------------------------------------------------- */

static bool is_ascii(const char *text, int64_t length)
{
    unsigned char all = 0;

    for (int64_t i = 0; i < length; i++)
        all |= (unsigned char)text[i];
    return all < 128;
}

static Value text_value(const PyParser *p, const char *text, int64_t length)
{
    if (!p->returns_unicode || (p->_ascii_as_str && is_ascii(text, length)))
        return (Value)str_from(text, length);
    return (Value)decode_utf8((Span){text, length}, "strict", NULL);
}

static Value text_or_none(PyParser *p, const char *text)
{
    return text ? text_value(p, text, (int64_t)strlen(text)) : NONE;
}

/* A name: the same object for the same name. */
static Value name_value(PyParser *p, const char *text)
{
    Value v = text_or_none(p, text), known;

    if (!v || v == NONE || p->intern == NONE)
        return v;
    known = dict_get_or_null((PyDict *)p->intern, v);
    if (known)
        return known;
    return dict_set((PyDict *)p->intern, v, v) < 0 ? NULL : v;
}

static void *fail(PyParser *p, enum XML_Error code)
{
    XML_Size line = XML_GetErrorLineNumber(p->parser);
    XML_Size column = XML_GetErrorColumnNumber(p->parser);
    Value text =
        (Value)str_format_c("%s: line %d, column %d", XML_ErrorString(code),
                            (int)line, (int)column);
    Value e = op_call((Value)expat_error, &text, 1, NULL);

    if (!e || op_setattr(e, str_intern("code"), tag_int(code)) < 0 ||
        op_setattr(e, str_intern("offset"), tag_int((int64_t)column)) < 0 ||
        op_setattr(e, str_intern("lineno"), tag_int((int64_t)line)) < 0)
        return NULL;
    err_restore((Value)expat_error, e, NULL);
    return NULL;
}

/* --- calling handlers ----------------------------------------------------- */

/* Stops the parser; it returns with an error, and the exception is ours. */
static void stop(PyParser *p)
{
    p->failed = true;
    XML_StopParser(p->parser, XML_FALSE);
}

static Value call(PyParser *p, int which, const Value *args, int n)
{
    Value result;

    for (int i = 0; i < n; i++)
        if (!args[i]) {
            stop(p);
            return NULL;
        }
    result = op_call(p->handlers[which], args, n, NULL);
    if (!result)
        stop(p);
    return result;
}

/* Hands out the character data that was collected; false: exception. */
static bool flush_text(PyParser *p)
{
    StrBuilder b = p->pending;
    Value text;

    if (b.length == 0 || p->failed)
        return !p->failed;
    p->pending = (StrBuilder){0};
    if (p->handlers[ON_CharacterData] == NONE)
        return true;
    text = text_value(p, b.text->data, b.length);
    return call(p, ON_CharacterData, &text, 1) != NULL;
}

/* Is there something to call, and all text before it handed out? */
static bool wanted(PyParser *p, int which)
{
    return flush_text(p) && p->handlers[which] != NONE;
}

static Value attribute_list(PyParser *p, const XML_Char **a, int n)
{
    PyList *list = list_new(n);

    for (int i = 0; list && i < n; i += 2) {
        Value name = name_value(p, a[i]), value = text_or_none(p, a[i + 1]);

        if (!name || !value || list_append(list, name) < 0 ||
            list_append(list, value) < 0)
            return NULL;
    }
    return (Value)list;
}

static Value attribute_dict(PyParser *p, const XML_Char **a, int n)
{
    PyDict *d = dict_new();

    for (int i = 0; i < n; i += 2) {
        Value name = name_value(p, a[i]), value = text_or_none(p, a[i + 1]);

        if (!name || !value || dict_set(d, name, value) < 0)
            return NULL;
    }
    return (Value)d;
}

static void on_start(void *data, const XML_Char *name, const XML_Char **a)
{
    PyParser *p = data;
    int n = 0;

    if (!wanted(p, ON_StartElement))
        return;
    if (p->specified_attributes)
        n = XML_GetSpecifiedAttributeCount(p->parser);
    else
        while (a[n])
            n += 2;
    Value args[] = {name_value(p, name), p->ordered_attributes
                                             ? attribute_list(p, a, n)
                                             : attribute_dict(p, a, n)};
    call(p, ON_StartElement, args, 2);
}

static void on_text(void *data, const XML_Char *text, int length)
{
    PyParser *p = data;
    Value v;

    if (p->failed || p->handlers[ON_CharacterData] == NONE)
        return;
    if (!p->buffer_text) {
        v = text_value(p, text, length);
        call(p, ON_CharacterData, &v, 1);
        return;
    }
    if (p->pending.length + length > p->buffer_size && !flush_text(p))
        return;
    if (length > p->buffer_size) {
        v = text_value(p, text, length);
        call(p, ON_CharacterData, &v, 1);
    } else if (sb_add(&p->pending, text, length) < 0) {
        stop(p);
    }
}

static void on_default(void *data, const XML_Char *text, int length)
{
    PyParser *p = data;
    int which = p->handlers[ON_DefaultHandlerExpand] != NONE
                    ? ON_DefaultHandlerExpand
                    : ON_Default;
    Value v;

    if (!wanted(p, which))
        return;
    v = text_value(p, text, length);
    call(p, which, &v, 1);
}

/* Handlers whose arguments are names or texts only. */
#define TEXT_HANDLER(fn, which, params, n, ...)                                \
    static void fn params                                                      \
    {                                                                          \
        PyParser *p = data;                                                    \
                                                                               \
        if (!wanted(p, which))                                                 \
            return;                                                            \
        Value args[n + 1] = {__VA_ARGS__};                                     \
        call(p, which, args, n);                                               \
    }

TEXT_HANDLER(on_end, ON_EndElement, (void *data, const XML_Char *name), 1,
             name_value(p, name))
TEXT_HANDLER(on_instruction, ON_ProcessingInstruction,
             (void *data, const XML_Char *target, const XML_Char *text), 2,
             name_value(p, target), text_or_none(p, text))
TEXT_HANDLER(on_unparsed, ON_UnparsedEntityDecl,
             (void *data, const XML_Char *name, const XML_Char *base,
              const XML_Char *system, const XML_Char *public,
              const XML_Char *notation),
             5, name_value(p, name), name_value(p, base), name_value(p, system),
             name_value(p, public), name_value(p, notation))
TEXT_HANDLER(on_notation, ON_NotationDecl,
             (void *data, const XML_Char *name, const XML_Char *base,
              const XML_Char *system, const XML_Char *public),
             4, name_value(p, name), name_value(p, base), name_value(p, system),
             name_value(p, public))
TEXT_HANDLER(on_start_namespace, ON_StartNamespaceDecl,
             (void *data, const XML_Char *prefix, const XML_Char *uri), 2,
             name_value(p, prefix), name_value(p, uri))
TEXT_HANDLER(on_end_namespace, ON_EndNamespaceDecl,
             (void *data, const XML_Char *prefix), 1, name_value(p, prefix))
TEXT_HANDLER(on_comment, ON_Comment, (void *data, const XML_Char *text), 1,
             text_or_none(p, text))
TEXT_HANDLER(on_start_cdata, ON_StartCdataSection, (void *data), 0, NULL)
TEXT_HANDLER(on_end_cdata, ON_EndCdataSection, (void *data), 0, NULL)
TEXT_HANDLER(on_start_doctype, ON_StartDoctypeDecl,
             (void *data, const XML_Char *name, const XML_Char *system,
              const XML_Char *public, int internal),
             4, name_value(p, name), name_value(p, system),
             name_value(p, public), tag_int(internal))
TEXT_HANDLER(on_end_doctype, ON_EndDoctypeDecl, (void *data), 0, NULL)
TEXT_HANDLER(on_entity, ON_EntityDecl,
             (void *data, const XML_Char *name, int parameter,
              const XML_Char *value, int length, const XML_Char *base,
              const XML_Char *system, const XML_Char *public,
              const XML_Char *notation),
             7, name_value(p, name), tag_int(parameter),
             value ? text_value(p, value, length) : NONE, name_value(p, base),
             name_value(p, system), name_value(p, public),
             name_value(p, notation))
TEXT_HANDLER(on_xml, ON_XmlDecl,
             (void *data, const XML_Char *version, const XML_Char *encoding,
              int standalone),
             3, text_or_none(p, version), text_or_none(p, encoding),
             tag_int(standalone))
TEXT_HANDLER(on_attlist, ON_AttlistDecl,
             (void *data, const XML_Char *element, const XML_Char *name,
              const XML_Char *type, const XML_Char *value, int required),
             5, name_value(p, element), name_value(p, name),
             text_or_none(p, type), text_or_none(p, value), tag_int(required))
TEXT_HANDLER(on_skipped, ON_SkippedEntity,
             (void *data, const XML_Char *name, int parameter), 2,
             name_value(p, name), tag_int(parameter))

static Value model_value(PyParser *p, const XML_Content *m)
{
    PyTuple *children = tuple_new(m->numchildren);

    if (!children)
        return NULL;
    for (unsigned i = 0; i < m->numchildren; i++) {
        Value child = model_value(p, &m->children[i]);

        if (!child)
            return NULL;
        tuple_init_item(children, i, child);
    }
    Value name = name_value(p, m->name);
    return name ? (Value)tuple_pack(4, tag_int(m->type), tag_int(m->quant),
                                    name, (Value)children)
                : NULL;
}

static void on_element_decl(void *data, const XML_Char *name,
                            XML_Content *model)
{
    PyParser *p = data;

    if (wanted(p, ON_ElementDecl)) {
        Value args[] = {name_value(p, name), model_value(p, model)};

        call(p, ON_ElementDecl, args, 2);
    }
    XML_FreeContentModel(p->parser, model);
}

/* What a handler that decides returns. */
static int decision(Value v)
{
    return v ? (int)value_as_int64(v) : XML_STATUS_ERROR;
}

static int on_not_standalone(void *data)
{
    PyParser *p = data;

    if (!wanted(p, ON_NotStandalone))
        return 1;
    return decision(call(p, ON_NotStandalone, NULL, 0));
}

static int on_external(XML_Parser parser, const XML_Char *context,
                       const XML_Char *base, const XML_Char *system,
                       const XML_Char *public)
{
    PyParser *p = XML_GetUserData(parser);

    if (!wanted(p, ON_ExternalEntityRef))
        return 1;
    Value args[] = {text_or_none(p, context), name_value(p, base),
                    name_value(p, system), name_value(p, public)};
    return decision(call(p, ON_ExternalEntityRef, args, 4));
}

/* Tells libexpat which handlers there are: it is faster without, and behaves
 * differently (default handlers, external entities). */
static void install(PyParser *p)
{
    XML_Parser x = p->parser;
#define HAS(name) (p->handlers[ON_##name] != NONE)

    XML_SetElementHandler(x, HAS(StartElement) ? on_start : NULL,
                          HAS(EndElement) ? on_end : NULL);
    XML_SetProcessingInstructionHandler(
        x, HAS(ProcessingInstruction) ? on_instruction : NULL);
    XML_SetCharacterDataHandler(x, HAS(CharacterData) ? on_text : NULL);
    XML_SetUnparsedEntityDeclHandler(x, HAS(UnparsedEntityDecl) ? on_unparsed
                                                                : NULL);
    XML_SetNotationDeclHandler(x, HAS(NotationDecl) ? on_notation : NULL);
    XML_SetNamespaceDeclHandler(
        x, HAS(StartNamespaceDecl) ? on_start_namespace : NULL,
        HAS(EndNamespaceDecl) ? on_end_namespace : NULL);
    XML_SetCommentHandler(x, HAS(Comment) ? on_comment : NULL);
    XML_SetCdataSectionHandler(x,
                               HAS(StartCdataSection) ? on_start_cdata : NULL,
                               HAS(EndCdataSection) ? on_end_cdata : NULL);
    /* Setting the plain one ends the expansion of internal entities. */
    if (HAS(Default) && !HAS(DefaultHandlerExpand))
        XML_SetDefaultHandler(x, on_default);
    else
        XML_SetDefaultHandlerExpand(x, HAS(DefaultHandlerExpand) ? on_default
                                                                 : NULL);
    XML_SetNotStandaloneHandler(x,
                                HAS(NotStandalone) ? on_not_standalone : NULL);
    XML_SetExternalEntityRefHandler(x, HAS(ExternalEntityRef) ? on_external
                                                              : NULL);
    XML_SetDoctypeDeclHandler(x,
                              HAS(StartDoctypeDecl) ? on_start_doctype : NULL,
                              HAS(EndDoctypeDecl) ? on_end_doctype : NULL);
    XML_SetEntityDeclHandler(x, HAS(EntityDecl) ? on_entity : NULL);
    XML_SetXmlDeclHandler(x, HAS(XmlDecl) ? on_xml : NULL);
    XML_SetElementDeclHandler(x, HAS(ElementDecl) ? on_element_decl : NULL);
    XML_SetAttlistDeclHandler(x, HAS(AttlistDecl) ? on_attlist : NULL);
    XML_SetSkippedEntityHandler(x, HAS(SkippedEntity) ? on_skipped : NULL);
#undef HAS
}

/* --- encodings that libexpat does not know -------------------------------- */

/* The map of a codec with one character per byte. */
static int on_encoding(void *data, const XML_Char *name, XML_Encoding *info)
{
    char bytes[256];

    for (int i = 0; i < 256; i++)
        bytes[i] = (char)i;
    Value args[] = {(Value)str_from_c(name), (Value)str_from_c("replace")};
    Value u = op_call_method((Value)str_from(bytes, 256), str_intern("decode"),
                             args, 2);
    if (!u || !is_unicode(u) || op_length(u) != 256) {
        if (u)
            err_format(&exc_ValueError, "multi-byte encodings are not "
                                        "supported");
        ((PyParser *)data)->failed = true;
        return XML_STATUS_ERROR;
    }
    for (int i = 0; i < 256; i++) {
        uint32_t c = unicode_at((PyUnicode *)u, i);

        info->map[i] = c == 0xFFFD ? -1 : (int)c;
    }
    info->data = NULL;
    info->convert = NULL;
    info->release = NULL;
    return XML_STATUS_OK;
}

/* --- making and freeing --------------------------------------------------- */

static void free_parser(PyObject *o)
{
    XML_ParserFree(((PyParser *)o)->parser);
}

static Value parser_value(XML_Parser parser, Value intern)
{
    PyParser *p;

    if (!parser)
        return err_no_memory();
    p = gc_new(&parser_type, sizeof *p);
    p->parser = parser;
    for (int i = 0; i < HANDLER_COUNT; i++)
        p->handlers[i] = NONE;
    p->intern = intern;
    p->buffer_size = 8192;
    p->returns_unicode = true;
    gc_on_unreachable(&p->head, free_parser);
    return (Value)p;
}

static bool string_or_none(int position, Value v, const char **out)
{
    *out = NULL;
    if (!v || v == NONE)
        return true;
    if (!is_str(v)) {
        arg_type_error("ParserCreate", position, "string or None", v);
        return false;
    }
    *out = str_span(v).data;
    return true;
}

static Value f_ParserCreate(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"encoding", "namespace_separator",
                                        "intern"};
    const char *encoding, *separator;
    Value given[3];

    if (args_parse("ParserCreate", args, nargs, kwnames, names, 0, 3, given) <
            0 ||
        !string_or_none(1, given[0], &encoding) ||
        !string_or_none(2, given[1], &separator))
        return NULL;
    if (separator && strlen(separator) > 1)
        return err_format(&exc_ValueError,
                          "namespace_separator must be at most one character, "
                          "omitted, or None");
    if (given[2] && given[2] != NONE && !has_type_flag(given[2], TYPE_DICT))
        return err_format(&exc_TypeError, "intern must be a dictionary");
    return parser_value(separator ? XML_ParserCreateNS(encoding, *separator)
                                  : XML_ParserCreate(encoding),
                        given[2] ? given[2] : (Value)dict_new());
}

static Value p_ExternalEntityParserCreate(Value self, const Value *args,
                                          Py_ssize nargs)
{
    const char *context, *encoding = NULL;
    PyParser *p;
    Span text;

    if (args[0] == NONE) {
        context = NULL;
    } else {
        if (!arg_bytes("ExternalEntityParserCreate", 1, args[0], &text))
            return NULL;
        context = text.data;
    }
    if (nargs > 1 &&
        !(encoding = arg_name("ExternalEntityParserCreate", 2, args[1])))
        return NULL;
    p = (PyParser *)parser_value(
        XML_ExternalEntityParserCreate(SELF->parser, context, encoding),
        SELF->intern);
    if (!p)
        return NULL;
    memcpy(p->handlers, SELF->handlers, sizeof p->handlers);
    p->buffer_size = SELF->buffer_size;
    p->buffer_text = SELF->buffer_text;
    p->ordered_attributes = SELF->ordered_attributes;
    p->specified_attributes = SELF->specified_attributes;
    p->returns_unicode = SELF->returns_unicode;
    p->_ascii_as_str = SELF->_ascii_as_str;
    p->namespace_prefixes = SELF->namespace_prefixes;
    return (Value)p;
}

/* --- parsing -------------------------------------------------------------- */

enum { CHUNK = 1 << 20 };

static Value feed_busy(PyParser *p, Span in, bool final)
{
    enum XML_Status status;

    XML_SetUserData(p->parser, p);
    XML_SetUnknownEncodingHandler(p->parser, on_encoding, p);
    install(p);
    p->failed = false;
    do {
        int n = in.length > CHUNK ? CHUNK : (int)in.length;

        status = XML_Parse(p->parser, in.data, n, final && n == in.length);
        in.data += n;
        in.length -= n;
    } while (status != XML_STATUS_ERROR && !p->failed && in.length > 0);
    if (p->failed)
        return NULL;
    if (status == XML_STATUS_ERROR) {
        flush_text(p);
        return p->failed ? NULL : fail(p, XML_GetErrorCode(p->parser));
    }
    return flush_text(p) ? tag_int(status) : NULL;
}

static Value feed(PyParser *p, Span in, bool final)
{
    Value result;

    if (atomic_flag_test_and_set(&p->busy))
        return err_format(&exc_RuntimeError, "the parser is in use");
    result = feed_busy(p, in, final);
    atomic_flag_clear(&p->busy);
    return result;
}

static Value p_Parse(Value self, const Value *args, Py_ssize nargs)
{
    int64_t final;
    Span in;

    if (!value_bytes_or_null(args[0], &in) && !is_unicode(args[0]))
        return arg_type_error("Parse", 1, "string or read-only buffer",
                              args[0]);
    if (!arg_bytes("Parse", 1, args[0], &in) ||
        !optional_int(args, nargs, 1, 0, &final))
        return NULL;
    return feed(SELF, in, final != 0);
}

static Value p_ParseFile(Value self, const Value *args, Py_ssize nargs)
{
    Value read = op_getattr_or_null(args[0], str_intern("read"));
    Value size = tag_int(8192), piece, result;

    if (!read)
        return err_pending()
                   ? NULL
                   : err_format(&exc_TypeError,
                                "argument must have 'read' attribute");
    do {
        piece = op_call(read, &size, 1, NULL);
        if (!piece)
            return NULL;
        if (!is_str(piece))
            return err_format(&exc_TypeError,
                              "read() did not return a string object "
                              "(type=%.400s)",
                              type_name_of(piece));
        result = feed(SELF, str_span(piece), str_span(piece).length == 0);
    } while (result && str_span(piece).length > 0);
    return result;
}

static Value p_SetBase(Value self, const Value *args, Py_ssize nargs)
{
    const char *base = arg_name("SetBase", 1, args[0]);

    if (!base)
        return NULL;
    return XML_SetBase(SELF->parser, base) ? NONE : err_no_memory();
}

static Value p_GetBase(Value self, const Value *args, Py_ssize nargs)
{
    const char *base = XML_GetBase(SELF->parser);

    return base ? (Value)str_from_c(base) : NONE;
}

static Value p_GetInputContext(Value self, const Value *args, Py_ssize nargs)
{
    int offset, size;
    const char *text = XML_GetInputContext(SELF->parser, &offset, &size);

    return text ? (Value)str_from(text + offset, size - offset) : NONE;
}

static Value p_SetParamEntityParsing(Value self, const Value *args,
                                     Py_ssize nargs)
{
    int64_t flag = value_as_c_int(args[0]);

    if (flag == -1 && err_pending())
        return NULL;
    return tag_int(XML_SetParamEntityParsing(
        SELF->parser, (enum XML_ParamEntityParsing)flag));
}

static Value p_UseForeignDTD(Value self, const Value *args, Py_ssize nargs)
{
    int on = nargs ? op_is_true(args[0]) : 1;
    enum XML_Error code;

    if (on < 0)
        return NULL;
    code = XML_UseForeignDTD(SELF->parser, on ? XML_TRUE : XML_FALSE);
    return code ? fail(SELF, code) : NONE;
}

/* --- attributes ----------------------------------------------------------- */

static int handler_index(PyStr *name)
{
    for (int i = 0; i < HANDLER_COUNT; i++)
        if (strcmp(handler_names[i], str_data(name)) == 0)
            return i;
    return strcmp(str_data(name), "DefaultHandlerExpand") == 0
               ? ON_DefaultHandlerExpand
               : -1;
}

static Value parser_getattr(Value self, PyStr *name)
{
    int i = handler_index(name);
    Value v;

    if (i >= 0)
        return SELF->handlers[i];
    v = object_getattr(self, name);
    if (!v && err_matches(&exc_AttributeError)) {
        err_clear();
        err_set(&exc_AttributeError, (Value)name);
    }
    return v;
}

static int parser_setattr(Value self, PyStr *name, Value v)
{
    int i = handler_index(name);

    if (!v) {
        err_format(&exc_RuntimeError, "Cannot delete attribute");
        return -1;
    }
    if (i < 0)
        return object_setattr(self, name, v);
    if (i == ON_CharacterData && !flush_text(SELF))
        return -1;
    SELF->handlers[i] = v;
    if (atomic_flag_test_and_set(&SELF->busy))
        install(SELF); /* a handler changes handlers */
    else
        atomic_flag_clear(&SELF->busy);
    return 0;
}

#define FLAG(name)                                                             \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        return value_from_bool(SELF->name);                                    \
    }                                                                          \
    static int set_##name(Value self, Value v)                                 \
    {                                                                          \
        int on = op_is_true(v);                                                \
                                                                               \
        if (on < 0)                                                            \
            return -1;                                                         \
        SELF->name = on;                                                       \
        return 0;                                                              \
    }
FLAG(ordered_attributes)
FLAG(specified_attributes)
FLAG(returns_unicode)
FLAG(_ascii_as_str)

static Value get_buffer_text(Value self)
{
    return value_from_bool(SELF->buffer_text);
}

static int set_buffer_text(Value self, Value v)
{
    int on = op_is_true(v);

    if (on < 0 || (!on && !flush_text(SELF)))
        return -1;
    SELF->buffer_text = on;
    return 0;
}

static Value get_namespace_prefixes(Value self)
{
    return value_from_bool(SELF->namespace_prefixes);
}

static int set_namespace_prefixes(Value self, Value v)
{
    int on = op_is_true(v);

    if (on < 0)
        return -1;
    SELF->namespace_prefixes = on;
    XML_SetReturnNSTriplet(SELF->parser, on);
    return 0;
}

static Value get_buffer_size(Value self)
{
    return tag_int(SELF->buffer_size);
}

static int set_buffer_size(Value self, Value v)
{
    int64_t n;

    if (!has_type_flag(v, TYPE_INT)) {
        err_format(&exc_TypeError, "buffer_size must be an integer");
        return -1;
    }
    n = value_as_int64(v);
    if (n <= 0) {
        err_format(&exc_ValueError, "buffer_size must be greater than zero");
        return -1;
    }
    if (n > INT_MAX) {
        err_format(&exc_ValueError, "buffer_size must not be greater than %i",
                   INT_MAX);
        return -1;
    }
    if (!flush_text(SELF))
        return -1;
    SELF->buffer_size = n;
    return 0;
}

static Value get_buffer_used(Value self)
{
    return tag_int(SELF->pending.length);
}

static Value get_intern(Value self)
{
    return SELF->intern;
}

#define NUMBER(name, fn)                                                       \
    static Value get_##name(Value self)                                        \
    {                                                                          \
        return tag_int((int64_t)fn(SELF->parser));                             \
    }
NUMBER(ErrorCode, XML_GetErrorCode)
NUMBER(ErrorLineNumber, XML_GetErrorLineNumber)
NUMBER(ErrorColumnNumber, XML_GetErrorColumnNumber)
NUMBER(ErrorByteIndex, XML_GetErrorByteIndex)
NUMBER(CurrentLineNumber, XML_GetCurrentLineNumber)
NUMBER(CurrentColumnNumber, XML_GetCurrentColumnNumber)
NUMBER(CurrentByteIndex, XML_GetCurrentByteIndex)

static const GetSetDef getsets[] = {
    {"ordered_attributes", get_ordered_attributes, set_ordered_attributes},
    {"specified_attributes", get_specified_attributes,
     set_specified_attributes},
    {"returns_unicode", get_returns_unicode, set_returns_unicode},
    {"_ascii_as_str", get__ascii_as_str, set__ascii_as_str},
    {"buffer_text", get_buffer_text, set_buffer_text},
    {"buffer_size", get_buffer_size, set_buffer_size},
    {"buffer_used", get_buffer_used},
    {"namespace_prefixes", get_namespace_prefixes, set_namespace_prefixes},
    {"intern", get_intern},
    {"ErrorCode", get_ErrorCode},
    {"ErrorLineNumber", get_ErrorLineNumber},
    {"ErrorColumnNumber", get_ErrorColumnNumber},
    {"ErrorByteIndex", get_ErrorByteIndex},
    {"CurrentLineNumber", get_CurrentLineNumber},
    {"CurrentColumnNumber", get_CurrentColumnNumber},
    {"CurrentByteIndex", get_CurrentByteIndex},
    {0}};

static const NativeDef methods[] = {
#include "methods_table.h"
#include "pyexpat.def"
#include "methods_end.h"
    {0}};

static PyType parser_type = {
    .head.type = &type_type,
    .name = "pyexpat.xmlparser",
    .base = &object_type,
    .basic_size = sizeof(PyParser),
    .doc =
        "What ParserCreate() makes: feed it text, and it calls its handlers.",
    .methods = methods,
    .getsets = getsets,
    .getattr = parser_getattr,
    .setattr = parser_setattr,
};

/* --- the module ----------------------------------------------------------- */

static Value f_ErrorString(Value self, const Value *args, Py_ssize nargs)
{
    int64_t code = value_as_c_int(args[0]);
    const char *text;

    if (code == -1 && err_pending())
        return NULL;
    text = XML_ErrorString((enum XML_Error)code);
    return text ? (Value)str_from_c(text) : NONE;
}

static const NativeDef functions[] = {
    {"ParserCreate", f_ParserCreate, 0, -1, ARITY_kw},
    {"ErrorString", f_ErrorString, 1, 1, ARITY_parse},
    {0}};

static int add_errors(PyModule *m)
{
    PyModule *errors =
        module_new("pyexpat.errors", "Constants used to describe error "
                                     "conditions.");
    static const struct {
        const char *name;
        enum XML_Error code;
    } table[] = {
#define CONSTANT(name) {#name, name},
#include "expat_errors.def"
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (module_add(errors, table[i].name,
                       (Value)str_from_c(XML_ErrorString(table[i].code))) < 0)
            return -1;
    return module_add(m, "errors", (Value)errors);
}

static int add_model(PyModule *m)
{
    PyModule *model =
        module_new("pyexpat.model", "Constants used to interpret content model "
                                    "information.");
    static const struct {
        const char *name;
        int value;
    } table[] = {{"XML_CTYPE_EMPTY", XML_CTYPE_EMPTY},
                 {"XML_CTYPE_ANY", XML_CTYPE_ANY},
                 {"XML_CTYPE_MIXED", XML_CTYPE_MIXED},
                 {"XML_CTYPE_NAME", XML_CTYPE_NAME},
                 {"XML_CTYPE_CHOICE", XML_CTYPE_CHOICE},
                 {"XML_CTYPE_SEQ", XML_CTYPE_SEQ},
                 {"XML_CQUANT_NONE", XML_CQUANT_NONE},
                 {"XML_CQUANT_OPT", XML_CQUANT_OPT},
                 {"XML_CQUANT_REP", XML_CQUANT_REP},
                 {"XML_CQUANT_PLUS", XML_CQUANT_PLUS}};

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (module_add(model, table[i].name, tag_int(table[i].value)) < 0)
            return -1;
    return module_add(m, "model", (Value)model);
}

static int add_version(PyModule *m)
{
    XML_Expat_Version v = XML_ExpatVersionInfo();

    return module_add(m, "EXPAT_VERSION",
                      (Value)str_from_c(XML_ExpatVersion())) < 0 ||
                   module_add(m, "version_info",
                              (Value)tuple_pack(3, tag_int(v.major),
                                                tag_int(v.minor),
                                                tag_int(v.micro))) < 0 ||
                   module_add(m, "native_encoding",
                              (Value)str_from_c("UTF-8")) < 0
               ? -1
               : 0;
}

static int init(PyModule *m)
{
    static const char name[] = "xml.parsers.expat.ExpatError";

    if (!expat_error && !(expat_error = exception_class_new(name, NULL)))
        return -1;
    if (type_ready(&parser_type) < 0 ||
        module_add(m, "ExpatError", (Value)expat_error) < 0 ||
        module_add(m, "error", (Value)expat_error) < 0 ||
        module_add(m, "XMLParserType", (Value)&parser_type) < 0 ||
        module_add(m, "XML_PARAM_ENTITY_PARSING_NEVER",
                   tag_int(XML_PARAM_ENTITY_PARSING_NEVER)) < 0 ||
        module_add(m, "XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE",
                   tag_int(XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)) < 0 ||
        module_add(m, "XML_PARAM_ENTITY_PARSING_ALWAYS",
                   tag_int(XML_PARAM_ENTITY_PARSING_ALWAYS)) < 0)
        return -1;
    return add_version(m) < 0 || add_errors(m) < 0 || add_model(m) < 0 ? -1 : 0;
}

const NativeModule native_module_pyexpat = {
    "pyexpat", "A parser of XML that calls handlers as it goes.", functions,
    init};

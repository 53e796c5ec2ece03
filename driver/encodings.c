/* Which programs need the encodings package.  The registry imports it by
 * name at run time; the common codecs are in C and need no package, so it is
 * linked only into programs that seem to use others:
 *   - a codec's name that is not one of C's, given to encode(), decode() or
 *     unicode(), or one that stands elsewhere while these get a variable;
 *   - the parts of module codecs that want stream classes. */
#include "driver/driver.h"

#include "charsets/name_list.h"
#include "frontend/codec_names.h"

#include <string.h>

static bool names_other_codec(const Node *n)
{
    char name[NAME_ROOM];

    return n->kind == AST_Str &&
           name_normalise(n->Str.s.data, n->Str.s.len, name) &&
           !codec_is_in_c(name);
}

/* The names of the codecs in Python that a program may keep in a variable. */
static bool is_other_codec(const Text *t)
{
    char name[NAME_ROOM];

    return name_normalise(t->data, t->len, name) &&
           name_list_has(
               "idna punycode uu uu_codec quopri quopri_codec "
               "quoted_printable bz2 bz2_codec zlib zlib_codec undefined "
               "charmap",
               name);
}

static bool is_stream_function(const char *name)
{
    return name_list_has(
        "open lookup getencoder getdecoder getincrementalencoder "
        "getincrementaldecoder getreader getwriter EncodedFile "
        "iterencode iterdecode",
        name);
}

/* The argument that names the codec, or NULL. */
static const Node *codec_argument(const Node *call)
{
    const Node *f = call->Call.func;
    int at = f->kind == AST_Name ? 1 : 0;

    if (call->Call.args.count <= at)
        return NULL;
    if (f->kind == AST_Name && strcmp(f->Name.id->text, "unicode") == 0)
        return call->Call.args.items[1];
    if (f->kind == AST_Attribute &&
        name_list_has("encode decode", f->Attribute.attr->text))
        return call->Call.args.items[0];
    return NULL;
}

void codec_uses_note(CodecUses *uses, const Node *n)
{
    const Node *codec;

    if (n->kind == AST_Str)
        uses->named |= is_other_codec(&n->Str.s);
    else if (n->kind == AST_Call && (codec = codec_argument(n)))
        uses->computed |= codec->kind != AST_Str;
}

static bool call_needs_encodings(const Node *n)
{
    const Node *codec = codec_argument(n);

    return codec && names_other_codec(codec);
}

bool node_needs_encodings(const Node *n)
{
    switch (n->kind) {
    case AST_Call:
        return call_needs_encodings(n);
    case AST_Attribute:
        return n->Attribute.value->kind == AST_Name &&
               strcmp(n->Attribute.value->Name.id->text, "codecs") == 0 &&
               is_stream_function(n->Attribute.attr->text);
    case AST_ImportFrom:
        if (!n->ImportFrom.module ||
            strcmp(n->ImportFrom.module->text, "codecs") != 0)
            return false;
        for (int i = 0; i < n->ImportFrom.names.count; i++)
            if (is_stream_function(
                    n->ImportFrom.names.items[i]->alias.name->text))
                return true;
        return false;
    default:
        return false;
    }
}

bool node_needs_unicodedata(const Node *n)
{
    return n->kind == AST_Str && n->Str.s.len >= 4 &&
           strstr(n->Str.s.data, "\\N{");
}

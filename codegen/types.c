/* Types, runtime entries and constants as LLVM values. */
#include "codegen/internal.h"

#include <stdlib.h>

typedef struct EntryInfo {
    const char *name, *result, *params, *flags;
} EntryInfo;

#define N N
static const EntryInfo entry_info[ENTRY_COUNT] = {
#define ENTRY(name, result, params, flags)                                     \
    {"pyrt_" #name, #result, #params, #flags},
#include "entries.def"
};

void cg_types_init(Codegen *cg)
{
    cg->ptr = LLVMPointerTypeInContext(cg->ctx, 0);
    cg->i64 = LLVMInt64TypeInContext(cg->ctx);
    cg->i32 = LLVMInt32TypeInContext(cg->ctx);
    cg->i1 = LLVMInt1TypeInContext(cg->ctx);
    cg->f64 = LLVMDoubleTypeInContext(cg->ctx);
    cg->void_type = LLVMVoidTypeInContext(cg->ctx);
    cg->null = LLVMConstNull(cg->ptr);
    cg->invariant_md = LLVMGetMDKindIDInContext(cg->ctx, "invariant.load", 14);
}

static LLVMTypeRef letter_type(Codegen *cg, char c)
{
    switch (c) {
    case 'V':
    case 'P':
        return cg->ptr;
    case 'I':
        return cg->i64;
    case 'W':
        return cg->i32;
    case 'D':
        return cg->f64;
    default:
        return cg->void_type;
    }
}

/* "(V a, P b)": a letter, then a parameter name. */
static LLVMTypeRef parse_signature(Codegen *cg, const EntryInfo *info)
{
    LLVMTypeRef params[16];
    unsigned n = 0;
    const char *p = info->params + 1;

    while (*p && *p != ')') {
        while (*p == ' ' || *p == ',')
            p++;
        if (*p != 'N')
            params[n++] = letter_type(cg, *p);
        while (*p != ',' && *p != ')')
            p++;
    }
    return LLVMFunctionType(letter_type(cg, info->result[0]), params, n, 0);
}

void cg_add_attribute(Codegen *cg, LLVMValueRef f, const char *name)
{
    unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));

    LLVMAddAttributeAtIndex(f, LLVMAttributeFunctionIndex,
                            LLVMCreateEnumAttribute(cg->ctx, kind, 0));
}

void cg_pure_function(Codegen *cg, LLVMValueRef f, bool known)
{
    unsigned memory = LLVMGetEnumAttributeKindForName("memory", 6);

    LLVMAddAttributeAtIndex(f, LLVMAttributeFunctionIndex,
                            LLVMCreateEnumAttribute(cg->ctx, memory, 0));
    cg_add_attribute(cg, f, "nounwind");
    cg_add_attribute(cg, f, "willreturn");
    if (!known)
        cg_add_attribute(cg, f, "nobuiltin");
}

LLVMValueRef cg_entry(Codegen *cg, Entry e)
{
    const EntryInfo *info = &entry_info[e];

    if (cg->entries[e])
        return cg->entries[e];
    cg->entry_types[e] = parse_signature(cg, info);
    cg->entries[e] = LLVMAddFunction(cg->mod, info->name, cg->entry_types[e]);
    cg_add_attribute(cg, cg->entries[e], "nounwind");
    if (strstr(info->flags, "COLD"))
        cg_add_attribute(cg, cg->entries[e], "cold");
    return cg->entries[e];
}

void cg_forbid_inlining(Codegen *cg, LLVMValueRef call)
{
    unsigned kind = LLVMGetEnumAttributeKindForName("noinline", 8);

    LLVMAddCallSiteAttribute(call, LLVMAttributeFunctionIndex,
                             LLVMCreateEnumAttribute(cg->ctx, kind, 0));
}

LLVMValueRef cg_call(Codegen *cg, Entry e, LLVMValueRef *args, int n)
{
    LLVMValueRef f = cg_entry(cg, e), call;

    call = LLVMBuildCall2(cg->builder, cg->entry_types[e], f, args, (unsigned)n,
                          "");
    if (cg->outline)
        cg_forbid_inlining(cg, call);
    return call;
}

LLVMValueRef cg_int(Codegen *cg, int64_t i)
{
    return LLVMConstInt(cg->i64, (unsigned long long)i, 1);
}

LLVMValueRef cg_i32(Codegen *cg, int32_t i)
{
    return LLVMConstInt(cg->i32, (unsigned long long)(int64_t)i, 1);
}

void cg_likely(Codegen *cg, LLVMValueRef branch, int edge)
{
    LLVMContextRef ctx = cg->ctx;
    LLVMMetadataRef ops[] = {
        LLVMMDStringInContext2(ctx, "branch_weights", 14),
        LLVMValueAsMetadata(cg_i32(cg, edge == 0 ? 100000 : 1)),
        LLVMValueAsMetadata(cg_i32(cg, edge == 1 ? 100000 : 1)),
    };
    LLVMMetadataRef md = LLVMMDNodeInContext2(ctx, ops, 3);

    LLVMSetMetadata(branch, LLVMGetMDKindIDInContext(ctx, "prof", 4),
                    LLVMMetadataAsValue(ctx, md));
}

LLVMValueRef cg_tagged_int(Codegen *cg, int64_t i)
{
    return LLVMConstIntToPtr(cg_int(cg, (int64_t)((uint64_t)i << 1 | 1)),
                             cg->ptr);
}

LLVMValueRef cg_element(Codegen *cg, LLVMTypeRef type, LLVMValueRef array,
                        int64_t i)
{
    LLVMValueRef idx[] = {cg_int(cg, 0), cg_int(cg, i)};

    return LLVMBuildInBoundsGEP2(cg->builder, type, array, idx, 2, "");
}

LLVMValueRef cg_const_slot(Codegen *cg, const Const *c)
{
    LLVMValueRef idx[] = {cg_int(cg, 0), cg_int(cg, c->index)};

    return LLVMConstInBoundsGEP2(cg->consts_type, cg->consts, idx, 2);
}

static bool fits_tag(int64_t i)
{
    return i >= -((int64_t)1 << 62) && i < (int64_t)1 << 62;
}

/* The mirror of rt/core/value.h: the flonum of d, or 0. */
static uint64_t flonum(double d)
{
    uint64_t u;

    memcpy(&u, &d, sizeof u);
    u -= FLOAT_BIAS;
    u = u << 3 | u >> 61;
    return (u & 3) == 2 ? u : 0;
}

/* Immediate numbers are constants of the code; the rest is loaded from the
 * table, which never changes once the module runs. */
LLVMValueRef cg_load_const(Codegen *cg, const Const *c)
{
    LLVMValueRef load;

    if (c->kind == CONST_int && fits_tag(c->i))
        return cg_tagged_int(cg, c->i);
    if (c->kind == CONST_float && flonum(c->d))
        return LLVMConstIntToPtr(cg_int(cg, (int64_t)flonum(c->d)), cg->ptr);
    load = LLVMBuildLoad2(cg->builder, cg->ptr, cg_const_slot(cg, c), "");
    LLVMSetMetadata(load, cg->invariant_md,
                    LLVMMDNodeInContext(cg->ctx, NULL, 0));
    return load;
}

LLVMValueRef cg_cstring(Codegen *cg, const char *s)
{
    LLVMValueRef text =
        LLVMConstStringInContext(cg->ctx, s, (unsigned)strlen(s), 0);
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(text), "");

    LLVMSetInitializer(g, text);
    LLVMSetLinkage(g, LLVMPrivateLinkage);
    LLVMSetGlobalConstant(g, 1);
    LLVMSetUnnamedAddress(g, LLVMGlobalUnnamedAddr);
    return g;
}

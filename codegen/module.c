/* A module as LLVM data: constants, code objects, global slots, and the
 * CompiledModule (rt/core/module.h) that ties them together; and the main of
 * a program. */
#include "codegen/internal.h"

#include <stdlib.h>

/* Dots are doubled so that a.b and a_b differ and no name hides another. */
const char *codegen_module_symbol(Arena *a, const char *dotted)
{
    StrBuf b = {.arena = a};

    strbuf_puts(&b, "pyllc_module_");
    for (const char *p = dotted; *p; p++) {
        if (*p == '.')
            strbuf_putc(&b, '.');
        strbuf_putc(&b, *p);
    }
    return b.data;
}

void cg_set_shared(Codegen *cg, LLVMValueRef symbol)
{
    if (cg->part == PART_whole) {
        LLVMSetLinkage(symbol, LLVMInternalLinkage);
        return;
    }
    LLVMSetLinkage(symbol, LLVMExternalLinkage);
    LLVMSetVisibility(symbol, LLVMHiddenVisibility);
}

bool cg_has(const Codegen *cg, const Fn *fn)
{
    return cg->part == PART_whole || fn->is_quick == (cg->part == PART_quick);
}

static const char *array_name(Codegen *cg, const char *what)
{
    if (cg->part == PART_whole)
        return what;
    return arena_printf(cg->arena, "%s.%s", what, cg->m->name->text);
}

/* An array whose length is known only when all functions are done; in a part
 * without data it stays declared, larger than any is. */
static LLVMValueRef placeholder(Codegen *cg, LLVMTypeRef element,
                                LLVMTypeRef *type, const char *name)
{
    LLVMValueRef g;

    if (cg->part != PART_hot) {
        *type = LLVMArrayType2(element, 0);
        return LLVMAddGlobal(cg->mod, *type, "");
    }
    *type = LLVMArrayType2(element, 1 << 24);
    g = LLVMAddGlobal(cg->mod, *type, array_name(cg, name));
    LLVMSetAlignment(g, 16);
    cg_set_shared(cg, g);
    return g;
}

static LLVMValueRef final_array(Codegen *cg, LLVMValueRef old,
                                LLVMTypeRef element, int n, const char *name)
{
    LLVMTypeRef t = LLVMArrayType2(element, (uint64_t)(n ? n : 1));
    LLVMValueRef g = LLVMAddGlobal(cg->mod, t, array_name(cg, name));

    LLVMSetInitializer(g, LLVMConstNull(t));
    cg_set_shared(cg, g);
    LLVMSetAlignment(g, 16);
    LLVMReplaceAllUsesWith(old, g);
    LLVMDeleteGlobal(old);
    return g;
}

int cg_code_index(const Fn *fn)
{
    return fn->original ? fn->original : fn->index;
}

LLVMValueRef cg_fn_code(Codegen *cg, const Fn *fn)
{
    LLVMValueRef idx[] = {cg_int(cg, 0), cg_int(cg, cg_code_index(fn))};

    return LLVMConstInBoundsGEP2(cg->codes_type, cg->codes, idx, 2);
}

static LLVMValueRef bytes_global(Codegen *cg, const StrBuf *b)
{
    LLVMValueRef text =
        LLVMConstStringInContext2(cg->ctx, b->data ? b->data : "", b->len, 1);
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(text), "constants");

    LLVMSetInitializer(g, text);
    LLVMSetLinkage(g, LLVMPrivateLinkage);
    LLVMSetGlobalConstant(g, 1);
    return g;
}

static LLVMValueRef pointer_array(Codegen *cg, LLVMValueRef *items, int n,
                                  const char *name)
{
    LLVMValueRef array = LLVMConstArray2(cg->ptr, items, (uint64_t)n);
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(array), name);

    LLVMSetInitializer(g, array);
    LLVMSetGlobalConstant(g, 1);
    return g;
}

/* --- code objects --------------------------------------------------------- */

/* Of this part or the other one. */
static LLVMValueRef function_symbol(Codegen *cg, const char *name)
{
    LLVMValueRef f = LLVMGetNamedFunction(cg->mod, name);

    if (f)
        return f;
    f = LLVMAddFunction(cg->mod, name,
                        LLVMFunctionType(cg->void_type, NULL, 0, 0));
    cg_set_shared(cg, f);
    return f;
}

/* Functions that have a code object, which are in front of the others. */
static int count_codes(const Module *m)
{
    int n = 0;

    while (n < m->fns.count && !m->fns.items[n]->original)
        n++;
    return n;
}

/* The entries of the bodies that pass_forward has made of a function. */
static LLVMValueRef forwards(Codegen *cg, const Fn *fn)
{
    LLVMValueRef entries[FORWARD_COUNT], table;
    bool any = false;

    for (int i = 0; i < FORWARD_COUNT; i++)
        entries[i] = cg->null;
    for (int i = count_codes(cg->m); i < cg->m->fns.count; i++) {
        const Fn *body = cg->m->fns.items[i];

        if (body->original != fn->index)
            continue;
        any = true;
        entries[body->nparams - fn->argcount] = function_symbol(
            cg, arena_printf(cg->arena, "%s.entry", body->symbol));
    }
    if (!any)
        return cg->null;
    table = pointer_array(cg, entries, FORWARD_COUNT, "forwards");
    LLVMSetLinkage(table, LLVMInternalLinkage);
    return table;
}

static LLVMValueRef code_init(Codegen *cg, const Fn *fn, LLVMTypeRef type)
{
    Module *m = cg->m;
    NameList none = {0};
    const Scope *s = fn->scope;
    const NameList *locals = fn->kind == FN_function ? &s->varnames : &none;
    Const *name = const_str(m, fn->name->text, fn->name->len, CONST_str);
    Const *params = code_params_or_null(fn);
    const char *entry = arena_printf(cg->arena, "%s.entry", fn->symbol);
    const char *code = arena_printf(cg->arena, "%s%s", fn->symbol,
                                    fn->is_generator ? ".resume" : "");
    LLVMValueRef fields[] = {
        function_symbol(cg, entry),
        function_symbol(cg, code),
        forwards(cg, fn),
        cg_i32(cg, fn->argcount),
        cg_i32(cg, fn->nparams),
        cg_i32(cg, code_flags(fn)),
        cg_i32(cg, s->first_line),
        cg_i32(cg, locals->count),
        cg_i32(cg, name->index),
        cg_i32(cg, const_names(m, locals)->index),
        cg_i32(cg, const_names(m, &s->freevars)->index),
        cg_i32(cg, const_names(m, &s->cellvars)->index),
        cg_i32(
            cg,
            (m->shows_code ? code_facts(m, fn) : const_names(m, &none))->index),
        cg_i32(cg, fn->doc ? fn->doc->index : -1),
        cg_i32(cg, params ? params->index : -1),
    };

    return LLVMConstNamedStruct(type, fields, 15);
}

static LLVMValueRef code_inits(Codegen *cg)
{
    LLVMTypeRef fields[] = {cg->ptr, cg->ptr, cg->ptr, cg->i32, cg->i32,
                            cg->i32, cg->i32, cg->i32, cg->i32, cg->i32,
                            cg->i32, cg->i32, cg->i32, cg->i32, cg->i32};
    LLVMTypeRef type = LLVMStructTypeInContext(cg->ctx, fields, 15, 0);
    int n = count_codes(cg->m);
    LLVMValueRef *rows = ARENA_ARRAY(cg->arena, LLVMValueRef, n), array, g;

    for (int i = 0; i < n; i++)
        rows[i] = code_init(cg, cg->m->fns.items[i], type);
    array = LLVMConstArray2(type, rows, (uint64_t)n);
    g = LLVMAddGlobal(cg->mod, LLVMTypeOf(array), "code_inits");
    LLVMSetInitializer(g, array);
    LLVMSetLinkage(g, LLVMInternalLinkage);
    LLVMSetGlobalConstant(g, 1);
    return g;
}

/* What runs the module: its body, or the evaluator. */
static LLVMValueRef body_symbol(Codegen *cg)
{
    return cg->m->is_text
               ? LLVMAddFunction(cg->mod, "eval_module_body",
                                 LLVMFunctionType(cg->void_type, NULL, 0, 0))
               : cg->functions[0];
}

/* --- the descriptor ------------------------------------------------------- */

static LLVMValueRef slot_names(Codegen *cg)
{
    int n = cg->m->globals.count;
    LLVMValueRef *names = ARENA_ARRAY(cg->arena, LLVMValueRef, n + 1), g;

    for (int i = 0; i < n; i++)
        names[i] = cg_cstring(cg, cg->m->globals.items[i]->name->text);
    names[n] = cg->null;
    g = pointer_array(cg, names, n + 1, "slot_names");
    LLVMSetLinkage(g, LLVMInternalLinkage);
    return g;
}

static void declare_descriptor(Codegen *cg)
{
    LLVMTypeRef fields[] = {cg->ptr, cg->ptr, cg->ptr, cg->ptr, cg->i32,
                            cg->i32, cg->ptr, cg->ptr, cg->ptr, cg->i32,
                            cg->i32, cg->ptr, cg->ptr, cg->ptr, cg->ptr};

    cg->descriptor_type = LLVMStructTypeInContext(cg->ctx, fields, 15, 0);
    cg->descriptor =
        LLVMAddGlobal(cg->mod, cg->descriptor_type,
                      codegen_module_symbol(cg->arena, cg->m->name->text));
}

static void finish_module(Codegen *cg)
{
    Module *m = cg->m;
    LLVMValueRef inits = code_inits(cg), names = slot_names(cg);
    LLVMValueRef codes, consts, slots, constants;
    StrBuf data = {.arena = cg->arena};

    for (int i = 0; i < m->consts.count; i++)
        const_encode(&data, m->consts.items[i]);
    constants = bytes_global(cg, &data);
    consts = final_array(cg, cg->consts, cg->ptr, m->consts.count, "consts");
    slots = final_array(cg, cg->slots, cg->ptr, m->globals.count, "globals");
    codes = final_array(cg, cg->codes, cg->code_type, count_codes(m), "codes");
    LLVMValueRef fields[] = {
        cg_cstring(cg, m->name->text),
        cg_cstring(cg, m->filename),
        constants,
        consts,
        cg_i32(cg, m->consts.count),
        cg_i32(cg, m->globals.count),
        slots,
        names,
        body_symbol(cg),
        cg_i32(cg, (m->is_package ? 1 : 0) | (m->is_broken ? 2 : 0)),
        cg_i32(cg, count_codes(m)),
        inits,
        codes,
        cg_debug_calls(cg),
        cg->null,
    };
    LLVMSetInitializer(cg->descriptor,
                       LLVMConstNamedStruct(cg->descriptor_type, fields, 15));
}

/* --- sections ------------------------------------------------------------- */

/* A private pointer or text in a section, kept by the optimiser; for_linker:
 * by the linker too. */
static void put_in_section(Codegen *cg, LLVMValueRef init, const char *section,
                           bool for_linker)
{
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(init), "in_section");

    LLVMSetInitializer(g, init);
    LLVMSetLinkage(g, LLVMPrivateLinkage);
    LLVMSetGlobalConstant(g, 1);
    LLVMSetSection(g, section);
    LLVMSetAlignment(g, for_linker ? 8 : 1);
    LLVMSetValueName2(g, "kept", 4); /* LLVM wants members to have names */
    vec_push(cg->arena, for_linker ? &cg->retained : &cg->used, g);
}

static void write_used(Codegen *cg, const char *name, LLVMValueRef *items,
                       int n)
{
    LLVMValueRef array = LLVMConstArray2(cg->ptr, items, (uint64_t)n), g;

    if (!n)
        return;
    g = LLVMAddGlobal(cg->mod, LLVMTypeOf(array), name);
    LLVMSetInitializer(g, array);
    LLVMSetLinkage(g, LLVMAppendingLinkage);
    LLVMSetSection(g, "llvm.metadata");
}

void cg_finish_sections(Codegen *cg)
{
    write_used(cg, "llvm.used", cg->retained.items, cg->retained.count);
    write_used(cg, "llvm.compiler.used", cg->used.items, cg->used.count);
}

void codegen_natives(Codegen *cg, const char *const *names, int n)
{
    for (int i = 0; i < n; i++)
        put_in_section(cg,
                       LLVMAddGlobal(cg->mod, cg->ptr,
                                     arena_printf(cg->arena, "native_module_%s",
                                                  names[i])),
                       "pyllc_natives", true);
}

void codegen_info(Codegen *cg, const char *text, size_t len)
{
    put_in_section(cg, LLVMConstStringInContext2(cg->ctx, text, len, 1),
                   ".pyllc.info", false);
}

/* --- the module ----------------------------------------------------------- */

static Codegen *translate(Module *m, const CodegenOptions *options,
                          CodegenPart part)
{
    Codegen *cg = ARENA_NEW(m->arena, Codegen);

    cg->options = options;
    cg->m = m;
    cg->part = part;
    cg->arena = m->arena;
    cg->ctx = LLVMContextCreate();
    cg->mod = LLVMModuleCreateWithNameInContext(m->filename, cg->ctx);
    cg->builder = LLVMCreateBuilderInContext(cg->ctx);
    cg_types_init(cg);
    cg->consts = placeholder(cg, cg->ptr, &cg->consts_type, "consts");
    cg->slots = placeholder(cg, cg->ptr, &cg->slots_type, "globals");
    cg->code_type = LLVMArrayType2(cg->i64, CODE_SIZE / 8);
    cg->codes = placeholder(cg, cg->code_type, &cg->codes_type, "codes");
    declare_descriptor(cg);
    cg_debug_init(cg);
    cg_declare_functions(cg);
    for (int i = 0; i < m->fns.count; i++)
        if (cg_has(cg, m->fns.items[i]))
            cg_function(cg, m->fns.items[i]);
    cg_debug_finish(cg);
    if (part == PART_hot)
        return cg;
    finish_module(cg);
    put_in_section(cg, cg->descriptor, "pyllc_modules", true);
    return cg;
}

Codegen *codegen_module(Module *m, const CodegenOptions *options)
{
    return translate(m, options, PART_whole);
}

Codegen *codegen_hot_part(Module *m, const CodegenOptions *options)
{
    return translate(m, options, PART_hot);
}

Codegen *codegen_quick_part(Module *m, const CodegenOptions *options)
{
    return translate(m, options, PART_quick);
}

/* --- the program ---------------------------------------------------------- */

static LLVMValueRef module_symbol(Codegen *cg, const char *dotted)
{
    const char *symbol = codegen_module_symbol(cg->arena, dotted);
    LLVMValueRef g = LLVMGetNamedGlobal(cg->mod, symbol);

    return g ? g : LLVMAddGlobal(cg->mod, cg->ptr, symbol);
}

/* What the runtime takes for sys.executable (rt/modules/sysmodule.c). */
static void python_symbol(Codegen *cg, const char *path)
{
    LLVMValueRef text =
        LLVMConstStringInContext2(cg->ctx, path, strlen(path), 0);
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(text), "pyllc_python");

    LLVMSetInitializer(g, text);
    LLVMSetGlobalConstant(g, 1);
}

void codegen_main(Codegen *cg, const char *dotted, const char *python)
{
    LLVMTypeRef main_args[] = {cg->i32, cg->ptr};
    LLVMTypeRef rt_args[] = {cg->i32, cg->ptr, cg->ptr};
    LLVMTypeRef rt_type = LLVMFunctionType(cg->i32, rt_args, 3, 0);
    LLVMValueRef f = LLVMAddFunction(
        cg->mod, "main", LLVMFunctionType(cg->i32, main_args, 2, 0));
    LLVMValueRef rt = LLVMAddFunction(cg->mod, "rt_main", rt_type);
    LLVMValueRef args[] = {LLVMGetParam(f, 0), LLVMGetParam(f, 1),
                           module_symbol(cg, dotted)};

    python_symbol(cg, python);
    LLVMPositionBuilderAtEnd(cg->builder,
                             LLVMAppendBasicBlockInContext(cg->ctx, f, ""));
    LLVMBuildRet(cg->builder,
                 LLVMBuildCall2(cg->builder, rt_type, rt, args, 3, ""));
}

Codegen *codegen_stub(Arena *a, const CodegenOptions *options)
{
    Codegen *cg = ARENA_NEW(a, Codegen);

    cg->options = options;
    cg->arena = a;
    cg->ctx = LLVMContextCreate();
    cg->mod = LLVMModuleCreateWithNameInContext("start", cg->ctx);
    cg->builder = LLVMCreateBuilderInContext(cg->ctx);
    cg_types_init(cg);
    return cg;
}

/* LLVM IR (.ll) and bitcode (.bc) among the inputs: translated as it is,
 * without passes of ours or LLVM's.  For a link each becomes an object in a
 * directory of its own and takes its place on the linker's command line. */
#include "driver/driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* LLVM's message names the file if it is about a place in it, and shows the
 * place in further lines. */
static bool report(const char *path, char *error)
{
    size_t n = strlen(path);
    bool place = strncmp(error, path, n) == 0;

    error[strcspn(error, "\n")] = '\0';
    report_error("%s%s%s", place ? "" : path, place ? "" : ": ", error);
    free(error);
    return false;
}

static bool translate(const Options *o, const char *path, OutputKind kind,
                      const char *out)
{
    size_t size;
    char *error = NULL, *data;
    Codegen *cg = codegen_read(o->arena, &o->codegen, path, &error);
    bool ok;

    if (!cg)
        return report(path, error);
    data = codegen_emit(cg, kind, &size, &error);
    ok = data ? output_write(o->arena, out, data, size) : report(path, error);
    free(data);
    codegen_free(cg);
    return ok;
}

bool llvm_input_compile(const Options *o, const char *path, const char *out)
{
    bool text = o->mode == MODE_assembly;
    OutputKind kind = o->emit_llvm ? text ? OUTPUT_ir : OUTPUT_bitcode
                      : text       ? OUTPUT_assembly
                                   : OUTPUT_object;

    return translate(o, path, kind, out);
}

bool llvm_inputs_lower(Options *o)
{
    for (int i = 0; i < o->link_args.count; i++) {
        const char *path = o->link_args.items[i], *out;

        if (!path_is_llvm(path))
            continue;
        if (!o->lowered && !(o->lowered = output_directory(o->arena)))
            return false;
        out = arena_printf(o->arena, "%s/%d.o", o->lowered, i);
        if (!translate(o, path, OUTPUT_object, out))
            return false;
        o->link_args.items[i] = out;
    }
    return true;
}

void llvm_inputs_remove(const Options *o)
{
    if (!o->lowered)
        return;
    for (int i = 0; i < o->link_args.count; i++)
        if (strncmp(o->link_args.items[i], o->lowered, strlen(o->lowered)) == 0)
            unlink(o->link_args.items[i]);
    rmdir(o->lowered);
}

/* libFuzzer's target: any bytes through lexer, parser, scopes, IR and passes to
 * register code.  Whatever comes out must be code or one diagnostic.  The
 * first byte chooses how the text is read (see choose).
 *
 *     ./dev fuzz parser SECONDS */
#include "eval/source.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 20000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void choose(SourceJob *job, uint8_t c)
{
    job->mode = (SourceMode)(c % 3);
    job->how = c & 4 ? SOURCE_FILE : 0;
    if (c & 8 && !(c & 4))
        job->how |= SOURCE_UTF8;
    if (c & 16)
        job->how |= SOURCE_KEEP_OPEN;
    job->only_tree = c % 64 == 63;
    source_set_level(c & 32 ? 2 : 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    SourceJob job = {.filename = "fuzz.py", .arena = &arena};
    char *text;

    if (size < 1 || size > LONGEST)
        return -1;
    choose(&job, data[0]);
    job.len = size - 1;
    text = malloc(size);
    memcpy(text, data + 1, size - 1);
    text[size - 1] = '\0';
    job.text = text;
    source_compile(&job);
    if (!job.only_tree && !job.code && !diag_error_or_null(&job.diags))
        abort(); /* neither code nor a reason */
    arena_release(&arena);
    free(text);
    return 0;
}

#include "frontend/frontend.h"
Scope *scope_analyze(Arena *a, Source *src, Node *module, Diags *out)
{
    return NULL;
}
void scope_dump(StrBuf *out, const Scope *s)
{
}

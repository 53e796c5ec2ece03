/* __doc__ of builtin functions and methods, found when it is asked for. */
#include "type.h"

#include <stdio.h>

#include "str.h"

/* Names and texts in turn; one string, which needs no relocations. */
static const char docs[] =
#define DOC(name, text) name "\0" text "\0"
#include "docs.def"
    ;

static const char *find(const char *name)
{
    const char *p = docs;

    while (*p) {
        const char *text = p + strlen(p) + 1;

        if (!strcmp(p, name))
            return text;
        p = text + strlen(text) + 1;
    }
    return NULL;
}

Value doc_of_method(const PyType *owner, const NativeDef *def)
{
    const char *text = def->doc;
    char name[80];

    while (owner && owner->flags & TYPE_HEAP)
        owner = owner->base;
    if (!text && owner && !strchr(owner->name, '.')) {
        snprintf(name, sizeof name, "%s.%s", owner->name, def->name);
        text = find(name);
        if (!text)
            text = find(def->name);
    }
    return text ? (Value)str_from_c(text) : NONE;
}

Value doc_of_builtin(const NativeDef *def)
{
    const char *text = def->doc ? def->doc : find(def->name);

    return text ? (Value)str_from_c(text) : NONE;
}

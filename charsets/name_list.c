#include "charsets/name_list.h"

#include <string.h>

static bool is_kept(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
}

bool name_normalise(const char *text, size_t len, char out[NAME_ROOM])
{
    int n = 0;

    out[0] = 0;
    for (size_t i = 0; i < len; i++) {
        char c = text[i];

        if (n >= NAME_ROOM - 2) {
            out[0] = 0;
            return false;
        }
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (is_kept(c))
            out[n++] = c;
        else if (n > 0 && out[n - 1] != '_')
            out[n++] = '_';
    }
    out[n] = 0;
    return true;
}

bool name_list_has(const char *names, const char *name)
{
    size_t n = strlen(name);

    for (const char *p = names; n && (p = strstr(p, name)); p += n)
        if ((p == names || p[-1] == ' ') && (p[n] == ' ' || p[n] == 0))
            return true;
    return false;
}

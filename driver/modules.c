/* What there is of the standard library: `pyllc --modules`, and the reason in
 * warnings about absent modules.  test/modules checks the table against what
 * can be imported. */
#include "driver/driver.h"

#include <stdio.h>

typedef enum { MODULE_complete, MODULE_partly, MODULE_absent } ModuleState;

static const struct {
    const char *name;
    ModuleState state;
    const char *note;
} modules[] = {
#define COMPLETE(name) {#name, MODULE_complete, NULL},
#define PARTLY(name, missing) {#name, MODULE_partly, missing},
#define ABSENT(name, reason) {#name, MODULE_absent, reason},
#include "driver/modules.def"
};

enum { MODULE_COUNT = sizeof modules / sizeof *modules };

void modules_print(void)
{
    static const char *const words[] = {"complete", "partly", "absent"};

    for (int i = 0; i < MODULE_COUNT; i++)
        printf("%-29s%s%s%s\n", modules[i].name, words[modules[i].state],
               modules[i].note ? ": " : "",
               modules[i].note ? modules[i].note : "");
}

const char *modules_absent_or_null(const char *dotted)
{
    for (int i = 0; i < MODULE_COUNT; i++)
        if (strcmp(modules[i].name, dotted) == 0)
            return modules[i].state == MODULE_absent ? modules[i].note : NULL;
    return NULL;
}

/* The kept inputs of a libFuzzer target, without libFuzzer: a test of every
 * build.
 *
 *     parser-replay FOLDER */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>

enum { LONGEST = 20000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *folder, const char *name)
{
    static uint8_t data[LONGEST];
    char path[4096];
    size_t size;
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "rb");
    if (!f) {
        perror(path);
        return -1;
    }
    printf("%s\n", name); /* where it stops, if it does */
    fflush(stdout);
    size = fread(data, 1, sizeof data, f);
    fclose(f);
    return LLVMFuzzerTestOneInput(data, size);
}

int main(int argc, char **argv)
{
    DIR *d = argc == 2 ? opendir(argv[1]) : NULL;
    int inputs = 0, bad = 0;

    if (!d) {
        fprintf(stderr, "usage: parser-replay FOLDER\n");
        return 2;
    }
    for (struct dirent *e; (e = readdir(d)) != NULL;)
        if (e->d_name[0] != '.') {
            inputs++;
            bad += replay(argv[1], e->d_name) != 0;
        }
    closedir(d);
    printf("%d inputs\n", inputs);
    return inputs == 0 || bad != 0;
}

/* What pyllc left in an object file: section .pyllc.info, made of records
 * "Mname", "Iname", "Nname", each ended by a NUL: a module that the object
 * provides, a Python module and a C module that it imports. */
#include "driver/driver.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Elf {
    const char *data;
    size_t size;
    const Elf64_Shdr *sections;
    int nsections;
    const char *names;
} Elf;

static bool in_file(const Elf *e, uint64_t offset, uint64_t size)
{
    return offset <= e->size && size <= e->size - offset;
}

static bool open_elf(Elf *e)
{
    const Elf64_Ehdr *h = (const void *)e->data;

    if (e->size < sizeof *h || memcmp(h->e_ident, ELFMAG, SELFMAG) != 0 ||
        h->e_ident[EI_CLASS] != ELFCLASS64 ||
        h->e_shentsize != sizeof(Elf64_Shdr) ||
        !in_file(e, h->e_shoff, (uint64_t)h->e_shnum * sizeof(Elf64_Shdr)) ||
        h->e_shstrndx >= h->e_shnum)
        return false;
    e->sections = (const void *)(e->data + h->e_shoff);
    e->nsections = h->e_shnum;
    if (!in_file(e, e->sections[h->e_shstrndx].sh_offset,
                 e->sections[h->e_shstrndx].sh_size))
        return false;
    e->names = e->data + e->sections[h->e_shstrndx].sh_offset;
    return true;
}

static void read_records(ObjectInfo *info, Arena *a, const char *p, size_t n)
{
    const char *end = p + n;

    for (size_t k; p < end; p += k + 1) {
        const char *name;

        k = strnlen(p, (size_t)(end - p));
        name = k ? arena_strndup(a, p + 1, k - 1) : "";
        if (*p == 'M')
            vec_push(a, &info->provides, name);
        else if (*p == 'I')
            vec_push(a, &info->imports, name);
        else if (*p == 'N')
            vec_push(a, &info->natives, name);
    }
}

static bool defines_main(const Elf *e, const Elf64_Shdr *s)
{
    const Elf64_Sym *symbols = (const void *)(e->data + s->sh_offset);
    const Elf64_Shdr *strings = &e->sections[s->sh_link];

    if (s->sh_link >= (unsigned)e->nsections ||
        !in_file(e, strings->sh_offset, strings->sh_size))
        return false;
    for (size_t i = 0; i < s->sh_size / sizeof *symbols; i++)
        if (symbols[i].st_shndx != SHN_UNDEF &&
            ELF64_ST_BIND(symbols[i].st_info) == STB_GLOBAL &&
            symbols[i].st_name < strings->sh_size &&
            strcmp(e->data + strings->sh_offset + symbols[i].st_name, "main") ==
                0)
            return true;
    return false;
}

static void read_elf(const Elf *e, Arena *a, ObjectInfo *info)
{
    for (int i = 0; i < e->nsections; i++) {
        const Elf64_Shdr *s = &e->sections[i];

        if (s->sh_type == SHT_NOBITS || !in_file(e, s->sh_offset, s->sh_size))
            continue;
        if (strcmp(e->names + s->sh_name, ".pyllc.info") == 0)
            read_records(info, a, e->data + s->sh_offset, s->sh_size);
        else if (s->sh_type == SHT_SYMTAB)
            info->has_main |= defines_main(e, s);
    }
}

void object_read(ObjectInfo *info, Arena *a, const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    Elf e = {0};

    if (fd < 0)
        return;
    if (fstat(fd, &st) == 0 && st.st_size > 0) {
        e.size = (size_t)st.st_size;
        e.data = mmap(NULL, e.size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (e.data != MAP_FAILED && open_elf(&e))
            read_elf(&e, a, info);
        if (e.data != MAP_FAILED)
            munmap((void *)e.data, e.size);
    }
    close(fd);
}

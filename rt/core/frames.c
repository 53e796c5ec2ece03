/* Frames without frames: the C stack is walked by its frame pointers, and a
 * return address is looked up in two tables.  One is the start of every
 * Python function, from the modules' descriptors; the other is the program's
 * own DWARF line table, read from its file when first needed.
 *
 * A program without line table (stripped) shows no frames.  Of a call that was
 * inlined the columns of the table tell (CodeCall). */
#include "frames.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abi.h"
#include "evalhooks.h"
#include "thread.h"

/* A run of addresses that come from one line; line 0: not Python code.  call:
 * number in the module's `calls`, or 0. */
typedef struct Row {
    uintptr_t address;
    int line, call;
} Row;

typedef struct Start {
    uintptr_t address;
    const CompiledModule *module;
    int code;
} Start;

static struct {
    Lock lock;
    bool ready;
    Row *rows;
    size_t nrows, capacity;
    Start *starts;
    size_t nstarts;
} tables;

/* --- the line table: DWARF 4, section 6.2 ------------------------------------
 */

typedef struct Reader {
    const uint8_t *p, *end;
} Reader;

static uint64_t read_word(Reader *r, int size)
{
    uint64_t v = 0;

    if (r->end - r->p < size) {
        r->p = r->end;
        return 0;
    }
    memcpy(&v, r->p, (size_t)size);
    r->p += size;
    return v;
}

static uint64_t read_uleb(Reader *r)
{
    uint64_t v = 0;

    for (int shift = 0; r->p < r->end && shift < 64; shift += 7) {
        v |= (uint64_t)(*r->p & 0x7f) << shift;
        if (!(*r->p++ & 0x80))
            break;
    }
    return v;
}

static int64_t read_sleb(Reader *r)
{
    int64_t v = 0;
    int shift = 0;
    uint8_t byte = 0;

    while (r->p < r->end && shift < 64) {
        byte = *r->p++;
        v |= (int64_t)(byte & 0x7f) << shift;
        shift += 7;
        if (!(byte & 0x80))
            break;
    }
    if (shift < 64 && (byte & 0x40))
        v |= -((int64_t)1 << shift);
    return v;
}

/* Of rows without instructions between them the last one counts. */
static void add_row(uintptr_t address, int line, int call)
{
    if (tables.nrows && tables.rows[tables.nrows - 1].address == address)
        tables.nrows--;
    if (tables.nrows == tables.capacity) {
        tables.capacity = tables.capacity ? tables.capacity * 2 : 1024;
        tables.rows =
            realloc(tables.rows, tables.capacity * sizeof *tables.rows);
        if (!tables.rows)
            abort();
    }
    tables.rows[tables.nrows++] = (Row){address, line, call};
}

/* What the header of a unit says about its opcodes. */
typedef struct LineProgram {
    int min_length, line_base, line_range, opcode_base;
    const uint8_t *lengths; /* operands of the standard opcodes */
    uintptr_t bias;         /* where the program was loaded */
    uintptr_t address;
    int64_t line;
    int column;
} LineProgram;

/* DW_LNE_*; only these matter here. */
static void extended_opcode(LineProgram *lp, Reader *r)
{
    uint64_t length = read_uleb(r);
    const uint8_t *next = r->p + length;

    if (length == 0 || next > r->end)
        return;
    switch (*r->p++) {
    case 1: /* end_sequence */
        add_row(lp->address + lp->bias, 0, 0);
        lp->address = 0;
        lp->line = 1;
        lp->column = 0;
        break;
    case 2: /* set_address */
        lp->address = read_word(r, 8);
        break;
    }
    r->p = next;
}

static void standard_opcode(LineProgram *lp, Reader *r, int opcode)
{
    switch (opcode) {
    case 1: /* copy */
        add_row(lp->address + lp->bias, (int)lp->line, lp->column);
        break;
    case 2: /* advance_pc */
        lp->address += read_uleb(r) * (unsigned)lp->min_length;
        break;
    case 3: /* advance_line */
        lp->line += read_sleb(r);
        break;
    case 5: /* set_column */
        lp->column = (int)read_uleb(r);
        break;
    case 8: /* const_add_pc */
        lp->address += (unsigned)((255 - lp->opcode_base) / lp->line_range *
                                  lp->min_length);
        break;
    case 9: /* fixed_advance_pc */
        lp->address += read_word(r, 2);
        break;
    default: /* what only describes files, statements */
        for (int i = lp->lengths[opcode - 1]; i > 0; i--)
            read_uleb(r);
    }
}

static void run_line_program(LineProgram *lp, Reader *r)
{
    lp->address = 0;
    lp->line = 1;
    lp->column = 0;
    while (r->p < r->end) {
        int opcode = *r->p++;

        if (opcode == 0) {
            extended_opcode(lp, r);
        } else if (opcode < lp->opcode_base) {
            standard_opcode(lp, r, opcode);
        } else {
            opcode -= lp->opcode_base;
            lp->address += (unsigned)(opcode / lp->line_range * lp->min_length);
            lp->line += lp->line_base + opcode % lp->line_range;
            add_row(lp->address + lp->bias, (int)lp->line, lp->column);
        }
    }
}

static void read_unit(Reader unit, uintptr_t bias)
{
    LineProgram lp = {.bias = bias};
    const uint8_t *program;

    if (read_word(&unit, 2) != 4)
        return; /* somebody else's: ours are version 4 */
    program = unit.p + 4;
    program += read_word(&unit, 4);
    lp.min_length = (int)read_word(&unit, 1);
    read_word(&unit, 2); /* operations per instruction, is_stmt */
    lp.line_base = (int8_t)read_word(&unit, 1);
    lp.line_range = (int)read_word(&unit, 1);
    lp.opcode_base = (int)read_word(&unit, 1);
    lp.lengths = unit.p;
    unit.p = program;
    if (lp.line_range && lp.opcode_base && program < unit.end)
        run_line_program(&lp, &unit);
}

static void read_line_section(Reader r, uintptr_t bias)
{
    while (r.end - r.p > 4) {
        uint64_t length = read_word(&r, 4);

        if (length > (uint64_t)(r.end - r.p))
            return;
        read_unit((Reader){r.p, r.p + length}, bias);
        r.p += length;
    }
}

/* --- the program's file
 * --------------------------------------------------------- */

static void read_elf(const uint8_t *file, size_t size, uintptr_t bias)
{
    const Elf64_Ehdr *h = (const Elf64_Ehdr *)file;
    const Elf64_Shdr *sections, *names;

    if (size < sizeof *h || memcmp(h->e_ident, ELFMAG, SELFMAG) != 0 ||
        h->e_shoff + (uint64_t)h->e_shnum * sizeof *sections > size ||
        h->e_shstrndx >= h->e_shnum)
        return;
    sections = (const Elf64_Shdr *)(file + h->e_shoff);
    names = &sections[h->e_shstrndx];
    for (int i = 0; i < h->e_shnum; i++) {
        const Elf64_Shdr *s = &sections[i];
        const char *name = (const char *)file + names->sh_offset + s->sh_name;

        if (strcmp(name, ".debug_line") == 0 && !(s->sh_flags & SHF_COMPRESSED))
            read_line_section(
                (Reader){file + s->sh_offset, file + s->sh_offset + s->sh_size},
                bias);
    }
}

static int first_bias(struct dl_phdr_info *info, size_t size, void *bias)
{
    *(uintptr_t *)bias = info->dlpi_addr;
    return 1;
}

static void read_program(void)
{
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    uintptr_t bias = 0;
    struct stat st;
    void *file;

    if (fd < 0)
        return;
    dl_iterate_phdr(first_bias, &bias);
    if (fstat(fd, &st) == 0) {
        file = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (file != MAP_FAILED) {
            read_elf(file, (size_t)st.st_size, bias);
            munmap(file, (size_t)st.st_size);
        }
    }
    close(fd);
}

/* --- tables
 * ------------------------------------------------------------------------- */

/* At one address the end of a sequence comes before the start of the next. */
static int by_row(const void *a, const void *b)
{
    const Row *x = a, *y = b;

    if (x->address != y->address)
        return x->address < y->address ? -1 : 1;
    return (x->line > 0) - (y->line > 0);
}

static int by_start(const void *a, const void *b)
{
    const Start *x = a, *y = b;

    return x->address < y->address ? -1 : x->address > y->address;
}

static void collect_starts(void)
{
    size_t n = 0;

    for (int m = 0; program_modules[m]; m++)
        n += 2 * (size_t)program_modules[m]->ncodes;
    tables.starts = malloc((n + 1) * sizeof *tables.starts);
    for (int m = 0; program_modules[m]; m++) {
        const CompiledModule *c = program_modules[m];

        for (int i = 0; i < c->ncodes; i++) {
            const CodeInit *init = &c->code_inits[i];

            tables.starts[tables.nstarts++] =
                (Start){(uintptr_t)init->entry, c, i};
            tables.starts[tables.nstarts++] =
                (Start){(uintptr_t)init->body, c, i};
        }
    }
}

/* qsort wants an array, even of nothing. */
static void sort(void *rows, size_t n, size_t size,
                 int (*compare)(const void *, const void *))
{
    if (n)
        qsort(rows, n, size, compare);
}

static void make_tables(void)
{
    lock_acquire(&tables.lock);
    if (!tables.ready) {
        read_program();
        collect_starts();
        sort(tables.rows, tables.nrows, sizeof *tables.rows, by_row);
        sort(tables.starts, tables.nstarts, sizeof *tables.starts, by_start);
        __atomic_store_n(&tables.ready, true, __ATOMIC_RELEASE);
    }
    lock_release(&tables.lock);
}

/* The last row at or before the address.  Most C frames are the runtime's,
 * which is linked behind the program. */
static const Row *find_row(uintptr_t address)
{
    size_t low = 0, high = tables.nrows;

    if (high && tables.rows[high - 1].address <= address)
        return &tables.rows[high - 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (tables.rows[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &tables.rows[low - 1] : NULL;
}

static const Start *find_start(uintptr_t address)
{
    size_t low = 0, high = tables.nstarts;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (tables.starts[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &tables.starts[low - 1] : NULL;
}

/* Where the code is that a return address goes back to. */
typedef struct Place {
    const CompiledModule *module;
    int code, line, call;
} Place;

static bool find_place(uintptr_t address, Place *p)
{
    /* The call itself is before the address it returns to. */
    const Row *row = find_row(address - 1);
    const Start *start;

    if (!row || !row->line)
        return false;
    start = find_start(address - 1);
    if (!start)
        return false;
    *p = (Place){start->module, start->code, row->line, row->call};
    if (p->call)
        p->code = p->module->calls[p->call - 1].code;
    return true;
}

/* To the caller that the call is inlined in; false: there is none. */
static bool step_out(Place *p)
{
    const CodeCall *call = p->call ? &p->module->calls[p->call - 1] : NULL;

    if (!call || !call->caller)
        return false;
    p->line = call->line;
    p->call = call->caller;
    p->code = p->module->calls[p->call - 1].code;
    return true;
}

static bool locate_address(const FrameRecord *f, PyCode **code,
                           PyDict **globals, int *line)
{
    Place p;

    if (!__atomic_load_n(&tables.ready, __ATOMIC_ACQUIRE))
        make_tables();
    if (!find_place(f->address, &p) || !p.module->module)
        return false;
    for (int64_t i = 0; i < f->level; i++)
        step_out(&p);
    *code = (PyCode *)((char *)p.module->codes + (size_t)p.code * CODE_SIZE);
    *globals = p.module->module->dict;
    *line = p.line;
    return true;
}

bool frames_locate(const FrameRecord *f, PyCode **code, PyDict **globals,
                   int *line)
{
    if (f->address)
        return locate_address(f, code, globals, line);
    *code = f->code;
    *globals = f->globals;
    *line = (int)f->line;
    return true;
}

/* --- the stack
 * ----------------------------------------------------------------------- */

/* The calls seen so far, of which the first `room` are kept. */
typedef struct Walk {
    FrameRecord *out;
    int64_t room, n;
    const ShownFrame *shown; /* from the call on that is looked at */
} Walk;

static void note(Walk *w, FrameRecord record)
{
    if (w->n < w->room)
        w->out[w->n] = record;
    w->n++;
}

/* The calls that one C frame holds. */
static void note_place(Walk *w, uintptr_t address, uintptr_t base)
{
    const ShownFrame *s;
    int64_t level = 0;
    Place p;

    if (!find_place(address, &p))
        return;
    while (w->shown && w->shown->base < base)
        w->shown = w->shown->up;
    s = w->shown && w->shown->base == base ? w->shown : NULL;
    do
        note(w, (FrameRecord){.address = address,
                              .base = base,
                              .level = level++,
                              .shown = s});
    while (step_out(&p));
}

/* The calls of the generators that wait, innermost first. */
static void note_waiting(Walk *w, const Delegation *d)
{
    for (int32_t i = 0; i < d->count; i++) {
        const PyGenerator *g = d->waiting[d->count - 1 - i];

        note(w, (FrameRecord){.base = (uintptr_t)d,
                              .level = i,
                              .code = g->function->code,
                              .globals = g->function->globals,
                              .line = g->line});
    }
}

static void note_eval(Walk *w, const EvalFrame *e)
{
    note(w, (FrameRecord){.base = (uintptr_t)e,
                          .eval = (EvalFrame *)e,
                          .code = e->code,
                          .globals = e->globals,
                          .line = eval_hooks->line(e)});
}

/* Counts the calls, and records those that there is room for: how many there
 * are.  C code without frame pointers may break the chain, so each step must go
 * up and stay in the stack.  A C function's variables lie below its frame
 * pointer: that is where interpreted calls have their place among the others.
 */
static int64_t walk(FrameRecord *out, int64_t room)
{
    uintptr_t *fp = __builtin_frame_address(0);
    uintptr_t top = (uintptr_t)thread_state->stack_bottom;
    const EvalFrame *e = thread_state->eval_frame;
    const Delegation *d = thread_state->delegation;
    Walk w = {out, room, 0, thread_state->shown_frames};

    while ((uintptr_t)fp + 16 <= top) {
        uintptr_t next = fp[0];

        for (; e && (uintptr_t)e < (uintptr_t)fp; e = e->up)
            note_eval(&w, e);
        for (; d && (uintptr_t)d < (uintptr_t)fp; d = d->up)
            note_waiting(&w, d);
        note_place(&w, fp[1], next);
        if (next <= (uintptr_t)fp || next % 8 != 0)
            break;
        fp = (uintptr_t *)next;
    }
    return w.n;
}

enum { FEW_CALLS = 48 }; /* are recorded at the first attempt */

CallStack *frames_capture(void)
{
    FrameRecord few[FEW_CALLS];
    CallStack *s;
    int64_t n;

    if (!__atomic_load_n(&tables.ready, __ATOMIC_ACQUIRE))
        make_tables();
    n = walk(few, FEW_CALLS);
    s = (CallStack *)gc_array(1 + (size_t)n * sizeof *s->frame / sizeof(Value));
    if (!s)
        return NULL;
    s->count = n;
    if (n <= FEW_CALLS)
        memcpy(s->frame, few, (size_t)n * sizeof *few);
    else
        walk(s->frame, n);
    return s;
}

/* The callers of a call that is still in progress have not moved on. */
const FrameRecord *frames_now(const CallStack *s, int64_t level)
{
    CallStack *now = frames_capture();
    int64_t behind, at;

    if (!now) {
        err_clear();
        return NULL;
    }
    behind = s->count - level;
    at = now->count - behind;
    if (at < 0 || now->frame[at].base != s->frame[level].base)
        return NULL;
    return memcmp(&now->frame[at + 1], &s->frame[level + 1],
                  (size_t)(behind - 1) * sizeof *s->frame) == 0
               ? &now->frame[at]
               : NULL;
}

/* --- variables ------------------------------------------------------------ */

void frames_show(PyCode *code, uintptr_t base, PyDict *dict)
{
    ShownFrame **at = &thread_state->shown_frames;
    ShownFrame *s;

    while (*at && (*at)->base <= base)
        *at = (*at)->up;
    s = (ShownFrame *)gc_array(sizeof *s / sizeof(Value));
    if (!s) {
        err_clear();
        return;
    }
    *s = (ShownFrame){*at, base, code, dict};
    __atomic_fetch_or(&as_object((Value)dict)->flags, OBJ_SHOWN,
                      __ATOMIC_RELAXED);
    *at = s;
}

PyDict *frames_shown(const PyCode *code, uintptr_t base)
{
    const ShownFrame *s = thread_state->shown_frames;

    while (s && s->base < base)
        s = s->up;
    return s && s->base == base && s->code == code ? s->dict : NULL;
}

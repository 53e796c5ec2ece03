/* Files that may hold data not written yet.
 *
 * CPython closes a file with its last reference, so programs read back what
 * `open(path, 'w').write(data)` wrote without having closed anything.  Here a
 * forgotten file is closed by some collection.  So whatever could see the
 * contents of files from outside (opening one, stat, a child process) has the
 * files of this process written out first.  A file still in use is written out
 * earlier than in CPython by that, never later; those opened with line
 * buffering, which says when to write, are left alone.  What is left when the
 * program ends is written then, and what fails is told. */
#ifndef RT_FILE_PENDING_H
#define RT_FILE_PENDING_H

#include "object.h"

/* Writes out what others could read; ignores errors, which stay for the next
 * operation on it.  If the program ends: everything, and tells of errors as
 * the destructor of the file does.  Runs without locks. */
typedef void PendingWrite(Value file, bool at_end);

/* From now on the file takes part; it is not kept alive.  Whatever finalises
 * it must call pending_remove. */
void pending_add(Value file, PendingWrite *write);
void pending_remove(Value file);
/* Have all of them written out, the second at the end of the program.  No
 * exception may be pending. */
void pending_write(void);
void pending_write_last(void);

#endif

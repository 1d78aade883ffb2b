#ifndef CADERNO_MARKS_H
#define CADERNO_MARKS_H

#include <stddef.h>
#include <stdint.h>

/// What a thread knows of the stack that it stands on.
struct marks {
  uintptr_t work, release, release_mark;
  size_t size;
  void *waiting;
};

/// The marks of a stack on which nothing has run yet.
struct marks caderno_marks_of(uintptr_t lowest, size_t size);

/// Takes these for the calling thread, and gives those that it had.
struct marks caderno_marks_exchange(struct marks marks);

#endif

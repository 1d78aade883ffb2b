#ifdef __APPLE__
#define _XOPEN_SOURCE 700
#define _DARWIN_C_SOURCE
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
#endif
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CStacks.h"
#include "marks.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

struct caderno_fiber {
  ucontext_t own, back;
  /// Of the side that doesn't run.
  struct marks marks;
  void (*body)(void *);
  void *argument;
  void *memory;
  size_t size;
  bool has_ended;
};

/// Stacks of fibers that ended, for the next ones: a program makes many short generators.
enum { kept_most = 16 };
static struct { void *memory; size_t size; } kept[kept_most];
static int kept_count;
static pthread_mutex_t kept_mutex = PTHREAD_MUTEX_INITIALIZER;
/// Bytes at a kept stack's top that stay in memory; what a deep recursion used below goes back to the system.
static const size_t kept_top = (size_t)128 << 10;

static void *take_kept(size_t size) {
  void *memory = NULL;
  pthread_mutex_lock(&kept_mutex);
  if (kept_count > 0 && kept[kept_count - 1].size == size) memory = kept[--kept_count].memory;
  pthread_mutex_unlock(&kept_mutex);
  return memory;
}

static bool keep(void *memory, size_t size) {
  pthread_mutex_lock(&kept_mutex);
  bool has_room = kept_count < kept_most;
  if (has_room) {
    kept[kept_count].memory = memory;
    kept[kept_count++].size = size;
  }
  pthread_mutex_unlock(&kept_mutex);
  return has_room;
}

/// A stack with a page below it that nobody may touch; pages take memory once they are used.
static void *map_stack(size_t size) {
  void *known = take_kept(size);
  if (known) return known;
#ifdef MAP_NORESERVE
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
#else
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS;
#endif
  void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
  if (memory == MAP_FAILED) return NULL;
  if (mprotect(memory, (size_t)sysconf(_SC_PAGESIZE), PROT_NONE) != 0) {
    munmap(memory, size);
    return NULL;
  }
  return memory;
}

static void unmap_stack(void *memory, size_t size) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  madvise((char *)memory + page, size - page - kept_top, MADV_DONTNEED);
  if (!keep(memory, size)) munmap(memory, size);
}

/// The first function on a fiber's stack; a pointer comes in two halves, since contexts take integers.
static void enter(unsigned high, unsigned low) {
  caderno_fiber *fiber = (caderno_fiber *)(((uintptr_t)high << 32) | low);
  fiber->body(fiber->argument);
  fiber->has_ended = true;
}

caderno_fiber *caderno_fiber_make(size_t size, void (*body)(void *), void *argument) {
  caderno_fiber *fiber = calloc(1, sizeof *fiber);
  if (!fiber) return NULL;
  fiber->memory = map_stack(size);
  if (!fiber->memory || getcontext(&fiber->own) != 0) {
    if (fiber->memory) munmap(fiber->memory, size);
    free(fiber);
    return NULL;
  }
  fiber->size = size;
  fiber->body = body;
  fiber->argument = argument;
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  fiber->marks = caderno_marks_of((uintptr_t)fiber->memory + page, size - page);
  fiber->own.uc_stack.ss_sp = (char *)fiber->memory + page;
  fiber->own.uc_stack.ss_size = size - page;
  fiber->own.uc_link = &fiber->back;
  uintptr_t place = (uintptr_t)fiber;
  makecontext(&fiber->own, (void (*)(void))enter, 2, (unsigned)(place >> 32), (unsigned)place);
  return fiber;
}

void caderno_fiber_resume(caderno_fiber *fiber) {
  struct marks outer = caderno_marks_exchange(fiber->marks);
  swapcontext(&fiber->back, &fiber->own);
  fiber->marks = caderno_marks_exchange(outer);
}

void caderno_fiber_suspend(caderno_fiber *fiber) { swapcontext(&fiber->own, &fiber->back); }

bool caderno_fiber_has_ended(const caderno_fiber *fiber) { return fiber->has_ended; }

void caderno_fiber_free(caderno_fiber *fiber) {
  unmap_stack(fiber->memory, fiber->size);
  free(fiber);
}

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CStacks.h"
#include "marks.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>

/// Above all addresses until the thread is measured.
_Thread_local uintptr_t caderno_stack_work = UINTPTR_MAX;
_Thread_local uintptr_t caderno_stack_release = UINTPTR_MAX;

static _Thread_local size_t size;
static _Thread_local void *waiting;
static _Thread_local uintptr_t release_mark;

_Thread_local void *caderno_thread_owner;
void caderno_set_owner(void *owner) { caderno_thread_owner = owner; }

void *caderno_waiting(void) { return waiting; }
void caderno_set_waiting(void *value) { waiting = value; }

size_t caderno_stack_size(void) {
  if (size == 0) caderno_stack_measure();
  return size;
}

/// The lowest address and the size; false where the system doesn't tell.
static bool bounds(uintptr_t *lowest, size_t *size) {
#ifdef __APPLE__
  pthread_t own = pthread_self();
  *size = pthread_get_stacksize_np(own);
  *lowest = (uintptr_t)pthread_get_stackaddr_np(own) - *size;
  return *size > 0;
#else
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return false;
  void *address;
  bool found = pthread_attr_getstack(&attributes, &address, size) == 0;
  *lowest = (uintptr_t)address;
  pthread_attr_destroy(&attributes);
  return found && *size > 0;
#endif
}

/// A main thread whose memory map can't be read: it has what its limit says, and used little so far.
static void guess(uintptr_t *lowest, size_t *size) {
  const size_t most = (size_t)8 << 20;
  struct rlimit limit;
  *size = most;
  if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < most) *size = limit.rlim_cur;
  *lowest = (uintptr_t)__builtin_frame_address(0) - *size + *size / 4;
}

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

struct marks caderno_marks_of(uintptr_t lowest, size_t size) {
  // What works without asking, such as drawing or training, has the room below the mark.
  uintptr_t work = lowest + least(size / 4, (size_t)32 << 20);
  uintptr_t release = lowest + size - least(size / 2, (size_t)8 << 20);
  return (struct marks){work, release, release, size, NULL};
}

struct marks caderno_marks_exchange(struct marks marks) {
  struct marks before = {caderno_stack_work, caderno_stack_release, release_mark, size, waiting};
  caderno_stack_work = marks.work;
  caderno_stack_release = marks.release;
  release_mark = marks.release_mark;
  size = marks.size;
  waiting = marks.waiting;
  return before;
}

void caderno_stack_measure(void) {
  uintptr_t lowest;
  size_t found;
  if (!bounds(&lowest, &found)) guess(&lowest, &found);
  struct marks marks = caderno_marks_of(lowest, found);
  marks.waiting = waiting;
  caderno_marks_exchange(marks);
}

bool caderno_stack_is_deep(void) {
  if (size == 0) caderno_stack_measure();
  return (uintptr_t)__builtin_frame_address(0) < release_mark;
}

void caderno_stack_expect(bool something_waits) {
  caderno_stack_release = something_waits ? UINTPTR_MAX : release_mark;
}

struct order {
  void (*body)(void *);
  void *argument;
};

static void *run(void *given) {
  struct order order = *(struct order *)given;
  free(given);
  order.body(order.argument);
  return NULL;
}

bool caderno_stack_start(size_t bytes, bool waits, void (*body)(void *), void *argument) {
  const size_t fewest = (size_t)1 << 20;
  struct order *order = malloc(sizeof *order);
  if (!order) return false;
  *order = (struct order){body, argument};
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) {
    free(order);
    return false;
  }
  pthread_t thread;
  bool started = false;
  for (; !started && bytes >= fewest; bytes /= 4) {
    started = pthread_attr_setstacksize(&attributes, bytes) == 0 &&
              pthread_create(&thread, &attributes, run, order) == 0;
  }
  pthread_attr_destroy(&attributes);
  if (!started) {
    free(order);
    return false;
  }
  if (waits) {
    pthread_join(thread, NULL);
  } else {
    pthread_detach(thread);
  }
  return true;
}

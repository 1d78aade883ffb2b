#ifndef CSTACKS_H
#define CSTACKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Measures the calling thread's stack and sets its marks.
void caderno_stack_measure(void);

/// The bytes of the calling thread's stack, used or not.
size_t caderno_stack_size(void);

/// Where this thread keeps what waits to be let go of; null until something does.
void *caderno_waiting(void);
void caderno_set_waiting(void *waiting);

/// For whom this thread makes what it makes; null where for nobody.
static inline void *__attribute__((always_inline)) caderno_owner(void) {
  extern _Thread_local void *caderno_thread_owner;
  return caderno_thread_owner;
}
void caderno_set_owner(void *owner);

/// Whether the calling function stands below the mark for letting go.
bool caderno_stack_is_deep(void);

/// While something waits, no place counts as shallow.
void caderno_stack_expect(bool something_waits);

/// Runs a body on a new thread with a stack of so many bytes, or of fewer where the system refuses.
///
/// Waits for its end where `waits`. False where no thread can be had; nothing has run then.
bool caderno_stack_start(size_t bytes, bool waits, void (*body)(void *), void *argument);

/// A function that stops in the middle and goes on later, on a stack of its own and on the thread of whoever asks.
typedef struct caderno_fiber caderno_fiber;

/// A fiber whose body hasn't begun; null where there is no memory for a stack of so many bytes.
caderno_fiber *caderno_fiber_make(size_t bytes, void (*body)(void *), void *argument);

/// Goes on with the body until it suspends itself or ends. Not for one that has ended, or that runs.
void caderno_fiber_resume(caderno_fiber *fiber);

/// Called by the body: goes back to whoever resumed it.
void caderno_fiber_suspend(caderno_fiber *fiber);

bool caderno_fiber_has_ended(const caderno_fiber *fiber);

/// Gives the stack back. The body must have ended, or never begun: what it holds is lost else.
void caderno_fiber_free(caderno_fiber *fiber);

/// Whether the stack has room for more nested work.
static inline bool __attribute__((always_inline)) caderno_stack_has_room(void) {
  extern _Thread_local uintptr_t caderno_stack_work;
  if (__builtin_expect((uintptr_t)__builtin_frame_address(0) >= caderno_stack_work, 1)) {
    return true;
  }
  if (caderno_stack_work == UINTPTR_MAX) {
    caderno_stack_measure();
    return (uintptr_t)__builtin_frame_address(0) >= caderno_stack_work;
  }
  return false;
}

/// Whether objects may be let go of inside of each other.
static inline bool __attribute__((always_inline)) caderno_stack_is_shallow(void) {
  extern _Thread_local uintptr_t caderno_stack_release;
  return __builtin_expect((uintptr_t)__builtin_frame_address(0) >= caderno_stack_release, 1);
}

#endif

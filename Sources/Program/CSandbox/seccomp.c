// A seccomp filter: system calls that no command needs once its lesson is open are refused with an
// error, not with a signal, so that whoever called can say what failed.
#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
enum { architecture = (int)AUDIT_ARCH_X86_64 };
#else
enum { architecture = (int)AUDIT_ARCH_AARCH64 };
#endif

enum {
  operation_set_filter = 1,
  operation_action_available = 2,
  flag_keep_speculation = 1 << 2,
  // Calls with a higher number are answered as a kernel that doesn't have them would.
  newest_call = 469,
  // What makes new namespaces, in the flags of `clone`.
  new_namespaces = 0x7E020000 | 0x02000000,
  terminal_input = 0x5412,    // TIOCSTI: puts words into the terminal's own input
  terminal_control = 0x541C,  // TIOCLINUX: pastes into it
};

// Since number 424 both architectures count alike, so that headers need not know the names.
static const uint32_t refused[] = {
#include "refused.inc"
};

// How calls are built: a test for one number skips what follows it unless the number is met.
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)(offset))
#define CALL offsetof(struct seccomp_data, nr)
#define LOW(index) (offsetof(struct seccomp_data, args) + 8 * (index))
#define UNLESS_EQUAL(value, skip) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), 0, (uint8_t)(skip))
#define IF_EQUAL(value, skip) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), (uint8_t)(skip), 0)
#define IF_ABOVE(value, skip) \
  BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, (uint32_t)(value), (uint8_t)(skip), 0)
#define IF_ANY(bits, skip) \
  BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)(bits), (uint8_t)(skip), 0)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))

static int install(struct sock_fprog *program) {
  // Guards against speculation that older kernels add to a filter would slow all arithmetic down.
  if (syscall(__NR_seccomp, operation_set_filter, flag_keep_speculation, program) == 0) return 0;
  return syscall(__NR_seccomp, operation_set_filter, 0, program) ? errno : 0;
}

int csandbox_filter(void) {
  uint32_t own = (uint32_t)getpid();
  struct sock_filter first[] = {
      LOAD(offsetof(struct seccomp_data, arch)),
      IF_EQUAL(architecture, 1),
      REFUSE(ENOSYS),
      LOAD(CALL),
      // Programs for x32 call by numbers far above.
      BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, newest_call, 0, 1),
      REFUSE(ENOSYS),
      // Its flags stand in memory, where a filter can't look; C libraries then call `clone`.
      UNLESS_EQUAL(435 /* clone3 */, 1),
      REFUSE(ENOSYS),
      UNLESS_EQUAL(__NR_clone, 4),
      LOAD(LOW(0)),
      IF_ANY(new_namespaces, 1),
      ALLOW,
      REFUSE(EPERM),
      // Whether a process lives may be asked; a signal goes to this process alone.
      UNLESS_EQUAL(__NR_kill, 6),
      LOAD(LOW(1)),
      IF_EQUAL(0, 2),
      LOAD(LOW(0)),
      UNLESS_EQUAL(own, 1),
      ALLOW,
      REFUSE(EPERM),
      UNLESS_EQUAL(__NR_tgkill, 4),
      LOAD(LOW(0)),
      UNLESS_EQUAL(own, 1),
      ALLOW,
      REFUSE(EPERM),
      UNLESS_EQUAL(__NR_ioctl, 5),
      LOAD(LOW(1)),
      IF_EQUAL(terminal_input, 2),
      IF_EQUAL(terminal_control, 1),
      ALLOW,
      REFUSE(EPERM),
      // Times of an open file may be set, those of a path not.
      UNLESS_EQUAL(__NR_utimensat, 6),
      LOAD(LOW(1)),
      UNLESS_EQUAL(0, 3),
      LOAD(LOW(1) + 4),
      UNLESS_EQUAL(0, 1),
      ALLOW,
      REFUSE(EPERM),
  };
  enum { head = sizeof first / sizeof first[0], count = sizeof refused / sizeof refused[0] };
  struct sock_filter all[head + 2 * count + 1];
  for (int index = 0; index < head; index++) all[index] = first[index];
  for (int index = 0; index < count; index++) {
    all[head + 2 * index] = (struct sock_filter)UNLESS_EQUAL(refused[index], 1);
    all[head + 2 * index + 1] = (struct sock_filter)REFUSE(EPERM);
  }
  all[head + 2 * count] = (struct sock_filter)ALLOW;
  struct sock_fprog program = {head + 2 * count + 1, all};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
  return install(&program);
}

int csandbox_has_seccomp(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(__NR_seccomp, operation_action_available, 0, &action) == 0;
}

#else

int csandbox_filter(void) { return ENOSYS; }
int csandbox_has_seccomp(void) { return 0; }

#endif

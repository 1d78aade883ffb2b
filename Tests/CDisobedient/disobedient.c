#define _GNU_SOURCE
#include "CDisobedient.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static const int calls[] = {
#include "../../Sources/Program/CSandbox/refused.inc"
};

int disobedient_count(void) { return sizeof calls / sizeof calls[0]; }

// A descriptor and a process that can't be, and no memory: without a fence each fails otherwise.
int disobedient_call(int index) {
  return syscall(calls[index], -1L, 0L, 0L, 0L, 0L, 0L) == -1 ? errno : 0;
}

int disobedient_hide_landlock(void) {
  struct sock_filter calls[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 444 /* landlock_create_ruleset */, 0, 2),
      BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, 446 /* landlock_restrict_self */, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof calls / sizeof calls[0], calls};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
  return syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) ? errno : 0;
}

#else

int disobedient_hide_landlock(void) { return ENOSYS; }
int disobedient_count(void) { return 0; }
int disobedient_call(int index) { return (void)index, ENOSYS; }

#endif

int disobedient_open(const char *path, int flags) {
  int file = open(path, flags, 0666);
  if (file < 0) return errno;
  close(file);
  return 0;
}

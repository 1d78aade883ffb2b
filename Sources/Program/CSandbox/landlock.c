// Landlock: what a process may do with files, whoever owns them. Numbers and layouts are the kernel's,
// written down here because the headers of older systems lack them.
#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <link.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { call_create_ruleset = 444, call_add_rule = 445, call_restrict_self = 446 };
enum { version_flag = 1, rule_path_beneath = 1 };

// Rights on files in the order of their bits; each line begins with the version that brought them.
enum {
  fs_execute = 1 << 0,
  fs_write_file = 1 << 1,
  fs_read_file = 1 << 2,
  fs_read_dir = 1 << 3,
  fs_remove_dir = 1 << 4,
  fs_remove_file = 1 << 5,
  fs_make_dir = 1 << 7,
  fs_make_reg = 1 << 8,
  fs_all_1 = (1 << 13) - 1,
  fs_refer_2 = 1 << 13,
  fs_truncate_3 = 1 << 14,
  fs_ioctl_dev_5 = 1 << 15,
  net_bind_and_connect_4 = 3,
  scope_sockets_and_signals_6 = 3,
  fs_of_plain_files =
      fs_execute | fs_write_file | fs_read_file | fs_truncate_3 | fs_ioctl_dev_5,
};

struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

struct __attribute__((packed)) path_rule {
  uint64_t rights;
  int32_t parent;
};

static uint64_t handled(int abi) {
  uint64_t rights = fs_all_1;
  if (abi >= 2) rights |= fs_refer_2;
  if (abi >= 3) rights |= fs_truncate_3;
  if (abi >= 5) rights |= fs_ioctl_dev_5;
  return rights;
}

int csandbox_landlock_abi(void) {
  long abi = syscall(call_create_ruleset, NULL, (size_t)0, version_flag);
  return abi > 0 ? (int)abi : 0;
}

int csandbox_make_rules(int abi) {
  struct ruleset rules = {handled(abi), 0, 0};
  if (abi >= 4) rules.network = net_bind_and_connect_4;
  if (abi >= 6) rules.scopes = scope_sockets_and_signals_6;
  // An older kernel takes a longer structure only where the rest is zero, as it is.
  return (int)syscall(call_create_ruleset, &rules, sizeof rules, 0);
}

int csandbox_allow(int rules, int abi, const char *path, int rights) {
  uint64_t allowed = 0;
  if (rights & csandbox_read) allowed |= fs_read_file | fs_read_dir;
  if (rights & csandbox_list) allowed |= fs_read_dir;
  if (rights & csandbox_write) {
    allowed |= fs_write_file | fs_remove_dir | fs_remove_file | fs_make_dir | fs_make_reg |
               fs_truncate_3;
  }
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return errno;
  struct stat status;
  int error = fstat(file, &status) ? errno : 0;
  if (!error) {
    if (!S_ISDIR(status.st_mode)) allowed &= fs_of_plain_files;
    struct path_rule rule = {allowed & handled(abi), file};
    if (rule.rights && syscall(call_add_rule, rules, rule_path_beneath, &rule, 0)) error = errno;
  }
  close(file);
  return error;
}

int csandbox_restrict(int rules) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
  return syscall(call_restrict_self, rules, 0) ? errno : 0;
}

int csandbox_has_one_thread(void) {
  struct stat status;
  // A folder has two links of its own and one for each folder in it.
  return stat("/proc/self/task", &status) == 0 && status.st_nlink == 3;
}

struct visit {
  void (*call)(const char *path, void *context);
  void *context;
};

static int visit_library(struct dl_phdr_info *info, size_t size, void *pointer) {
  (void)size;
  struct visit *visit = pointer;
  if (info->dlpi_name && info->dlpi_name[0] == '/') visit->call(info->dlpi_name, visit->context);
  return 0;
}

void csandbox_each_library(void (*call)(const char *path, void *context), void *context) {
  struct visit visit = {call, context};
  dl_iterate_phdr(visit_library, &visit);
}

#else

int csandbox_landlock_abi(void) { return 0; }
int csandbox_make_rules(int abi) { return (void)abi, errno = ENOSYS, -1; }
int csandbox_allow(int rules, int abi, const char *path, int rights) {
  return (void)rules, (void)abi, (void)path, (void)rights, ENOSYS;
}
int csandbox_restrict(int rules) { return (void)rules, ENOSYS; }
int csandbox_has_one_thread(void) { return 0; }
void csandbox_each_library(void (*call)(const char *path, void *context), void *context) {
  (void)call, (void)context;
}

#endif

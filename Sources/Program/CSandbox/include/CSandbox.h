#pragma once

// The system calls behind the target Sandbox. Elsewhere than on Linux all of them say ENOSYS.

/// What a rule lets a process do with a path and all below it.
enum {
  csandbox_read = 1,   // read files, list folders
  csandbox_list = 2,   // list folders
  csandbox_write = 4,  // write, make and remove files and folders
};

/// The version of Landlock that the kernel has; 0 where it has none.
int csandbox_landlock_abi(void);

/// Whether the kernel has seccomp filters.
int csandbox_has_seccomp(void);

/// Whether this process has one thread; 0 too where nobody can tell.
int csandbox_has_one_thread(void);

/// A set of rules that forbids all that a version of Landlock can; -1 and `errno` where there is none.
int csandbox_make_rules(int abi);

/// Allows something below a path; 0 for success, otherwise an error number.
int csandbox_allow(int rules, int abi, const char *path, int rights);

/// Puts this thread and all that it starts under the rules; 0 for success, otherwise an error number.
int csandbox_restrict(int rules);

/// Refuses other programs, sockets and what reaches into other processes, to this thread and all that
/// it starts; 0 for success, otherwise an error number.
int csandbox_filter(void);

/// Calls `visit` with the path of each loaded library.
void csandbox_each_library(void (*visit)(const char *path, void *context), void *context);

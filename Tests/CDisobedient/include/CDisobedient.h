#pragma once

/// How many system calls the fence refuses whatever they are called with; 0 elsewhere than on Linux.
int disobedient_count(void);

/// Calls the one at a place in the list with what can do no harm; gives the error number, or 0.
int disobedient_call(int index);

/// Opens `path` past the C library with flags of `open`; gives the error number, or 0.
int disobedient_open(const char *path, int flags);

/// Answers calls of Landlock as a kernel without it does, from here on; gives the error number, or 0.
int disobedient_hide_landlock(void);

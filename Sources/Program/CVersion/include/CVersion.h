#ifndef CVERSION_H
#define CVERSION_H

/// The commit that the program was built from; empty where the build wasn't told.
extern const char *const caderno_commit;

#endif

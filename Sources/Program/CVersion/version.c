#include "CVersion.h"

#ifndef CADERNO_COMMIT
#define CADERNO_COMMIT ""
#endif

const char *const caderno_commit = CADERNO_COMMIT;

#include "include/CKernels.h"

#if defined(__aarch64__)
#define W 4
#define TALL 6
#define WIDE 4
#define SPARSE 6
#define LEVEL table
#include "level.inc"

const caderno_kernels *caderno_neon(void) { return &table; }
#else
const caderno_kernels *caderno_neon(void) { return 0; }
#endif

// The level without fused multiply-adds in hardware: the bits are right, the speed is not.
#define W 4
#define TALL 2
#define WIDE 2
#define SPARSE 2
#define LEVEL table
#include "level.inc"

const caderno_kernels *caderno_scalar(void) { return &table; }

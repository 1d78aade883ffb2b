#include "include/CKernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define W 8
#define TALL 6
#define WIDE 2
#define SPARSE 4
#define LEVEL table
#include "level.inc"
#pragma clang attribute pop

const caderno_kernels *caderno_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &table : 0;
}
#else
const caderno_kernels *caderno_avx2(void) { return 0; }
#endif

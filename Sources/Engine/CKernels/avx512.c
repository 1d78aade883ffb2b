#include "include/CKernels.h"

#if defined(__x86_64__)
#define FEATURES "avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"
#pragma clang attribute push(__attribute__((target(FEATURES))), apply_to = function)
#define W 16
#define TALL 6
#define WIDE 4
#define SPARSE 6
#define LEVEL table
// Scaling by powers of two is one instruction.
#define SCALES
typedef float native __attribute__((vector_size(64)));
#include "level.inc"
#pragma clang attribute pop

const caderno_kernels *caderno_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                 __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
                 __builtin_cpu_supports("fma")
             ? &table
             : 0;
}
#else
const caderno_kernels *caderno_avx512(void) { return 0; }
#endif

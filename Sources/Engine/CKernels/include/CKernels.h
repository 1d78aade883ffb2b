#pragma once
// Micro-kernels over plain pointers, compiled once for each instruction set.
//
// Sizes and strides are counted in floats. Every pointer may be unaligned. Where a count of
// channels is no multiple of 16, rows are read (never written) up to the next multiple, so the
// last row needs 16 floats of slack behind it.
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// The number of processors that this process may use.
long caderno_processors(void);

/// Tells the processor that the thread only waits for another one.
static inline void caderno_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Where a convolution reads: a window begins at an offset and covers runs of consecutive floats.
typedef struct {
  long pixels;            ///< output pixels of one image
  const int32_t *offset;  ///< [pixels] where each output pixel's window begins in its image
  long segments;          ///< runs of a window: kernel rows, or taps where the columns are dilated
  const int32_t *segment; ///< [segments] where each run begins inside the window
  long run;               ///< floats in a run
} caderno_window;

/// The rows, or the columns, of windows over an image: at least one for each window.
typedef struct {
  long count;
  const int32_t *first; ///< [count] a window's first row or column
  const int32_t *size;  ///< [count] how many it has
} caderno_windows;

/// For each pixel of an image, the windows that read it.
typedef struct {
  long pixels;
  const int32_t *first;    ///< [pixels + 1] where each pixel's entries begin
  const int32_t *position; ///< which window's position reads it
  const int32_t *tap;      ///< by which tap
} caderno_spread;

/// A convolution of 3 by 3 taps in steps of 1 in Winograd's form; channels are a multiple of 16.
typedef struct {
  long channels, outputs;
  long row;                     ///< floats between rows of the input
  long rows, columns;           ///< of the convolution's output; the input has 2 more of each
  long tile_rows, tile_columns; ///< outputs of a tile, from 2 to 5
} caderno_winograd;

#pragma clang assume_nonnull end
/// One level of the instruction set: the kernels of `kernels.inc`.
typedef struct {
#define KERNEL(name, parameters) void (*_Nonnull name) parameters;
#include "kernels.inc"
#undef KERNEL
} caderno_kernels;
#pragma clang assume_nonnull begin

/// The kernels that need nothing but the baseline of the architecture.
const caderno_kernels *caderno_scalar(void);
/// The kernels for AVX2 with FMA, or null where the processor or the system lacks them.
const caderno_kernels *_Nullable caderno_avx2(void);
/// The kernels for AVX-512 (F, VL, BW, DQ), or null where the processor or the system lacks them.
const caderno_kernels *_Nullable caderno_avx512(void);
/// The kernels for 64-bit ARM's vectors, or null elsewhere.
const caderno_kernels *_Nullable caderno_neon(void);


#pragma clang assume_nonnull end

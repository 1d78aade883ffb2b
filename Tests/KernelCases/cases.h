// What the cases are made of: memory filled with the same numbers on every machine, windows over it, and a
// digest of what kernels wrote.
#pragma once
#include <stdbool.h>
#include <string.h>

#include "CKernels.h"

enum { SIZE = 1 << 18 };
static float x[SIZE], y[SIZE], z[SIZE], weights[SIZE], scratch[SIZE], zeros[SIZE];
static uint64_t masks[SIZE];
static int32_t whole[SIZE];
static uint8_t bytes[SIZE];

static const caderno_kernels *table;
static uint64_t digest, drawn;

// SplitMix64 (Steele, Lea and Flood 2014).
static uint64_t draw(void) {
  uint64_t value = drawn += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

static void fill(float *numbers) {
  for (long i = 0; i < SIZE; i++) numbers[i] = (float)(draw() >> 40) * 0x1p-22f - 2;
}

// New numbers everywhere, from -2 to 2.
static void fresh(void) {
  fill(x), fill(y), fill(z), fill(weights), fill(scratch);
  for (long i = 0; i < SIZE; i++) bytes[i] = (uint8_t)draw();
}

static void begin(void) { digest = 0xcbf29ce484222325, drawn = 1; }

// FNV-1a (Fowler, Noll and Vo 1991).
static void note(uint64_t word) {
  for (int i = 0; i < 64; i += 8) digest = (digest ^ (word >> i & 0xff)) * 0x100000001b3;
}

// Processors have different forms of NaN; all are one here.
static void see(const float *numbers, long count) {
  for (long i = 0; i < count; i++) {
    uint32_t word;
    memcpy(&word, numbers + i, sizeof word);
    note(numbers[i] != numbers[i] ? 0x7fc00000 : word);
  }
}

static void see_words(const uint64_t *words, long count) {
  for (long i = 0; i < count; i++) note(words[i]);
}

static void see_ints(const int32_t *numbers, long count) {
  for (long i = 0; i < count; i++) note((uint32_t)numbers[i]);
}

// Widths around those of the vectors, with new numbers for each.
static const long widths[] = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 48, 70, 129};
enum { WIDTHS = sizeof widths / sizeof *widths };
#define FOR_WIDTHS(n) \
  for (long place = 0, n; place < WIDTHS && (n = widths[place], fresh(), true); place++)

// A kernel of numbers alone, in place and not; special numbers among them.
static void maps(void (*map)(long, const float *, float *), float scale) {
  FOR_WIDTHS(n) {
    for (long i = 0; i < n; i++) x[i] *= scale;
    static const float special[] = {
        0.0f, -0.0f, 1.0f, __builtin_inff(), -__builtin_inff(), 1e-40f, -1e-40f, 3e38f};
    for (long i = 0; i < 8 && i < n; i++) x[n - 1 - i] = special[i];
    map(n, x, y), see(y, n), map(n, x, x), see(x, n);
  }
}

// A kernel that changes y by x.
static void gradients(void (*map)(long, const float *, float *)) {
  FOR_WIDTHS(n) { map(n, x, y), see(y, n); }
}

// A convolution's windows over images.
typedef struct {
  caderno_window window;
  long image, row, size, rows, columns;  // floats of an image, of its row, of a window; positions
} windows;

// Windows of `extent` by `extent` pixels in steps of `step` over an image of channels.
static windows window_of(long height, long width, long channels, long extent, long step) {
  static int32_t offset[1024], segment[64];
  windows w = {.image = height * width * channels, .row = width * channels};
  w.rows = (height - extent) / step + 1, w.columns = (width - extent) / step + 1;
  w.size = extent * extent * channels;
  for (long p = 0; p < w.rows * w.columns; p++)
    offset[p] = (int32_t)((p / w.columns * width + p % w.columns) * step * channels);
  for (long s = 0; s < extent; s++) segment[s] = (int32_t)(s * w.row);
  w.window = (caderno_window){w.rows * w.columns, offset, extent, segment, extent * channels};
  return w;
}

// The same windows with a run for each tap.
static windows taps_of(windows w, long channels) {
  static int32_t segment[64];
  const long extent = w.window.segments;
  for (long tap = 0; tap < extent * extent; tap++)
    segment[tap] = (int32_t)(tap / extent * w.row + tap % extent * channels);
  w.window.segments = extent * extent, w.window.segment = segment, w.window.run = channels;
  return w;
}

static const long shapes[][5] = {{6, 7, 1, 3, 1}, {7, 6, 3, 3, 1},  {9, 8, 5, 2, 2},
                                 {6, 6, 16, 3, 1}, {5, 7, 17, 1, 1}, {7, 7, 40, 3, 2}};
enum { SHAPES = sizeof shapes / sizeof *shapes };
#define FOR_WINDOWS(w, channels)                                                                   \
  for (long place = 0, channels; place < SHAPES && (channels = shapes[place][2], fresh(), true);   \
       place++)                                                                                    \
    for (windows w = window_of(                                                                    \
             shapes[place][0], shapes[place][1], channels, shapes[place][3], shapes[place][4]);    \
         w.image; w.image = 0)

// Masks with bits of so many outputs, and where each position's gradients begin.
static void sources(long positions, long outputs) {
  for (long i = 0; i < SIZE; i++) masks[i] = draw() & draw() & ((1ull << outputs) - 1);
  for (long p = 0; p < positions; p++) whole[p] = (int32_t)(p * outputs);
}

static caderno_winograd winograd_form(long tile_rows, long tile_columns) {
  return (caderno_winograd){.channels = 16, .outputs = 20, .row = 8 * 16, .rows = 8, .columns = 6,
                            .tile_rows = tile_rows, .tile_columns = tile_columns};
}

static long winograd_size(const caderno_winograd *form) {
  return (form->tile_rows + 2) * (form->tile_columns + 2) * form->channels * form->outputs;
}

// Pooling of an image of 5 by 7 pixels to 2 by 3.
static const int32_t row_first[] = {0, 3}, row_size[] = {3, 2};
static const int32_t column_first[] = {0, 2, 5}, column_size[] = {2, 4, 2};
static const caderno_windows pool_rows = {2, row_first, row_size};
static const caderno_windows pool_columns = {3, column_first, column_size};

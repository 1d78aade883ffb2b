// Runs every kernel of every level that this processor has on the same cases, and prints a digest of all
// that it wrote: `LEVEL KERNEL DIGEST`. Levels and machines must agree. A kernel without a case doesn't
// compile.
#include <stdio.h>
#include <string.h>

#include "cases.h"

static void case_map_exp(void) { maps(table->map_exp, 60); }
static void case_map_log(void) { maps(table->map_log, 60); }
static void case_map_tanh(void) { maps(table->map_tanh, 6); }
static void case_map_sigmoid(void) { maps(table->map_sigmoid, 30); }
static void case_map_erf(void) { maps(table->map_erf, 3); }
static void case_map_rsqrt(void) { maps(table->map_rsqrt, 100); }
static void case_map_relu(void) { maps(table->map_relu, 1); }
static void case_relu_gradient(void) { gradients(table->relu_gradient); }
static void case_tanh_gradient(void) { gradients(table->tanh_gradient); }
static void case_sigmoid_gradient(void) { gradients(table->sigmoid_gradient); }
static void case_add(void) { gradients(table->add); }

static void case_divide_bytes(void) {
  FOR_WIDTHS(n) { table->divide_bytes(n, bytes, 255, y), see(y, n); }
}

static void case_lane_sum(void) {
  FOR_WIDTHS(n) { table->lane_sum(n, x, y), see(y, 1); }
}

static void case_transpose(void) {
  FOR_WIDTHS(n) { table->transpose(7, n, x, y), see(y, 7 * n); }
}

static void case_softmax(void) {
  FOR_WIDTHS(n) { table->softmax(3, n, x), see(x, 3 * n); }
}

static void case_softmax_gradient(void) {
  FOR_WIDTHS(n) { table->softmax_gradient(3, n, x, y), see(y, 3 * n); }
}

static void case_softmax_cross_entropy(void) {
  FOR_WIDTHS(n) {
    for (int i = 0; i < 3; i++) bytes[i] = (uint8_t)(bytes[i] % n);
    table->softmax_cross_entropy(3, n, 0.25f, x, bytes, z, 2, y), see(y, 3 * n), see(z, 6);
  }
}

static void case_accumulate(void) {
  FOR_WINDOWS(w, channels) for (int form = 0; form < 4; form++) {
    const long outputs = 5 + 23 * form;
    for (int i = 0; i < w.window.pixels; i++)
      whole[i] = (int32_t)((w.window.pixels - 1 - i) * (outputs + 1));
    table->accumulate(
        &w.window, 2, w.image, x, outputs, outputs, weights, form == 1 ? NULL : z,
        w.window.pixels * (outputs + 1), outputs, form > 1 ? whole : NULL, y, form & 1);
    see(y, 2 * w.window.pixels * (outputs + 1));
  }
}

static void case_weight_gradient(void) {
  FOR_WINDOWS(w, channels) for (long outputs = 3; outputs < 90; outputs += 29) {
    table->weight_gradient(
        &w.window, 2, w.image, x, outputs, w.window.pixels * outputs, outputs, z, outputs, y);
    see(y, w.size * outputs);
  }
}

static void case_batch_weight_gradient(void) {
  FOR_WIDTHS(n) {
    table->batch_weight_gradient(19, 8, 23, 2, 20, x, n, z, y + 2 * n), see(y, 23 * n);
  }
}

static void case_column_sums(void) {
  FOR_WIDTHS(n) { table->column_sums(5, n, n + 2, x, y), see(y, n); }
}

static void case_accumulate_pool(void) {
  FOR_WINDOWS(w, channels) for (int flags = 0; flags < 2; flags++) {
    const long outputs = 13 + 60 * flags, rows = w.rows / 2, columns = w.columns / 2;
    table->accumulate_pool(
        &w.window, 2, w.image, x, outputs, outputs, weights, z, rows, columns, w.row, channels, y,
        masks, flags);
    see(y, 2 * rows * columns * outputs);
    see_words(masks, 8 * rows * columns * ((outputs + 63) / 64));
  }
}

static void case_winograd_weights(void) {
  for (long tile = 2; tile <= 5; tile++) {
    fresh();
    const caderno_winograd form = winograd_form(tile, 7 - tile);
    table->winograd_weights(&form, 3, 10, x, y), see(y, winograd_size(&form));
  }
}

static void case_winograd(void) {
  for (long tile = 2; tile <= 5; tile++)
    for (int flags = 0; flags < 8; flags++) {
      fresh();
      caderno_winograd form = winograd_form(tile, 7 - tile);
      // Without its last row and column, which a pooling leaves out.
      if (flags & 4) form.rows--, form.columns--;
      const long rows = flags & 2 ? form.rows / 2 : form.rows;
      const long columns = flags & 2 ? form.columns / 2 : form.columns;
      memset(zeros, 0, sizeof zeros);
      table->winograd(
          &form, 2, (form.rows + 2) * form.row, x, weights, z, y, flags & 2 ? masks : NULL, zeros,
          scratch, flags & 3);
      see(y, 2 * rows * columns * form.outputs);
      if (flags & 2) see_words(masks, 8 * rows * columns);
    }
}

static void case_nonzero_bits(void) {
  FOR_WIDTHS(n) {
    for (int i = 0; i < 5 * n; i++) if (x[i] < 0) x[i] = i & 1 ? -0.0f : 0.0f;
    table->nonzero_bits(5, n, x, masks), see_words(masks, 5 * ((n + 63) / 64));
  }
}

static void case_sparse_weight_gradient(void) {
  FOR_WINDOWS(w, channels) {
    const long outputs = 9, pixels = w.window.pixels;
    sources(pixels, outputs);
    table->sparse_weight_gradient(
        &w.window, 2, w.image, x, outputs, masks, whole, pixels * outputs, z, y, weights);
    see(y, w.size * outputs), see(weights, outputs);
  }
}

static void case_block_weights(void) {
  fresh(), table->block_weights(9, 32, 7, x, y), see(y, 9 * 32 * 7);
}

static void case_sparse_input_gradient(void) {
  for (long channels = 16; channels <= 32; channels += 16) {
    fresh();
    const windows w = window_of(7, 6, channels, 3, 1);
    const long outputs = 7, pixels = w.window.pixels;
    sources(pixels, outputs);
    table->sparse_input_gradient(
        &w.window, 3, w.image, y, outputs, masks, whole, pixels * outputs, z, weights,
        (int32_t *)scratch);
    see(y, 3 * w.image);
  }
}

static void case_sparse_first_gradient(void) {
  for (long outputs = 16; outputs <= 48; outputs += 16) {
    fresh();
    sources(200, outputs);
    table->sparse_first_gradient(2, 100, x, 10, outputs, masks, 3, 4, z, y, weights);
    see(y, 9 * outputs), see(weights, outputs);
  }
}

static void case_max_pool(void) {
  FOR_WIDTHS(n) {
    table->max_pool(&pool_rows, &pool_columns, 7, n, x, y, whole), see(y, 6 * n);
    see_ints(whole, 6 * n);
  }
}

static void case_max_pool_gradient(void) {
  FOR_WIDTHS(n) {
    for (long i = 0; i < 6 * n; i++) whole[i] = (int32_t)((i * 37) % (35 * n));
    table->max_pool_gradient(6 * n, z, whole, y), see(y, 35 * n);
  }
}

static void case_average_pool(void) {
  FOR_WIDTHS(n) { table->average_pool(&pool_rows, &pool_columns, 7, n, x, y), see(y, 6 * n); }
}

static void case_average_pool_gradient(void) {
  FOR_WIDTHS(n) {
    table->average_pool_gradient(&pool_rows, &pool_columns, 7, n, z, y), see(y, 35 * n);
  }
}

static void case_deviation_sums(void) {
  FOR_WIDTHS(n) { table->deviation_sums(5, n, x, z, y), see(y, n); }
}

static void case_normalize(void) {
  FOR_WIDTHS(n) {
    for (int flags = 0; flags < 2; flags++) {
      table->normalize(5, n, x, z, z + 200, z + 400, z + 600, weights, y, flags);
      see(y, 5 * n), see(weights, 5 * n);
    }
  }
}

static void case_normalize_sums(void) {
  FOR_WIDTHS(n) { table->normalize_sums(5, n, x, z, y, weights), see(y, n), see(weights, n); }
}

static void case_normalize_gradient(void) {
  FOR_WIDTHS(n) {
    table->normalize_gradient(5, n, 5, x, z, z + 1000, z + 1200, z + 1400, z + 1600, y);
    see(y, 5 * n);
  }
}

static void case_scale_columns(void) {
  FOR_WIDTHS(n) { table->scale_columns(5, n, x, z, z + 200, y), see(y, 5 * n); }
}

static void case_layer_normalize(void) {
  FOR_WIDTHS(n) {
    table->layer_normalize(5, n, 1e-3f, x, z, z + 200, weights, scratch, y);
    see(y, 5 * n), see(weights, 5 * n), see(scratch, 5);
  }
}

static void case_layer_normalize_gradient(void) {
  FOR_WIDTHS(n) {
    table->layer_normalize_gradient(5, n, x, z, z + 1000, z + 1200, y), see(y, 5 * n);
  }
}

static void case_prelu(void) {
  FOR_WIDTHS(n) { table->prelu(n, x, z, y), see(y, n); }
}

static void case_prelu_gradient(void) {
  FOR_WIDTHS(n) {
    table->prelu_gradient(n, x, z, weights, scratch, y), see(y, n), see(scratch, n);
  }
}

static void case_lstm(void) {
  FOR_WIDTHS(n) for (int later = 0; later < 2; later++) {
    table->lstm(3, n, 5 * n, x, 2 * n, later ? z : NULL, y, weights, scratch);
    see(x, 14 * n), see(y, 5 * n), see(weights, 5 * n), see(scratch, 5 * n);
  }
}

static void case_lstm_gradient(void) {
  FOR_WIDTHS(n) for (int later = 0; later < 2; later++) {
    table->lstm_gradient(3, n, 5 * n, x, 2 * n, later ? z : NULL, z + 1000, weights, y);
    see(x, 14 * n), see(y, 3 * n);
  }
}

static void case_depthwise(void) {
  FOR_WINDOWS(w, channels) for (int flags = 0; flags < 2; flags++) {
    const windows taps = taps_of(w, channels);
    table->depthwise(
        &taps.window, 2, w.image, x, channels, weights, z, w.window.pixels * channels, y, flags);
    see(y, 2 * w.window.pixels * channels);
  }
}

static void case_depthwise_weight_gradient(void) {
  FOR_WINDOWS(w, channels) {
    const windows taps = taps_of(w, channels);
    table->depthwise_weight_gradient(
        &taps.window, 2, w.image, x, channels, w.window.pixels * channels, z, y);
    see(y, w.size);
  }
}

static void case_depthwise_input_gradient(void) {
  // Each of four pixels is read by windows before and behind it.
  static const int32_t first[] = {0, 1, 3, 5, 6}, position[] = {0, 0, 1, 1, 2, 2};
  static const int32_t tap[] = {0, 1, 0, 1, 0, 1};
  const caderno_spread spread = {4, first, position, tap};
  FOR_WIDTHS(n) {
    table->depthwise_input_gradient(&spread, 2, 3 * n, z, n, weights, 4 * n, y), see(y, 8 * n);
  }
}

static void case_sgd(void) {
  FOR_WIDTHS(n) { table->sgd(n, 0.1f, x, y), see(y, n); }
}

static void case_sgd_momentum(void) {
  FOR_WIDTHS(n) for (int nesterov = 0; nesterov < 2; nesterov++) {
    table->sgd_momentum(n, 0.1f, 0.9f, nesterov, x, z, y), see(y, n), see(z, n);
  }
}

static void case_rmsprop(void) {
  FOR_WIDTHS(n) {
    for (long i = 0; i < n; i++) z[i] *= z[i];
    table->rmsprop(n, 1e-3f, 0.9f, 0.1f, 1e-7f, x, z, y), see(y, n), see(z, n);
  }
}

static void case_adam(void) {
  FOR_WIDTHS(n) {
    for (long i = 0; i < n; i++) z[i] *= z[i];
    table->adam(n, 1e-3f, 0.1f, 1e-3f, 1e-7f, x, weights, z, y);
    see(y, n), see(z, n), see(weights, n);
  }
}

// How many operations there are differs from level to level; one lane's sum doesn't.
static void case_uniform(void) {
  const uint64_t first[] = {0, 1, 2, 3, 0x3fffffffdull};
  FOR_WIDTHS(n) for (int i = 0; i < 5; i++) {
    table->uniform(n, first[i], 0x123456789abcdef0, 3ull << 56 | 7, y), see(y, n);
  }
}

static void case_keep_or_drop(void) {
  FOR_WIDTHS(n) { table->keep_or_drop(n, 0.25f, 1 / 0.75f, y), see(y, n); }
}

static void case_multiply(void) {
  FOR_WIDTHS(n) { table->multiply(n, x, z, y), see(y, n); }
}

static void case_multiply_add_rounds(void) {
  const float factors[] = {0.5f, 1.25f};
  double operations;
  float sum;
  fresh(), table->multiply_add_rounds(10, factors, &operations, &sum), see(&sum, 1);
}

typedef struct { const char *name; void (*run)(void); } kernel_case;
static const kernel_case all[] = {
#define KERNEL(name, parameters) {#name, case_##name},
#include "kernels.inc"
#undef KERNEL
};

static void run(const char *level, const caderno_kernels *kernels) {
  if (!kernels) return;
  table = kernels;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    begin();
    all[i].run();
    printf("%s %s %016llx\n", level, all[i].name, (unsigned long long)digest);
  }
}

int main(void) {
  run("scalar", caderno_scalar());
  run("avx2", caderno_avx2());
  run("avx512", caderno_avx512());
  run("neon", caderno_neon());
}

/**
 * The arithmetic of the reader's models: integer layers, layer norm, gates. train/README.md defines every operation.
 *
 * Each result is the same to the bit on every machine: products are whole numbers, and the rest is IEEE single
 * precision in the order written here (WebAssembly has no other, and no fused multiply-add without relaxed SIMD).
 * Pointers come from the caller, who owns the memory; float rows begin at multiples of 16.
 */
#include <stdint.h>
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(#name))) void name

/** Rows that are read together, so that their inputs stay in the nearest cache while the weights pass by. */
#define BLOCK 32

/** Rows of int8 numbers, each with its scale. */
typedef struct {
  const int8_t *weight;
  const float *scale;
  int32_t width;
} Table;

/**
 * Lays int8 weights (outputs x inputs) out for `layer`: panels of 8 outputs; in each, pairs of inputs; in each, the 8
 * outputs' two weights side by side as int16. Missing outputs and inputs are zero.
 */
EXPORT(pack)(const int8_t *weight, int16_t *packed, int outputs, int inputs, int padded_inputs) {
  for (int panel = 0; panel < outputs; panel += 8)
    for (int input = 0; input < padded_inputs; input += 2)
      for (int output = panel; output < panel + 8; output++)
        for (int half = 0; half < 2; half++)
          *packed++ = output < outputs && input + half < inputs ? weight[output * inputs + input + half] : 0;
}

/** The same for int16 rows that are known only at run time: `stride` numbers from row to row. */
static void pack_rows(const int16_t *rows, int16_t *packed, int outputs, int inputs, int stride) {
  for (int panel = 0; panel < outputs; panel += 8)
    for (int output = 0; output < 8; output++) {
      const int16_t *row = rows + (panel + output) * stride;
      int32_t *to = (int32_t *)packed + panel * (inputs / 2) + output;
      if (panel + output < outputs)
        for (int pair = 0; pair < inputs / 2; pair++) to[pair * 8] = ((const int32_t *)row)[pair];
      else
        for (int pair = 0; pair < inputs / 2; pair++) to[pair * 8] = 0;
    }
}

static inline v128_t scaled(v128_t whole, v128_t factor, v128_t bias) {
  return wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_convert_i32x4(whole), factor), bias);
}

#define STEP(row)                                                              \
  {                                                                            \
    const v128_t pair = wasm_v128_load32_splat(a##row);                        \
    sum##row##0 = wasm_i32x4_add(sum##row##0, wasm_i32x4_dot_i16x8(pair, w0)); \
    sum##row##1 = wasm_i32x4_add(sum##row##1, wasm_i32x4_dot_i16x8(pair, w1)); \
  }

#define FINISH(row)                                                          \
  {                                                                          \
    float *to = out + (at + row) * out_stride + panel;                       \
    wasm_v128_store(to, scaled(sum##row##0, factor0, bias0));                \
    wasm_v128_store(to + 4, scaled(sum##row##1, factor1, bias1));            \
  }

/**
 * out = (a x weights) * factor + bias, with whole numbers up to the last step.
 *
 * `inputs` is a multiple of 8; `a_stride` counts int16, `out_stride` floats; factors, biases and rows of `out` are
 * padded to a multiple of 8 outputs.
 */
EXPORT(layer)(const int16_t *a, int a_stride, const int16_t *packed, const float *factor, const float *bias, float *out,
              int out_stride, int rows, int outputs, int inputs) {
  for (int first = 0; first < rows; first += BLOCK) {
    const int last = first + BLOCK < rows ? first + BLOCK : rows;
    for (int panel = 0; panel < outputs; panel += 8) {
      const int16_t *weights = packed + panel * inputs;
      const v128_t factor0 = wasm_v128_load(factor + panel), factor1 = wasm_v128_load(factor + panel + 4);
      const v128_t bias0 = wasm_v128_load(bias + panel), bias1 = wasm_v128_load(bias + panel + 4);
      int at = first;
      for (; at + 4 <= last; at += 4) {
        const int16_t *a0 = a + at * a_stride, *a1 = a0 + a_stride, *a2 = a1 + a_stride, *a3 = a2 + a_stride;
        const int16_t *w = weights, *end = weights + 8 * inputs;
        v128_t sum00 = wasm_i32x4_const_splat(0), sum01 = sum00, sum10 = sum00, sum11 = sum00;
        v128_t sum20 = sum00, sum21 = sum00, sum30 = sum00, sum31 = sum00;
        // Unrolling this loop makes V8 spill registers: 37 instead of 51 billion products a second on one Zen 5 core.
#pragma clang loop unroll(disable)
        for (; w < end; w += 16, a0 += 2, a1 += 2, a2 += 2, a3 += 2) {
          const v128_t w0 = wasm_v128_load(w), w1 = wasm_v128_load(w + 8);
          STEP(0)
          STEP(1)
          STEP(2)
          STEP(3)
        }
        FINISH(0)
        FINISH(1)
        FINISH(2)
        FINISH(3)
      }
      for (; at < last; at++) {
        const int16_t *a0 = a + at * a_stride;
        const int16_t *w = weights, *end = weights + 8 * inputs;
        v128_t sum00 = wasm_i32x4_const_splat(0), sum01 = sum00;
        for (; w < end; w += 16, a0 += 2) {
          const v128_t w0 = wasm_v128_load(w), w1 = wasm_v128_load(w + 8);
          STEP(0)
        }
        FINISH(0)
      }
    }
  }
}

/** Four activations as whole numbers: x / scale, halves to even, inside the limit. */
static inline v128_t whole(v128_t x, v128_t scale, v128_t limit) {
  const v128_t rounded = wasm_f32x4_nearest(wasm_f32x4_div(x, scale));
  return wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_max(wasm_f32x4_neg(limit), wasm_f32x4_min(limit, rounded)));
}

static inline void store_whole(int16_t *to, v128_t low, v128_t high, v128_t scale, v128_t limit) {
  wasm_v128_store(to, wasm_i16x8_narrow_i32x4(whole(low, scale, limit), whole(high, scale, limit)));
}

static inline v128_t leaky(v128_t x) {
  return wasm_v128_bitselect(x, wasm_f32x4_mul(x, wasm_f32x4_splat(0.1f)), wasm_f32x4_gt(x, wasm_f32x4_splat(0)));
}

/** Rows of floats as int16; `bend` 1 puts them through the leaky rectifier before, 2 through the plain one. */
EXPORT(quantise)(const float *x, int x_stride, int16_t *out, int rows, int width, float scale, float limit, int bend) {
  const v128_t scales = wasm_f32x4_splat(scale), limits = wasm_f32x4_splat(limit);
  for (int row = 0; row < rows; row++, x += x_stride, out += width)
    for (int at = 0; at < width; at += 8) {
      v128_t low = wasm_v128_load(x + at), high = wasm_v128_load(x + at + 4);
      if (bend == 1) low = leaky(low), high = leaky(high);
      if (bend == 2) {
        low = wasm_f32x4_max(low, wasm_f32x4_splat(0));
        high = wasm_f32x4_max(high, wasm_f32x4_splat(0));
      }
      store_whole(out + at, low, high, scales, limits);
    }
}

static inline float total(v128_t x) {
  return (wasm_f32x4_extract_lane(x, 0) + wasm_f32x4_extract_lane(x, 1)) +
         (wasm_f32x4_extract_lane(x, 2) + wasm_f32x4_extract_lane(x, 3));
}

/** Layer norm of rows of floats (width a multiple of 8), into floats, and into int16 unless `quantised` is null. */
EXPORT(norm)(const float *x, float *out, int16_t *quantised, int rows, int width, const float *weight, const float *bias,
             float scale, float limit) {
  const v128_t scales = wasm_f32x4_splat(scale), limits = wasm_f32x4_splat(limit);
  for (int row = 0; row < rows; row++, x += width) {
    v128_t sum = wasm_f32x4_splat(0), squares = sum;
    for (int at = 0; at < width; at += 4) sum = wasm_f32x4_add(sum, wasm_v128_load(x + at));
    const v128_t mean = wasm_f32x4_splat(total(sum) / (float)width);
    for (int at = 0; at < width; at += 4) {
      const v128_t off = wasm_f32x4_sub(wasm_v128_load(x + at), mean);
      squares = wasm_f32x4_add(squares, wasm_f32x4_mul(off, off));
    }
    const v128_t spread = wasm_f32x4_splat(__builtin_sqrtf(total(squares) / (float)width + 1e-5f));
    for (int at = 0; at < width; at += 8) {
      v128_t half[2];
      for (int k = 0; k < 2; k++) {
        const v128_t off = wasm_f32x4_sub(wasm_v128_load(x + at + 4 * k), mean);
        half[k] = wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_div(off, spread), wasm_v128_load(weight + at + 4 * k)),
                                 wasm_v128_load(bias + at + 4 * k));
        if (out) wasm_v128_store(out + at + 4 * k, half[k]);
      }
      if (quantised) store_whole(quantised + at, half[0], half[1], scales, limits);
    }
    if (out) out += width;
    if (quantised) quantised += width;
  }
}

/** e to the x for x in [-87, 87], to about 2 units in the last place: 2^n times a polynomial on [-0.5, 0.5] (Cephes). */
static inline v128_t exponential(v128_t x) {
  x = wasm_f32x4_min(wasm_f32x4_max(x, wasm_f32x4_splat(-87.0f)), wasm_f32x4_splat(87.0f));
  const v128_t n = wasm_f32x4_nearest(wasm_f32x4_mul(x, wasm_f32x4_splat(1.44269504f)));
  v128_t r = wasm_f32x4_sub(x, wasm_f32x4_mul(n, wasm_f32x4_splat(0.693359375f)));
  r = wasm_f32x4_sub(r, wasm_f32x4_mul(n, wasm_f32x4_splat(-2.12194440e-4f)));
  v128_t p = wasm_f32x4_splat(1.9875691500e-4f);
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(1.3981999507e-3f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(8.3334519073e-3f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(4.1665795894e-2f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(1.6666665459e-1f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(5.0000001201e-1f));
  p = wasm_f32x4_add(wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(p, r), r), r), wasm_f32x4_splat(1.0f));
  const v128_t power = wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(n), wasm_i32x4_splat(127)), 23);
  return wasm_f32x4_mul(p, power);
}

/** x += the first half of z times the sigmoid of the second. */
static void gate(float *x, const float *z, int rows, int width) {
  const v128_t one = wasm_f32x4_splat(1);
  for (int row = 0; row < rows; row++, x += width, z += 2 * width)
    for (int at = 0; at < width; at += 4) {
      const v128_t open = wasm_f32x4_add(one, exponential(wasm_f32x4_neg(wasm_v128_load(z + width + at))));
      wasm_v128_store(x + at, wasm_f32x4_add(wasm_v128_load(x + at), wasm_f32x4_div(wasm_v128_load(z + at), open)));
    }
}

/**
 * One block of the encoder after its norm: lays `taps` rows of `y` side by side for every row, as `sources` says
 * (-1: zeros), then the layer, then the gate into x.
 *
 * `scratch` holds BLOCK rows of taps * width int16, then BLOCK rows of 2 * width floats.
 */
EXPORT(mix)(float *x, const int16_t *y, const int32_t *sources, int taps, int rows, int width, const int16_t *packed,
            const float *factor, const float *bias, int16_t *scratch) {
  const int inputs = taps * width;
  float *z = (float *)(scratch + BLOCK * inputs);
  for (int first = 0; first < rows; first += BLOCK) {
    const int count = first + BLOCK < rows ? BLOCK : rows - first;
    int16_t *to = scratch;
    for (int at = first * taps; at < (first + count) * taps; at++, to += width) {
      const int16_t *from = y + sources[at] * width;
      if (sources[at] < 0)
        for (int k = 0; k < width; k += 8) wasm_v128_store(to + k, wasm_i16x8_const_splat(0));
      else
        for (int k = 0; k < width; k += 8) wasm_v128_store(to + k, wasm_v128_load(from + k));
    }
    layer(scratch, inputs, packed, factor, bias, z, 2 * width, count, 2 * width, inputs);
    gate(x + first * width, z, count, width);
  }
}

/**
 * The encoder's first layer: rows of the tables side by side, as int16, through the layer into x.
 *
 * `columns` has one row number a table; `scratch` holds BLOCK rows of `inputs` int16.
 */
EXPORT(enter)(float *x, int width, const int32_t *columns, int rows, const Table *tables, int count, int inputs,
              float scale, float limit, const int16_t *packed, const float *factor, const float *bias, int16_t *scratch) {
  const v128_t scales = wasm_f32x4_splat(scale), limits = wasm_f32x4_splat(limit);
  for (int at = 0; at < BLOCK * inputs; at += 8) wasm_v128_store(scratch + at, wasm_i16x8_const_splat(0));
  for (int first = 0; first < rows; first += BLOCK) {
    const int block = first + BLOCK < rows ? BLOCK : rows - first;
    for (int row = 0; row < block; row++) {
      int16_t *to = scratch + row * inputs;
      for (int k = 0; k < count; k++) {
        const int number = columns[(first + row) * count + k];
        const int8_t *from = tables[k].weight + number * tables[k].width;
        const v128_t factors = wasm_f32x4_splat(tables[k].scale[number]);
        for (int at = 0; at < tables[k].width; at += 4, to += 4) {
          const v128_t bytes = wasm_v128_load32_zero(from + at);
          const v128_t four = wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(bytes));
          const v128_t numbers = whole(wasm_f32x4_mul(wasm_f32x4_convert_i32x4(four), factors), scales, limits);
          wasm_v128_store64_lane(to, wasm_i16x8_narrow_i32x4(numbers, numbers), 0);
        }
      }
    }
    layer(scratch, inputs, packed, factor, bias, x + first * width, width, block, width, inputs);
  }
}

/**
 * Arc scores of one sentence: dependents (rows) against heads (columns), both int16 rows of `size`, times `factor`.
 *
 * `packed` holds the heads laid out, rounded up to a multiple of 8; `constants` as many floats twice: factors, zeros.
 */
EXPORT(arcs)(const int16_t *dependents, const int16_t *heads, int count, int size, float factor, float *out,
             int out_stride, int16_t *packed, float *constants) {
  for (int at = 0; at < out_stride; at++) constants[at] = factor, constants[out_stride + at] = 0;
  pack_rows(heads, packed, count + 1, size, size);
  layer(dependents, size, packed, constants, constants + out_stride, out, out_stride, count, count + 1, size);
}

/**
 * What the labels are read from: leaky(product) * leaky(head's product), then leaky(sum + head's sum), as int16.
 *
 * Rows of both sides are `arc` floats, `size` of the product, `size` of the sum; `heads` numbers rows of `head`.
 */
EXPORT(pairs)(const float *dependent, const float *head, const int32_t *heads, int16_t *out, int rows, int arc, int size,
              float scale, float limit) {
  const v128_t scales = wasm_f32x4_splat(scale), limits = wasm_f32x4_splat(limit);
  const int stride = arc + 2 * size;
  for (int row = 0; row < rows; row++, out += 2 * size) {
    const float *own = dependent + row * stride + arc, *above = head + heads[row] * stride + arc;
    for (int at = 0; at < size; at += 8) {
      v128_t product[2], sum[2];
      for (int k = 0; k < 2; k++) {
        const int place = at + 4 * k;
        product[k] = wasm_f32x4_mul(leaky(wasm_v128_load(own + place)), leaky(wasm_v128_load(above + place)));
        sum[k] = leaky(wasm_f32x4_add(wasm_v128_load(own + size + place), wasm_v128_load(above + size + place)));
      }
      store_whole(out + at, product[0], product[1], scales, limits);
      store_whole(out + size + at, sum[0], sum[1], scales, limits);
    }
  }
}

/** A span's view: the states of its first and last row and their mean, side by side. */
EXPORT(view)(const float *states, int start, int end, int width, float *out) {
  const v128_t count = wasm_f32x4_splat((float)(end - start));
  for (int at = 0; at < width; at += 4) {
    v128_t sum = wasm_f32x4_splat(0);
    for (int row = start; row < end; row++) sum = wasm_f32x4_add(sum, wasm_v128_load(states + row * width + at));
    wasm_v128_store(out + at, wasm_v128_load(states + start * width + at));
    wasm_v128_store(out + width + at, wasm_v128_load(states + (end - 1) * width + at));
    wasm_v128_store(out + 2 * width + at, wasm_f32x4_div(sum, count));
  }
}

/** Adds one row of a table (width a multiple of 4) to a row of floats. */
EXPORT(add)(float *x, const Table *table, int number) {
  const int8_t *from = table->weight + number * table->width;
  for (int at = 0; at < table->width; at++) x[at] += (float)from[at] * table->scale[number];
}

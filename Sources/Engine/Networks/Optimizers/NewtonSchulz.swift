internal import Kernels
internal import Memory

/// Brings the singular values of a matrix near 1 and leaves its directions: X ← a X + (b A + c A²) X with
/// A = X Xᵀ, again and again, beginning with X / ‖X‖ (Jordan and others 2024, after Björck and Bowie 1971).
struct NewtonSchulz {
  /// a, b and c.
  let factors: (Float, Float, Float)
  /// How often.
  let rounds: Int

  /// Changes a matrix `[rows, columns]` in place; the products' inner matrices have its smaller extent.
  func apply(_ matrix: MutableElements<Float>, rows: Int, columns: Int) {
    let norm = Float(NormBound.squares(of: Elements(matrix)).squareRoot()) + 1e-7
    for index in matrix.indices { matrix[index] /= norm }
    let work = NewtonSchulzRoom(rows: min(rows, columns), columns: max(rows, columns))
    if rows <= columns {
      work.matrix.update(from: matrix)
    } else {
      KernelSet.active.transpose(
        rows: rows, columns: columns, Elements(matrix), into: work.matrix)
    }
    for _ in 0..<rounds { work.turn(factors) }
    if rows <= columns {
      matrix.update(from: work.matrix)
    } else {
      KernelSet.active.transpose(
        rows: columns, columns: rows, Elements(work.matrix), into: matrix)
    }
  }
}

/// A matrix, `[rows, columns]`, and what a turn computes from it.
private struct NewtonSchulzRoom {
  let rows: Int
  let columns: Int
  /// All that is below, with the slack that kernels want behind it.
  private let block: MemoryBlock<Float>
  /// X.
  let matrix: MutableElements<Float>
  /// Xᵀ, and later the product that X grows by.
  private let other: MutableElements<Float>
  /// A, and b A + c A²; `[rows, rows]`.
  private let gram: MutableElements<Float>
  private let mixed: MutableElements<Float>

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    let (size, square) = (rows * columns, rows * rows)
    block = MemoryBlock(count: 2 * size + 2 * square)
    matrix = block.elements[0..<size]
    other = block.elements[size..<2 * size]
    gram = block.elements[2 * size..<2 * size + square]
    mixed = block.elements[2 * size + square..<2 * size + 2 * square]
  }

  func turn(_ factors: (Float, Float, Float)) {
    let (a, b, c) = factors
    KernelSet.active.transpose(rows: rows, columns: columns, Elements(matrix), into: other)
    multiply(matrix, other, inner: columns, columns: rows, into: gram)
    multiply(gram, gram, inner: rows, columns: rows, into: mixed)
    for index in mixed.indices { mixed[index] = b * gram[index] + c * mixed[index] }
    multiply(mixed, matrix, inner: rows, columns: columns, into: other)
    for index in matrix.indices { matrix[index] = a * matrix[index] + other[index] }
  }

  /// `[rows, inner]` times `[inner, columns]`.
  private func multiply(
    _ x: MutableElements<Float>, _ y: MutableElements<Float>, inner: Int, columns: Int,
    into z: MutableElements<Float>
  ) {
    z.update(repeating: 0)
    KernelSet.active.accumulate(
      WindowTable(rows: rows, of: inner), images: 1,
      input: ImageBlock(x, stride: rows * inner), outputs: columns, weights: Elements(y), bias: nil,
      output: ImageBlock(z, stride: rows * columns))
  }
}

internal import Memory

extension NumericArray {
  /// Zeros.
  package init(zeros shape: [Int], dtype: DType = .float64) throws(ArrayError) {
    let count = try ArrayLimit.count(of: shape, dtype: dtype)
    self.init(ArrayStorage(zeros: count, dtype: dtype), shape: shape)
  }

  /// Room that the caller fills.
  init(uninitialized shape: [Int], dtype: DType) throws(ArrayError) {
    let count = try ArrayLimit.count(of: shape, dtype: dtype)
    self.init(ArrayStorage(uninitialized: count, dtype: dtype), shape: shape)
  }

  /// Real numbers in row-major order, as many as the shape holds.
  package init(reals: [Double], shape: [Int]? = nil, dtype: DType = .float64) throws(ArrayError) {
    try self.init(uninitialized: shape ?? [reals.count], dtype: dtype)
    precondition(reals.count == size, "\(reals.count) values for an array of shape \(self.shape)")
    storage.store(reals, at: 0)
  }

  /// Integers in row-major order, as many as the shape holds; those that don't fit wrap around.
  package init(integers: [Int], shape: [Int]? = nil, dtype: DType = .int64) throws(ArrayError) {
    try self.init(uninitialized: shape ?? [integers.count], dtype: dtype)
    precondition(
      integers.count == size, "\(integers.count) values for an array of shape \(self.shape)")
    storage.store(integers, at: 0)
  }

  /// Bytes in row-major order, such as images, as many as the shape holds.
  package init(bytes: [UInt8], shape: [Int]) throws(ArrayError) {
    try self.init(uninitialized: shape, dtype: .uint8)
    precondition(bytes.count == size, "\(bytes.count) bytes for an array of shape \(shape)")
    fill(bytes)
  }

  /// Single-precision numbers in row-major order, as many as the shape holds.
  package init(floats: [Float], shape: [Int]) throws(ArrayError) {
    try self.init(uninitialized: shape, dtype: .float32)
    precondition(floats.count == size, "\(floats.count) values for an array of shape \(shape)")
    fill(floats)
  }

  /// One number, with no axes.
  package init(scalar: ScalarValue, dtype: DType? = nil) {
    let dtype = dtype ?? scalar.kind.dtype
    let storage = ArrayStorage(zeros: 1, dtype: dtype)
    switch scalar {
    case .bool, .int:
      storage.store([scalar.integer], at: 0)
    case .real(let value):
      storage.store([value], at: 0)
    }
    self.init(storage, shape: [])
  }

  /// The same number everywhere.
  package init(full shape: [Int], _ value: ScalarValue, dtype: DType? = nil) throws(ArrayError) {
    let one = NumericArray(scalar: value, dtype: dtype)
    self = try one.broadcast(to: shape).copy()
  }
}

extension NumericArray {
  /// Copies memory that is laid out as the storage is.
  private func fill<Number: BitwiseCopyable>(_ source: [Number]) {
    source.withElements { storage.writable().viewed(as: Number.self).update(from: $0) }
  }
}

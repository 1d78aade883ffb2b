internal import Memory
internal import Tensors

/// Products of matrices, `[rows, columns]`, each sum in the order of its index.
enum RowProducts {
  /// result[r, c] += Σ_k left[r, k] · right[k, c].
  static func add(_ left: Tensor, times right: Tensor, to result: inout Tensor) {
    let (inner, columns) = (right.shape[0], right.shape[1])
    result.values.withMutableElements { sums in
      for row in 0..<left.shape[0] {
        for index in 0..<inner {
          let factor = left.values[row * inner + index]
          for column in 0..<columns {
            sums[row * columns + column].addProduct(factor, right.values[index * columns + column])
          }
        }
      }
    }
  }

  /// result[k, c] += Σ_r left[r, k] · right[r, c].
  static func addOuter(_ left: Tensor, _ right: Tensor, to result: inout Tensor) {
    let (inner, columns) = (left.shape[1], right.shape[1])
    result.values.withMutableElements { sums in
      for row in 0..<left.shape[0] {
        for index in 0..<inner {
          let factor = left.values[row * inner + index]
          for column in 0..<columns {
            sums[index * columns + column].addProduct(factor, right.values[row * columns + column])
          }
        }
      }
    }
  }

  /// result[r, k] = Σ_c left[r, c] · right[k, c].
  static func transposed(_ left: Tensor, _ right: Tensor) -> Tensor {
    let (inner, columns) = (right.shape[0], right.shape[1])
    var result = Tensor(zeros: [left.shape[0], inner])
    result.values.withMutableElements { sums in
      for row in 0..<left.shape[0] {
        for index in 0..<inner {
          for column in 0..<columns {
            sums[row * inner + index].addProduct(
              left.values[row * columns + column], right.values[index * columns + column])
          }
        }
      }
    }
    return result
  }
}

extension Tensor {
  /// Some images' pixels as the rows of a matrix.
  func rows(_ images: Range<Int>) -> Tensor {
    let (size, width) = (shape.count / max(shape[0], 1), shape.extents.last ?? 1)
    return Tensor(
      [images.count * size / max(width, 1), width],
      Array(values[images.lowerBound * size..<images.upperBound * size]))
  }

  /// The numbers of one step: `[batch, steps, features]` to `[batch, features]`.
  func step(_ step: Int) -> Tensor {
    let (steps, features) = (shape[1], shape[2])
    var numbers: [Float] = []
    numbers.reserveCapacity(shape[0] * features)
    for image in 0..<shape[0] {
      let start = (image * steps + step) * features
      numbers += values[start..<start + features]
    }
    return Tensor([shape[0], features], numbers)
  }

  mutating func setStep(_ step: Int, _ tensor: Tensor) {
    let (steps, features) = (shape[1], shape[2])
    for index in tensor.values.indices {
      let start = (index / features * steps + step) * features
      values[start + index % features] = tensor.values[index]
    }
  }

  mutating func add(_ other: Tensor) {
    for index in values.indices { values[index] += other.values[index] }
  }
}

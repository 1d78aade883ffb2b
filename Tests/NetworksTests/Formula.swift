import Tensors

/// The numbers of Tests/Oracles/formula.py.
enum Formula {
  static func numbers(_ shape: Shape, salt: Int, scale: Float = 1) -> Tensor {
    let values = (0..<shape.count).map { index in
      (Float((index * 7919 + salt * 104_729) % 1009) / 1009 - 0.5) * scale
    }
    return Tensor(shape, values)
  }

  static func weight(_ name: String, _ shape: Shape, salt: Int) -> Tensor {
    if name.contains("variance") {
      return Tensor(shape, numbers(shape, salt: salt).values.map { abs($0) + 0.5 })
    }
    guard shape.rank > 1 else { return numbers(shape, salt: salt) }
    let fan = Double(max(shape.extents.dropLast().reduce(1, *), 1))
    return numbers(shape, salt: salt, scale: Float(2 * (3 / fan).squareRoot()))
  }

  static func imageBytes(_ count: Int, size: Int) -> [UInt8] {
    (0..<count * size).map { UInt8($0 * 7919 % 1009 % 256) }
  }
}

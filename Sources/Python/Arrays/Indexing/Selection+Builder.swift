extension Selection {
  /// Works through the indices from the first axis to the last.
  struct Builder {
    let array: NumericArray
    private var axis = 0
    var shape: [Int] = []
    var strides: [Int] = []
    var offset: Int
    private var arrays: [Pick] = []
    /// The result's axis at the first array, and whether the arrays stand side by side.
    private(set) var firstPlace: Int?
    private(set) var isAdjacent = true
    private var isAfterArrays = false

    init(_ array: NumericArray) { (self.array, offset) = (array, array.offset) }

    mutating func add(_ index: ArrayIndex, usesArrays: Bool) throws(ArrayError) {
      switch index {
      case .integer(let value) where usesArrays:
        try addArray(NumericArray(integers: [value], shape: []))
      case .integer(let value):
        offset += try place(value) * array.strides[axis]
        axis += 1
      case .slice(let start, let stop, let step):
        try addSlice(start, stop, step)
        isAfterArrays = firstPlace != nil
      case .newAxis:
        shape.append(1)
        strides.append(0)
        isAfterArrays = firstPlace != nil
      case .ellipsis: break
      case .array(let value) where value.dtype == .bool: try addMask(value)
      case .array(let value): try addArray(value)
      }
    }

    private func place(_ index: Int) throws(ArrayError) -> Int {
      let extent = array.shape[axis]
      guard index >= -extent, index < extent else {
        throw .index("index \(index) is out of bounds for axis \(axis) with size \(extent)")
      }
      return index < 0 ? index + extent : index
    }

    private mutating func addSlice(_ start: Int?, _ stop: Int?, _ step: Int?) throws(ArrayError) {
      let step = step ?? 1
      if step == 0 { throw .value("slice step cannot be zero") }
      let extent = array.shape[axis]
      let bounds = step > 0 ? (low: 0, high: extent) : (low: -1, high: extent - 1)
      func clamped(_ value: Int) -> Int {
        min(max(value < 0 ? max(value, -extent - 1) + extent : value, bounds.low), bounds.high)
      }
      let first = start.map(clamped) ?? (step > 0 ? bounds.low : bounds.high)
      let last = stop.map(clamped) ?? (step > 0 ? bounds.high : bounds.low)
      let span = step > 0 ? last - first : first - last
      let count = span <= 0 ? 0 : (span - 1) / Int(clamping: step.magnitude) + 1
      offset += count == 0 ? 0 : first * array.strides[axis]
      shape.append(count)
      strides.append(count <= 1 ? array.strides[axis] : array.strides[axis] * step)
      axis += 1
    }

    private mutating func addArray(_ index: NumericArray) throws(ArrayError) {
      guard index.dtype.isInteger || index.size == 0 else {
        throw .index("arrays used as indices must be of integer (or boolean) type")
      }
      if isAfterArrays { isAdjacent = false }
      firstPlace = firstPlace ?? shape.count
      arrays.append(Pick(index: index, axis: axis, offsets: nil))
      axis += 1
    }

    private mutating func addMask(_ mask: NumericArray) throws(ArrayError) {
      if mask.ndim == 0 { return try addTruth(mask) }
      for place in 0..<mask.ndim where mask.shape[place] != array.shape[axis + place] {
        throw .index(
          "boolean index did not match indexed array along axis \(axis + place); size of axis is "
            + "\(array.shape[axis + place]) but size of corresponding boolean axis is "
            + "\(mask.shape[place])")
      }
      if isAfterArrays { isAdjacent = false }
      firstPlace = firstPlace ?? shape.count
      let part = array.view(
        shape: mask.shape, strides: Array(array.strides[axis..<(axis + mask.ndim)]), offset: 0)
      let offsets = mask.positionsWhereTrue(in: part)
      let index = try NumericArray(zeros: [offsets.count], dtype: .bool)
      arrays.append(Pick(index: index, axis: axis, offsets: offsets))
      axis += mask.ndim
    }

    /// One boolean adds an axis of extent 1 or 0.
    private mutating func addTruth(_ mask: NumericArray) throws(ArrayError) {
      shape.append(try mask.truth() ? 1 : 0)
      strides.append(0)
    }

    /// The offsets that the arrays pick, and the shape that they have together.
    func picks() throws(ArrayError) -> ([Int]?, [Int]) {
      guard !arrays.isEmpty else { return (nil, []) }
      let together = try commonShape()
      var offsets: [Int]?
      for pick in arrays {
        let steps = try pick.steps(in: array, together)
        guard let sum = offsets else {
          offsets = steps
          continue
        }
        offsets = zip(sum, steps).map(+)
      }
      return (offsets, together)
    }

    private func commonShape() throws(ArrayError) -> [Int] {
      do {
        return try NumericArray.broadcastShape(arrays.map(\.index.shape))
      } catch {
        throw .index(
          "shape mismatch: indexing arrays could not be broadcast together with shapes "
            + arrays.filter { !$0.isInteger }.map { tightShapeText($0.index.shape) + " " }.joined())
      }
    }
  }
}

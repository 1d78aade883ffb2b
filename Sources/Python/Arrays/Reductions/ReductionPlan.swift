/// How an array falls into the groups that a reduction makes one element of each.
///
/// Axes are taken in the order of memory, as NumPy's iterator does: sums of floats depend on it.
struct ReductionPlan {
  let array: NumericArray
  /// The result's shape without the reduced axes.
  let shape: [Int]
  /// The result's shape with extent 1 in their place.
  let keptShape: [Int]
  /// Positions of the groups' first elements, in the result's row-major order.
  let starts: [Int]
  /// Extents and strides of the reduced axes, neighbors joined, outermost first.
  let extents: [Int]
  let steps: [Int]
  /// Elements of each group.
  let count: Int
  /// Whether the fastest axis in memory is a reduced one: floats are then summed pairwise.
  let isInner: Bool

  /// - Parameter axes: nil for all.
  init(_ array: NumericArray, axes: [Int]?) throws(ArrayError) {
    let reduced = try Set(
      axes.map { (list) throws(ArrayError) in try array.normalized(list) } ?? Array(0..<array.ndim))
    self.array = array
    let kept = (0..<array.ndim).filter { !reduced.contains($0) }
    shape = kept.map { array.shape[$0] }
    keptShape = (0..<array.ndim).map { reduced.contains($0) ? 1 : array.shape[$0] }
    count = reduced.reduce(1) { $0 * array.shape[$1] }
    starts = array.positions(alongAxes: kept)
    let order = reduced.sorted {
      (array.strides[$0].magnitude, $1) > (array.strides[$1].magnitude, $0)
    }
    var (extents, steps): ([Int], [Int]) = ([], [])
    for axis in order where array.shape[axis] != 1 {
      let (extent, step) = (array.shape[axis], array.strides[axis])
      if let last = steps.last, last == step * extent {
        extents[extents.count - 1] *= extent
        steps[steps.count - 1] = step
      } else {
        extents.append(extent)
        steps.append(step)
      }
    }
    (self.extents, self.steps) = (extents, steps)
    let fastest = kept.filter { array.shape[$0] > 1 }.map { array.strides[$0].magnitude }.min()
    isInner = (steps.last.map(\.magnitude) ?? 0) < (fastest ?? .max)
  }

  /// Calls `body` with position, stride and length of each run of the group that starts at `start`.
  func forEachRun(of start: Int, _ body: (_ position: Int, _ step: Int, _ count: Int) -> Void) {
    if count == 0 { return }
    let walk = Walk(extents, [steps])
    walk.forEachRun(from: [start], longest: .max) { body($0[0], walk.step(0), $1) }
  }
}

extension NumericArray {
  /// Axes counted from the front; negative ones count from the back.
  func normalized(_ axes: [Int]) throws(ArrayError) -> [Int] {
    var result: [Int] = []
    for axis in axes {
      let place = try normalized(axis)
      if result.contains(place) { throw .value("duplicate value in 'axis'") }
      result.append(place)
    }
    return result
  }

  func normalized(_ axis: Int, rank: Int? = nil) throws(ArrayError) -> Int {
    let rank = rank ?? ndim
    guard axis >= -rank, axis < rank else {
      throw ArrayError(
        .axisError, "axis \(axis) is out of bounds for array of dimension \(rank)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// The storage's position for every index over some axes, row-major; 0 on the others.
  func positions(alongAxes axes: [Int]) -> [Int] {
    axes.reduce([offset]) { starts, axis in
      starts.flatMap { start in (0..<shape[axis]).map { start + $0 * strides[axis] } }
    }
  }

  /// An axis counted from the front.
  package func normalizedAxis(_ axis: Int) throws(ArrayError) -> Int { try normalized(axis) }
}

internal import Tensors

/// How many inputs one output of a weight sums over, and how many outputs one input reaches.
struct Fans {
  let fanIn: Double
  let fanOut: Double

  /// Keras' `compute_fans`: the last two axes are (in, out), those before them the window.
  init(of shape: Shape) {
    let extents = shape.extents.map(Double.init)
    guard extents.count > 1 else {
      fanIn = extents.first ?? 1
      fanOut = fanIn
      return
    }
    let window = extents.dropLast(2).reduce(1, *)
    fanIn = window * extents[extents.count - 2]
    fanOut = window * extents[extents.count - 1]
  }

  var mean: Double { (fanIn + fanOut) / 2 }
}

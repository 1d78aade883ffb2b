internal import Memory

/// An image normalized by the moments of its groups of channels, number by number; sums are taken in
/// double precision, in the image's order.
struct GroupMoments: Sendable {
  let groups: Int
  let channels: Int
  /// Positions of an image.
  let positions: Int
  let epsilon: Float

  /// The numbers of an image.
  var count: Int { positions * channels }
  /// The channels of a group.
  private var width: Int { channels / max(groups, 1) }

  /// - Parameters:
  ///   - normal: the normalized numbers, overwritten.
  ///   - inverse: for each group 1 / √(variance + ε), overwritten.
  func forward(
    _ input: Elements<Float>, gamma: Elements<Float>, beta: Elements<Float>,
    normal: MutableElements<Float>, inverse: MutableElements<Float>,
    to output: MutableElements<Float>
  ) {
    let size = Double(positions * width)
    for group in 0..<groups {
      let mean = sum(of: group) { Double(input[$0]) } / size
      let variance =
        sum(of: group) { (Double(input[$0]) - mean) * (Double(input[$0]) - mean) } / size
      let (middle, scale) = (Float(mean), 1 / (Float(variance) + epsilon).squareRoot())
      inverse[group] = scale
      forEach(of: group) { index, channel in
        normal[index] = (input[index] - middle) * scale
        output[index] = beta[channel].addingProduct(normal[index], gamma[channel])
      }
    }
  }

  /// With n the normalized numbers and g = γ · gradient, a group's slopes are
  /// (g - mean(g) - n mean(g n)) / √(variance + ε).
  func backward(
    _ slopes: Elements<Float>, gamma: Elements<Float>, normal: Elements<Float>,
    inverse: Elements<Float>, to result: MutableElements<Float>
  ) {
    let size = Double(positions * width)
    for group in 0..<groups {
      var (total, products) = (0.0, 0.0)
      forEach(of: group) { index, channel in
        let slope = slopes[index] * gamma[channel]
        total += Double(slope)
        products += Double(slope) * Double(normal[index])
      }
      let (mean, share) = (Float(total / size), Float(products / size))
      forEach(of: group) { index, channel in
        result[index] =
          (slopes[index] * gamma[channel] - mean - normal[index] * share) * inverse[group]
      }
    }
  }

  @inline(__always)
  private func sum(of group: Int, _ number: (Int) -> Double) -> Double {
    var total = 0.0
    forEach(of: group) { index, _ in total += number(index) }
    return total
  }

  /// Visits the places of a group's numbers with their channels.
  @inline(__always)
  private func forEach(of group: Int, _ body: (_ index: Int, _ channel: Int) -> Void) {
    for position in 0..<positions {
      for channel in group * width..<(group + 1) * width {
        body(position * channels + channel, channel)
      }
    }
  }
}

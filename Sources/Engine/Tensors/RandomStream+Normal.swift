internal import Kernels
public import Memory

extension RandomStream {
  /// `count` numbers of the standard normal distribution (Box and Muller 1958), scaled by `deviation`.
  ///
  /// - Parameters:
  ///   - count: how many numbers.
  ///   - deviation: the standard deviation.
  ///   - index: the place of the first number in the stream.
  public func normal(count: Int, from index: UInt64 = 0, deviation: Float = 1) -> [Float] {
    [Float](filling: count) { fillNormal($0, from: index, deviation: deviation) }
  }

  /// Fills memory with the numbers from `index` on of ``normal(count:from:deviation:)``.
  public func fillNormal(
    _ values: MutableElements<Float>, from index: UInt64 = 0, deviation: Float = 1
  ) {
    var (last, pair) = (UInt64.max, SIMD2<Float>())
    for offset in values.indices {
      let position = index + UInt64(offset)
      if position / 2 != last {
        last = position / 2
        pair = normalPair(at: last)
      }
      values[offset] = pair[Int(position % 2)] * deviation
    }
  }

  /// `count` numbers of the normal distribution cut at two deviations, as Keras' initializers
  /// draw them: a number beyond is drawn again.
  ///
  /// `deviation` is that of the distribution before the cut.
  public func truncatedNormal(count: Int, deviation: Float = 1) -> [Float] {
    (0..<UInt64(count)).map { index in
      var attempt: UInt64 = 0
      while true {
        let pair = normalPair(at: attempt << 40 | index)
        if abs(pair.x) <= 2 { return pair.x * deviation }
        if abs(pair.y) <= 2 { return pair.y * deviation }
        attempt += 1
      }
    }
  }

  private func normalPair(at index: UInt64) -> SIMD2<Float> {
    let bits = words(at: index)
    // In (0, 1], so that the logarithm is finite.
    let unit = Float((bits.x >> 8) + 1) * 0x1p-24
    let radius = (-2 * ElementwiseMath.log(unit)).squareRoot()
    let (sine, cosine) = Self.sineAndCosine(turn: bits.y)
    return SIMD2(radius * Float(cosine), radius * Float(sine))
  }

  /// Sine and cosine of `turn / 2^32` of a full turn.
  ///
  /// The quarter comes from the two upper bits and the rest is at most 1/8 of a turn either way,
  /// where the Taylor polynomials below are good to 2^-40; the system's functions could differ
  /// between systems.
  private static func sineAndCosine(turn: UInt32) -> (Double, Double) {
    let quarter = (turn &+ 0x2000_0000) >> 30
    let rest = Int32(bitPattern: turn &- quarter << 30)
    let angle = Double(rest) * (0x1p-31 * Double.pi)
    let square = angle * angle
    var sine = 1.0
    var cosine = 1.0
    for order in stride(from: 12.0, through: 2.0, by: -2.0) {
      sine = 1.0.addingProduct(-square / (order * (order + 1)), sine)
      cosine = 1.0.addingProduct(-square / (order * (order - 1)), cosine)
    }
    sine *= angle
    return switch quarter {
    case 0: (sine, cosine)
    case 1: (cosine, -sine)
    case 2: (-sine, -cosine)
    default: (-cosine, sine)
    }
  }
}

internal import Tensors

/// Random numbers of variance scale / fan, whatever the weight's shape (Keras' `VarianceScaling`).
struct VarianceScaling: Initializer {
  /// Keras' arguments; `distribution` also takes Keras 2's `normal`.
  static let signature = Signature(
    "VarianceScaling",
    [
      Parameter("scale", .number(.positive), default: .double(1)),
      Parameter("mode", .choice(Mode.allCases.map(\.rawValue)), default: .string("fan_in")),
      Parameter(
        "distribution", .choice(Distribution.allCases.map(\.rawValue) + ["normal"]),
        default: .string("truncated_normal")),
      .seed,
    ])
  /// What `kernel_initializer='variance_scaling'` names.
  static let aliases = ["variance_scaling"]

  /// What the variance is divided by.
  enum Mode: String, Hashable, Sendable, CaseIterable {
    case fanIn = "fan_in"
    case fanOut = "fan_out"
    case fanAverage = "fan_avg"
  }

  /// How the numbers are spread around 0.
  enum Distribution: String, Hashable, Sendable, CaseIterable {
    case uniform
    /// Cut off at two standard deviations.
    case truncatedNormal = "truncated_normal"
    case untruncatedNormal = "untruncated_normal"
  }

  /// What the variance is multiplied by; above 0.
  let scale: Double
  /// Which of the weight's fans the variance is divided by.
  let mode: Mode
  /// How the numbers are drawn, all of them with the same variance.
  let distribution: Distribution
  private let seed: InitializerSeed

  init(scale: Double, _ mode: Mode, _ distribution: Distribution, seed: InitializerSeed) {
    self.scale = scale
    self.mode = mode
    self.distribution = distribution
    self.seed = seed
  }

  /// Reads Keras' arguments; choices ignore case, and `normal` means the truncated one.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    let mode = Mode(rawValue: arguments.text("mode")?.lowercased() ?? "")
    let distribution = arguments.text("distribution")?.lowercased() ?? ""
    // Keras 2 has `normal` for what is cut off.
    self.init(
      scale: arguments.double("scale"), mode ?? .fanIn,
      Distribution(rawValue: distribution) ?? .truncatedNormal, seed: InitializerSeed(arguments))
  }

  /// Draws from the stream, row-major; a truncated normal is widened so that its variance is right.
  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    let variance = scale / fan(of: shape)
    let numbers = self.seed.stream(seed: seed, stream: stream)
    switch distribution {
    case .uniform:
      let limit = Float((3 * variance).squareRoot())
      return numbers.uniform(count: shape.count, in: -limit..<limit)
    case .truncatedNormal:
      // The divisor restores the variance that the cut takes away.
      let deviation = Float(variance.squareRoot() / 0.879_625_661_034_239_78)
      return numbers.truncatedNormal(count: shape.count, deviation: deviation)
    case .untruncatedNormal:
      return numbers.normal(count: shape.count, deviation: Float(variance.squareRoot()))
    }
  }

  private func fan(of shape: Shape) -> Double {
    let fans = Fans(of: shape)
    switch mode {
    case .fanIn: return max(fans.fanIn, 1)
    case .fanOut: return max(fans.fanOut, 1)
    case .fanAverage: return max(fans.mean, 1)
    }
  }
}

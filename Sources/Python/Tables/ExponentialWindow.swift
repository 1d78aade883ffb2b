internal import PythonRuntime

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What `ewm` gives: means in which a value weighs less the longer ago it was.
final class ExponentialWindow: HostObject {
  private let source: WindowSource
  /// The center of mass, which says how fast weights fall.
  private let center: Double
  private let least: Int
  private let isAdjusted, skipsMissing: Bool
  private let text: String

  private init(_ source: WindowSource, _ call: Call) throws(PyError) {
    self.source = source
    let names = ["com", "span", "halflife", "alpha"].filter { call.given($0) != nil }
    guard let name = names.first, let value = try call.double(name) else {
      throw call.error("ValueError", "Must pass one of comass, span, halflife, or alpha")
    }
    guard names.count == 1 else {
      throw call.error(
        "ValueError", "comass, span, halflife, and alpha are mutually exclusive")
    }
    center = try Self.center(name, value, call)
    least = max(try call.int("min_periods", or: 0), 1)
    isAdjusted = try call.bool("adjust", or: true)
    skipsMissing = try call.bool("ignore_na", or: false)
    let shown = try call.machine.str(call.required(name))
    text =
      "ExponentialMovingWindow [\(name)=\(shown),min_periods=\(least),"
      + "adjust=\(isAdjusted ? "True" : "False"),ignore_na=\(skipsMissing ? "True" : "False"),method=single]"
  }

  private static func center(
    _ name: String, _ value: Double, _ call: Call
  ) throws(PyError) -> Double {
    switch name {
    case "com":
      guard value >= 0 else { throw call.error("ValueError", "comass must satisfy: comass >= 0") }
      return value
    case "span":
      guard value >= 1 else { throw call.error("ValueError", "span must satisfy: span >= 1") }
      return (value - 1) / 2
    case "halflife":
      guard value > 0 else {
        throw call.error("ValueError", "halflife must satisfy: halflife > 0")
      }
      return 1 / (1 - exp(log(0.5) / value)) - 1
    default:
      guard value > 0, value <= 1 else {
        throw call.error("ValueError", "alpha must satisfy: 0 < alpha <= 1")
      }
      return (1 - value) / value
    }
  }

  override var hostType: TypeObject { Self.windowType }
  override func repr(_ machine: Machine) -> String { text }

  /// The mean up to each value.
  private func means(_ values: [Double]) -> [Double] {
    guard var mean = values.first else { return [] }
    let alpha = 1 / (1 + center)
    let factor = 1 - alpha
    var (old, count) = (1.0, mean.isNaN ? 0 : 1)
    var means = [count >= least ? mean : .nan]
    for value in values.dropFirst() {
      count += value.isNaN ? 0 : 1
      if mean.isNaN {
        mean = value
      } else if !value.isNaN || !skipsMissing {
        old *= factor
        if !value.isNaN {
          // A center of 1 has weights that add up to 1, however many values are missing, as in pandas.
          let new = isAdjusted ? 1 : center == 1 ? 1 - old : alpha
          // Values that stay the same keep their mean to the last bit.
          if mean != value { mean = (old * mean + new * value) / (old + new) }
          old = isAdjusted ? old + new : 1
        }
      }
      means.append(count >= least ? mean : .nan)
    }
    return means
  }

  private static let windowType = SharedType(
    "ExponentialMovingWindow", module: "pandas.api.typing",
    methods: [
      .method("mean") { (window: ExponentialWindow, call) throws(PyError) in
        try window.source.mapped(call) { window.means($0) }
      }
    ])

  /// `ewm` of a Series or a frame.
  static func starter<Receiver: Object>(
    _ source: @escaping @Sendable (Receiver) -> WindowSource
  ) -> Method {
    .method(
      "ewm",
      "com=None, span=None, halflife=None, alpha=None, min_periods=0, adjust=True, ignore_na=False"
    ) { (receiver: Receiver, call) throws(PyError) in
      .object(try ExponentialWindow(source(receiver), call))
    }
  }
}

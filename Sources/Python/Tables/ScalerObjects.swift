internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `StandardScaler` and `MinMaxScaler`: each column moved and scaled.
final class ScalerObject: Estimator {
  private enum Form {
    case standard(centers: Bool, scales: Bool)
    case range(Double, Double)
  }

  private let form: Form
  private var columns: [String: NumericArray] = [:]
  private var width = 0

  private init(_ call: Call, _ form: Form, _ names: [String]) throws(PyError) {
    self.form = form
    try super.init(call, names)
  }

  override var hostType: TypeObject {
    if case .standard = form { Self.standard } else { Self.range }
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    columns[name].map { TableNumbers.value($0, machine) }
  }

  private func fit(_ value: Value, _ machine: Machine) throws(PyError) {
    let array = try Self.matrix(value, hostType.name, machine)
    width = array.shape[1]
    columns = try machine.raising { () throws(ArrayError) in
      let wide = try array.astype(.float64)
      switch form {
      case .standard(let centers, let scales):
        let (mean, variance) = (try wide.mean(axes: [0]), try Self.variance(wide))
        let deviation = try UnaryFunction.sqrt(variance)
        let rows = Double(wide.shape[0])
        // A column without any spread but that of rounding is left at its size.
        let flat = zip(variance.reals(), mean.reals()).map { spread, center in
          let noise = rows * center * Double.ulpOfOne
          return spread <= rows * Double.ulpOfOne * spread + noise * noise ? 1 : 0
        }
        let scale = try NumericArray.where(
          NumericArray(integers: flat, dtype: .bool), .python(.int(1)), .array(deviation))
        return (centers || scales ? ["mean_": mean] : [:]).merging(
          scales ? ["var_": variance, "scale_": scale] : [:]
        ) { first, _ in first }
      case .range(let low, let high):
        let least = try Reduction.minimum(array, axes: [0])
        let most = try Reduction.maximum(array, axes: [0])
        let spread = try BinaryFunction.subtract(.array(most), .array(least))
        let limit = 10 * (array.dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne)
        let flat = try NumericArray(
          integers: spread.reals().map { $0 < limit ? 1 : 0 }, dtype: .bool)
        let width = try NumericArray.where(flat, .python(.int(1)), .array(spread))
        let scale = try BinaryFunction.divide(.python(.real(high - low)), .array(width))
        let start = try BinaryFunction.subtract(
          .python(.real(low)),
          .array(BinaryFunction.multiply(.array(least), .array(scale))))
        return [
          "data_min_": least, "data_max_": most, "data_range_": spread, "scale_": scale,
          "min_": start,
        ]
      }
    }
  }

  /// The variance of each column by two passes, corrected for what the first one rounded.
  private static func variance(_ array: NumericArray) throws(ArrayError) -> NumericArray {
    let rows = Operand.python(.int(array.shape[0]))
    let centered = try BinaryFunction.subtract(.array(array), .array(array.mean(axes: [0])))
    let rest = try UnaryFunction.square(centered.sum(axes: [0]))
    let total = try BinaryFunction.subtract(
      .array(UnaryFunction.square(centered).sum(axes: [0])),
      .array(BinaryFunction.divide(.array(rest), rows)))
    return try BinaryFunction.divide(.array(total), rows)
  }

  private func changed(
    _ value: Value, back: Bool, _ machine: Machine
  ) throws(PyError) -> Value {
    guard !columns.isEmpty || width > 0 else { throw unfitted(machine) }
    let array = try Self.matrix(value, hostType.name, machine)
    try check(array, width, machine)
    let result = try machine.raising { () throws(ArrayError) -> NumericArray in
      func apply(_ function: BinaryFunction, _ array: NumericArray, _ name: String)
        throws(ArrayError) -> NumericArray
      {
        guard let column = columns[name] else { return array }
        return try function(.array(array), .array(column.astype(array.dtype)))
      }
      switch (form, back) {
      case (.standard(let centers, _), false):
        let moved = centers ? try apply(.subtract, array, "mean_") : array
        return try apply(.divide, moved, "scale_")
      case (.standard(let centers, _), true):
        let scaled = try apply(.multiply, array, "scale_")
        return centers ? try apply(.add, scaled, "mean_") : scaled
      case (.range, false):
        return try apply(.add, apply(.multiply, array, "scale_"), "min_")
      case (.range, true):
        return try apply(.divide, apply(.subtract, array, "min_"), "scale_")
      }
    }
    return TableNumbers.value(result, machine)
  }

  private static var methods: [Method] {
    [
      .method("fit", "X, y=None") { (scaler: ScalerObject, call) throws(PyError) in
        try scaler.fit(call.required("X"), call.machine)
        return .object(scaler)
      },
      .method("transform", "X") { (scaler: ScalerObject, call) throws(PyError) in
        try scaler.changed(call.required("X"), back: false, call.machine)
      }.giving { sameShape($0) },
      .method("inverse_transform", "X") { (scaler: ScalerObject, call) throws(PyError) in
        try scaler.changed(call.required("X"), back: true, call.machine)
      },
      fitTransform("X, y=None").giving { sameShape($0) },
    ]
  }

  /// Scaled columns have the shape of what they were.
  @Sendable private static func sameShape(_ call: KnownCall) -> KnownResult {
    guard let array = call["X"]?.array, array.extents.count == 2 else {
      return .object(NumPyTypes.array)
    }
    return NumPyTypes.known(array.unlabelled)
  }

  static let standard = SharedType(
    "StandardScaler", module: "sklearn.preprocessing",
    "*, copy=True, with_mean=True, with_std=True",
    properties: ["mean_", "var_", "scale_"], methods: methods
  ) { call throws(PyError) in
    .object(
      try ScalerObject(
        call,
        .standard(
          centers: try call.bool("with_mean", or: true), scales: try call.bool("with_std", or: true)
        ),
        ["copy", "with_mean", "with_std"]))
  }

  static let range = SharedType(
    "MinMaxScaler", module: "sklearn.preprocessing",
    "feature_range=None, *, copy=True, clip=False",
    properties: ["data_min_", "data_max_", "data_range_", "scale_", "min_"], methods: methods
  ) { call throws(PyError) in
    if try call.bool("clip", or: false) { throw call.unsupported("clip", .bool(true)) }
    var ends = [0.0, 1.0]
    if let value = call.given("feature_range") {
      ends = []
      for item in try call.machine.array(value) {
        ends.append(try call.machine.number(item, "feature_range"))
      }
    }
    guard ends.count == 2, ends[0] < ends[1] else {
      throw call.error(
        "ValueError",
        "Minimum of desired feature range must be smaller than maximum. Got (\(ends.map(TableNumbers.text).joined(separator: ", ")))."
      )
    }
    return .object(
      try ScalerObject(call, .range(ends[0], ends[1]), ["feature_range", "copy"]))
  }
}

internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `LabelEncoder`, `LabelBinarizer` and `OneHotEncoder`: classes as numbers or as rows.
final class LabelObject: Estimator {
  private enum Form { case numbers, rows, columns }

  private let form: Form
  /// The classes, in order: an array of numbers or of texts.
  private var classes: NumPyValue?

  private init(_ call: Call, _ form: Form, _ names: [String] = []) throws(PyError) {
    self.form = form
    try super.init(call, names)
  }

  override var hostType: TypeObject {
    switch form {
    case .numbers: Self.encoder
    case .rows: Self.binarizer
    case .columns: Self.oneHot
    }
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    guard let classes else { return nil }
    let value = Value(classes, NumPyLibrary.session(of: machine))
    return name == "classes_" && form != .columns
      ? value : name == "categories_" && form == .columns ? .object(ListObject([value])) : nil
  }

  /// The values of a call as one flat list.
  private func flat(_ value: Value, _ machine: Machine) throws(PyError) -> NumPyValue {
    let session = NumPyLibrary.session(of: machine)
    let given = try NumPyValue(value, machine)
    return try machine.raising { () throws(ArrayError) in
      if let texts = try given.asTexts() {
        guard form != .columns else {
          throw ArrayError(.notImplementedError, "OneHotEncoder of texts is not supported here")
        }
        return .texts(texts)
      }
      let array = try given.asArray()
      switch form {
      case .columns:
        guard array.ndim == 2, array.shape[1] == 1 else {
          throw ArrayError(
            array.ndim == 2 ? .notImplementedError : .valueError,
            array.ndim == 2
              ? "OneHotEncoder of several columns is not supported here"
              : "Expected 2D array, got \(array.ndim)D array instead:\narray="
                + "\(NumPyText.str(.array(array))).\n\(Self.advice)")
        }
      default:
        guard array.ndim == 1 || array.shape.last == 1 else {
          throw ArrayError(
            .valueError, "y should be a 1d array, got an array of shape \(array.shape) instead.")
        }
      }
      return try session.call("ravel", [.array(array)])
    }
  }

  private func fit(_ value: Value, _ machine: Machine) throws(PyError) {
    let given = try flat(value, machine)
    let session = NumPyLibrary.session(of: machine)
    classes = try machine.raising { () throws(ArrayError) in
      try session.call("unique", [given])
    }
  }

  /// The elements of an array as the program sees them.
  private func items(_ value: NumPyValue, _ machine: Machine) throws(PyError) -> [Value] {
    try machine.array(Value(value, NumPyLibrary.session(of: machine)))
  }

  /// The place of each value among the classes; nil for one that isn't there.
  private func places(_ value: Value, _ machine: Machine) throws(PyError) -> [Int?] {
    guard let classes else { throw unfitted(machine) }
    let dict = DictObject()
    for (place, item) in try items(classes, machine).enumerated() {
      try dict.set(key(item, machine), .int(place), machine)
    }
    var found: [Int?] = []
    for item in try items(flat(value, machine), machine) {
      let place = try dict.value(key(item, machine), machine)?.smallInt
      if place == nil, form != .rows {
        throw machine.error(
          "ValueError",
          form == .numbers
            ? "y contains previously unseen labels: \(try unseen(item, machine))"
            : "Found unknown categories [\(try machine.repr(item))] in column 0 during transform")
      }
      found.append(place)
    }
    return found
  }

  /// A number in a list, a text by itself, as scikit-learn tells them.
  private func unseen(_ item: Value, _ machine: Machine) throws(PyError) -> String {
    let text = try machine.repr(item)
    return item.double == nil ? text : "[\(text)]"
  }

  private func key(_ item: Value, _ machine: Machine) throws(PyError) -> Value {
    if item.double != nil { return item.plain }
    return .string(try machine.str(item))
  }

  private func transform(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    let places = try places(value, machine)
    guard let classes else { throw unfitted(machine) }
    let count = try items(classes, machine).count
    let result = try machine.raising { () throws(ArrayError) -> NumericArray in
      if form == .numbers { return try NumericArray(integers: places.compactMap(\.self)) }
      if form == .rows, count <= 2 {
        let column = places.map { count == 2 && $0 == 1 ? 1 : 0 }
        return try NumericArray(integers: column, shape: [places.count, 1])
      }
      let zeros = try NumericArray(zeros: [places.count, count], dtype: .int64)
      var cells = zeros.integers()
      for (row, place) in places.enumerated() {
        if let place { cells[row * count + place] = 1 }
      }
      return try NumericArray(
        integers: cells, shape: zeros.shape, dtype: form == .columns ? .float64 : .int64)
    }
    return TableNumbers.value(result, machine)
  }

  private func inverse(_ value: Value, _ machine: Machine) throws(PyError) -> Value {
    guard let classes else { throw unfitted(machine) }
    let session = NumPyLibrary.session(of: machine)
    let array = try TableNumbers.array(value, machine)
    let count = try items(classes, machine).count
    let result = try machine.raising { () throws(ArrayError) -> NumPyValue in
      let places: NumericArray
      if form == .numbers {
        places = array
        if let wrong = array.integers().first(where: { !(0..<count).contains($0) }) {
          throw ArrayError(
            .valueError, "y contains previously unseen labels: [\(wrong)]")
        }
      } else if array.ndim == 2, array.shape[1] > 1 {
        places = try Reduction.argmax(array, axes: [1])
      } else {
        places = try NumericArray(
          integers: array.reals().map { $0 > 0.5 ? min(1, count - 1) : 0 })
      }
      return try session.call("asarray", [classes]).taken(places, session)
    }
    return Value(result, session)
  }

  private static func methods(_ first: String) -> [Method] {
    let parameters = first == "X" ? "X, y=None" : first
    return [
      .method("fit", parameters) { (object: LabelObject, call) throws(PyError) in
        try object.fit(call.required(first), call.machine)
        return .object(object)
      },
      .method("transform", first) { (object: LabelObject, call) throws(PyError) in
        try object.transform(call.required(first), call.machine)
      },
      fitTransform(parameters),
    ]
      + (first == "X"
        ? []
        : [
          .method("inverse_transform", "y") { (object: LabelObject, call) throws(PyError) in
            try object.inverse(call.required("y"), call.machine)
          }
        ])
  }

  static let encoder = SharedType(
    "LabelEncoder", module: "sklearn.preprocessing", "", properties: ["classes_"],
    methods: methods("y")
  ) { call throws(PyError) in .object(try LabelObject(call, .numbers)) }

  static let binarizer = SharedType(
    "LabelBinarizer", module: "sklearn.preprocessing", "", properties: ["classes_"],
    methods: methods("y")
  ) { call throws(PyError) in .object(try LabelObject(call, .rows)) }

  static let oneHot = SharedType(
    "OneHotEncoder", module: "sklearn.preprocessing",
    "*, categories='auto', sparse_output=True", properties: ["categories_"],
    methods: methods("X")
  ) { call throws(PyError) in
    if let value = call.given("categories") {
      if case .string("auto") = value {} else { throw call.unsupported("categories", value) }
    }
    // What is sparse in scikit-learn prints otherwise, so it must be asked for as an array.
    guard try !call.bool("sparse_output", or: true) else {
      throw call.error(
        "NotImplementedError",
        "OneHotEncoder(): sparse matrices are not supported by Caderno; say sparse_output=False")
    }
    return .object(try LabelObject(call, .columns, ["sparse_output"]))
  }
}

extension NumPyValue {
  /// The elements at places.
  fileprivate func taken(
    _ places: NumericArray, _ session: NumPySession
  ) throws(ArrayError) -> NumPyValue {
    if case .texts(let texts) = self { return try session.item(of: texts, at: .array(places)) }
    return try session.item(of: asArray(), at: .array(places))
  }
}

package import PythonRuntime
internal import NumPy
package import Arrays

/// NumPy's classes, each one object for the whole process that never changes after it is made.
package enum NumPyTypes {
  /// What is known of an array of a shape before a program runs.
  package static func known(_ shape: KnownArray) -> KnownResult { NumPyForesight.result(shape) }

  /// `numpy.ndarray`; calling it gives zeros.
  package static let array: SharedType = SharedType(
    "ndarray", module: "numpy", "shape, dtype=None", isImmutable: true, properties: arrayProperties,
    methods: methods(NumPyCatalog.methods, isOfArrays: true), items: [scalar(.float64)],
    turns: ["T"], strength: 2
  ) { call throws(PyError) in
    let shape = try call.machine.shape(call.required("shape"))
    return Value(
      .array(try call.machine.raising { () throws(ArrayError) in try NumericArray(zeros: shape) }),
      NumPySession())
  }

  static let word = SharedType(
    "str_", module: "numpy", "value=''", isImmutable: true
  ) { call throws(PyError) in .string(try call.machine.str(call["value"] ?? .string(""))) }

  static let dtype = SharedType(
    "dtype", module: "numpy", isImmutable: true,
    properties: ["name", "kind", "itemsize", "str", "type"])

  static let randomState = SharedType(
    "RandomState", module: "numpy.random", isImmutable: true, properties: [],
    methods: methods(NumPyCatalog.legacyMethods))

  static let seedSequence = SharedType(
    "SeedSequence", module: "numpy.random", isImmutable: true,
    properties: ["spawn_key", "n_children_spawned"],
    methods: methods(NumPyCatalog.seedMethods))

  static let generator = SharedType(
    "Generator", module: "numpy.random", isImmutable: true, properties: [],
    methods: methods(NumPyCatalog.generatorMethods))

  private static let arrayProperties: Set<String> = [
    "shape", "dtype", "ndim", "size", "itemsize", "nbytes", "T", "flat",
  ]

  /// The class of a dtype's scalars, such as `numpy.float32`.
  package static func scalar(_ dtype: DType) -> SharedType { scalars[dtype] ?? array }

  private static let scalars: [DType: SharedType] = Dictionary(
    uniqueKeysWithValues: DType.allCases.map { dtype in
      let type = SharedType(
        dtype.rawValue, module: "numpy", base: family(of: dtype), "value=0",
        isImmutable: true, properties: arrayProperties,
        methods: methods(NumPyCatalog.methods, isOfArrays: true), items: [scalar(dtype)],
        strength: 1, also: dtype == .float64 ? .float : nil
      ) { call throws(PyError) in
        let value = try NumPyValue(call["value"] ?? .int(0), call.machine)
        let session = NumPyLibrary.session(of: call.machine)
        return Value(
          try call.machine.raising(session) { () throws(ArrayError) in
            try session.convert(value, to: dtype)
          }, session)
      }
      return (dtype, type)
    })

  // The classes that scalars are kinds of; nothing is made of them.
  private static let generic = SharedType("generic", module: "numpy", isImmutable: true)
  private static let number = SharedType(
    "number", module: "numpy", base: generic, isImmutable: true)
  private static let integer = SharedType(
    "integer", module: "numpy", base: number, isImmutable: true)
  private static let signed = SharedType(
    "signedinteger", module: "numpy", base: integer, isImmutable: true)
  private static let unsigned = SharedType(
    "unsignedinteger", module: "numpy", base: integer, isImmutable: true)
  private static let inexact = SharedType(
    "inexact", module: "numpy", base: number, isImmutable: true)
  private static let floating = SharedType(
    "floating", module: "numpy", base: inexact, isImmutable: true)

  /// Those classes by their names, for `isinstance`.
  static var families: [String: Value] {
    var all: [String: Value] = [:]
    for type in [generic, number, integer, signed, unsigned, inexact, floating] {
      all[type.name] = .object(type)
    }
    return all
  }

  private static func family(of dtype: DType) -> SharedType {
    if dtype == .bool { return generic }
    return dtype.isFloating ? floating : dtype.isSigned ? signed : unsigned
  }

  /// The dtype whose scalars a class is of.
  static func dtype(of type: TypeObject) -> DType? {
    scalars.first { $0.value === type }?.key
  }

  /// Methods with their parameters, so that calls can be checked before anything runs.
  private static func methods(
    _ table: [String: NumPyFunction], isOfArrays: Bool = false
  ) -> [Method] {
    table.values.map { function in
      let rest = function.parameters.dropFirst()
      let method = Method.method(function.name, CallSignature.text(of: rest)) {
        (receiver: NumPyObject, call) throws(PyError) in
        var keywords = call.others
        for parameter in rest {
          if let value = call[parameter.name] { keywords.append((parameter.name, value)) }
        }
        return try self.call(
          method: function.name, of: receiver,
          Arguments(call.rest, keywords: keywords), call.machine)
      }
      let name = function.name
      return method.giving {
        isOfArrays ? NumPyForesight.result(ofMethod: name, $0) : NumPyForesight.drawn(name, $0)
      }
    }
  }

  static func call(
    method name: String, of receiver: NumPyObject, _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> Value {
    if name == "shuffle", case .generator(let generator) = receiver.value,
      let list: ListObject = arguments.first("x")?.asObject()
    {
      return try generator.shuffle(list, machine)
    }
    let (values, keywords) = try arguments.numPy(machine)
    let session = receiver.session
    let result = try machine.raising(session) { () throws(ArrayError) -> NumPyValue in
      switch receiver.value {
      case .array(let array), .scalar(let array):
        try session.call(method: name, of: array, values, keywords)
      case .texts(let texts): try session.call(method: name, of: texts, values, keywords)
      case .generator(let generator):
        try session.call(method: name, of: generator, values, keywords)
      case .seeds(let seeds): try session.call(method: name, of: seeds, values, keywords)
      default:
        throw ArrayError(
          .attributeError, "'\(receiver.typeName)' object has no attribute '\(name)'")
      }
    }
    return Value(result, session)
  }
}

extension CallSignature {
  /// The parameters of one of NumPy's functions as Python writes them.
  static func text(of parameters: some Sequence<NumPyFunction.Parameter>) -> String {
    var parts: [String] = []
    var isKeywordOnly = false
    for parameter in parameters {
      if parameter.isVariadic {
        parts.append("*\(parameter.name)")
        isKeywordOnly = true
        continue
      }
      if parameter.isKeywordOnly, !isKeywordOnly {
        parts.append("*")
        isKeywordOnly = true
      }
      parts.append(parameter.isRequired ? parameter.name : "\(parameter.name)=None")
    }
    return parts.joined(separator: ", ")
  }
}

extension RandomGenerator {
  /// Puts a list's items into random order, in place.
  func shuffle(_ list: ListObject, _ machine: Machine) throws(PyError) -> Value {
    let items = list.items
    let order = try machine.raising { () throws(ArrayError) in
      try permutation(items.count)
    }
    list.items = order.map { items[$0] }
    return .none
  }
}

extension Arguments {
  /// The first argument, by place or by name.
  fileprivate func first(_ name: String) -> Value? {
    positional.first ?? keywords.first { $0.name == name }?.value
  }

  /// The arguments as NumPy's functions take them.
  func numPy(
    _ machine: Machine
  ) throws(PyError) -> (values: [NumPyValue], keywords: [(String, NumPyValue)]) {
    var values: [NumPyValue] = []
    for value in positional { values.append(try NumPyValue(value, machine)) }
    var named: [(String, NumPyValue)] = []
    for (name, value) in keywords { named.append((name, try NumPyValue(value, machine))) }
    return (values, named)
  }
}

package import Arrays

/// A value that NumPy's functions take and give, free of any interpreter.
package indirect enum NumPyValue {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  case string(String)
  case list([NumPyValue])
  case tuple([NumPyValue])
  case array(NumericArray)
  /// A NumPy scalar such as `np.float32(0.5)`: an array without axes.
  case scalar(NumericArray)
  /// An array of texts.
  case texts(TextArray)
  /// A scalar of such an array: `np.str_('a')`.
  case word(String)
  case dtype(DType)
  /// The dtype of texts of so many code points.
  case textType(width: Int)
  /// The class of a dtype's scalars, as `np.float32` is.
  case type(DType)
  case slice(start: Int?, stop: Int?, step: Int?)
  case ellipsis
  case generator(RandomGenerator)
  /// What `SeedSequence` makes.
  case seeds(SeedLineage)
  case bytes([UInt8])

  /// An array, or a scalar when it has no axes, as most functions give it.
  package static func result(_ array: NumericArray) -> NumPyValue {
    array.ndim == 0 ? .scalar(array) : .array(array)
  }

  /// An array of texts, or its word when it has no axes.
  package static func result(_ texts: TextArray) -> NumPyValue {
    texts.shape.isEmpty ? .word(texts.texts()[0]) : .texts(texts)
  }

  /// The name of the value's class in Python.
  package var typeName: String {
    switch self {
    case .none: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .array, .texts: "numpy.ndarray"
    case .word: "numpy.str_"
    case .textType: "numpy.dtypes.StrDType"
    case .scalar(let array): "numpy.\(array.dtype.rawValue)"
    case .dtype(let dtype): "numpy.dtypes.\(dtype.className)"
    case .type: "type"
    case .slice: "slice"
    case .ellipsis: "ellipsis"
    case .seeds: "numpy.random.bit_generator.SeedSequence"
    case .bytes: "bytes"
    case .generator(let generator):
      generator.isLegacy
        ? "numpy.random.mtrand.RandomState" : "numpy.random._generator.Generator"
    }
  }
}

extension DType {
  /// The name of the dtype's class in `numpy.dtypes`.
  var className: String {
    switch self {
    case .bool: "BoolDType"
    case .uint8, .uint16, .uint32, .uint64: "UInt\(size * 8)DType"
    case .int8, .int16, .int32, .int64: "Int\(size * 8)DType"
    case .float32, .float64: "Float\(size * 8)DType"
    }
  }
}

extension DType {
  /// The dtype that a text names: NumPy's names, Python's, C's, and codes such as `f4` and `<i8`.
  package init?(named name: String) {
    if let exact = DType(rawValue: name) {
      self = exact
    } else if let alias = Self.aliases.first(where: { $0.names.contains(name) }) {
      self = alias.dtype
    } else if let first = name.first, "<>=|".contains(first), name.count > 2 {
      self.init(named: String(name.dropFirst()))
    } else {
      return nil
    }
  }

  /// NumPy's code with the order of bytes, as `dtype.str` gives it: `<f4`.
  package var code: String { "\(size == 1 ? "|" : "<")\(kind)\(size)" }

  /// The class of a scalar, which has an underscore nowhere but in `bool`'s own module name.
  package var scalarName: String { rawValue }

  private static let aliases: [(dtype: DType, names: [String])] = [
    (.bool, ["?", "bool_", "b1"]),
    (.int8, ["b", "i1", "byte"]),
    (.int16, ["h", "i2", "short"]),
    (.int32, ["i", "i4", "intc"]),
    (.int64, ["l", "q", "i8", "int", "int_", "long", "longlong", "intp", "p"]),
    (.uint8, ["B", "u1", "ubyte"]),
    (.uint16, ["H", "u2", "ushort"]),
    (.uint32, ["I", "u4", "uintc"]),
    (.uint64, ["L", "Q", "u8", "uint", "ulong", "ulonglong", "uintp", "P"]),
    (.float32, ["f", "f4", "single"]),
    (.float64, ["d", "f8", "double", "float", "float_"]),
  ]
}

internal import PythonRuntime

/// A call of one of NumPy's functions, or of an array's method: there the array isn't among the arguments.
struct ShapeCall {
  private let call: KnownCall

  init(_ call: KnownCall) { self.call = call }

  private var offset: Int { call.receiver == nil ? 1 : 0 }

  /// The array that it is about.
  var operand: KnownArray? {
    if let receiver = call.receiver { return receiver.array }
    return (call.positional.first ?? call["a"])?.array
  }

  /// The second array.
  var other: KnownArray? {
    call.positional.indices.contains(offset) ? call.positional[offset].array : nil
  }

  /// How many arguments have no name.
  var count: Int { call.positional.count }

  /// The first argument.
  func first(_ name: String) -> KnownCall.Argument? { call.positional.first ?? call[name] }

  /// An argument by its name, or by its place behind the array.
  subscript(name: String, place: Int) -> KnownCall.Argument? {
    if let named = call[name] { return named }
    let index = place + offset
    return call.positional.indices.contains(index) ? call.positional[index] : nil
  }

  func has(_ name: String, _ place: Int) -> Bool { self[name, place] != nil }

  /// Whether a flag is set; nil where that isn't known.
  func flag(_ name: String) -> Bool? {
    guard let given = call[name] else { return false }
    if case .bool(let flag)? = given.value { return flag }
    return nil
  }

  /// The axes that an argument names; nil where they aren't known.
  func axes(_ name: String, of array: KnownArray) -> [Int]? {
    guard let given = self[name, 0]?.extents else { return nil }
    let axes = given.compactMap { $0.flatMap { array.axis($0) } }
    return axes.count == given.count ? axes : nil
  }

  /// The numbers of `reshape` and `transpose`: in a tuple or one by one.
  var newShape: [Int?]? {
    let own = Array(call.positional.dropFirst(offset))
    if own.isEmpty { return (call["shape"] ?? call["newshape"] ?? call["axes"])?.extents }
    guard own.count == 1 else { return call.receiver == nil ? nil : own.map(\.whole) }
    if let extents = own[0].extents { return extents }
    return own[0].kind == "int" ? [nil] : nil
  }

  /// What elementwise arithmetic makes of so many arguments.
  func operands(_ count: Int) -> KnownArray? {
    guard call.positional.count == count else { return nil }
    let shapes = call.positional.compactMap { argument -> KnownArray? in
      switch argument.value {
      case .int?, .float?, .bool?: KnownArray([])
      default: argument.array
      }
    }
    return shapes.count == count ? KnownArray.broadcast(shapes) : nil
  }

  /// Whether the dtype that is asked for, if any, holds all numbers that labels are.
  var dtypeKeepsNumbers: Bool {
    guard let given = self["dtype", 0] else { return true }
    let name = given.text ?? given.value?.asObject(TypeObject.self)?.name
    return name.map { Self.wide.contains($0) } ?? false
  }
}

extension ShapeCall {
  private static let wide: Set<String> = [
    "int32", "int64", "int", "uint8", "float32", "float64", "float",
  ]
}

extension KnownShapes {
  /// So many draws for each class leave none out.
  private static let drawsForEachClass = 100

  /// The shape of random numbers; nil where their size isn't given.
  static func drawn(_ name: String, _ call: KnownCall) -> KnownArray? {
    if ["rand", "randn"].contains(name) {
      return call.positional.isEmpty ? nil : KnownArray(call.positional.map(\.whole))
    }
    let plain = ["random", "standard_normal", "random_sample"]
    let size = call["size"] ?? (plain.contains(name) ? call.positional.first : nil)
    guard let extents = size?.extents ?? place(ofSize: name).flatMap({ call.at($0)?.extents })
    else {
      return nil
    }
    let drawn = KnownArray(extents)
    return KnownArray(extents, classes: classes(name, call, drawn.size ?? 0))
  }

  /// Where the size of whole numbers stands that has no name.
  private static func place(ofSize name: String) -> Int? {
    ["randint", "integers", "normal", "uniform"].contains(name) ? 2 : nil
  }

  /// How many classes whole numbers from 0 are, where all of them are drawn.
  private static func classes(_ name: String, _ call: KnownCall, _ count: Int) -> Int? {
    guard ["randint", "integers"].contains(name), call.positional.count >= 2,
      call.positional[0].whole == 0, let high = call.positional[1].whole, call["endpoint"] == nil
    else { return nil }
    return high > 0 && count / high >= drawsForEachClass ? high : nil
  }
}

extension KnownCall {
  fileprivate func at(_ place: Int) -> Argument? {
    positional.indices.contains(place) ? positional[place] : nil
  }
}

internal import PythonRuntime

/// The shapes of what NumPy's functions and arrays' methods give, as far as they are known before a program runs.
enum KnownShapes {
  private typealias Rule = @Sendable (ShapeCall) -> KnownArray?

  /// The shape of what a function gives, or a method of an array; nil where it isn't known.
  static func shape(of name: String, _ call: KnownCall) -> KnownArray? {
    rules[name]?(ShapeCall(call))
  }

  private static let rules: [String: Rule] = {
    var all: [String: Rule] = [
      "arange": counted, "linspace": spaced,
      "eye": square, "identity": square,
      "reshape": { call in call.newShape.flatMap { call.operand?.reshaped($0) } },
      "ravel": { $0.operand?.reshaped([-1]) }, "flatten": { $0.operand?.reshaped([-1]) },
      "expand_dims": widened, "squeeze": squeezed, "transpose": turned,
      "concatenate": joined, "vstack": { stacked($0, along: 0) },
      "astype": { $0.dtypeKeepsNumbers ? $0.operand : $0.operand?.unlabelled },
      "array": converted, "asarray": converted, "copy": { $0.operand },
      "dot": product, "matmul": product,
      "where": { call in call.operands(3) },
    ]
    for name in ["zeros", "ones", "full", "empty"] {
      all[name] = { $0.first("shape")?.extents.map { KnownArray($0) } }
    }
    for name in sameShape { all[name] = { $0.operand?.unlabelled } }
    for name in reductions { all[name] = reduced }
    for name in ["maximum", "minimum", "power", "add", "subtract", "multiply", "divide"] {
      all[name] = { $0.operands(2) }
    }
    return all
  }()

  private static let sameShape = [
    "zeros_like", "ones_like", "full_like", "empty_like", "sqrt", "exp", "log", "log2", "log10",
    "log1p", "expm1", "sin", "cos", "tan", "tanh", "abs", "absolute", "square", "round", "floor",
    "ceil", "clip", "sign", "negative", "isnan", "nan_to_num",
  ]
  private static let reductions = [
    "sum", "mean", "std", "var", "min", "max", "prod", "argmin", "argmax", "median", "any", "all",
  ]

  private static func counted(_ call: ShapeCall) -> KnownArray? {
    guard call.count == 1, let count = call.first("stop")?.whole else { return KnownArray([nil]) }
    return KnownArray([max(count, 0)])
  }

  private static func spaced(_ call: ShapeCall) -> KnownArray? {
    if call.has("retstep", 3) || call.has("axis", 5) { return nil }
    return KnownArray([call.has("num", 1) ? call["num", 1]?.whole : 50])
  }

  private static func square(_ call: ShapeCall) -> KnownArray? {
    guard call.count == 1, let count = call.first("N")?.whole else { return nil }
    return KnownArray([count, count])
  }

  private static func reduced(_ call: ShapeCall) -> KnownArray? {
    guard let operand = call.operand else { return nil }
    let keeps = call.flag("keepdims")
    let isWhole = !call.has("axis", 0) || call["axis", 0]?.isNone == true
    let axes = isWhole ? Array(operand.extents.indices) : call.axes("axis", of: operand)
    guard let axes, let keeps else { return nil }
    var extents: [Int?] = []
    for (axis, extent) in operand.extents.enumerated() {
      if !axes.contains(axis) { extents.append(extent) } else if keeps { extents.append(1) }
    }
    return KnownArray(extents)
  }

  private static func widened(_ call: ShapeCall) -> KnownArray? {
    guard let operand = call.operand, let number = call["axis", 0]?.whole else { return nil }
    let place = number < 0 ? number + operand.extents.count + 1 : number
    guard (0...operand.extents.count).contains(place) else { return nil }
    var result = operand
    result.extents.insert(1, at: place)
    return result
  }

  private static func squeezed(_ call: ShapeCall) -> KnownArray? {
    guard let operand = call.operand else { return nil }
    var result = operand
    if call.has("axis", 0) {
      guard let axes = call.axes("axis", of: operand) else { return nil }
      result.extents = operand.extents.enumerated().filter { !axes.contains($0.offset) }
        .map(\.element)
    } else if operand.extents.contains(nil) {
      return nil
    } else {
      result.extents.removeAll { $0 == 1 }
    }
    return result
  }

  private static func turned(_ call: ShapeCall) -> KnownArray? {
    guard let operand = call.operand else { return nil }
    guard call.has("axes", 0) else { return operand.turned }
    guard let order = call.newShape, order.count == operand.extents.count else { return nil }
    let axes = order.compactMap { $0.flatMap { operand.axis($0) } }
    return axes.count == order.count ? KnownArray(axes.map { operand.extents[$0] }) : nil
  }

  private static func joined(_ call: ShapeCall) -> KnownArray? {
    guard !call.has("axis", 0) else {
      return call["axis", 0]?.whole.flatMap { stacked(call, along: $0) }
    }
    return stacked(call, along: 0)
  }

  /// Arrays behind each other along an axis.
  private static func stacked(_ call: ShapeCall, along number: Int) -> KnownArray? {
    let parts = call.first("arrays")?.items?.map(\.array) ?? []
    guard let first = parts.first ?? nil, first.extents.count > 1, let axis = first.axis(number)
    else { return nil }
    var result = first.unlabelled
    for part in parts.dropFirst() {
      guard let part, part.extents.count == first.extents.count else { return nil }
      for (place, extent) in part.extents.enumerated() {
        let old = result.extents[place]
        result.extents[place] =
          place == axis
          ? old.flatMap { old in extent.map { old + $0 } } : old ?? extent
      }
    }
    return result
  }

  private static func converted(_ call: ShapeCall) -> KnownArray? {
    guard let given = call.first("object"), !call.has("ndmin", 4) else { return nil }
    if let array = given.array {
      return call.dtypeKeepsNumbers ? array : array.unlabelled
    }
    return shape(of: given)
  }

  /// The shape of numbers in lists of lists.
  private static func shape(of given: KnownCall.Argument) -> KnownArray? {
    switch given.value {
    case .int?, .float?, .bool?: return KnownArray([])
    default: break
    }
    if let array = given.array { return array.unlabelled }
    guard let items = given.items, let first = items.first.flatMap({ shape(of: $0) }),
      items.allSatisfy({ shape(of: $0) == first })
    else { return nil }
    return KnownArray([items.count] + first.extents)
  }

  private static func product(_ call: ShapeCall) -> KnownArray? {
    guard let left = call.operand, let right = call.other, (1...2).contains(left.extents.count),
      (1...2).contains(right.extents.count)
    else { return nil }
    return KnownArray(Array(left.extents.dropLast()) + Array(right.extents.dropFirst()))
  }
}

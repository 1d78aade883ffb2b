/// What stands between brackets behind an array, as far as it is known.
enum KnownIndex {
  case integer
  /// Its limits and its step; nil within for one that isn't known, and outside for one that isn't given.
  case slice(Int??, Int??, Int??)
  case newAxis
  case ellipsis
  case array(KnownArray)
  case unknown

  /// How many rows a slice asks for; nil where that isn't known.
  fileprivate var rows: Int? {
    guard case .slice(let lower, .some(let upper?), nil) = self, upper > 0 else { return nil }
    switch lower {
    case nil: return upper
    case .some(let start?) where start >= 0: return max(0, upper - start)
    default: return nil
    }
  }

  /// How many axes of the array it takes; nil where that isn't known.
  private var axes: Int? {
    switch self {
    case .integer, .slice: 1
    case .newAxis: 0
    case .ellipsis, .unknown: nil
    case .array(let array): array.extents.count == 1 ? 1 : nil
    }
  }

  /// What is left of an axis.
  fileprivate func part(of length: Int?) -> [Int?]? {
    switch self {
    case .integer: []
    case .slice(let lower, let upper, let step): [Self.count(lower, upper, step, of: length)]
    case .newAxis: [1]
    case .array: [nil]
    case .ellipsis, .unknown: nil
    }
  }

  /// How many items a slice has.
  private static func count(_ lower: Int??, _ upper: Int??, _ step: Int??, of length: Int?) -> Int?
  {
    if lower == nil, upper == nil, step == nil || step == .some(-1) { return length }
    guard let length, (step ?? 1) == 1 else { return nil }
    guard let start = place(lower, of: length, or: 0),
      let end = place(upper, of: length, or: length)
    else { return nil }
    return max(0, end - start)
  }

  private static func place(_ limit: Int??, of length: Int, or fallback: Int) -> Int? {
    guard let limit else { return fallback }
    return limit.map { min(max($0 < 0 ? $0 + length : $0, 0), length) }
  }

  /// The indices with the whole axes that an ellipsis stands for, or that are left at the end.
  static func spread(_ indices: [KnownIndex], over rank: Int) -> [KnownIndex]? {
    var taken = 0
    var place: Int?
    for (offset, index) in indices.enumerated() {
      if case .ellipsis = index {
        place = offset
        continue
      }
      guard let axes = index.axes else { return nil }
      taken += axes
    }
    guard taken <= rank else { return nil }
    let whole = [KnownIndex](repeating: .slice(nil, nil, nil), count: rank - taken)
    guard let place else { return indices + whole }
    return indices[..<place] + whole + indices[(place + 1)...]
  }

  /// Whether it takes an axis of the array.
  fileprivate var takesAxis: Bool { axes == 1 }
}

extension KnownArray {
  /// What indices pick; nil where that can't be told.
  func item(_ indices: [KnownIndex]) -> KnownArray? {
    let arrays = indices.count { if case .array = $0 { true } else { false } }
    guard arrays < 2, let spread = KnownIndex.spread(indices, over: extents.count) else {
      return nil
    }
    var result = KnownArray([])
    var lengths = extents[...]
    for index in spread {
      guard let part = index.part(of: index.takesAxis ? lengths.popFirst() ?? nil : nil) else {
        return nil
      }
      result.extents += part
    }
    // Rows beside each other are a part of the labels like any other.
    guard indices.count == 1, let asked = indices[0].rows else { return result }
    result.classes = rows(result.extents[0] ?? asked).classes
    return result
  }
}

internal import PythonSyntax

extension ProgramCheck {
  /// What stands behind brackets: a slice of an object is of its own class.
  mutating func item(of object: Known, _ index: ExpressionNode) -> Known {
    switch object {
    case .array(let type, let array):
      guard let part = array.item(indices(index)) else { break }
      return part.extents.isEmpty ? object.vague.item : .array(type, part)
    case .tuple(let items), .list(let items):
      if let part = part(of: items, index) { return part }
    default: break
    }
    let place = known(index)
    if case .slice = index.kind { return object.type?.strength == nil ? .unknown : object.vague }
    return item(of: object, at: place)
  }

  private func item(of object: Known, at place: Known) -> Known {
    guard case .value(let value) = place, let number = value.smallInt else {
      return object.vague.item
    }
    switch object {
    case .tuple(let items), .list(let items):
      let offset = number < 0 ? number + items.count : number
      return items.indices.contains(offset) ? items[offset] : .unknown
    default: return object.item
    }
  }

  /// A slice of a tuple or a list that has all its limits written down.
  private mutating func part(of items: [Known], _ index: ExpressionNode) -> Known? {
    guard case .slice(let lower, let upper, nil) = index.kind else { return nil }
    let limits = [limit(lower, or: 0, items.count), limit(upper, or: items.count, items.count)]
    guard let start = limits[0], let end = limits[1] else { return nil }
    return .tuple(start < end ? Array(items[start..<end]) : [])
  }

  private mutating func limit(_ node: ExpressionNode?, or fallback: Int, _ count: Int) -> Int? {
    guard let node else { return fallback }
    guard case .value(let value) = known(node), let number = value.smallInt else { return nil }
    return min(max(number < 0 ? number + count : number, 0), count)
  }

  /// What stands between the brackets behind an array.
  private mutating func indices(_ node: ExpressionNode) -> [KnownIndex] {
    if case .tuple(let items) = node.kind { return items.map { self.index($0) } }
    return [index(node)]
  }

  private mutating func index(_ node: ExpressionNode) -> KnownIndex {
    switch node.kind {
    case .ellipsis: return .ellipsis
    case .slice(let lower, let upper, let step):
      return .slice(bound(lower), bound(upper), bound(step))
    default: break
    }
    switch known(node) {
    case .value(.none): return .newAxis
    case .value(.int), .number: return .integer
    case .array(_, let array) where !array.extents.isEmpty: return .array(array)
    default: return .unknown
    }
  }

  private mutating func bound(_ node: ExpressionNode?) -> Int?? {
    guard let node else { return nil }
    switch known(node) {
    case .value(.none): return nil
    case .value(let value): return .some(value.smallInt)
    default: return .some(nil)
    }
  }
}

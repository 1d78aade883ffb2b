/// What directives left, by their ids, each found by its key too.
struct KeyedResults<Result> {
  private var results: [String: Result] = [:]
  private var ids: [String: Set<String>] = [:]
  private let key: KeyPath<Result, String>

  /// - Parameter key: 64 hexadecimal digits that tell a result from others.
  init(key: KeyPath<Result, String>) { self.key = key }

  /// The result of a directive.
  subscript(id: String) -> Result? {
    get { results[id] }
    set {
      if let old = results[id] { ids[old[keyPath: key]]?.remove(id) }
      results[id] = newValue
      if let newValue { ids[newValue[keyPath: key], default: []].insert(id) }
    }
  }

  /// The directives that left the result of a key; equal ones may have left the same.
  func ids(of key: String) -> Set<String> { ids[key] ?? [] }
}

internal import PythonSyntax

/// Names of Python's for things that a lesson names: one each, none taken twice.
struct PythonNames {
  private var taken: Set<String>
  private var known: [String: String] = [:]

  /// - Parameter taken: names that stand for something already.
  init(taken: Set<String>) { self.taken = taken.union(Keywords.all).union(Self.builtins) }

  /// The variable for an id; the same one each time.
  mutating func variable(for id: String) -> String {
    if let name = known[id] { return name }
    let name = free(Self.identifier(id))
    known[id] = name
    return name
  }

  private mutating func free(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)_\(number)"
      number += 1
    }
    return name
  }

  /// An id with what no identifier has made `_`.
  static func identifier(_ id: String) -> String {
    let text = String(id.map { $0.isASCII && !($0.isLetter || $0.isNumber) ? "_" : $0 })
    return text.first.map { $0.isNumber ? "_" + text : text } ?? "_"
  }

  /// The functions of Python's own that exported cells call.
  private static let builtins: Set<String> = [
    "abs", "enumerate", "float", "int", "len", "max", "min", "print", "range", "round", "set",
    "str",
    "sum", "zip",
  ]
}

/// A name that wasn't there, and where it was looked for: what tracebacks suggest instead is found when one is
/// made.
enum MissingName {
  /// An attribute of a value.
  case attribute(String, of: Value)
  /// A variable; the names of those that were there, in the order in which CPython looks through them, and `self`.
  case variable(String, among: [[String]], receiver: Value?)
  /// A name in a module that was to be imported.
  case imported(String, from: ModuleObject)

  var name: String {
    switch self {
    case .attribute(let name, _), .variable(let name, _, _), .imported(let name, _): name
    }
  }
}

extension Frame {
  func unbound(_ name: String, _ span: SourceSpan?) -> PyError {
    if let span { self.span = span }
    return machine.error(
      "UnboundLocalError",
      "cannot access local variable '\(name)' where it is not associated with a value")
  }

  func unboundAround(_ name: String, _ span: SourceSpan?) -> PyError {
    if let span { self.span = span }
    return machine.error(
      "NameError",
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope"
    )
  }

  /// The error for a name that is nowhere.
  func undefined(_ name: String, _ scope: Scope, _ span: SourceSpan?) -> PyError {
    if let span { self.span = span }
    let error = machine.error("NameError", "name '\(name)' is not defined")
    let own = scope.names.filter { !get($0.place).isUnset }
    error.value.detailed.missing = .variable(
      name, among: [own.map(\.name), globals.names, machine.builtins.keys.sorted()],
      receiver: own.first { $0.name == "self" }.map { get($0.place) })
    return error
  }
}

/// Which name CPython suggests for one that is missing (its `Python/suggestions.c`).
struct NameSuggestion {
  let machine: Machine

  /// What is said behind the message; empty where nothing is.
  func text(for missing: MissingName) -> String {
    switch missing {
    case .attribute(let name, let value): said(nearest(to: name, in: machine.names(of: value)))
    case .imported(let name, let module): said(nearest(to: name, in: module.members.keys.sorted()))
    case .variable(let name, let groups, let receiver):
      variable(name, groups, receiver)
    }
  }

  private func said(_ name: String?) -> String { name.map { ". Did you mean: '\($0)'?" } ?? "" }

  private func variable(_ name: String, _ groups: [[String]], _ receiver: Value?) -> String {
    if let receiver, (try? machine.attribute(receiver, name)) != nil { return said("self.\(name)") }
    let found = groups.lazy.compactMap { nearest(to: name, in: $0) }.first
    guard machine.standardModules.contains(name) else { return said(found) }
    let word = found == nil ? ". Did" : " Or did"
    return said(found) + "\(word) you forget to import '\(name)'\(found == nil ? "?" : "?")"
  }

  private static let (most, longest, moveCost, caseCost) = (750, 40, 2, 1)

  /// The name that takes the fewest changes, of which at most a third of the letters may need one.
  private func nearest(to name: String, in names: [String]) -> String? {
    let wanted = Array(name.utf8)
    guard names.count <= Self.most, wanted.count <= Self.longest else { return nil }
    var best: (name: String, cost: Int)?
    for candidate in names where candidate != name {
      let other = Array(candidate.utf8)
      let most = min(
        (wanted.count + other.count + 3) * Self.moveCost / 6, (best?.cost ?? .max) - 1)
      let cost = distance(wanted, other)
      if cost <= most { best = (candidate, cost) }
    }
    return best?.name
  }

  /// What it costs to make one name of the other.
  private func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard b.count <= Self.longest else { return .max }
    var row = Array(0...b.count).map { $0 * Self.moveCost }
    for (index, letter) in a.enumerated() {
      var (diagonal, left) = (row[0], (index + 1) * Self.moveCost)
      row[0] = left
      for place in b.indices {
        let change = cost(letter, b[place])
        left = min(diagonal + change, min(left, row[place + 1]) + Self.moveCost)
        (diagonal, row[place + 1]) = (row[place + 1], left)
      }
    }
    return row[b.count]
  }

  private func cost(_ a: UInt8, _ b: UInt8) -> Int {
    if a == b { return 0 }
    let isCase = a ^ b == 32 && (65...90).contains(a & ~32)
    return isCase ? Self.caseCost : Self.moveCost
  }
}

extension Machine {
  /// The attributes of a value, as `dir` lists them: in alphabetical order.
  fileprivate func names(of value: Value) -> [String] {
    var names: Set<String> = []
    var type: TypeObject? = self.type(of: value)
    if case .object(let own as TypeObject) = value { type = own }
    while let current = type {
      names.formUnion(current.members.keys)
      names.formUnion(current.properties ?? [])
      type = current.base
    }
    if let instance: InstanceObject = value.asObject() { names.formUnion(instance.fields.keys) }
    if let module: ModuleObject = value.asObject() { names.formUnion(module.members.keys) }
    return names.sorted()
  }
}

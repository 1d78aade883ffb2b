/// Which warnings a program wants to see, and those that it saw.
package struct WarningState {
  /// What is done with warnings that it fits.
  package struct Filter {
    /// `default`, `always`, `ignore`, `error`, `once` or `module`.
    package var action: String
    /// A regular expression for the start of the text, in any case of letters; empty for all.
    package var message = ""
    /// The class of warnings that it fits, with those made of it.
    package var category: TypeObject
    /// A regular expression for the start of the module's name; empty for all.
    package var module = ""
    /// The line of the warning; 0 for all.
    package var line = 0

    /// A filter for all texts and lines.
    package init(
      action: String, category: TypeObject = ExceptionTypes.type("Warning"), module: String = ""
    ) {
      (self.action, self.category, self.module) = (action, category, module)
    }
  }

  /// The filters of an interactive Python, the first that fits counts.
  private(set) var filters = Self.standard
  /// Where `catch_warnings(record=True)` keeps them instead of showing them.
  package var log: ListObject?
  private var seen: Set<String> = []
  private var seenOfLibraries: Set<String> = []

  private static var standard: [Filter] {
    func type(_ name: String) -> TypeObject { ExceptionTypes.type(name) }
    return [Filter(action: "default", category: type("DeprecationWarning"), module: "__main__$")]
      + ["DeprecationWarning", "PendingDeprecationWarning", "ImportWarning", "ResourceWarning"]
      .map { Filter(action: "ignore", category: type($0)) }
  }

  /// Sets a filter before all others or behind them; what was seen once may be seen again.
  package mutating func add(_ filter: Filter, append: Bool) {
    if append { filters.append(filter) } else { filters.insert(filter, at: 0) }
    (seen, seenOfLibraries) = ([], [])
  }

  /// Takes out all filters, as `resetwarnings`; what was seen once may be seen again.
  package mutating func removeFilters() { (filters, seen, seenOfLibraries) = ([], [], []) }

  /// A new cell: its lines are others. Those of libraries stay the same.
  package mutating func beginCell() { seen = [] }

  /// Whether a warning is one that was not seen yet.
  mutating func isNew(_ key: String) -> Bool { seen.insert(key).inserted }

  /// The same of a library's own.
  mutating func isNewOfLibrary(_ text: String) -> Bool { seenOfLibraries.insert(text).inserted }
}

extension Machine {
  /// Says that another cell begins, whose warnings are new ones.
  package func beginCell() {
    warnings.beginCell()
    callerLines = []
  }

  /// What becomes of a warning: shown, kept, raised or passed over.
  ///
  /// - Parameter line: the program's line.
  package func warn(_ message: InstanceObject, line: Int) throws(PyError) {
    try warn(message, at: sourcePlace(line), key: "\(line)", isOfLibrary: false)
  }

  /// Warns of what a library that is written in Python, or in C, tells of.
  ///
  /// - Parameters:
  ///   - category: the class's name, such as `RuntimeWarning`.
  ///   - place: the library's own line; nil for the program's, where the operation stands that runs.
  package func warn(
    _ category: String, _ text: String, at place: (file: String, line: Int, text: String?)? = nil
  ) throws(PyError) {
    guard let message = try warning(category, text) else { return }
    guard let place else { return try warn(message, line: callLine) }
    try warn(message, at: place, key: "\(place.file) \(place.line)", isOfLibrary: true)
  }

  /// Warns of what a cell's text looks like; nobody keeps whether it was said before.
  func warn(ofSyntax text: String, line: Int) throws(PyError) {
    guard let message = try warning("SyntaxWarning", text) else { return }
    try warn(message, at: sourcePlace(line), key: nil, isOfLibrary: false)
  }

  private func warning(_ category: String, _ text: String) throws(PyError) -> InstanceObject? {
    try call(.object(ExceptionTypes.type(category)), Arguments([.string(text)])).asObject()
  }

  private func warn(
    _ message: InstanceObject, at place: (file: String, line: Int, text: String?),
    key line: String?,
    isOfLibrary: Bool
  ) throws(PyError) {
    let text = try str(.object(message))
    let action = try action(message.kind, text, place.line)
    let key: String
    switch action {
    case "ignore": return
    case "error": throw PyError(message)
    case "always", "all": key = ""
    case "once", "module": key = "\(message.kind.name) \(text)"
    default: key = line.map { "\($0) \(message.kind.name) \(text)" } ?? ""
    }
    guard
      key.isEmpty || (isOfLibrary ? warnings.isNewOfLibrary(key) : warnings.isNew(key))
    else { return }
    if let log = warnings.log {
      return log.items.append(.object(WarningMessage(message, place.file, place.line)))
    }
    var shown = "\(place.file):\(place.line): \(message.kind.name): \(text)\n"
    if let source = place.text?.withoutBlanks, !source.isEmpty {
      shown += "  \(source)\n"
    }
    try emit(shown, toErrors: true)
  }

  private func action(_ kind: TypeObject, _ text: String, _ line: Int) throws(PyError) -> String {
    for filter in warnings.filters
    where kind.isKind(of: filter.category) && (filter.line == 0 || filter.line == line) {
      if try matches(filter.message, text, ignoringCase: true),
        try matches(filter.module, "__main__", ignoringCase: false)
      {
        return filter.action
      }
    }
    return "default"
  }

  private func matches(
    _ pattern: String, _ text: String, ignoringCase: Bool
  ) throws(PyError) -> Bool {
    guard !pattern.isEmpty, let module = modules["re"], let match = module.members["match"] else {
      return true
    }
    var values: [Value] = [.string(pattern), .string(text)]
    if ignoringCase { values.append(module.members["IGNORECASE"] ?? .int(2)) }
    if case .none = try call(match, Arguments(values)) { return false }
    return true
  }

  /// Writes a warning of a library's own, as it is, the same one once.
  package func warn(_ text: String) {
    let user = ExceptionTypes.type("UserWarning")
    guard (try? action(user, text, 0)) != "ignore", warnings.isNewOfLibrary(text) else {
      return
    }
    if let writeError { writeError(text) } else { write(text) }
  }
}

/// What `catch_warnings(record=True)` keeps of a warning.
final class WarningMessage: HostObject {
  private let message: InstanceObject
  private let file: String
  private let line: Int

  init(_ message: InstanceObject, _ file: String, _ line: Int) {
    (self.message, self.file, self.line) = (message, file, line)
  }

  override var hostType: TypeObject { Self.messageType }
  private static let messageType = SharedType(
    "WarningMessage", module: "warnings",
    properties: ["message", "category", "filename", "lineno"])

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "message": .object(message)
    case "category": .object(message.kind)
    case "filename": .string(file)
    case "lineno": .int(line)
    default: nil
    }
  }
}

internal import RunRecords

/// Which directives may change what another one does, as far as sources tell: one that names what was set by
/// an edited one, or by one that names that.
struct SourceReach {
  /// For each name that something edited reaches the edited directives.
  private var reached: [String: Set<String>] = [:]
  /// In the order of the notebook.
  private let edited: [String]

  /// - Parameter tasks: those that stand before the one that is asked for, in order. Cost: the length of their
  ///   sources.
  init(_ edited: Set<String>, in tasks: [TaskRecord]) {
    self.edited = tasks.map(\.id).filter(edited.contains)
    for task in tasks {
      var causes = causes(for: task)
      if edited.contains(task.id) { causes.insert(task.id) }
      if causes.isEmpty { continue }
      for name in task.setNames { reached[name, default: []].formUnion(causes) }
    }
  }

  /// The edited directives that may have changed a task, in order.
  func reaching(_ task: TaskRecord) -> [String] {
    let causes = causes(for: task)
    return edited.filter(causes.contains)
  }

  private func causes(for task: TaskRecord) -> Set<String> {
    // Of an older record the source isn't known.
    guard task.source != nil else { return reached.values.reduce(into: []) { $0.formUnion($1) } }
    return task.usedNames.reduce(into: []) { $0.formUnion(reached[$1] ?? []) }
  }
}

extension TaskRecord {
  /// What directives mean that leave `model` or `data` out: the one that stands before them.
  private static let read = [
    "summary": ["model"], "compile": ["model"], "fit": ["model", "data"],
    "evaluate": ["model", "data"], "predict": ["model", "data"], "figure": ["model", "data"],
  ]
  private static let written = [
    "data": ["data"], "model": ["model"], "compile": ["model"], "fit": ["model"],
  ]

  /// The names in the source, and what a directive means without naming it.
  fileprivate var usedNames: Set<String> {
    let names = Self.names(in: source ?? "")
    return names.union((Self.read[kind] ?? []).filter { !names.contains($0) }.map { " \($0)" })
  }

  /// The names that others may use for what the task set.
  fileprivate var setNames: Set<String> {
    let source = source ?? ""
    if kind == "keras" {
      return source.split(separator: "\n").reduce(into: [id]) { $0.formUnion(Self.set(by: $1)) }
    }
    let written = Self.written[kind] ?? []
    // The model that it trains has a name of its own.
    let others = kind == "fit" || kind == "compile" ? Self.names(in: source) : []
    return others.union([id] + written.map { " \($0)" })
  }

  /// The names that a line of Python may give another meaning: what it assigns or defines, and what a call
  /// on a line of its own is about.
  private static func set(by line: Substring) -> Set<String> {
    let text = line.drop { $0 == " " }
    if ["print(", "plt.", "#"].contains(where: text.hasPrefix) { return [] }
    if text.hasPrefix("def ") || text.hasPrefix("class ") {
      return names(in: text.prefix { $0 != "(" && $0 != ":" })
    }
    let sides = text.split(separator: "=", maxSplits: 1)
    return names(in: sides.first ?? "")
  }

  private static func names(in text: some StringProtocol) -> Set<String> {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    let parts = words + words.flatMap { $0.split(separator: "-") }
    return Set(parts.map { String($0) }.filter { $0.first?.isNumber == false })
      .subtracting(common)
  }

  /// Words that tie nothing together.
  private static let common: Set<String> = [
    "def", "class", "for", "from", "if", "import", "in", "as", "keras", "np", "plt", "print",
    "range",
    "return", "yaml", "python",
  ]
}

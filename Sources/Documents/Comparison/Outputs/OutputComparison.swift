public import Diagnostics
public import RunRecords

/// How one output of a task compares.
public struct OutputComparison: Hashable, Codable, Sendable {
  /// The name by which outputs are partners; unique within a directive.
  public var name: String
  /// The kind of the output; of the second where the kinds differ.
  public var kind: String
  /// The worst of the leaves' verdicts; different where the shapes are, or where one run alone has
  /// the output.
  public var verdict: Verdict
  /// Leaves that differ; those that no longer have a partner stand in `onlyInA` and `onlyInB`.
  public var changes: [LeafChange] = []
  /// Places that the first output alone has.
  public var onlyInA: [[String]] = []
  /// Places that the second output alone has.
  public var onlyInB: [[String]] = []
  /// The second output, where it is a new one or has another shape.
  public var replacement: Output?
  /// Whether the first run alone has the output.
  public var isRemoved = false
  /// Whether the second run alone has the output.
  public var isAdded = false

  /// Whether nothing differs, not even what is of no consequence.
  public var isEmpty: Bool { changes.isEmpty && replacement == nil && !isRemoved }

  /// Whether it is the file of a figure, known from a notebook and not as data.
  var isDrawing: Bool { kind == "text" && Drawing.isName(name) }

  /// Compares two outputs of one name.
  ///
  /// - Parameter language: of the numbers in texts.
  public init(
    _ a: Output, _ b: Output, tolerance: Tolerance = .zero, in language: Language = .english
  ) {
    name = b.name
    kind = b.kindName
    verdict = .equal
    let judge = LeafJudge(kind: kind, name: name, tolerance: tolerance, language: language)
    if Self.shapesAgree(a, b) {
      compareLeaves(a.leaves, b.leaves, judge)
    } else {
      comparePlaces(a.leaves, b.leaves, judge)
      replacement = b
      verdict = .different
    }
  }

  /// An output that one run alone has.
  init(only output: Output, isRemoved: Bool) {
    name = output.name
    kind = output.kindName
    verdict = .different
    self.isRemoved = isRemoved
    isAdded = !isRemoved
    replacement = isRemoved ? nil : output
  }

  private static func shapesAgree(_ a: Output, _ b: Output) -> Bool { a.shape == b.shape }

  private mutating func compareLeaves(
    _ a: [(place: [String], leaf: Leaf)], _ b: [(place: [String], leaf: Leaf)], _ judge: LeafJudge
  ) {
    for (index, (first, second)) in zip(a, b).enumerated() {
      add(first.place, first.leaf, second.leaf, index, judge)
    }
    verdict = changes.map(\.verdict).worst
  }

  private mutating func comparePlaces(
    _ a: [(place: [String], leaf: Leaf)], _ b: [(place: [String], leaf: Leaf)], _ judge: LeafJudge
  ) {
    let first = Dictionary(a.map { ($0.place, $0.leaf) }) { first, _ in first }
    let second = Set(b.map(\.place))
    onlyInA = a.map(\.place).filter { !second.contains($0) }
    onlyInB = b.map(\.place).filter { first[$0] == nil }
    for (place, leaf) in b {
      if let old = first[place] { add(place, old, leaf, nil, judge) }
    }
  }

  private mutating func add(
    _ place: [String], _ a: Leaf, _ b: Leaf, _ index: Int?, _ judge: LeafJudge
  ) {
    if a.isSame(as: b) || judge.isRedrawn(place, a, b) { return }
    changes.append(
      LeafChange(index: index, place: place, a: a, b: b, verdict: judge.verdict(place, a, b)))
  }
}

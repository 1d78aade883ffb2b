internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// How often each class was taken for each.
struct ClassCounts {
  private(set) var classes: [Int]
  /// `[true, said]`.
  private(set) var cells: [Int]
  var size: Int { classes.count }

  /// The names of classes that are texts, by their numbers.
  private var texts: [String] = []

  /// What a call's `y_true` and `y_pred` are, class numbers or texts.
  init(_ call: Call) throws(PyError) {
    let (labels, said, names) = try Self.labels(call)
    let count = Set(labels + said).count
    guard count <= Self.limit else {
      throw call.error(
        "MemoryError", "\(call.name)() of \(count) classes takes too much memory")
    }
    self.init(labels, said)
    texts = names
  }

  /// More classes than any lesson has; their counts are a matrix.
  private static let limit = 5000

  /// The two lists of a call as class numbers; names where the classes are texts.
  static func labels(
    _ call: Call
  ) throws(PyError) -> (labels: [Int], said: [Int], names: [String]) {
    if let found = try texts(call) { return found }
    let (labels, said) = try TableNumbers.pair(call)
    return (labels, said, [])
  }

  /// Texts of both as places in the sorted list of all; nil where they are numbers.
  private static func texts(
    _ call: Call
  ) throws(PyError) -> (labels: [Int], said: [Int], names: [String])? {
    let machine = call.machine
    func read(_ name: String) throws(PyError) -> [String]? {
      let value = call.required(name)
      let items = try machine.array(value)
      guard let first = items.first, first.double == nil,
        try NumPyValue(first, machine).isText
      else { return nil }
      var texts: [String] = []
      for item in items { texts.append(try machine.str(item)) }
      return texts
    }
    guard let truth = try read("y_true"), let said = try read("y_pred") else { return nil }
    guard truth.count == said.count else {
      throw call.error(
        "ValueError",
        "Found input variables with inconsistent numbers of samples: [\(truth.count), \(said.count)]"
      )
    }
    let names = Set(truth + said).sorted()
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return (truth.map { places[$0] ?? 0 }, said.map { places[$0] ?? 0 }, names)
  }

  /// The classes as texts.
  var names: [String] { classes.map { texts.isEmpty ? String($0) : texts[$0] } }

  /// The places of the classes that a call's `labels` name, all where it names none.
  func places(_ call: Call) throws(PyError) -> [Int] {
    guard let given = call.given("labels") else { return Array(0..<size) }
    var places: [Int] = []
    for label in try call.machine.array(given) {
      guard let place = names.firstIndex(of: try call.machine.str(label)) else {
        throw call.error(
          "NotImplementedError",
          "\(call.name)(): labels that no sample has are not supported by Caderno")
      }
      places.append(place)
    }
    return places
  }

  /// The counts of the classes that a call's `labels` name, in their order.
  func only(_ call: Call) throws(PyError) -> ClassCounts {
    let places = try places(call)
    var chosen = self
    chosen.classes = places.map { classes[$0] }
    chosen.cells = places.flatMap { row in places.map { cells[row * size + $0] } }
    return chosen
  }

  init(_ labels: [Int], _ said: [Int]) {
    classes = Set(labels + said).sorted()
    let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    var cells = [Int](repeating: 0, count: classes.count * classes.count)
    for (label, guess) in zip(labels, said) {
      cells[(places[label] ?? 0) * classes.count + (places[guess] ?? 0)] += 1
    }
    self.cells = cells
  }

  func row(_ index: Int) -> Int { cells[index * size..<(index + 1) * size].reduce(0, +) }
  func column(_ index: Int) -> Int { (0..<size).reduce(0) { $0 + cells[$1 * size + index] } }

  /// Shares of rows, columns or all; rows and columns without any count are zeros.
  func shares(_ form: String) -> [Double] {
    cells.enumerated().map { place, count in
      let total =
        form == "true"
        ? row(place / size) : form == "pred" ? column(place % size) : cells.reduce(0, +)
      return total == 0 ? 0 : Double(count) / Double(total)
    }
  }
}

extension NumPyValue {
  /// Whether it is a text.
  fileprivate var isText: Bool {
    switch self {
    case .string, .word: true
    default: false
    }
  }
}

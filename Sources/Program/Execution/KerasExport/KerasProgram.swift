internal import Diagnostics
internal import Networks
internal import Notebooks

/// A lesson in plain Keras, as far as it is written: tasks add their lines, directive by directive.
struct KerasProgram {
  let words: OutputWords
  /// Where data sets' files stand, from the lesson's folder.
  let filesFolder: String
  /// What can't be written in plain Keras.
  private(set) var findings: [Diagnostic] = []
  private(set) var helpers: Set<KerasHelper> = []
  /// The data sets that cells read from a file, by their names.
  private(set) var files: [String: ExportedDataset] = [:]
  /// The data sets and models that are written, by their directives' ids.
  private(set) var datasets: [String: DataTask] = [:]
  private(set) var models: [String: Model] = [:]
  /// Models whose learning rate a fit sets, and Keras 2's decay of their optimizers where they have one.
  private let settable: Set<String>
  private(set) var decays: [String: String] = [:]
  private var names: PythonNames
  /// How later cells write a number that a directive published.
  private var expressions: [String: (ValuePath) -> String] = [:]
  private(set) var lines: [String] = []
  /// The directive that is being written.
  private(set) var id = ""
  private var place = 0..<0

  /// - Parameters:
  ///   - taken: names that the lesson's own cells bind.
  ///   - settable: ids of models whose learning rate a fit sets.
  init(words: OutputWords, filesFolder: String, taken: Set<String>, settable: Set<String>) {
    (self.words, self.filesFolder, self.settable) = (words, filesFolder, settable)
    let own = KerasHelper.allCases.map(\.rawValue) + ["keras", "np", "plt", "tf"] + Self.passing
    names = PythonNames(taken: taken.union(own))
  }

  /// Variables that cells bind anew.
  static let passing = [
    "train_images", "train_labels", "test_images", "test_labels", "order", "captions",
  ]

  /// Begins a directive's cell.
  mutating func begin(_ directive: Directive) {
    (id, place, lines) = (directive.id, directive.kindRange, [])
  }

  mutating func add(_ line: String) { lines.append(line) }

  /// Notes what the directive that is being written makes.
  mutating func define(_ data: DataTask) { datasets[id] = data }

  mutating func define(_ model: Model) { models[id] = model }

  /// An optimizer for a model. Keras 2's decay is a schedule, or a callback where another one sets the rate, which
  /// Keras 3 refuses beside a schedule.
  mutating func optimizer(_ value: ArgumentValue, of modelID: String) -> String {
    decays[modelID] = nil
    guard settable.contains(modelID), let (decay, rest) = value.separatedDecay else {
      return PythonText.text(value, .optimizer)
    }
    decays[modelID] = PythonText.text(decay)
    return PythonText.text(rest, .optimizer)
  }

  /// The call of a helper, which the first cell then defines.
  mutating func call(_ helper: KerasHelper, _ arguments: [String]) -> String {
    helpers.insert(helper)
    helpers.formUnion(helper.needs)
    return "\(helper.rawValue)(\(arguments.joined(separator: ", ")))"
  }

  /// The variable of a directive's result.
  mutating func variable(_ id: String) -> String { names.variable(for: id) }

  /// The variables of a part of a data set.
  mutating func data(_ id: String, _ split: SplitName) -> (x: String, y: String) {
    (variable("\(id)_x_\(split.rawValue)"), variable("\(id)_y_\(split.rawValue)"))
  }

  mutating func data(_ data: DataReference) -> (x: String, y: String) {
    self.data(data.id, data.split)
  }

  /// Says how numbers of the directive that is being written, or of one with an id, are spelled later.
  mutating func publish(as id: String? = nil, _ expression: @escaping (ValuePath) -> String) {
    expressions[id ?? self.id] = expression
  }

  /// A number that an earlier directive published; a variable where a cell did.
  func expression(_ path: ValuePath) -> String { expressions[path.id]?(path) ?? path.name }

  /// Has a data set written into a file beside the lesson.
  ///
  /// - Returns: an expression for one of its arrays, such as `x_train`.
  mutating func file(of dataset: ExportedDataset) -> (String) -> String {
    files[dataset.name] = files[dataset.name].map { $0.union(dataset) } ?? dataset
    let folder = filesFolder
    return { "np.load(\(PythonText.literal("\(folder)/\(dataset.fileName(of: $0))")))" }
  }

  /// Notes that the directive stays out, and why.
  mutating func leaveOut(_ reason: Message) {
    findings.append(Diagnostic(.note, code: "not-exported", at: place, reason))
  }

  /// The lines of the first cell.
  func preamble(seed: Int) -> String {
    let used = KerasHelper.allCases.filter(helpers.contains)
    var imports = ["import keras"]
    if used.contains(where: \.draws) { imports.append("import matplotlib.pyplot as plt") }
    imports.append("import numpy as np")
    if used.contains(where: \.differentiates) { imports.append("import tensorflow as tf") }
    imports += ["", "keras.utils.set_random_seed(\(seed))"]
    return imports.joined(separator: "\n")
      + used.map { "\n\n\n" + $0.code(words) }.joined()
  }
}

/// A data set that no module of Keras' loads, and how much of it a lesson uses: it goes into files.
package struct ExportedDataset: Hashable, Sendable {
  /// The catalog's name.
  package let name: String
  /// How many examples for training are read, from the first.
  package var train: Int
  /// How many examples for tests are read, from the first.
  package var test: Int

  /// The file of one of its arrays, such as `x_train`, in the files' folder.
  package func fileName(of array: String) -> String { "\(name)-\(array).npy" }

  func union(_ other: ExportedDataset) -> ExportedDataset {
    ExportedDataset(name: name, train: max(train, other.train), test: max(test, other.test))
  }
}

internal import Caching
internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import Notebooks
internal import RunRecords
internal import Training
internal import Words

/// All that changes during a run: data sets, models, numbers published so far.
struct Session {
  let settings: RunSettings
  let language: Language
  /// The lesson's seed.
  let seed: Int
  /// The parameters of this run by their names.
  let parameters: [String: OptionValue]
  /// Asked often; true ends the run.
  let isCancelled: () -> Bool
  let observe: (RunEvent) -> Void
  /// Hears of what is finished.
  let journal: RunJournal
  /// Results of earlier runs; nil where none are to be used.
  let results: ResultKeeper?

  /// Data sets that were loaded, by name: two directives over one data set share its bytes.
  var datasets: [String: Dataset] = [:]
  /// Prepared data by the id of its directive.
  var data = KeyedResults(key: \PreparedData.key)
  /// Digests of parts of prepared data, by their keys.
  var sampleDigests: [String: String] = [:]
  /// What computes them, for cells as well.
  let digests = SampleDigests()
  /// Models by the id of their directive.
  var models = KeyedResults(key: \ModelState.key)
  /// The models that directives and cells have made so far.
  private(set) var modelCounts = ModelCounts()
  /// What tells which ones directives alone have made, in their order; nil where they made none.
  private(set) var directiveModels: String?
  /// Those that were made before each cell, since the one before it began.
  private(set) var cellModels: [ModelCounts] = []
  private var newModels = ModelCounts()
  /// Numbers by the id of the directive that published them.
  var values: [String: RecordedValues] = [:]
  /// Histories and predictions that figures draw, by the id of the directive.
  var histories: [String: HistoryOutput] = [:]
  /// Keys of finished directives.
  var keys = KeyedResults(key: \String.self)
  /// What tells the content of data sets that cells mention, by name.
  var cellData: [String: String] = [:]
  /// The cells so far.
  var cells: CellChain
  /// What runs cells, once one had to be run.
  var cellRun: CellInterpreter?
  /// Execution counts as Jupyter has them: of the task that runs, and of the cells so far.
  private(set) var count = 0
  var cellCounts: [Int] = []
  /// That of the keys of cells.
  var cellsVersion = KerasTask.version
  /// The file of a Python script, whose names and warnings are CPython's; nil for notebooks.
  var script: String?
  /// The data sets that were loaded, for the record.
  var dataSets: [DataSetRecord] = []
  /// The directive that runs.
  var scope = TaskScope()

  init(
    settings: RunSettings, language: Language, seed: Int,
    parameters: [(name: String, value: OptionValue)], journal: RunJournal,
    isCancelled: @escaping () -> Bool, observe: @escaping (RunEvent) -> Void
  ) {
    self.journal = journal
    self.settings = settings
    self.language = language
    self.seed = seed
    self.parameters = Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
    cells = CellChain(given: Set(self.parameters.keys))
    self.isCancelled = isCancelled
    self.observe = observe
    results = settings.cache.map { ResultKeeper($0) { observe(.notice($0)) } }
    values[RecordedValues.parameters] = RecordedValues(parameters: parameters)
  }

  /// Counts a task; those that are skipped and empty cells have no count.
  mutating func noteCount(of task: PlannedTask) {
    if case .skip = task.action { return }
    let isEmpty =
      task.directive.kind == KerasDirective.name
      && task.directive.body.allSatisfy(\.isWhitespace)
    if !isEmpty { count += 1 }
  }

  /// Before numerics 4 all models of one architecture were the same.
  mutating func forgetModels() {
    (modelCounts, newModels, directiveModels) = (ModelCounts(), ModelCounts(), nil)
  }

  /// Counts a directive's model in, and tells how many of its architecture were there.
  mutating func count(_ model: Model) -> Int {
    let key = ModelCounts.key(model, seed: currentSeed)
    directiveModels = ResultKey([directiveModels ?? "", key]).digest
    _ = newModels.add(model, seed: currentSeed)
    return modelCounts.add(model, seed: currentSeed)
  }

  /// Counts in what a cell made.
  mutating func add(_ models: ModelCounts) {
    newModels.add(models)
    modelCounts.add(models)
  }

  /// Notes what was made before a cell.
  mutating func noteModelsOfCell() {
    cellModels.append(newModels)
    newModels = ModelCounts()
  }

  var words: OutputWords { language.words }

  /// What a number depends on, for keys: what published it, or a parameter's value.
  func key(of path: ValuePath) -> String {
    if let key = keys[path.id] { return key }
    return path.id == RecordedValues.parameters ? parameters[path.name]?.text ?? "" : ""
  }

  /// What is wrong with a number that a finished task was to publish; nil where it is there.
  func missing(_ path: ValuePath) -> TaskFailure? {
    guard let values = values[path.id], values.value(path.name, row: path.row) == nil else {
      return nil
    }
    guard cells.ids.contains(path.id) else { return .without(path) }
    return TaskFailure(
      .notebook, code: "no-number",
      Message(
        "'\(path.name)' is no number at the end of '\(path.id)'",
        pt: "'\(path.name)' não é um número no fim de '\(path.id)'"),
      hint: Message(
        "numbers are int, float, and arrays and tensors without dimensions: use float(…) or an index",
        pt: "números são int, float, e arranjos e tensores sem dimensões: use float(…) ou um índice"
      ))
  }

  /// The seed for the directive that runs.
  var currentSeed: UInt64 { UInt64(scope.seed ?? seed) }
}

/// What a task knows of its own directive while it runs.
struct TaskScope {
  var id = ""
  var seed: Int?
  /// Set by a task whose outputs are those of an earlier run.
  var isReused = false
  /// The models that the task made itself, where its outputs are kept.
  var models = ModelCounts()
  /// Numbers that the task publishes beside those in its outputs.
  var numbers: [MetricsOutput.Metric] = []
  /// What the task showed under names, and what it changed of other tasks.
  var displays = NamedDisplays()
  /// Data sets that the task's key tells of though it needn't read them.
  var mentionedData: [String] = []
  /// Data sets that the task read itself, by the names that the lesson has for them.
  var dataSets: [String] = []
}

extension TaskFailure {
  /// A number that a directive's outputs lack: a share of nothing, an epoch that never was.
  fileprivate static func without(_ path: ValuePath) -> TaskFailure {
    let text = path.text
    return TaskFailure(
      .notebook, code: "no-number",
      Message(
        "the run gave no number for '\(text)'", pt: "a execução não deu número para '\(text)'"),
      hint: ["precision", "recall"].contains(path.name)
        ? Message(
          "a class without examples has no recall, one that is never predicted no precision",
          pt: "uma classe sem exemplos não tem revocação, uma nunca prevista não tem precisão")
        : path.row == nil
          ? nil
          : Message(
            "a fit that stopped early has fewer epochs",
            pt: "um treino que parou antes tem menos épocas"))
  }
}

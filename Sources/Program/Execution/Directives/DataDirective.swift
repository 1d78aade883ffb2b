internal import Datasets
internal import Diagnostics
internal import Notebooks
internal import Tensors

/// `.data`: loads and prepares a data set.
enum DataDirective: DirectiveKind {
  static let name = "data"
  static let purpose = Message(
    "loads and prepares a data set", pt: "carrega e prepara um conjunto de dados")
  static let options = [
    OptionSpec(
      "dataset", Message("a data set's name", pt: "o nome de um conjunto"),
      Message("which data set", pt: "qual conjunto de dados")),
    OptionSpec(
      "scale", Message("a number such as 1/255", pt: "um número, como 1/255"),
      Message("what each byte is multiplied by", pt: "por quanto cada byte é multiplicado")),
    OptionSpec(
      "reshape", Message("a list of whole numbers", pt: "uma lista de números inteiros"),
      Message("the shape of one example", pt: "a forma de um exemplo")),
    OptionSpec(
      "one_hot", Message("true or false", pt: "true ou false"),
      Message("labels as vectors with a single 1", pt: "rótulos como vetores com um único 1")),
    OptionSpec(
      "limit", Message("a whole number, or {train, test}", pt: "um inteiro, ou {train, test}"),
      Message("takes the first examples only", pt: "usa só os primeiros exemplos")),
    OptionSpec(
      "validation", Message("a fraction or a whole number", pt: "uma fração ou um inteiro"),
      Message("how much of the training part to hold out", pt: "quanto do treino reservar")),
    OptionSpec(
      "shuffle", Message("true or false", pt: "true ou false"),
      Message("shuffles before holding out", pt: "embaralha antes de reservar")),
    OptionSpec(
      "show", Message("a whole number", pt: "um número inteiro"),
      Message("how many examples to show", pt: "quantos exemplos mostrar")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let entry = planner.dataset()
    let scale = planner.scale()
    let isOneHot = planner.reader.bool("one_hot") ?? false
    let shuffles = planner.reader.bool("shuffle") ?? false
    let show = planner.reader.int("show", in: 0...100)?.value ?? 0
    guard let entry else { return nil }
    let shape = planner.shape(of: entry)
    let limits = planner.limits(of: entry)
    let validation = planner.validationCount(of: limits.train)
    let facts = DataFacts(
      dataset: entry.name, inputShape: shape, classNames: entry.classNames, isOneHot: isOneHot,
      counts: SplitCounts(
        train: limits.train - validation, validation: validation, test: limits.test))
    planner.define(.data(facts))
    return DataTask(
      facts: facts, entry: entry, scale: scale, shuffles: shuffles, shown: show)
  }
}

extension TaskPlanner {
  /// The catalog's entry for `dataset`, through the front matter's names.
  fileprivate mutating func dataset() -> DatasetEntry? {
    guard let written = reader.string("dataset") else {
      if directive.option("dataset") == nil { reportMissingDataset() }
      return nil
    }
    let name = context.dataAliases[written.value] ?? written.value
    if let entry = DatasetCatalog.entry(named: name) { return entry }
    let known = DatasetCatalog.all.map(\.name)
    report(
      Diagnostic(
        code: "unknown-dataset", at: written.range,
        Message("unknown data set '\(name)'", pt: "conjunto de dados desconhecido '\(name)'"),
        hint: nearest(to: name, among: known).map(OptionReader.didYouMean)
          ?? OptionReader.choices(known)))
    return nil
  }

  private mutating func reportMissingDataset() {
    report(
      Diagnostic(
        code: "missing-option", at: directive.kindRange,
        Message("'.data' needs the option 'dataset'", pt: "'.data' precisa da opção 'dataset'"),
        hint: OptionReader.choices(DatasetCatalog.all.map(\.name))))
  }

  /// What each byte is multiplied by.
  fileprivate mutating func scale() -> Double {
    guard let scale = reader.number("scale") else { return 1.0 / 255 }
    if scale.value < 1e-6 || scale.value > 1e6 {
      report(
        Diagnostic(
          code: "out-of-range", at: scale.range,
          Message("'scale' must be above 0", pt: "'scale' precisa ser maior que 0")))
    }
    return scale.value
  }

  /// The shape of one example, `reshape` applied.
  fileprivate mutating func shape(of entry: DatasetEntry) -> Shape {
    guard let wanted = reader.ints("reshape", in: 1...1_048_576) else { return entry.imageShape }
    let shape = Shape(wanted.value)
    var count = 1
    for extent in wanted.value { count = min(count * extent, 1 << 40) }
    if wanted.value.isEmpty || count != entry.imageShape.count {
      report(
        Diagnostic(
          code: "shape-mismatch", at: wanted.range,
          Message(
            "\(entry.imageShape) has \(entry.imageShape.count) numbers, \(shape) has \(count)",
            pt: "\(entry.imageShape) tem \(entry.imageShape.count) números, \(shape) tem \(count)"))
      )
      return entry.imageShape
    }
    return shape
  }

  /// How many examples of each part are used.
  fileprivate mutating func limits(of entry: DatasetEntry) -> (train: Int, test: Int) {
    var limits = (train: entry.trainCount, test: entry.testCount)
    guard let value = reader.value("limit") else { return limits }
    switch value.kind {
    case .int:
      if let limit = reader.int("limit", in: 1...Int.max) {
        limits.train = min(limits.train, limit.value)
      }
    case .mapping(let entries):
      for part in entries {
        guard case .int(let count) = part.value.kind, count >= 1,
          ["train", "test"].contains(part.name)
        else {
          reportLimit(part.value)
          continue
        }
        if part.name == "train" { limits.train = min(limits.train, count) }
        if part.name == "test" { limits.test = min(limits.test, count) }
      }
    default: reportLimit(value)
    }
    return limits
  }

  private mutating func reportLimit(_ value: OptionValue) {
    reader.reportForm(
      "limit", value,
      expected: Message(
        "a whole number from 1, or {train: N, test: N}",
        pt: "um número inteiro a partir de 1, ou {train: N, test: N}"))
  }

  /// How many training examples are held out.
  fileprivate mutating func validationCount(of train: Int) -> Int {
    guard let value = reader.number("validation") else { return 0 }
    let isShare = value.value < 1
    let count = Int(exactly: isShare ? (Double(train) * value.value).rounded() : value.value)
    guard let count, count >= 0, count < train else {
      report(
        Diagnostic(
          code: "out-of-range", at: value.range,
          Message(
            "'validation' must be a fraction below 1, or a whole number below \(train)",
            pt: "'validation' precisa ser uma fração abaixo de 1, ou um inteiro abaixo de \(train)")
        ))
      return 0
    }
    return count
  }
}

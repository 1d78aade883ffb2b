internal import PythonRuntime
internal import Networks
internal import Tensors
internal import Texts

/// `model.summary()` as Keras 3 prints it.
struct ModelSummaryText {
  private let model: ModelObject
  private let machine: Machine
  /// Numbers that training moves, and the others.
  private let counts: (trainable: Int, others: Int)

  private let form: Form

  /// What a program may ask of a summary.
  struct Form {
    /// Whether a column says which layers are trained.
    var showsTrainable = false
    /// Whether the layers of models among the layers are listed behind them.
    var expandsNested = false
    /// How many characters a line has; nil for Keras' choice.
    var length: Int?
    /// Where each column ends, as shares of a line; nil for Keras' choice.
    var positions: [Double]?
    /// The names of the first and the last layer that are listed; nil for all.
    var range: [String]?
  }

  init(_ model: ModelObject, _ form: Form = Form(), _ machine: Machine) throws(PyError) {
    self.model = model
    self.machine = machine
    self.form = form
    counts = try model.parameterCounts(machine)
  }

  var text: String {
    let links = model.isSequential ? nil : GraphLinks(model)
    var table = SummaryTable(
      headings: headings(links), positions: positions(links), length: form.length ?? 76)
    if form.showsTrainable { table.center = table.widths.count - 1 }
    let all = shown.flatMap { rows($0, links, depth: 0) }
    return "Model: \"\(model.name)\"\n" + table.text(all) + totals
  }

  /// The layers that are listed, from the first whose name begins like one end of the range to the last whose name
  /// begins like the other.
  private var shown: ArraySlice<LayerObject> {
    guard let range = form.range,
      let first = model.layers.firstIndex(where: { $0.name.hasPrefix(range[0]) }),
      let last = model.layers.lastIndex(where: { $0.name.hasPrefix(range[1]) }), first <= last
    else { return model.layers[...] }
    return model.layers[first...last]
  }

  private func headings(_ links: GraphLinks?) -> [String] {
    ["Layer (type)", "Output Shape", "Param #"] + (links == nil ? [] : ["Connected to"])
      + (form.showsTrainable ? ["Trainable"] : [])
  }

  private func positions(_ links: GraphLinks?) -> [Double] {
    let positions =
      form.positions ?? (links == nil ? [0.45, 0.80, 1.0] : [0.3, 0.56, 0.74, 1.0])
    return form.showsTrainable ? positions.map { $0 * 0.90 } + [1.0] : positions
  }

  /// A layer's row, and those of the layers inside of it where they are asked for.
  private func rows(_ layer: LayerObject, _ links: GraphLinks?, depth: Int) -> [[String]] {
    let own = row(layer, links, depth: depth)
    guard form.expandsNested, case .model(let inner) = layer.content else { return [own] }
    return [own] + inner.layers.flatMap { rows($0, links, depth: depth + 1) }
  }

  private func row(_ layer: LayerObject, _ links: GraphLinks?, depth: Int) -> [String] {
    let count = Self.count(layer)
    let prefix = depth == 0 ? "" : String(repeating: "   ", count: depth) + "└ "
    var cells = [
      "\(prefix)\(layer.name) (\(layer.className))", layer.output.map(\.tensorShape.batched) ?? "?",
      model.inputs.isEmpty ? "0 (unbuilt)" : Self.grouped(count),
    ]
    if case .input(let shape) = layer.content {
      (cells[1], cells[2]) = (shape.batched, "0")
    }
    if let links { cells.append(depth == 0 ? links.text(of: layer) : "-") }
    if form.showsTrainable { cells.append(count == 0 ? "-" : Self.isTrainable(layer) ? "Y" : "N") }
    return cells
  }

  private static func isTrainable(_ layer: LayerObject) -> Bool {
    if case .model(let inner) = layer.content { return inner.isTrainable }
    return layer.isTrainable
  }

  static func count(_ layer: LayerObject) -> Int {
    if case .model(let inner) = layer.content {
      return inner.layers.map { count($0) }.reduce(0, +)
    }
    return (layer.specs + layer.wrapped.flatMap(\.specs)).map(\.shape.count).reduce(0, +)
  }

  /// How many numbers the optimizer keeps.
  private func kept(_ state: OptimizerState) -> Int {
    guard let runner = model.engines[.training]?.runner else {
      return state.slots.map(\.count).reduce(0, +)
    }
    return OptimizerState.count(runner.optimizer, runner.model)
  }

  private var totals: String {
    let (trainable, others) = counts
    // Keras counts the step and the learning rate as well, and a product that Nadam keeps.
    let isNadam = model.compilation?.optimizer.call.name.lowercased() == "nadam"
    // Without a weight to train an optimizer isn't built, and has none of them.
    let slots = model.optimizerState.flatMap { state in
      trainable > 0 || !state.slots.isEmpty ? kept(state) + (isNadam ? 3 : 2) : nil
    }
    let wide = model.ownLayers.flatMap(\.specs).count { $0.name == "count" }
    var lines = [
      " Total params: \(amount(trainable + others + (slots ?? 0), wide: wide + (slots == nil ? 0 : 1)))",
      " Trainable params: \(amount(trainable))",
      " Non-trainable params: \(amount(others, wide: wide))",
    ]
    if let slots { lines.append(" Optimizer params: \(amount(slots, wide: 1))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A count of numbers and their size in memory.
  ///
  /// - Parameter wide: how many of them have 64 bits, as an optimizer's step has.
  private func amount(_ count: Int, wide: Int = 0) -> String {
    var (size, unit) = (Double((count + wide) * 4), "B")
    for next in ["KB", "MB", "GB"] where size >= 1024 { (size, unit) = (size / 1024, next) }
    return "\(Self.grouped(count)) (\(FloatText.fixed(size, 2)) \(unit))"
  }

  /// Digits in groups of three.
  static func grouped(_ count: Int) -> String {
    (count < 0 ? "-" : "") + DigitText.grouped(String(count.magnitude))
  }
}

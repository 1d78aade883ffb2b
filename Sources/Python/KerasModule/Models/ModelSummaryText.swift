internal import PythonRuntime
internal import Networks
internal import Tensors
internal import Texts

/// `model.summary()` as Keras 3 prints it.
struct ModelSummaryText {
  private let model: ModelObject
  private let machine: Machine
  private let lowered: LoweredModel?

  /// Whether a column says which layers are trained.
  private let showsTrainable: Bool

  init(
    _ model: ModelObject, showsTrainable: Bool = false, _ machine: Machine
  ) throws(PyError) {
    self.model = model
    self.machine = machine
    self.showsTrainable = showsTrainable
    lowered = model.inputs.isEmpty ? nil : try model.lowered(machine)
  }

  var text: String {
    let links = model.isSequential ? nil : GraphLinks(model)
    var table = SummaryTable(
      headings: ["Layer (type)", "Output Shape", "Param #"],
      widths: showsTrainable ? [27, 21, 10] : [31, 22, 13])
    if links != nil {
      table.headings.append("Connected to")
      table.widths = showsTrainable ? [17, 15, 9, 14] : [19, 17, 10, 17]
    }
    if showsTrainable {
      table.headings.append("Trainable")
      table.widths.append(5)
      table.center = table.widths.count - 1
    }
    return "Model: \"\(model.name)\"\n" + table.text(model.layers.map { row($0, links) }) + totals
  }

  private func row(_ layer: LayerObject, _ links: GraphLinks?) -> [String] {
    let count = Self.count(layer)
    var cells = [
      "\(layer.name) (\(layer.className))", layer.output.map(\.tensorShape.batched) ?? "?",
      lowered == nil ? "0 (unbuilt)" : Self.grouped(count),
    ]
    if !model.isSequential, case .input(let shape) = layer.content {
      (cells[1], cells[2]) = (shape.batched, "0")
    }
    if let links { cells.append(links.text(of: layer)) }
    if showsTrainable { cells.append(count == 0 ? "-" : Self.isTrainable(layer) ? "Y" : "N") }
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
    return layer.specs.map(\.shape.count).reduce(0, +)
  }

  private var totals: String {
    let trainable = lowered?.model.trainableCount ?? 0
    let others = lowered?.model.nonTrainableCount ?? 0
    // Keras counts the step and the learning rate as well, and a product that Nadam keeps.
    let isNadam = model.compilation?.optimizer.call.name.lowercased() == "nadam"
    let slots = model.optimizerState.map {
      $0.slots.map(\.count).reduce(0, +) + (isNadam ? 3 : 2)
    }
    var lines = [
      " Total params: \(amount(trainable + others + (slots ?? 0), isWide: slots != nil))",
      " Trainable params: \(amount(trainable))", " Non-trainable params: \(amount(others))",
    ]
    if let slots { lines.append(" Optimizer params: \(amount(slots, isWide: true))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A count of numbers and their size in memory.
  ///
  /// - Parameter isWide: whether one of them, an optimizer's step, has 64 bits.
  private func amount(_ count: Int, isWide: Bool = false) -> String {
    var (size, unit) = (Double(count * 4 + (isWide ? 4 : 0)), "B")
    for next in ["KB", "MB", "GB"] where size >= 1024 { (size, unit) = (size / 1024, next) }
    return "\(Self.grouped(count)) (\(FloatText.fixed(size, 2)) \(unit))"
  }

  /// Digits in groups of three.
  static func grouped(_ count: Int) -> String {
    (count < 0 ? "-" : "") + DigitText.grouped(String(count.magnitude))
  }
}

/// A table in the box drawing that Keras 3 uses.
struct SummaryTable {
  var headings: [String]
  var widths: [Int]
  /// The column whose texts stand to the right.
  var right = 2
  /// The column whose texts stand in the middle.
  var center: Int?

  func text(_ rows: [[String]]) -> String {
    let shown = zip(headings, widths).map { Self.wrap($0, $1)[0] }
    var lines = [line("┏", "┳", "┓", "━"), cells(shown, "┃"), line("┡", "╇", "┩", "━")]
    for (index, row) in rows.enumerated() {
      if index > 0 { lines.append(line("├", "┼", "┤", "─")) }
      let wrapped = zip(row, widths).map { Self.wrap($0, $1) }
      for part in 0..<(wrapped.map(\.count).max() ?? 0) {
        lines.append(cells(wrapped.map { part < $0.count ? $0[part] : "" }, "│"))
      }
    }
    return (lines + [line("└", "┴", "┘", "─")]).joined(separator: "\n") + "\n"
  }

  private func line(_ left: String, _ middle: String, _ right: String, _ dash: String) -> String {
    left + widths.map { String(repeating: dash, count: $0 + 2) }.joined(separator: middle) + right
  }

  private func cells(_ texts: [String], _ bar: String) -> String {
    bar
      + zip(texts, widths).enumerated().map { index, cell in
        let spare = max(cell.1 - cell.0.count, 0)
        let before = index == right ? spare : index == center ? spare / 2 : 0
        return String(repeating: " ", count: 1 + before) + cell.0
          + String(repeating: " ", count: 1 + spare - before)
      }.joined(separator: bar) + bar
  }

  /// Words in lines of a width; a longer word ends in an ellipsis.
  private static func wrap(_ text: String, _ width: Int) -> [String] {
    if text.count <= width { return [text] }
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ").map(String.init) {
      if !current.isEmpty, current.count + 1 + word.count <= width {
        current += " \(word)"
      } else {
        if !current.isEmpty { lines.append(current) }
        current = word.count <= width ? word : String(word.prefix(width - 1)) + "…"
      }
    }
    return lines + [current]
  }
}

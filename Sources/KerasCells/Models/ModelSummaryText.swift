internal import Cells
internal import Networks
internal import Tensors

/// `model.summary()` as Keras 3 prints it.
struct ModelSummaryText {
  private let model: ModelObject
  private let machine: Machine
  private let lowered: LoweredModel?

  init(_ model: ModelObject, _ machine: Machine) throws(PyError) {
    self.model = model
    self.machine = machine
    lowered = model.inputs.isEmpty ? nil : try model.lowered(machine)
  }

  var text: String {
    let rows = model.layers.map { layer in
      [
        "\(layer.name) (\(layer.className))",
        layer.output.map(\.tensorShape.batched) ?? "?",
        lowered == nil ? "0 (unbuilt)" : Self.grouped(Self.count(layer)),
      ]
    }
    let shown =
      model.isSequential || model.inputs.isEmpty
      ? rows
      : rows.enumerated().map { index, row in
        if case .input(let shape) = model.layers[index].content {
          return [row[0], shape.batched, "0"]
        }
        return row
      }
    if !model.isSequential, let links = GraphLinks(model) {
      return "Model: \"\(model.name)\"\n"
        + SummaryTable(
          headings: ["Layer (type)", "Output Shape", "Param #", "Connected to"],
          widths: [19, 17, 10, 17], right: 2
        ).text(zip(shown, model.layers).map { $0 + [links.text(of: $1)] }) + totals
    }
    return "Model: \"\(model.name)\"\n"
      + SummaryTable(
        headings: ["Layer (type)", "Output Shape", "Param #"], widths: [31, 22, 13]
      ).text(shown) + totals
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
    return "\(Self.grouped(count)) (\(FormattedNumber.fixed(size, 2)) \(unit))"
  }

  /// Digits in groups of three.
  static func grouped(_ count: Int) -> String {
    var text = ""
    for (place, digit) in String(count).reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3), digit != "-" { text += "," }
      text.append(digit)
    }
    return String(text.reversed())
  }
}

/// A table in the box drawing that Keras 3 uses.
struct SummaryTable {
  let headings: [String]
  let widths: [Int]
  /// The column whose texts stand to the right.
  var right = 2

  func text(_ rows: [[String]]) -> String {
    var lines = [line("┏", "┳", "┓", "━"), cells(headings, "┃"), line("┡", "╇", "┩", "━")]
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
        let gap = String(repeating: " ", count: max(cell.1 - cell.0.count, 0))
        return index == right ? " \(gap)\(cell.0) " : " \(cell.0)\(gap) "
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

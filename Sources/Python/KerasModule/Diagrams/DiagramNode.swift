internal import PythonRuntime
internal import Networks
internal import Tensors

/// A layer's box in a drawing of a model: a black header, and white cells below it.
struct DiagramNode {
  /// A text of which a part is bold.
  struct Cell {
    var before = ""
    let bold: String
    var after = ""

    /// What it takes in Helvetica of this size.
    func width(_ size: Double) -> Double {
      HelveticaWidth.of(before + after, size) + 1.06 * HelveticaWidth.of(bold, size)
    }
  }

  let header: Cell
  /// Rows of cells that stand beside each other.
  let rows: [[Cell]]

  static let headerSize = 14.0
  static let rowSize = 12.0
  static let headerHeight = 34.0
  static let rowHeight = 31.0
  private static let padding = 9.0

  /// What of a layer is shown.
  struct Options {
    var names = true
    var shapes = false
    var activations = false
    var types = false
  }

  init(_ layer: LayerObject, _ options: Options) {
    header =
      options.names
      ? Cell(bold: layer.name, after: " (\(layer.className))") : Cell(bold: layer.className)
    var rows: [[Cell]] = []
    if options.activations, let name = layer.activationName {
      rows.append([Cell(before: "Activation: ", bold: name)])
    }
    var cells: [Cell] = []
    if options.shapes {
      if case .input = layer.content {
      } else {
        cells.append(Cell(before: "Input shape: ", bold: layer.inputShapeText))
      }
      cells.append(
        Cell(before: "Output shape: ", bold: layer.output?.tensorShape.batched ?? "?"))
    }
    if options.types { cells.append(Cell(before: "Output dtype: ", bold: "float32")) }
    self.rows = cells.isEmpty ? rows : rows + [cells]
  }

  /// The widths of the cells of a row, which share the box's width.
  func widths(ofRow row: [Cell]) -> [Double] {
    let wanted = row.map { $0.width(Self.rowSize) + 2 * Self.padding }
    let extra = (width - wanted.reduce(0, +)) / Double(row.count)
    return wanted.map { $0 + extra }
  }

  var width: Double {
    let headerWidth = header.width(Self.headerSize) + 2 * Self.padding
    let rowWidths = rows.map { row in
      row.map { $0.width(Self.rowSize) + 2 * Self.padding }.reduce(0, +)
    }
    return ([headerWidth] + rowWidths).max() ?? headerWidth
  }

  var height: Double { Self.headerHeight + Self.rowHeight * Double(rows.count) }
}

extension LayerObject {
  /// The name of the function that a layer applies at the end; nil for layers without one.
  fileprivate var activationName: String? {
    guard case .engine(_, let layer) = content, let function = layer.activation else { return nil }
    return Swift.type(of: function).aliases.first ?? "linear"
  }

  /// The shape of what the layer takes, or the list of them.
  fileprivate var inputShapeText: String {
    guard let output else { return "?" }
    let shapes = output.inputs.map(\.tensorShape.batched)
    return shapes.count == 1 ? shapes[0] : "[" + shapes.joined(separator: ", ") + "]"
  }
}

/// About what texts take in Helvetica.
private enum HelveticaWidth {
  static func of(_ text: String, _ size: Double) -> Double {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "i", "j", "l", "t", "f", " ", ".", ",", ":", "'": 0.28
      case "(", ")", "[", "]", "r", "-": 0.34
      case "m", "w", "M", "W": 0.83
      case "A"..."Z": 0.69
      default: 0.556
      }
    }.reduce(0, +) * size
  }
}

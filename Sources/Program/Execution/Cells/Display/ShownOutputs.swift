internal import Digests
internal import PythonRuntime
internal import MatplotlibModule
internal import RunRecords
internal import Tables

/// What a cell showed, in order: printed text, pictures, its last value.
final class ShownOutputs {
  /// How something comes to be shown.
  enum Place {
    /// As the value of the cell's last expression.
    case result
    /// By the program, under a name by which it may be changed.
    case display(id: String?)
    /// In the place of what has a name.
    case update(id: String)
  }

  private let shown: PartialOutputs
  /// Figures that are open are shown when the cell ends.
  var plots: PlotSession?
  /// The code of the cell that runs, and how many names of displays were made up for it.
  private var code = ""
  private var madeDisplays = 0
  /// The first exception that didn't end the cell, and how many outputs were before it.
  private(set) var failure: (error: PyError, place: Int)?

  init(_ shown: PartialOutputs = PartialOutputs()) { self.shown = shown }

  var outputs: TaskOutputs { shown.outputs }
  var outputsBeforeError: TaskOutputs { shown.outputsBeforeError }

  /// Begins another cell.
  func begin(_ code: String, areHidden: Bool) {
    shown.clear(areHidden: areHidden)
    (self.code, madeDisplays, failure) = (code, 0, nil)
  }

  /// `clear_output()`.
  func clearShown(waits: Bool) { shown.clearShown(waits: waits) }

  /// A name that no program gives; the same wherever the cell stands.
  func newDisplay() -> String {
    madeDisplays += 1
    return "\(Self.madeUp(by: code))\(madeDisplays)"
  }

  /// How the names begin that are made up for a cell's displays.
  static func madeUp(by code: String) -> String {
    "\u{0}\(ResultKey([code]).digest.prefix(16))/"
  }

  static func isMadeUp(_ display: String) -> Bool { display.hasPrefix("\u{0}") }

  /// Adds printed text; gives what is new of it to whoever watches.
  func write(_ part: String, isError: Bool) -> String { shown.write(part, isError: isError) }

  func flush(isError: Bool) { shown.flush(isError: isError) }

  /// A value in all its forms.
  func show(_ value: DisplayedValue, as place: Place) {
    let isResult = if case .result = place { true } else { false }
    var forms = ShownForms(isResult: isResult, forms: value.forms, metadata: value.metadata)
    let bytes = value.plain.utf8.count + value.forms.values.reduce(0) { $0 + $1.utf8.count }
    switch value.content {
    case nil:
      let more = forms.forms.isEmpty && forms.metadata == nil ? nil : forms
      add(isResult ? "value" : "display", bytes, place) {
        .text(TextOutput(name: $0, text: value.plain, shown: more))
      }
    case .table(let table)?:
      forms.forms["text/plain"] = value.plain
      let cells = table.columns.reduce(0) { $0 + $1.cells.count }
      add("table", 64 * cells + bytes, place) {
        .table(TableOutput(table, name: $0, shown: forms))
      }
    case .figure(let figure)?:
      add("figure", Self.bytes(figure) + bytes, place) {
        .figure(FigureOutput(figure, name: $0, shown: isResult ? forms : nil))
      }
    case .drawing(let svg, let alt)?:
      let drawing = Figure.Drawing(svg: SVGFile(svg), plain: value.plain)
      let figure = Figure(panels: [.init(.drawing(drawing))])
      if forms.forms["image/svg+xml"] == svg { forms.forms["image/svg+xml"] = nil }
      add("figure", svg.utf8.count + bytes, place) {
        .figure(FigureOutput(name: $0, figure: figure, alt: alt, shown: forms))
      }
    }
  }

  private func add(
    _ stem: String, _ bytes: Int, _ place: Place, _ make: (String) -> Output
  ) {
    switch place {
    case .result: shown.add(stem, bytes: bytes, make)
    case .display(let id): shown.add(stem, bytes: bytes, display: id, make)
    case .update(let id): shown.update(id, stem, bytes: bytes, make)
    }
  }

  /// What a form of a value raised: the cell goes on to its end, and fails then.
  func note(_ errors: [PyError], _ machine: Machine) {
    for error in errors {
      if failure == nil {
        flush(isError: false)
        failure = (error, outputsBeforeError.count)
      } else {
        let output = ErrorOutput(code: error.kind, message: error.text(machine))
        shown.add("error", bytes: output.message.utf8.count) { _ in .error(output) }
      }
    }
  }

  /// Ends the cell.
  func finish() { plots?.flush() }

  /// An open figure of pyplot.
  func show(_ figure: PlotSession.Shown) {
    guard !figure.svg.isEmpty else {
      return shown.add("display", bytes: figure.summary.utf8.count) {
        .text(TextOutput(name: $0, text: figure.summary))
      }
    }
    shown.add("figure", bytes: Self.bytes(figure)) {
      .figure(FigureOutput(figure, name: $0, shown: nil))
    }
  }

  private static func bytes(_ figure: PlotSession.Shown) -> Int {
    figure.svg.utf8.count + 32 * figure.series.reduce(0) { $0 + $1.x.count }
  }
}

extension FigureOutput {
  /// A figure of Matplotlib's.
  fileprivate init(_ figure: PlotSession.Shown, name: String, shown: ShownForms?) {
    let series = figure.series.map {
      Figure.Series(label: $0.label, style: .init($0.kind), x: $0.x, y: $0.y)
    }
    let axes = figure.axes.map { axes in
      let pictures = axes.series.filter { figure.series[$0].kind == .image }
      return Figure.Drawing.Axes(
        title: axes.title, xLabel: axes.xLabel, yLabel: axes.yLabel, names: axes.names,
        series: axes.series.filter { !pictures.contains($0) }, pictures: pictures)
    }
    let drawing = Figure.Drawing(
      svg: SVGFile(figure.svg), series: series, axes: axes, plain: figure.summary)
    self.init(
      name: name, figure: Figure(panels: [.init(.drawing(drawing))]), alt: figure.alt,
      shown: shown)
  }
}

extension Figure.Series.Style {
  /// The pixels of an image are a line, one after the other.
  fileprivate init(_ kind: PlotSession.Shown.Series.Kind) {
    self =
      switch kind {
      case .line, .image: .line
      case .points: .points
      case .bars: .bars
      }
  }
}

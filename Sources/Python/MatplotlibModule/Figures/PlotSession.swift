internal import PythonRuntime
internal import Matplotlib

/// pyplot's state: the figures of a program, and which of them is drawn in.
package final class PlotSession {
  private let show: (Shown) -> Void
  private(set) var figures: [(number: Int, figure: FigureObject)] = []
  private var names: [String: Int] = [:]
  private(set) var currentAxes: PlotAxes?
  /// How figures look that are made from now on.
  var look = PlotLook()
  private(set) lazy var settings = SettingsObject(self)

  /// Whether a line's places beyond its last number are left out, and said to be.
  package var cutsLines = false

  /// A session without figures.
  ///
  /// - Parameter show: told of each figure that is shown, in their order.
  package init(show: @escaping (Shown) -> Void) { self.show = show }

  /// The figure that is drawn in; a new one where there is none.
  func figure(_ machine: Machine) throws(PyError) -> FigureObject {
    if let last = figures.last { return last.figure }
    return try newFigure(nil, size: nil, machine)
  }

  /// `figure(num, figsize)`: the figure of a number, or a new one.
  func newFigure(
    _ name: Value?, size: [Double]?, sizeText: String? = nil, _ machine: Machine
  ) throws(PyError) -> FigureObject {
    let number = try number(name, machine)
    if let number, let place = figures.firstIndex(where: { $0.number == number }) {
      figures.append(figures.remove(at: place))
      currentAxes = figures[figures.count - 1].figure.figure.axes.last
      return figures[figures.count - 1].figure
    }
    let next = (figures.map(\.number).max() ?? 0) + 1
    let extent = size ?? look.figureSize
    guard extent.count == 2, extent.allSatisfy({ $0 >= 0 && $0 <= 200 }) else {
      throw machine.error(
        "ValueError", "figure size must be positive finite not \(sizeText ?? "\(extent)")")
    }
    guard figures.count < 200 else {
      throw machine.error("RuntimeError", "more than 200 figures are open")
    }
    let made = FigureObject(PlotFigure(width: extent[0], height: extent[1]), self)
    (made.figure.dotsPerInch, made.figure.face) = (look.dotsPerInch, look.figureFace)
    (made.figure.spacing, made.figure.isTight) = (look.spacing, look.isTight)
    figures.append((number ?? next, made))
    currentAxes = nil
    return made
  }

  /// The axes that are drawn in.
  func axes(_ machine: Machine) throws(PyError) -> PlotAxes {
    if let currentAxes { return currentAxes }
    let cell = PlotCell(rows: 1, columns: 1, row: 0...0, column: 0...0)
    return try select(cell, in: figure(machine))
  }

  /// A figure's number by its number or name.
  private func number(_ name: Value?, _ machine: Machine) throws(PyError) -> Int? {
    guard let name else { return nil }
    if let figure: FigureObject = name.asObject() { return number(of: figure) }
    guard case .string(let text) = name else { return try machine.integer(name, "num") }
    if let known = names[text] { return known }
    let next = (figures.map(\.number).max() ?? 0) + 1
    names[text] = next
    return next
  }

  func number(of figure: FigureObject) -> Int? {
    figures.first { $0.figure === figure }?.number
  }

  /// Axes that are drawn in from now on, and their figure with them.
  func select(_ axes: PlotAxes) {
    currentAxes = axes
    let place = figures.firstIndex { $0.figure.figure.axes.contains { $0 === axes } }
    if let place { figures.append(figures.remove(at: place)) }
  }

  func remove(_ axes: PlotAxes, from owner: FigureObject) {
    owner.figure.axes.removeAll { $0 === axes }
    if currentAxes === axes { currentAxes = owner.figure.axes.last }
  }

  /// The last image or points of the current axes whose colors stand for numbers.
  var currentImage: MappedObject? {
    guard let axes = currentAxes,
      let place = axes.artists.lastIndex(where: { $0.mapping != nil })
    else { return nil }
    let isPoints = if case .points = axes.artists[place] { true } else { false }
    return MappedObject(axes, place, isPoints ? .points : .image)
  }

  /// The axes at a cell of a figure, from now on those that are drawn in.
  func select(_ cell: PlotCell, in owner: FigureObject) -> PlotAxes {
    let count = owner.figure.axes.count
    let axes = owner.figure.axes(at: cell)
    if owner.figure.axes.count > count { look.apply(to: axes) }
    currentAxes = axes
    return axes
  }

  /// `show()`: all figures, which are then gone.
  package func flush() {
    let open = figures.map(\.figure.figure)
    figures = []
    currentAxes = nil
    for figure in open { show(Shown(figure)) }
  }

  func close(_ figure: FigureObject) {
    figures.removeAll { $0.figure === figure }
    currentAxes = figures.last?.figure.figure.axes.last
  }

  func close(number: Int) {
    figures.removeAll { $0.number == number }
    currentAxes = figures.last?.figure.figure.axes.last
  }

  func close(all: Bool) {
    if all { figures = [] } else { _ = figures.popLast() }
    currentAxes = figures.last?.figure.figure.axes.last
  }
}

/// Holds a machine's pyplot session.
final class PlotSessionObject: Object {
  let session: PlotSession
  init(_ session: PlotSession) { self.session = session }
}

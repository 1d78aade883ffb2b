/// Axes that have the same limits.
package final class PlotShareGroup {
  private struct Member {
    weak var axes: PlotAxes?
  }

  private var list: [Member] = []

  /// A group of no axes.
  package init() {}

  /// Adds axes, which the group doesn't keep alive.
  package func add(_ axes: PlotAxes) { list.append(Member(axes: axes)) }

  var members: [PlotAxes] { list.compactMap(\.axes) }
}

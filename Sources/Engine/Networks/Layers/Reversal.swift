package import Tensors

/// The steps of a row in their opposite order: what a layer that goes backwards takes.
package struct Reversal: MovingLayer {
  /// No parameters: graphs make it with ``init()``, and no catalog has it.
  package static let signature = Signature("Reversal")

  /// A reversal, which takes no arguments.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {}

  /// A reversal of the first axis.
  package init() {}

  /// The shape of what it turns around.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { input }

  func map(for input: Shape) -> IndexMap {
    let row = input.count / max(input[0], 1)
    return IndexMap(
      sources: (0..<input[0]).reversed().flatMap { step in
        Int32(step * row)..<Int32((step + 1) * row)
      })
  }
}

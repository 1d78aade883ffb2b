/// A part of one trainable weight that a thread sums up and moves on its own.
struct UpdatePiece: Sendable {
  /// Index of the weight, and of its first slot among the optimizer's.
  let weight: Int
  let slot: Int
  /// The part of the weight's numbers; whole rows where the gradient is transposed
  /// or a batch's.
  let range: Range<Int>

  /// Floats that a piece should have: a few pages, so that it stays in the first cache.
  private static let size = 4096

  static func pieces(of parameters: [PlanParameter], slotCount: Int) -> [UpdatePiece] {
    var slot = 0
    var pieces: [UpdatePiece] = []
    for (index, parameter) in parameters.enumerated() where parameter.isTrainable {
      let row =
        parameter.transposedRows.map { parameter.count / max($0, 1) }
        ?? parameter.batchGradient?.outputs ?? 1
      let size = parameter.batchGradient == nil ? Self.size : 4 * Self.size
      let step = max(size / max(row, 1), 1) * max(row, 1)
      for start in stride(from: 0, to: parameter.count, by: step) {
        let end = min(start + step, parameter.count)
        pieces.append(UpdatePiece(weight: index, slot: slot, range: start..<end))
      }
      slot += slotCount
    }
    return pieces
  }
}

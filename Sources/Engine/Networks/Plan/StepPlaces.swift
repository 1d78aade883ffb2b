/// Where a step finds its numbers in a chunk's memory.
struct StepPlaces: Sendable {
  let input: Region
  /// Nil where nobody wants it.
  let inputGradient: Region?
  let output: Region
  let outputGradient: Region
}

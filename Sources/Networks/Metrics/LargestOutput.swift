/// The class that a row of outputs stands for.
enum LargestOutput {
  /// The index of the largest number, the first of equals; 0 for an empty row.
  static func index(in outputs: UnsafeBufferPointer<Float>) -> Int {
    var best = 0
    for index in outputs.indices where outputs[index] > outputs[best] { best = index }
    return best
  }
}

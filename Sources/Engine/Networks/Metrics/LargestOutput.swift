internal import Memory

/// The class that a row of outputs stands for.
enum LargestOutput {
  /// The index of the largest number, the first of equals; 0 for an empty row.
  static func index(in outputs: Elements<Float>) -> Int {
    var best = 0
    for index in outputs.indices where outputs[index] > outputs[best] { best = index }
    return best
  }

  /// Whether fewer than `k` outputs are larger than the class' own, so that equals count in its
  /// favor; false where its own isn't finite, and for a class without an output.
  static func isAmongTop(
    _ k: Int, class label: Int, in outputs: Elements<Float>
  ) -> Bool {
    guard outputs.indices.contains(label), outputs[label].isFinite else { return false }
    return outputs.count { $0 > outputs[label] } < k
  }
}

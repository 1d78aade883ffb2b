internal import Kernels
internal import Memory

/// The engine's order of a horizontal sum: 16 virtual lanes, then a fixed tree.
enum LaneSum {
  /// The sum of all numbers: element i goes to lane i mod 16; lanes fold by halves.
  static func of(_ values: Elements<Float>) -> Float { KernelSet.active.sum(values) }
}

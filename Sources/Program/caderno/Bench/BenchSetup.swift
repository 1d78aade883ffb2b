/// What is measured, and how much of it.
struct BenchSetup: Encodable {
  var model: BenchModel
  /// Pixels on a side, and channels of the first convolution.
  var size: Int
  var channels: Int
  var batch: Int
  var threads: Int
  var images: Int
  var epochs: Int
}

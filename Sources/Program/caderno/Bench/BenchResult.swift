/// The figures of one setup. Seconds; images a second; GFLOP/s of dense arithmetic (``ModelWork``).
struct BenchResult: Encodable {
  /// A phase's speed.
  struct Speed: Encodable {
    var imagesPerSecond: Double
    var gflops: Double

    init(images: Int, seconds: Double, operations: Double) {
      imagesPerSecond = Double(images) / max(seconds, 1e-9)
      gflops = imagesPerSecond * operations / 1e9
    }
  }

  /// A part of training. Microseconds of one thread for one image.
  struct Part: Encodable {
    var name: String
    var forward: Double?
    var backward: Double?
    /// Weights' gradients once the batch is through, and forms of new weights.
    var gradients: Double?
    var forms: Double?
    /// No step's: input, loss, update.
    var other: Double?

    var times: [Double?] { [forward, backward, gradients, forms, other] }
    var total: Double { times.reduce(0) { $0 + ($1 ?? 0) } }
  }

  var setup: BenchSetup
  /// What the images are.
  var data = ""
  /// Seconds of each epoch of the fit.
  var epochs: [Double]
  /// The median epoch.
  var fit: Speed
  /// Loss and metrics in inference mode with batches of 256.
  var evaluation: Speed
  /// From clocks around the steps; nil where the model has no plan. Backward includes gradients.
  var forward: Speed?
  var backward: Speed?
  var parts: [Part]
}

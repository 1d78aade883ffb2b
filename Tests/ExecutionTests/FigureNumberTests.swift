import Networks
import RunRecords
import Tensors
import TestSupport
import Testing

@testable import Execution

/// Predictions and what scikit-learn's `calibration_curve` makes of them (Tests/Oracles/calibration_sklearn.py).
private struct CalibrationCase: Decodable, Sendable {
  struct File: Decodable {
    let sklearn: String
    let cases: [CalibrationCase]
  }

  let bins: Int
  let confidences: [Double]
  let hits: [Bool]
  let counts: [Int]
  let confidence: [Double]
  let accuracy: [Double]
  let error: Double

  static let all = Fixture.read("figures/calibration.json", as: File.self).cases
}

struct `The numbers of figures` {
  @Test(arguments: CalibrationCase.all)
  fileprivate func `are scikit-learn's for calibration`(row: CalibrationCase) {
    let own = Calibration(confidences: row.confidences, hits: row.hits, bins: row.bins)
    #expect(own.bins.map(\.count) == row.counts)
    let filled = own.bins.filter { $0.count > 0 }
    for (bin, (confidence, accuracy)) in zip(filled, zip(row.confidence, row.accuracy)) {
      #expect(abs(bin.confidence - confidence) < 1e-12)
      #expect(abs(bin.accuracy - accuracy) < 1e-12)
    }
    #expect(abs(own.error - row.error) < 1e-12)
  }

  /// The law: every finite number is counted once, in the part of the range that it lies in.
  @Test(arguments: 0..<40)
  func `are counted where they lie`(seed: Int) {
    let random = RandomStream(seed: UInt64(seed), stream: 3)
    let values = (0..<seed * 7).map { place -> Float in
      let word = random.words(at: UInt64(place))[0]
      if word % 50 == 0 { return [.nan, .infinity, -.infinity][Int(word / 50 % 3)] }
      return Float(word % 1000) / 100 - Float(seed)
    }
    let histogram = Histogram(of: values, bins: 2 + seed % 9)
    let finite = values.filter(\.isFinite)
    #expect(histogram.total == finite.count)
    let half = (histogram.high - histogram.low) / Double(histogram.counts.count) / 2 + 1e-6
    for (middle, count) in zip(histogram.middles, histogram.counts) {
      #expect(count <= finite.count { abs(Double($0) - middle) <= half })
    }
  }

  /// The law: a map is enlarged as Keras' `Resizing` does it.
  @Test(arguments: [(1, 1, 5, 4), (2, 3, 7, 7), (7, 5, 28, 28), (11, 11, 28, 28), (28, 28, 28, 28)])
  func `are enlarged as Resizing enlarges`(height: Int, width: Int, rows: Int, columns: Int) throws
  {
    let values = (0..<height * width).map { Float($0 * 7919 % 101) / 101 }
    let call = ArgumentCall("Resizing", [.int(rows), .int(columns)])
    let resized = try LayerDeclaration(call).layer.forward(
      Tensor([1, height, width, 1], values), weights: [], pass: LayerPass()
    ).output.values
    let own = Map(height: height, width: width, values: values).resized(rows, columns).values
    #expect(own.count == resized.count)
    for (a, b) in zip(own, resized) { #expect(abs(a - b) < 1e-6) }
  }

  /// The law: a filter's picture has each of its weights once, at the shade that the weight has.
  @Test(
    arguments: [
      "Conv2D(5, 3)", "Conv2D(2, [2, 3])", "DepthwiseConv2D(3, depth_multiplier=2)",
      "SeparableConv2D(4, 3)", "Conv2DTranspose(3, 2)",
    ], [1, 3, 4, 5])
  func `stand once in the pictures of kernels`(layer: String, channels: Int) throws {
    for isFirst in [true, false] {
      let before = isFirst ? "" : "MaxPooling2D(1, input_shape=(9, 8, \(channels)))\n"
      let input = isFirst ? ", input_shape=(9, 8, \(channels))" : ""
      let model = try #require(
        builtModel("\(before)\(layer.dropLast())\(input))"), "\(layer)")
      let placed = try #require(model.layers.last)
      let axes = try #require(placed.kernelAxes)
      let kernel = try #require(ModelWeights(model, seed: 1).tensors.first)
      let (tiles, shades) = (KernelTiles(placed), Shades(around: kernel.values))
      let pictures = (0..<tiles.filters).map { tiles.picture($0, of: kernel, shades) }
      for picture in pictures {
        #expect(picture.isConsistent && picture.height == tiles.height)
        #expect((picture.channels == 3) == (isFirst && channels == 3 && axes != .pairs))
      }
      // What parts neighbors is black; a weight is black only where it is the largest by amount.
      let shown = pictures.flatMap(\.pixels).filter { $0 != 0 }.sorted()
      #expect(shown == kernel.values.map(shades.byte).filter { $0 != 0 }.sorted(), "\(layer)")
    }
  }
}

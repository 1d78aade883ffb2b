import Tensors
import Testing

@testable import Networks

struct WarpCase: Decodable, Sendable {
  let fill: String
  let isNearest: Bool
  let matrix: [Float]
  let output: [Float]
}

@Suite struct RandomImageTests {
  private static func layer(_ call: ArgumentCall) throws -> any Layer {
    try LayerDeclaration(call).layer
  }

  private func pass(step: Int = 1) -> LayerPass {
    LayerPass(isTraining: true, seed: 3, step: step, layerIndex: 2)
  }

  @Test(arguments: KerasValues<WarpCase>.load("warps"))
  func `pixels move as Keras moves them`(_ row: WarpCase) throws {
    let image = Formula.numbers([1, 5, 7, 2], salt: 1, scale: 2)
    let warp = PixelWarp(
      [5, 7, 2], matrix: row.matrix, fill: try #require(PixelWarp.Fill(rawValue: row.fill)),
      fillValue: 0.25, isNearest: row.isNearest)
    let moved = warp.forward(image, shape: [5, 7, 2])
    #expect(firstDifference(moved.values, row.output, tolerance: 2e-5) == nil)
  }

  @Test func `a flip is exact, and each of the four comes as often`() throws {
    let (count, image) = (10_000, [Float](stride(from: 1, through: 6, by: 1)))
    let input = Tensor([count, 2, 3, 1], (0..<count).flatMap { _ in image })
    let output = try Self.layer(.make("RandomFlip")).forward(input, weights: [], pass: pass())
    var counts: [[Float]: Int] = [:]
    for start in stride(from: 0, to: 6 * count, by: 6) {
      counts[Array(output.output.values[start..<start + 6]), default: 0] += 1
    }
    let flips: Set<[Float]> = [
      [1, 2, 3, 4, 5, 6], [3, 2, 1, 6, 5, 4], [4, 5, 6, 1, 2, 3], [6, 5, 4, 3, 2, 1],
    ]
    #expect(Set(counts.keys) == flips)
    #expect(counts.values.allSatisfy { abs($0 - count / 4) < 200 })
  }

  /// The brightness of a black pixel is the number that was drawn: of 10,000 uniform ones in [0.1, 0.3] the mean is
  /// 0.2 and the variance 0.2² / 12.
  @Test func `numbers are drawn from the whole span, and from nothing else`() throws {
    let call = ArgumentCall.make(
      "RandomBrightness", .list([.double(0.1), .double(0.3)]),
      with: ["value_range": .list([.int(0), .int(1)])])
    let input = Tensor(zeros: [10_000, 1, 1, 1])
    let drawn = try Self.layer(call).forward(input, weights: [], pass: pass()).output.values
    let mean = drawn.reduce(0) { $0 + Double($1) } / 10_000
    let variance = drawn.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 10_000
    #expect(drawn.allSatisfy { $0 >= 0.1 && $0 <= 0.3 })
    #expect(abs(mean - 0.2) < 0.002)
    #expect(abs(variance - 0.04 / 12) < 0.0002)
    #expect(drawn.min().map { $0 < 0.101 } ?? false)
    #expect(drawn.max().map { $0 > 0.299 } ?? false)
  }

  @Test(arguments: [
    ArgumentCall.make("RandomFlip"), .make("RandomRotation", .double(0.2)),
    .make("RandomZoom", .double(0.2)), .make("RandomTranslation", .double(0.2), .double(0.2)),
    .make("RandomContrast", .double(0.5), with: ["value_range": .list([.int(-1), .int(1)])]),
    .make("RandomBrightness", .double(0.5), with: ["value_range": .list([.int(-1), .int(1)])]),
  ])
  func `images stay out of training, and chunks get the numbers of their places`(
    _ call: ArgumentCall
  ) throws {
    let layer = try Self.layer(call)
    let input = Formula.numbers([9, 5, 6, 2], salt: 4)
    #expect(layer.forward(input, weights: [], pass: LayerPass()).output == input)
    let whole = layer.forward(input, weights: [], pass: pass()).output
    #expect(whole != input)
    #expect(whole != layer.forward(input, weights: [], pass: pass(step: 2)).output)
    var later = pass()
    later.firstImage = 4
    let part = Tensor([5, 5, 6, 2], Array(input.values[240...]))
    let chunk = layer.forward(part, weights: [], pass: later).output.values
    #expect(chunk == Array(whole.values[240...]))
  }

  /// 20 by 30 places of a window: the number of the pixel in its corner tells where it is.
  @Test
  func `a crop is a window of the image at one place for a batch, and each place comes as often`()
    throws
  {
    let image = [Float](stride(from: 0, to: 23 * 34, by: 1))
    let input = Tensor([3, 23, 34, 1], image + image + image)
    let layer = try Self.layer(.make("RandomCrop", .int(4), .int(5)))
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 30), count: 20)
    for step in 0..<12_000 {
      let output = layer.forward(input, weights: [], pass: pass(step: step)).output
      #expect(output.shape == [3, 4, 5, 1])
      let corner = Int(output.values[0])
      var window: [Float] = []
      for place in 0..<20 { window.append(image[corner + place / 5 * 34 + place % 5]) }
      #expect(output.values == window + window + window)
      counts[corner / 34][corner % 34] += 1
    }
    #expect(counts.joined().allSatisfy { $0 > 0 && $0 < 50 })
    let rows = counts.map { $0.reduce(0, +) }
    #expect(rows.allSatisfy { abs($0 - 600) < 100 })
    let columns = (0..<30).map { column in counts.reduce(0) { $0 + $1[column] } }
    #expect(columns.allSatisfy { abs($0 - 400) < 90 })
  }

  @Test func `a crop of a chunk lies where that of the batch lies`() throws {
    let layer = try Self.layer(.make("RandomCrop", .int(3), .int(2)))
    let input = Formula.numbers([9, 8, 9, 2], salt: 4)
    let whole = layer.forward(input, weights: [], pass: pass()).output
    var later = pass()
    later.firstImage = 4
    let part = Tensor([5, 8, 9, 2], Array(input.values[(4 * 144)...]))
    #expect(
      layer.forward(part, weights: [], pass: later).output.values == Array(whole.values[48...]))
  }

  @Test func `a turn of nothing and a zoom of nothing leave images as they are`() throws {
    let input = Formula.numbers([2, 5, 6, 2], salt: 4)
    for call in [
      ArgumentCall.make("RandomRotation", .double(0)), .make("RandomZoom", .double(0)),
      .make("RandomTranslation", .double(0), .double(0)),
    ] {
      #expect(try Self.layer(call).forward(input, weights: [], pass: pass()).output == input)
    }
  }
}

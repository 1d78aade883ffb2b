import Digests
import Tensors
import Testing

@testable import Datasets

@Suite struct `Digits` {
  @Test(
    arguments: [
      (0..<200, "e6feb96cfe6a993a4a5411c422cd6cd2a53679a2b4d50f6eb4a378f2d2e9fd8e"),
      (60_000..<60_050, "65b9e54d91e5aba2912d9bee6fb9372809cb18239db18bf19efd9677bb08eda2"),
    ])
  func `are the same bytes everywhere`(range: Range<Int>, digest: String) {
    let split = SyntheticDigits.split(range)
    #expect(SHA256Digest(of: split.images + split.labels).description == digest)
  }

  #if DEBUG
    private static let isOptimized = false
  #else
    private static let isOptimized = true
  #endif

  /// Takes about a second where the build is optimized, far longer where it is not.
  @Test(.enabled(if: isOptimized, "70,000 are drawn in optimized builds only"))
  func `are the same bytes as a whole`() {
    let train = SyntheticDigits.split(SyntheticDigits.train)
    let test = SyntheticDigits.split(SyntheticDigits.test)
    let stream = SHA256Stream()
    for split in [train, test] {
      stream.update(split.images)
      stream.update(split.labels)
    }
    #expect(
      stream.finish().description
        == "cbc222958abb247dfdfd4d3fc4f2e53e45ba5b2244e1bfd482da024aa09964bf")
  }

  @Test func `depend on their index alone`() {
    let whole = SyntheticDigits.split(0..<20)
    let part = SyntheticDigits.split(10..<20)
    #expect(part.images == whole.subset(10..<20).images)
    #expect(part.labels == whole.subset(10..<20).labels)
  }

  @Test func `come in ten classes within the first 200`() {
    #expect(Set(SyntheticDigits.split(0..<200).labels) == Set(0..<10))
  }

  @Test func `have the shape and the counts of MNIST`() {
    #expect(SyntheticDigits.split(5..<8).imageShape == Shape([28, 28, 1]))
    #expect(SyntheticDigits.split(5..<8).count == 3)
    #expect(SyntheticDigits.train.count == 60_000)
    #expect(SyntheticDigits.test.count == 10_000)
    #expect(SyntheticDigits.train.upperBound == SyntheticDigits.test.lowerBound)
  }

  @Test func `of no examples are an empty split`() {
    #expect(SyntheticDigits.split(7..<7).count == 0)
  }

  @Test(arguments: [0, 1, 4_999, 30_000, 59_999, 60_000, 69_999])
  func `are bright strokes on a black ground`(index: Int) {
    let image = SyntheticDigits.split(index..<index + 1).images
    let mean = image.reduce(0) { $0 + Int($1) } / image.count
    // MNIST's own images range from 6 to 101.
    #expect((4...105).contains(mean))
    #expect(image.filter { $0 == 0 }.count > image.count / 3)
    #expect(image.contains { $0 > 128 })
  }

  @Test func `leave the border black`() {
    let split = SyntheticDigits.split(0..<100)
    let touched = split.images.indices.filter { index in
      let (row, column) = (index % 784 / 28, index % 28)
      let isBorder = row == 0 || row == 27 || column == 0 || column == 27
      return isBorder && split.images[index] != 0
    }
    #expect(touched == [])
  }

  @Test(arguments: 0..<20)
  func `have their center of mass near the middle`(index: Int) {
    let image = SyntheticDigits.split(index..<index + 1).images
    var (mass, x, y) = (0, 0, 0)
    for (position, value) in image.enumerated() {
      mass += Int(value)
      x += Int(value) * (position % 28)
      y += Int(value) * (position / 28)
    }
    // The middle is 13.5, give or take the jitter of 2.2 and the rounding here.
    #expect((10...17).contains(x / mass))
    #expect((10...17).contains(y / mass))
  }
}

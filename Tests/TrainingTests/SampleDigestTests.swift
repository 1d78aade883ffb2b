import Networks
import Tensors
import Testing
import Training

/// What tells samples from others.
@Suite struct SampleDigestTests {
  private static let bytes = (0..<60).map { UInt8(($0 * 37) % 251) }
  private static let labels = (0..<20).map { UInt8($0 % 3) }

  private static func samples(
    _ bytes: [UInt8] = bytes, by divisor: Float = 255, _ labels: [UInt8] = labels,
    _ form: LabelForm = .integer
  ) -> Samples {
    Samples(
      inputs: .bytes(bytes, divisor: divisor), targets: .classes(labels, form), inputShape: [3])
  }

  private static func digest(_ samples: Samples) -> String {
    SampleDigests().digest(of: samples)
  }

  @Test func `is that of their numbers, whatever they are part of`() {
    let all = Self.samples()
    let part = Self.samples(Array(Self.bytes[15..<45]), by: 255, Array(Self.labels[5..<15]))
    #expect(Self.digest(all.subset(5..<15)) == Self.digest(part))
    let weights = (0..<10).map { Float($0) / 3 }
    #expect(
      Self.digest(all.subset(5..<15).weighted(by: weights))
        == Self.digest(part.weighted(by: weights)))
  }

  @Test func `differs wherever a number does, or what it means`() {
    var bytes = Self.bytes
    bytes[59] += 1
    var labels = Self.labels
    labels[19] = 2
    let others = [
      Self.samples(), Self.samples(bytes), Self.samples(by: 1),
      Self.samples(Self.bytes, by: 255, labels),
      Self.samples(Self.bytes, by: 255, Self.labels, .oneHot), Self.samples().subset(0..<19),
      Self.samples().weighted(by: [Float](repeating: 1, count: 20)),
      Samples(inputs: .bytes(Self.bytes, divisor: 255), inputShape: [3]),
      Samples(
        inputs: .bytes(Self.bytes, divisor: 255),
        targets: .rows(Self.labels.map { Float($0) }, width: 1, .integer), inputShape: [3]),
      Samples(inputs: .numbers(Self.bytes.map { Float($0) / 254 }), inputShape: [3]),
    ]
    #expect(Set(others.map(Self.digest)).count == others.count)
  }

  @Test func `is that of numbers where few bytes stand for them`() {
    let numbers = Samples(
      inputs: .numbers(Self.bytes.map { Float($0) / 255 }),
      targets: .classes(Self.labels, .integer),
      inputShape: [3])
    #expect(Self.digest(numbers) == Self.digest(Self.samples()))
  }

  @Test func `is computed once for samples that have a name`() {
    let digests = SampleDigests()
    let names = (0..<9).map { _ in digests.digest(of: Self.samples(), known: "train") }
    #expect(Set(names).count == 1)
    #expect(digests.bytesDigested == 4 * 60 + 20)
    _ = digests.digest(of: Self.samples())
    #expect(digests.bytesDigested == 2 * (4 * 60 + 20))
  }
}

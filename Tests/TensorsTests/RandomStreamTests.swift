import Tensors
import Testing

@Suite struct RandomStreamTests {
  let stream = RandomStream(seed: 7, stream: 3)

  @Test func `a number depends on its index alone`() {
    let all = stream.uniform(count: 50)
    #expect(stream.uniform(count: 20, from: 13) == Array(all[13..<33]))
    #expect(stream.uniform(at: 29) == all[29])
    #expect(all.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test func `seeds and streams differ`() {
    let one = stream.uniform(count: 8)
    #expect(RandomStream(seed: 8, stream: 3).uniform(count: 8) != one)
    #expect(RandomStream(seed: 7, stream: 4).uniform(count: 8) != one)
  }

  @Test(arguments: [0, 1, 2, 3, 10, 1000])
  func `a permutation holds every number once`(count: Int) {
    #expect(stream.permutation(count: count).sorted() == Array(0..<count))
  }

  @Test func `moments are those of the distributions`() {
    let count = 100_000
    func moments(_ values: [Float]) -> (mean: Double, deviation: Double) {
      let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
      let square = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      return (mean, (square / Double(values.count)).squareRoot())
    }
    let normal = moments(stream.normal(count: count, deviation: 2))
    #expect(abs(normal.mean) < 0.03 && abs(normal.deviation - 2) < 0.02)
    // The deviation of a normal distribution cut at two deviations, as Keras states it.
    let cut = stream.truncatedNormal(count: count)
    #expect(abs(moments(cut).deviation - 0.87962566) < 0.01)
    #expect(cut.allSatisfy { abs($0) <= 2 })
    let uniform = moments(stream.uniform(count: count, in: -3..<1))
    #expect(abs(uniform.mean + 1) < 0.02 && abs(uniform.deviation - 4 / 12.0.squareRoot()) < 0.01)
  }
}

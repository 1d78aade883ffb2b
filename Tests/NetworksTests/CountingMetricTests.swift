import Memory
import Tensors
import Testing

@testable import Networks

/// Metrics of tables of counts.
@Suite struct CountingMetricTests {
  @Test func `a sample has no table of its own`() throws {
    let compilation = try Compilation(
      loss: .string("mse"),
      metrics: [.call(.make("MeanIoU", .int(256))), .call(.make("AUC")), .string("mae")])
    let layout = MetricLayout(compilation, [3], .oneHot)
    #expect(layout.count == 2)
    #expect(layout.tableCount == 256 * 256 + 402)
  }

  /// With weights in fractions the order of sums decides their last bits.
  @Test(arguments: [1, 3]) func `a plan counts as the plain computation`(threads: Int) throws {
    let metrics: [ArgumentValue] = [
      .call(.make("AUC")), .call(.make("Precision")),
      .call(.make("AUC", with: ["multi_label": .bool(true), "thresholds": .list([.double(0.3)])])),
      .call(.make("OneHotMeanIoU", .int(3))),
    ]
    let sample = PlanExecutorTests.cases[0]
    let model = try Model(inputShape: sample.input, layers: sample.layers())
    let compilation = Compilation(
      optimizer: try OptimizerCatalog.make(.string("sgd")),
      loss: try LossCatalog.make(.string("mse")),
      metrics: try metrics.flatMap { metric in
        try [false, true].map { try .init(metric, name: nil, isWeighted: $0) }
      })
    let data = WeightedSamplesTests.samples(sample).weighted(by: (0..<29).map { Float($0 % 5) / 3 })
    let pair = try ExecutorPair(model, compilation, threads: threads)
    var (plain, plan) = (pair.plain, pair.plan)
    var batch = Batch(capacity: 21, inputShape: sample.input)
    for range in [0..<21, 21..<29, 3..<24] {
      batch.read(Array(range)[...], of: data)
      let (one, other) = (plain.train(batch), plan.train(batch))
      #expect(one.tables == other.tables && one.tables.contains { $0 != 0 })
      #expect(one.means == other.means)
    }
  }

  /// Found one by one, as the definition says.
  @Test(arguments: 0..<20) func `outputs are counted above each threshold`(_ seed: Int) {
    let draws = RandomStream(seed: UInt64(seed), stream: 3)
    let places = [0, 0.25, 0.5, 0.5, 0.75, 1, 0.3, 0.9]
    let values = draws.uniform(count: 1 + seed % 6).map { places[Int($0 * 8)] }
    let thresholds = Thresholds(values, areEven: false)
    // Some lie on a threshold, some beside them, and some are no numbers.
    let outputs = RandomStream(seed: UInt64(seed), stream: 4).uniform(count: 50).enumerated().map {
      [Float(places[Int($1 * 8)]), $1 * 3 - 1, $0 == 7 ? .nan : $1][$0 % 3]
    }
    var counts = [Double](repeating: 0, count: thresholds.sumCount)
    counts.withMutableElements { counts in
      for (index, output) in outputs.enumerated() {
        thresholds.count(output, isTrue: index % 3 == 0, weight: 2, into: counts)
      }
    }
    let shown = thresholds.counts(counts[...])
    func above(_ value: Double, _ isTrue: Bool) -> Float {
      2 * Float(outputs.indices.count { outputs[$0] > Float(value) && ($0 % 3 == 0) == isTrue })
    }
    #expect(shown.truePositives == values.map { above($0, true) })
    #expect(shown.falsePositives == values.map { above($0, false) })
    #expect(shown.falseNegatives == values.map { 34 - above($0, true) })
    #expect(shown.trueNegatives == values.map { 66 - above($0, false) })
  }
}

import Memory
import Tensors

import Testing

@testable import Networks

struct MetricCase: Decodable, Sendable {
  let metric: String
  let arguments: [String: JSONArgument]
  let labelForm: LabelForm
  /// Classes, or rows of numbers as long as the outputs.
  let targets: [[Float]]
  let shape: [Int]
  let outputs: [Float]
  let value: Double
}

@Suite struct MetricTests {
  static let cases = KerasValues<MetricCase>.load("components_metrics")

  @Test(arguments: cases.indices)
  func `Keras shows the same metric`(_ index: Int) throws {
    let row = Self.cases[index]
    let compilation = try Compilation(
      loss: .string("mse"),
      metrics: [.call(ArgumentCall(row.metric, json: row.arguments))])
    let width = row.shape[1]
    let layout = MetricLayout(compilation, Shape([width]), row.labelForm)
    var total = MetricSums(layout)
    for (sample, target) in row.targets.enumerated() {
      var metrics = MetricSums(layout)
      var numbers = [Float](repeating: .nan, count: layout.count)
      row.outputs[sample * width..<(sample + 1) * width].withElements { outputs in
        numbers.withMutableElements { numbers in
          metrics.tables.withMutableElements { tables in
            withTarget(target, row) {
              layout.columns[0].measure(
                outputs, $0, rows: 1, areLogits: false, weight: 1, into: numbers, tables: tables)
            }
          }
        }
      }
      for index in 1..<layout.count { metrics.sums[index] = Double(numbers[index]) }
      metrics.images = 1
      total.add(metrics)
    }
    #expect(firstDifference([Float(total.means[1])], [Float(row.value)]) == nil)
  }

  private func withTarget(_ numbers: [Float], _ row: MetricCase, _ body: (Target) -> Void) {
    if numbers.count == 1 {
      return body(Target(label: UInt8(numbers[0]), form: row.labelForm))
    }
    return numbers.withElements { body(Target(row: $0, form: row.labelForm)) }
  }

  /// `accuracy` stands for three others; LogCosh and Huber are compared as losses.
  @Test func `every metric of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.metric))
    #expect(
      Set(MetricCatalog.all.map { $0.signature.name }).subtracting(compared)
        == ["Accuracy", "LogCosh", "Huber"])
  }

  @Test(arguments: [
    (ArgumentValue.string("mae"), "mae"), (.string("mse"), "mse"), (.string("acc"), "acc"),
    (.call(.make("SparseCategoricalAccuracy")), "sparse_categorical_accuracy"),
    (.call(.make("SparseCategoricalAccuracy", .string("accuracy"))), "accuracy"),
    (.call(.make("TopKCategoricalAccuracy", .int(3), with: ["name": .string("top3")])), "top3"),
    (.call(.make("RootMeanSquaredError")), "root_mean_squared_error"),
  ])
  func `a metric has the name that its author gave it`(
    _ value: ArgumentValue, _ name: String
  ) throws {
    let compilation = try Compilation(loss: .string("mse"), metrics: [value])
    #expect(compilation.metricNames == ["loss", name])
  }

  @Test func `a class without an output gives no number`() throws {
    let made = try MetricCatalog.make(.string("sparse_categorical_crossentropy"))
    let metric = try #require(made as? any SampleMetric)
    let value = [Float(0.5)].withElements {
      metric.sample($0, target: Target(label: 1, form: .integer))
    }
    #expect(value.isNaN)
  }
}

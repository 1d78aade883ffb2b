import Foundation
import TestSupport
import Testing

/// A metric that a program feeds, and what Keras made of it (Tests/Oracles/keras_metrics.py).
struct FedMetric: Decodable, Sendable, CustomTestStringConvertible {
  let call: String
  /// Targets, outputs and weights as Python writes them, one list for each call.
  let updates: [[Numbers]]
  let values: [Double]

  /// A number, or a list of what is one of these.
  enum Numbers: Decodable, Sendable {
    case number(Double)
    indirect case list([Numbers])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .list(try container.decode([Numbers].self))
      }
    }

    var text: String {
      switch self {
      case .number(let number): "\(number)"
      case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
      }
    }
  }

  var testDescription: String { call }

  var program: String {
    let feeding = updates.map { update in
      "m.update_state(" + update.map(\.text).joined(separator: ", ") + ")"
    }
    return """
      import keras, numpy as np
      m = keras.metrics.\(call)
      \(feeding.joined(separator: "\n"))
      print(' '.join('%.9g' % v for v in np.ravel(m.result())))
      """
  }

  private struct File: Decodable {
    let cases: [FedMetric]
  }

  static let all = (Fixture.read("KerasModule/metrics.json") as File).cases
}

@Suite struct `A metric that a program feeds` {
  @Test func `has cases of all classes`() { #expect(FedMetric.all.count > 300) }

  @Test(arguments: FedMetric.all)
  func `gives what Keras gives`(sample: FedMetric) {
    let text = printed(sample.program)
    let values = text.split(separator: " ").compactMap { word in
      Double(word.trimmingCharacters(in: .newlines))
    }
    #expect(values.count == sample.values.count, "\(text)")
    for (value, wanted) in zip(values, sample.values) {
      #expect(abs(value - wanted) <= 1e-5 * max(1, abs(wanted)), "\(text)")
    }
  }

  @Test func `forgets and begins again, and has a name of its own`() {
    let source = """
      import keras
      a, b, c = keras.metrics.AUC(), keras.metrics.AUC(), keras.metrics.Precision(name='p')
      print(a.name, b.name, c.name, keras.metrics.Precision().name, keras.metrics.MeanIoU(2).name)
      print(keras.metrics.LogCoshError().name, keras.metrics.FBetaScore().name, keras.metrics.KLDivergence().name)
      print(float(c([0, 1, 1, 1], [1, 0, 1, 1])), float(c([1], [1])))
      c.reset_state()
      print(float(c.result()))
      keras.backend.clear_session()
      print(keras.metrics.AUC().name, a)
      """
    // Keras 3.15.1.
    #expect(
      printed(source) == """
        auc auc_1 p precision mean_io_u
        logcosh fbeta_score kl_divergence
        0.6666666865348816 0.75
        0.0
        auc <AUC name=auc>

        """)
  }
}

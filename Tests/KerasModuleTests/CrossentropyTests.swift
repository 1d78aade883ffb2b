import Foundation
import TestSupport
import Testing

/// A loss behind an end of a model, and what Keras 3.15.1 on TensorFlow 2.21.0 made of it
/// (Tests/Oracles/keras_crossentropies.py).
struct CrossentropyCase: Decodable, Sendable, CustomTestStringConvertible {
  let loss: String
  let activation: String
  let units: Int
  let labels: String
  let fromLogits: Bool
  /// How the activation is given, or what stands behind it.
  let way: String
  /// Nil for a number that isn't finite.
  let evaluated: Float?
  let losses: [Float?]?
  let gradient: [Float?]?
  let weights: [Float?]?
  let error: String?

  var testDescription: String {
    "\(loss)(from_logits=\(fromLogits)) behind \(units) \(activation) as \(way), labels \(labels)"
  }

  private struct File: Decodable { let cases: [CrossentropyCase] }

  static let all = Fixture.read("KerasModule/crossentropies.json", as: File.self).cases

  /// The program of the oracle for the case: what is evaluated, two losses, the gradient, the weights.
  var program: String {
    let behind = [
      "argument": "layers.Dense(\(units), activation='\(activation)')",
      "layer": "layers.Dense(\(units)), layers.Activation('\(activation)')",
      "dropout":
        "layers.Dense(\(units)), layers.Activation('\(activation)'), layers.Dropout(0.0)",
      "linear":
        "layers.Dense(\(units)), layers.Activation('\(activation)'), layers.Activation('linear')",
      "reshape":
        "layers.Dense(\(units)), layers.Activation('\(activation)'), layers.Reshape((\(units),))",
      "noise":
        "layers.Dense(\(units)), layers.Activation('\(activation)'), layers.GaussianNoise(0.5)",
    ]
    let made = loss.hasSuffix("Crossentropy") ? "from_logits=\(fromLogits ? "True" : "False")" : ""
    let targets =
      switch labels {
      case "one-hot": "np.eye(\(units), dtype='float32')[classes % \(units)]"
      case "column": "classes.reshape(-1, 1)"
      default: "classes.astype('\(labels)')"
      }
    return """
      import numpy as np
      import keras
      from keras import layers
      def numbers(shape, salt, scale):
          index = np.arange(int(np.prod(shape)))
          values = ((index * 7919 + salt * 104729) % 1009).astype('float32') / np.float32(1009)
          return ((values - np.float32(0.5)) * np.float32(scale)).reshape(shape)
      classes = np.arange(4) % \(max(units, 2))
      x, y = numbers((4, 3), 1, 4), \(targets)
      m = keras.Sequential([keras.Input((3,)), \(behind[way] ?? "")])
      m.set_weights([numbers((3, \(units)), 2, 3), numbers((\(units),), 3, 1)])
      m.compile(keras.optimizers.SGD(0.5), keras.losses.\(loss)(\(made)))
      try:
          print(m.evaluate(x, y, verbose=0))
          before = m.get_weights()[1]
          print(m.train_on_batch(x, y))
          for step in (before - m.get_weights()[1]) / 0.5: print(step)
          print(m.train_on_batch(x, y))
          for w in m.get_weights():
              for number in w.ravel(): print(number)
      except Exception as error:
          print(type(error).__name__)
      """
  }

  /// What the program should print, in the order of its lines.
  var expected: [Float?] {
    [evaluated, losses?[0]] + (gradient ?? []) + [losses?[1]] + (weights ?? [])
  }
}

@Suite struct `Cross-entropies` {
  @Test func `have cases for each loss`() {
    #expect(Set(CrossentropyCase.all.map(\.loss)).count == 5)
    #expect(CrossentropyCase.all.count > 400)
  }

  @Test(arguments: CrossentropyCase.all)
  func `train as in Keras behind every last activation`(sample: CrossentropyCase) throws {
    let lines = printed(sample.program).split(separator: "\n").map(String.init)
    if let error = sample.error {
      #expect(lines == [error])
      return
    }
    // What noise does in training is drawn; and a slope of 0 hides here what is no number, in TensorFlow it doesn't.
    let isOnlyEvaluated = sample.way == "noise" || sample.evaluated == nil
    let expected = isOnlyEvaluated ? [sample.evaluated] : sample.expected
    try #require(lines.count >= expected.count, "\(lines)")
    for (line, number) in zip(lines, expected) {
      let got = try #require(Float(line), "\(lines)")
      guard let number else {
        #expect(!got.isFinite)
        continue
      }
      #expect(abs(got - number) <= 2e-6 + abs(number) * 2e-5, "\(got), not \(number)")
    }
  }
}

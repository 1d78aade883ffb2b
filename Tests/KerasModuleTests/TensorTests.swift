import Foundation
import Testing
import TestSupport

extension RecordedProgram {
  /// What TensorFlow and Keras print (Tests/Oracles/cells_libraries.py).
  static let tensors: [RecordedProgram] = Fixture.read("KerasModule/keras.json")
}

struct `Tensors with numbers` {
  @Test func `have cases`() { #expect(RecordedProgram.tensors.count >= 25) }

  @Test(arguments: RecordedProgram.tensors)
  func `print what TensorFlow prints`(sample: RecordedProgram) {
    #expect(printed(sample.source) == sample.output)
  }

  @Test func `come from a stream of their own that begins anew with a seed`() {
    let source = """
      import tensorflow as tf
      tf.random.set_seed(1)
      a = tf.random.normal((2, 2))
      b = tf.random.uniform((2,), 1, 2)
      tf.random.set_seed(1)
      print(a.shape, bool(tf.reduce_all(a == tf.random.normal((2, 2)))))
      print(bool(tf.reduce_all(b >= 1)), bool(tf.reduce_all(b < 2)))
      """
    #expect(printed(source) == "(2, 2) True\nTrue True\n")
  }

  @Test func `come out of the layers of a model`() {
    let source = """
      import numpy as np
      import tensorflow as tf
      from tensorflow import keras
      from tensorflow.keras import backend as K
      m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation=tf.nn.relu)])
      x = np.ones((2, 2), 'float32')
      f = K.function([m.layers[0].input, K.learning_phase()], [m.layers[0].output])
      print(f([x, 0])[0].shape, type(m(x)).__name__, m(x).shape)
      print(np.allclose(f([x, 0])[0], m(x)), np.allclose(m(x), m.predict(x, verbose=0)))
      t = keras.Input((2, 2))
      print(tf.nn.softmax(t).shape)
      """
    #expect(
      printed(source) == "(2, 3) EagerTensor (2, 3)\nTrue True\n(None, 2, 2)\n")
  }
}

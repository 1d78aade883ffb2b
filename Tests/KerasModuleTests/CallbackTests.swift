import Testing

struct `A callback of a program` {
  private static let model = """
    import keras, numpy as np
    from keras import layers
    x = np.arange(40).reshape(10, 4) / 40
    y = np.arange(10) / 10
    m = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
    m.compile('sgd', 'mse', ['mae'])

    """

  @Test func `hears of everything in the order that Keras has`() {
    let source = """
      class Told(keras.callbacks.Callback):
          def on_train_begin(self, logs): print('train', logs, self.params)
          def on_epoch_begin(self, epoch, logs): print(' epoch', epoch, logs)
          def on_train_batch_begin(self, batch, logs): print('  batch', batch, logs)
          def on_train_batch_end(self, batch, logs): print('  end', batch, sorted(logs))
          def on_test_begin(self, logs): print('  test', logs)
          def on_test_end(self, logs): print('  end', sorted(logs))
          def on_epoch_end(self, epoch, logs): print(' end', epoch, sorted(logs))
          def on_train_end(self, logs): print('end', sorted(logs))
      m.fit(x, y, batch_size=5, verbose=0, callbacks=[Told()], validation_data=(x, y))
      """
    #expect(
      printed(Self.model + source) == """
        train {} {'verbose': 0, 'epochs': 1, 'steps': 2}
         epoch 0 {}
          batch 0 {}
          end 0 ['loss', 'mae']
          batch 1 {}
          end 1 ['loss', 'mae']
          test {}
          end ['loss', 'mae']
         end 0 ['loss', 'mae', 'val_loss', 'val_mae']
        end ['loss', 'mae', 'val_loss', 'val_mae']
        <keras.src.callbacks.history.History object at 0x…>

        """)
  }

  @Test func `sees the means over the batches so far`() {
    let source = """
      class Losses(keras.callbacks.Callback):
          def on_batch_end(self, batch, logs={}): self.last = logs.get('loss')
      told = Losses()
      h = m.fit(x, y, batch_size=3, verbose=0, callbacks=[told])
      print(told.last == h.history['loss'][0])
      """
    #expect(printed(Self.model + source) == "True\n")
  }

  @Test(arguments: [
    (
      "class A(keras.callbacks.EarlyStopping):\n  def __init__(self): pass\nm.fit(x, y, callbacks=[A()])",
      "an object of a class made of EarlyStopping that didn't call super().__init__() is not supported by Caderno"
    ),
    (
      "class A(keras.callbacks.EarlyStopping):\n  def on_epoch_end(self, epoch, logs=None):\n    self.wait = 7\n    super().on_epoch_end(epoch, logs)\nm.fit(x, y, verbose=0, callbacks=[A('loss')])",
      "setting 'wait' of a class made of keras.callbacks.EarlyStopping is not supported by Caderno"
    ),
    (
      "class A(keras.callbacks.EarlyStopping): pass\nA().on_epoch_end(0, {})",
      "on_epoch_end() outside of fit(), or before super().__init__(), is not supported by Caderno"
    ),
  ])
  func `is refused where it can't be called`(source: String, message: String) {
    #expect(printed(Self.model + source).hasSuffix("NotImplementedError: \(message)\n"))
  }

  @Test func `restores the best weights, those of models inside of models too`() {
    let source = """
      inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation='tanh')])
      m = keras.Sequential([keras.Input((4,)), inner, layers.Dense(1)])
      m.compile(keras.optimizers.SGD(30.0), 'mae')
      seen = []
      class Keep(keras.callbacks.Callback):
          def on_epoch_end(self, epoch, logs): seen.append((logs['loss'], self.model.get_weights()))
      stop = keras.callbacks.EarlyStopping('loss', patience=2, restore_best_weights=True)
      m.fit(x, y, epochs=9, verbose=0, callbacks=[Keep(), stop])
      best = min(seen, key=lambda s: s[0])[1]
      print(all((a == b).all() for a, b in zip(best, m.get_weights())), len(best))
      """
    #expect(printed(Self.model + source) == "True 4\n")
  }
}

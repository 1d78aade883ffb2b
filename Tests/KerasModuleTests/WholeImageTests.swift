import Testing

@Suite struct `Windows in training alone` {
  @Test func `are refused where images would have to stay whole in shapes of windows`() {
    let text = printed(
      """
      import numpy as np
      import keras
      from keras import layers
      def told(call):
          try:
              print(call())
          except Exception as error:
              print(type(error).__name__, error)
      x, y = np.ones((2, 6, 6, 1)), np.ones((2, 1))
      row = keras.Sequential([keras.Input((6, 6, 1)), layers.RandomCrop(4, 4), layers.GlobalMaxPooling2D()])
      row.compile('sgd', 'mse')
      row.fit(x, y, verbose=0)
      told(lambda: row.fit(x, y, validation_data=(x, y), verbose=0))
      told(lambda: row.evaluate(x, y, verbose=0))
      i = keras.Input((6, 6, 1))
      cut = layers.RandomCrop(4, 4)(i)
      both = keras.Model(i, layers.Add()([cut, layers.Activation('relu')(cut)]))
      told(lambda: both.predict(x, verbose=0))
      told(lambda: layers.TimeDistributed(layers.RandomCrop(4, 4))(np.ones((2, 3, 6, 6, 1))))
      told(lambda: keras.Model(i, [cut, cut]).predict(x, verbose=0)[1].shape)
      """)
    #expect(
      text == """
        NotImplementedError fit with validation data of a model with RandomCrop, which leaves images whole there, is not supported by Caderno
        0.0
        NotImplementedError a model with RandomCrop and several branches or wrapped layers is not supported by Caderno out of training
        NotImplementedError a model with RandomCrop and several branches or wrapped layers is not supported by Caderno out of training
        (2, 6, 6, 1)

        """)
  }
}

import Testing

struct `Layers with the channels first` {
  @Test func `have the shapes of Keras and the bits of layers that have them last`() {
    let source = """
      import keras, numpy as np
      from keras import layers
      def made(order):
          first = order == 'channels_first'
          return keras.Sequential([keras.Input((3, 9, 8) if first else (9, 8, 3)),
              layers.Conv2D(4, 3, activation='relu', data_format=order),
              layers.BatchNormalization(axis=1 if first else 3), layers.Activation('relu'),
              layers.MaxPooling2D(2, data_format=order), layers.Flatten(data_format=order),
              layers.Dense(2)])
      x = np.arange(6*9*8*3).reshape(6, 9, 8, 3) % 17 / 17
      y = np.arange(12).reshape(6, 2) / 12
      a, b = made('channels_first'), made('channels_last')
      a.set_weights(b.get_weights())
      for m, d in ((a, x.transpose(0, 3, 1, 2)), (b, x)):
          m.compile('sgd', 'mse')
          m.fit(d, y, batch_size=4, epochs=2, verbose=0)
      print([l.output.shape[1:] for l in a.layers])
      print(all((p == q).all() for p, q in zip(a.get_weights(), b.get_weights())))
      """
    #expect(
      printed(source) == """
        [(4, 7, 6), (4, 7, 6), (4, 7, 6), (4, 3, 3), (36,), (2,)]
        True

        """)
  }

  @Test func `are what the image format asks for`() {
    let source = """
      import keras
      from keras import layers, backend as K
      K.set_image_dim_ordering('th')
      print(K.image_data_format())
      m = keras.Sequential([layers.Convolution2D(2, nb_row=3, nb_col=2, input_shape=(1, 8, 7)),
          layers.GlobalAveragePooling2D()])
      print([l.output.shape for l in m.layers])
      print(layers.Conv2D(2, (2, 3), data_format='channels_last')(m.layers[0].output).shape)
      print(layers.concatenate([m.layers[0].output, m.layers[0].output], axis=1).shape)
      """
    #expect(
      printed(source) == """
        channels_first
        [(None, 2, 6, 6), (None, 2)]
        (None, 1, 4, 2)
        (None, 4, 6, 6)

        """)
  }

  @Test(arguments: [
    (
      "layers.Conv2D(2, 3, data_format='last')",
      "ValueError: The `data_format` argument must be one of \"channels_first\", \"channels_last\". Received: data_format=last"
    ),
    (
      "layers.Dense(2, data_format='channels_first')",
      "TypeError: Dense() got an unexpected keyword argument 'data_format'"
    ),
    (
      "layers.BatchNormalization(axis=2)(keras.Input((4, 5, 3)))",
      "NotImplementedError: layer 'batch_normalization': axis=2 of an input of shape (None, 4, 5, 3) is not supported by Caderno"
    ),
    (
      "layers.Conv2D(2, 3, data_format='channels_first', activation='softmax')(keras.Input((1, 5, 5)))",
      "NotImplementedError: layer 'conv2d': Softmax over the last axis of channels_first images is not supported by Caderno"
    ),
  ])
  func `are refused where they can't be made`(source: String, message: String) {
    let head = "import keras\nfrom keras import layers\n"
    #expect(printed(head + source).hasSuffix(message + "\n"))
  }
}

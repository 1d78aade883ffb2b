import Testing

@Suite struct `What Keras 1 wrote` {
  private static let start = """
    import numpy as np
    from keras.layers import Input, Dense, LSTM, GRU, SimpleRNN, Convolution2D, merge, Merge
    import keras
    a, b = Input((3,)), Input((3,))
    def told(name, call):
        try:
            print(name, call())
        except Exception as error:
            print(name, type(error).__name__, error)

    """

  @Test func `merges as the layers of today do`() {
    let text = printed(
      Self.start + """
        x, y = np.array([[1., 2., 3.]]), np.array([[3., 1., 2.]])
        for mode in ['sum', 'mul', 'ave', 'max', 'concat', 'dot']:
            made = [merge([a, b], mode=mode), Merge(mode=mode)([a, b])]
            print(mode, [keras.Model([a, b], m).predict([x, y], verbose=0).tolist() for m in made])
        print(merge([a, b]).shape, merge([a, b], mode='concat', concat_axis=1, name='both').shape)
        print(keras.layers.merge.concatenate([a, b]).shape, keras.layers.merge.Add()([a, b]).shape)
        from keras.layers.merge import add
        print(add([a, b]).shape)
        told('cos', lambda: merge([a, b], mode='cos'))
        told('row', lambda: Merge([keras.Sequential(), keras.Sequential()], mode='sum'))
        """)
    #expect(
      text == """
        sum [[[4.0, 3.0, 5.0]], [[4.0, 3.0, 5.0]]]
        mul [[[3.0, 2.0, 6.0]], [[3.0, 2.0, 6.0]]]
        ave [[[2.0, 1.5, 2.5]], [[2.0, 1.5, 2.5]]]
        max [[[3.0, 2.0, 3.0]], [[3.0, 2.0, 3.0]]]
        concat [[[1.0, 2.0, 3.0, 3.0, 1.0, 2.0]], [[1.0, 2.0, 3.0, 3.0, 1.0, 2.0]]]
        dot [[[11.0]], [[11.0]]]
        (None, 3) (None, 6)
        (None, 6) (None, 3)
        (None, 3)
        cos NotImplementedError merge(): mode='cos' is not supported by Caderno
        row NotImplementedError Merge() of models in a row is not supported by Caderno: give keras.Model their outputs, merged by keras.layers

        """)
  }

  @Test func `begins recurrent layers and strides as the spellings of today do`() {
    let text = printed(
      Self.start + """
        for cell in [SimpleRNN, LSTM, GRU]:
            old = cell(output_dim=2, init='zeros', inner_init='ones', input_dim=3)
            new = cell(2, kernel_initializer='zeros', recurrent_initializer='ones')
            print(old.get_config()['kernel_initializer'] == new.get_config()['kernel_initializer'], old.get_config()['recurrent_initializer']['class_name'])
        print(LSTM(2, inner_activation='hard_sigmoid').get_config()['recurrent_activation'])
        images = Input((9, 8, 1))
        print(Convolution2D(4, 3, 2, subsample=(2, 2))(images).shape, Convolution2D(4, 3, 2)(images).shape)
        print(Convolution2D(4, 3, 2, subsample=(2, 3), border_mode='same').get_config()['strides'])
        """)
    #expect(
      text == """
        True Ones
        True Ones
        True Ones
        hard_sigmoid
        (None, 4, 4, 4) (None, 7, 7, 4)
        (2, 3)

        """)
  }
}

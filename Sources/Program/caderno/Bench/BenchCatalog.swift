/// The models that are measured: four that show how a batch's size counts, and one for each kind of
/// layer that has arithmetic of its own.
enum BenchCatalog {
  static let all: [BenchModel] = [
    // The first lesson's.
    BenchModel(
      "lesson", optimizer: "rmsprop", metrics: ["accuracy"], batches: [64, 1, 16, 512],
      images: 6000, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n), 3, activation='relu')", "MaxPooling2D()",
          "Conv2D(\(2 * n), 3, activation='relu')", "MaxPooling2D()",
          "Conv2D(\(2 * n), 3, activation='relu')", "Flatten()",
          "Dense(64, activation='relu')", "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "vgg", optimizer: "rmsprop", metrics: ["accuracy"], batches: [64, 16, 512],
      images: 768, size: 32, shape: { [$0, $0, 3] },
      layers: { n in
        [
          "Conv2D(\(n), 3, padding='same', activation='relu')",
          "Conv2D(\(n), 3, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(2 * n), 3, padding='same', activation='relu')",
          "Conv2D(\(2 * n), 3, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(4 * n), 3, padding='same', activation='relu')", "Flatten()",
          "Dense(128, activation='relu')", "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "dense", optimizer: "rmsprop", metrics: ["accuracy"], batches: [64, 1, 512],
      images: 12_000, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        ["Flatten()", "Dense(\(16 * n), activation='relu')", "Dense(10, activation='softmax')"]
      }),
    BenchModel(
      "strided", optimizer: "rmsprop", metrics: ["accuracy"], batches: [64, 16, 512],
      images: 2048, size: 32, shape: { [$0, $0, 3] },
      layers: { n in
        [n, 2 * n, 4 * n].flatMap {
          [
            "Conv2D(\($0), 3, strides=2, padding='same', use_bias=False)",
            "BatchNormalization()", "Activation('relu')",
          ]
        } + ["GlobalAveragePooling2D()", "Dense(10, activation='softmax')"]
      }),
    BenchModel(
      "bn_deep", batches: [32], images: 1024, size: 32, shape: { [$0, $0, 3] },
      layers: { n in
        [(n, 0.2), (2 * n, 0.3)].flatMap { filters, rate in
          [
            "Conv2D(\(filters), 3, padding='same', activation='relu')", "BatchNormalization()",
            "Conv2D(\(filters), 3, padding='same', activation='relu')", "BatchNormalization()",
            "MaxPooling2D()", "Dropout(\(rate))",
          ]
        } + ["Flatten()", "Dense(128, activation='relu')", "Dense(10, activation='softmax')"]
      }),
    BenchModel(
      "conv1d", .numbers, batches: [32], images: 1024, size: 128, shape: { [$0, 8] },
      layers: { n in
        [
          "Conv1D(\(2 * n), 5, activation='relu')", "MaxPooling1D()",
          "Conv1D(\(2 * n), 5, activation='relu')", "GlobalMaxPooling1D()",
          "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "dense1000", batches: [200], images: 3200, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Flatten()", "Dense(\(n * 125 / 4), activation='relu')", "Dropout(0.2)",
          "Dense(\(n * 125 / 4), activation='relu')", "Dropout(0.2)",
          "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "depthwise", .numbers, batches: [32], images: 2048, size: 28, shape: { [$0, $0, 8] },
      layers: { n in
        [
          "DepthwiseConv2D(3, activation='relu')", "Conv2D(\(n), 1, activation='relu')",
          "GlobalAveragePooling2D()", "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "dilated", batches: [32], images: 1024, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [n, 2 * n].flatMap {
          [
            "Conv2D(\($0), 3, padding='same', activation='relu', dilation_rate=2)",
            "MaxPooling2D()",
          ]
        } + ["Flatten()", "Dense(10, activation='softmax')"]
      }),
    BenchModel(
      "embed", .words, targets: .yesOrNo, batches: [32], images: 2048, size: 80, shape: { [$0] },
      layers: { n in
        [
          "Embedding(\(BenchModel.vocabulary), \(n))", "Conv1D(\(n), 5, activation='relu')",
          "GlobalMaxPooling1D()", "Dense(1, activation='sigmoid')",
        ]
      }),
    BenchModel(
      "k2x2", batches: [64], images: 1024, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(2 * n), 2, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(n), 2, padding='same', activation='relu')", "MaxPooling2D()", "Flatten()",
          "Dense(256, activation='relu')", "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "lenet", batches: [128], images: 12_800, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n * 3 / 16), 5, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(n / 2), 5, activation='relu')", "MaxPooling2D()", "Flatten()",
          "Dense(120, activation='relu')", "Dense(84, activation='relu')",
          "Dense(10, activation='softmax')",
        ]
      }),
    // As published in 1998, but for the pooling's weights and the last layer.
    BenchModel(
      "lenet_tanh", batches: [128], images: 12_800, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n * 3 / 16), 5, padding='same', activation='tanh')", "AveragePooling2D(2)",
          "Conv2D(\(n / 2), 5, activation='tanh')", "AveragePooling2D(2)", "Flatten()",
          "Dense(120, activation='tanh')", "Dense(84, activation='tanh')",
          "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "lstm", .numbers, batches: [32], images: 4096, size: 28, shape: { [$0, 28] },
      layers: { n in ["LSTM(\(2 * n))", "Dense(10, activation='softmax')"] }),
    BenchModel(
      "separable", batches: [32], images: 2048, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "SeparableConv2D(\(n), 3, activation='relu')", "MaxPooling2D()",
          "SeparableConv2D(\(2 * n), 3, activation='relu')", "GlobalAveragePooling2D()",
          "Dense(10, activation='softmax')",
        ]
      }),
    BenchModel(
      "simple_rnn", .numbers, batches: [32], images: 4096, size: 28, shape: { [$0, 28] },
      layers: { n in ["SimpleRNN(\(2 * n))", "Dense(10, activation='softmax')"] }),
    BenchModel(
      "transpose", targets: .inputs, batches: [32], images: 1024, size: 28,
      shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n / 2), 3, strides=2, padding='same', activation='relu')",
          "Conv2D(\(n / 4), 3, strides=2, padding='same', activation='relu')",
          "Conv2DTranspose(\(n / 4), 3, strides=2, padding='same', activation='relu')",
          "Conv2DTranspose(\(n / 2), 3, strides=2, padding='same', activation='relu')",
          "Conv2D(1, 3, padding='same', activation='sigmoid')",
        ]
      }),
    BenchModel(
      "upsample", targets: .inputs, batches: [32], images: 1024, size: 28,
      shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n / 2), 3, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(n / 4), 3, padding='same', activation='relu')", "UpSampling2D()",
          "Conv2D(1, 3, padding='same', activation='sigmoid')",
        ]
      }),
    BenchModel(
      "wide5x5", batches: [64], images: 1024, size: 28, shape: { [$0, $0, 1] },
      layers: { n in
        [
          "Conv2D(\(n), 5, padding='same', activation='relu')", "MaxPooling2D()",
          "Conv2D(\(2 * n), 5, padding='same', activation='relu')", "MaxPooling2D()",
          "Flatten()", "Dense(1024, activation='relu')", "Dense(10, activation='softmax')",
        ]
      }),
  ]
}

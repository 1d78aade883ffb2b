internal import Words

/// Functions in Python that exported cells call: drawing and tables, which Keras leaves to the lesson.
///
/// The first exported cell defines those that are used.
enum KerasHelper: String, CaseIterable {
  case showImages = "show_images"
  case showCurves = "show_curves"
  case showConfusion = "show_confusion"
  case countConfusion = "count_confusion"
  case showTable = "show_table"
  case decay = "Decay"
  case showBars = "show_bars"
  case showHistogram = "show_histogram"
  case showCalibration = "show_calibration"
  case showKernels = "show_kernels"
  case showMaps = "show_maps"
  case layerAndSlope = "layer_and_slope"
  case showSaliency = "show_saliency"
  case showGradCAM = "show_grad_cam"

  /// Whether it draws with Matplotlib.
  var draws: Bool { ![.countConfusion, .showTable, .decay, .layerAndSlope].contains(self) }

  /// Whether it asks TensorFlow for gradients.
  var differentiates: Bool { self == .layerAndSlope }

  /// The helpers that it calls.
  var needs: Set<KerasHelper> {
    switch self {
    case .showKernels, .showMaps: [.showImages]
    case .showSaliency, .showGradCAM: [.showImages, .layerAndSlope]
    default: []
    }
  }

  /// Its definition.
  func code(_ words: OutputWords) -> String {
    switch self {
    case .showImages: Self.images
    case .showCurves: Self.curves(epoch: PythonText.literal(words.epoch))
    case .showConfusion:
      Self.confusion(
        truth: PythonText.literal(words.trueClass), guess: PythonText.literal(words.predictedClass))
    case .countConfusion: Self.counts
    case .showTable: Self.table
    case .decay: Self.slowing
    case .showBars: Self.bars
    case .showHistogram: Self.histogram(count: PythonText.literal(words.howMany))
    case .showCalibration:
      Self.calibration(
        sure: PythonText.literal(words.confidence),
        right: PythonText.literal(words.measure(.accuracy)))
    case .showKernels: Self.kernels
    case .showMaps: Self.maps
    case .layerAndSlope: Self.slope
    case .showSaliency: Self.saliency
    case .showGradCAM: Self.gradCAM
    }
  }

  private static let images = """
    def show_images(images, captions):
        columns = min(len(captions), 6) or 1
        rows = (len(captions) + columns - 1) // columns or 1
        figure, axes = plt.subplots(rows, columns, figsize=(1.6 * columns, 1.9 * rows), squeeze=False)
        for axis in axes.ravel():
            axis.axis('off')
        for axis, image, caption in zip(axes.ravel(), images, captions):
            axis.imshow(image, cmap='gray')
            axis.set_title(caption, fontsize=9)
        plt.show()
    """

  private static func curves(epoch: String) -> String {
    """
    def show_curves(histories, names=None):
        every = [name for history in histories.values() for name in history]
        names = names or list(dict.fromkeys(name for name in every if not name.startswith('val_')))
        figure, axes = plt.subplots(1, len(names), figsize=(5 * len(names), 3.5), squeeze=False)
        for axis, name in zip(axes.ravel(), names):
            for label, history in histories.items():
                for key, style in ((name, '-'), ('val_' + name, '--')):
                    if key in history:
                        epochs = range(1, len(history[key]) + 1)
                        axis.plot(epochs, history[key], style, label=label + key)
            axis.set_xlabel(\(epoch))
            axis.set_ylabel(name)
            axis.legend()
        plt.show()
    """
  }

  private static let counts = """
    def count_confusion(truths, guesses, classes):
        counts = np.zeros((classes, classes), dtype=int)
        for truth, guess in zip(truths, guesses):
            counts[truth, guess] += 1
        return counts
    """

  private static func confusion(truth: String, guess: String) -> String {
    """
    def show_confusion(counts, names):
        plt.figure(figsize=(6, 6))
        plt.imshow(counts, cmap='Blues')
        for truth in range(len(names)):
            for guess in range(len(names)):
                plt.text(guess, truth, str(counts[truth, guess]), ha='center', va='center', fontsize=8)
        plt.xticks(range(len(names)), names, rotation=45)
        plt.yticks(range(len(names)), names)
        plt.xlabel(\(guess))
        plt.ylabel(\(truth))
        plt.show()
    """
  }

  /// Keras 2's decay, around the batches only: what sets the rate between epochs sees it without.
  private static let slowing = """
    class Decay(keras.callbacks.Callback):
        def __init__(self, decay):
            super().__init__()
            self.decay = decay

        def on_train_batch_begin(self, batch, logs=None):
            optimizer = self.model.optimizer
            self.rate = float(optimizer.learning_rate)
            optimizer.learning_rate = self.rate / (1 + self.decay * int(optimizer.iterations))

        def on_train_batch_end(self, batch, logs=None):
            self.model.optimizer.learning_rate = self.rate
    """

  private static let table = """
    def show_table(headings, rows):
        widths = [max(len(row[column]) for row in [headings] + rows) for column in range(len(headings))]
        for row in [headings] + rows:
            print('  '.join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    """
}

/// Python for figures that look into models.
extension KerasHelper {
  static let bars = """
    def show_bars(names, values, label):
        plt.figure(figsize=(max(5, 0.5 * len(names)), 3.5))
        plt.bar(range(len(values)), values)
        plt.xticks(range(len(names)), names, rotation=45)
        plt.ylabel(label)
        plt.show()
    """

  static func histogram(count: String) -> String {
    """
    def show_histogram(parts, bins, label, extent=None):
        plt.hist(list(parts.values()), bins=bins, range=extent, label=list(parts))
        plt.xlabel(label)
        plt.ylabel(\(count))
        plt.legend()
        plt.show()
    """
  }

  /// A confidence on an edge belongs to the bin below it.
  static func calibration(sure: String, right: String) -> String {
    """
    def show_calibration(chances, hits, bins):
        places = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], chances)
        counts = np.bincount(places, minlength=bins)
        filled = counts > 0
        means = [np.bincount(places, weights=values, minlength=bins)[filled] / counts[filled] for values in (chances, hits)]
        plt.plot([0, 1], [0, 1], '--')
        plt.plot(means[0], means[1], 'o-')
        plt.xlabel(\(sure))
        plt.ylabel(\(right))
        plt.title('ECE: ' + format(np.sum(counts[filled] * np.abs(means[1] - means[0])) / len(chances), '.4f'))
        plt.show()
    """
  }

  /// Kernels come as `[height, width, channels, filters]`; three channels make a colour picture, others stand side by side.
  static let kernels = """
    def show_kernels(kernel, count):
        shares = (kernel / (np.abs(kernel).max() or 1) + 1) / 2
        pictures = []
        for number in range(min(count, kernel.shape[-1])):
            picture = shares[..., number]
            if picture.shape[-1] != 3:
                picture = np.repeat(np.concatenate(np.moveaxis(picture, -1, 0), axis=1)[..., None], 3, axis=-1)
            pictures.append(picture)
        show_images(pictures, [str(number) for number in range(len(pictures))])
    """

  static let maps = """
    def show_maps(output, count):
        shares = (output - output.min()) / ((output.max() - output.min()) or 1)
        count = min(count, output.shape[-1])
        maps = [np.repeat(shares[..., channel, None], 3, axis=-1) for channel in range(count)]
        show_images(maps, [str(channel) for channel in range(count)])
    """

  /// The score is the class' number before a softmax or a sigmoid that ends the model.
  static let slope = """
    def layer_and_slope(model, image, label=None, layer=None):
        chances = model(image[None], training=False).numpy()[0]
        guess = int(chances[0] > 0.5) if len(chances) == 1 else int(chances.argmax())
        label = guess if label is None else label
        ends = (keras.activations.softmax, keras.activations.sigmoid)
        with tf.GradientTape() as tape:
            numbers = seen = tf.convert_to_tensor(image[None], 'float32')
            tape.watch(seen)
            for part in model.layers:
                if part is model.layers[-1] and isinstance(part, keras.layers.Softmax):
                    continue
                function = getattr(part, 'activation', None)
                if part is model.layers[-1] and function in ends:
                    part.activation = keras.activations.linear
                    numbers = part(numbers, training=False)
                    part.activation = function
                else:
                    numbers = part(numbers, training=False)
                if part.name == layer:
                    seen = numbers
                    tape.watch(seen)
            score = numbers[0, label] if len(chances) > 1 else (2 * label - 1) * numbers[0, 0]
        return seen.numpy()[0], tape.gradient(score, seen).numpy()[0]
    """

  static let saliency = """
    def show_saliency(model, image, picture, label=None):
        slope = np.abs(layer_and_slope(model, image, label)[1])
        slope = slope.reshape(picture.shape[:2] + (-1,)).max(axis=-1)
        show_images([picture, slope], ['', '|dy/dx|'])
    """

  static let gradCAM = """
    def show_grad_cam(model, image, picture, layer, label=None):
        maps, slope = layer_and_slope(model, image, label, layer)
        found = np.maximum((maps * slope.mean(axis=(0, 1))).sum(axis=-1), 0)
        large = keras.ops.image.resize(found[..., None], picture.shape[:2], antialias=False)
        show_images([picture, np.asarray(large)[..., 0]], ['', layer])
    """
}

internal import Datasets
internal import Diagnostics
internal import Tensors

extension DataTask {
  func write(to program: inout KerasProgram) {
    let id = program.id
    load(&program)
    prepare(&program)
    var parts = [program.data(id, .train), program.data(id, .test)]
    convert("train", as: parts[0], &program)
    convert("test", as: parts[1], &program)
    if facts.counts.validation > 0 {
      let held = program.data(id, .validation)
      holdOut(parts[0], held, &program)
      parts.insert(held, at: 1)
    }
    program.define(self)
    program.add("print(\(parts.map { "\($0.x).shape" }.joined(separator: ", ")))")
    if shown > 0 {
      program.showImages(
        DataReference(id: id, split: .train, facts: facts), rows: "[:\(shown)]", captions: nil)
    }
  }

  /// Reads all images and labels as Keras gives them.
  private func load(_ program: inout KerasProgram) {
    if entry.keras != nil {
      program.add(
        "(train_images, train_labels), (test_images, test_labels) = "
          + "keras.datasets.\(entry.name).load_data()")
      return
    }
    let array = program.file(
      of: ExportedDataset(name: entry.name, train: limits.train, test: limits.test))
    for part in ["train", "test"] {
      program.add("\(part)_images = \(array("x_\(part)"))")
      program.add("\(part)_labels = \(array("y_\(part)"))")
    }
  }

  /// Takes the first examples, in the lesson's order.
  private func prepare(_ program: inout KerasProgram) {
    let counts = [
      ("train", limits.train, entry.trainCount), ("test", limits.test, entry.testCount),
    ]
    for (part, count, all) in counts where count < all {
      program.add(
        "\(part)_images, \(part)_labels = \(part)_images[:\(count)], \(part)_labels[:\(count)]")
    }
    if shuffles {
      program.add("order = np.random.permutation(len(train_images))")
      program.add("train_images, train_labels = train_images[order], train_labels[order]")
    }
  }

  private func convert(
    _ part: String, as names: (x: String, y: String), _ program: inout KerasProgram
  ) {
    let shape = (["-1"] + facts.inputShape.extents.map(String.init)).joined(separator: ", ")
    program.add("\(names.x) = \(part)_images.reshape(\(shape)).astype('float32')\(scaling)")
    let labels = "\(part)_labels.reshape(-1)"
    program.add(
      facts.isOneHot
        ? "\(names.y) = keras.utils.to_categorical(\(labels), \(facts.classNames.count))"
        : "\(names.y) = \(labels)")
  }

  /// What each byte is divided by or multiplied with.
  private var scaling: String {
    let divisor = (1 / scale).rounded()
    if scale == 1 { return "" }
    return 1 / divisor == scale ? " / \(Int(divisor))" : " * \(scale)"
  }

  private func holdOut(
    _ train: (x: String, y: String), _ held: (x: String, y: String), _ program: inout KerasProgram
  ) {
    let count = facts.counts.train
    program.add("\(held.x), \(held.y) = \(train.x)[\(count):], \(train.y)[\(count):]")
    program.add("\(train.x), \(train.y) = \(train.x)[:\(count)], \(train.y)[:\(count)]")
  }
}

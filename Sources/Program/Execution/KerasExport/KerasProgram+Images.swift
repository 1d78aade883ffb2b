internal import Datasets
internal import Networks
internal import Tensors

extension KerasProgram {
  /// Shows some images of a part of a data set.
  ///
  /// - Parameters:
  ///   - rows: which, as an index in brackets.
  ///   - captions: an expression for a list of texts; the labels where nil.
  mutating func showImages(_ data: DataReference, rows: String, captions: String?) {
    let labels = "[\(className(of: "label", data)) for label in \(truths(data))\(rows)]"
    add("captions = \(captions ?? labels)")
    add(call(.showImages, ["\(self.data(data).x)\(rows)\(picture(data))", "captions"]))
  }

  /// One example as a picture.
  mutating func picture(_ data: DataReference, _ image: Int) -> String {
    "\(self.data(data).x)[\(image):\(image + 1)]\(picture(data))[0]"
  }

  /// What makes pictures of a data set's rows: extents that Matplotlib draws, colors from 0 to 1.
  private func picture(_ data: DataReference) -> String {
    guard let task = datasets[data.id] else { return "" }
    let image = task.entry.imageShape.extents
    let isGrey = image.last == 1
    let extents = (isGrey ? Array(image.dropLast()) : image).map(String.init)
    let reshaped = ".reshape(\((["-1"] + extents).joined(separator: ", ")))"
    let top = 255 * task.scale
    return isGrey || top == 1 ? reshaped : "\(reshaped) / \(top)"
  }

  /// The numbers of the examples' classes.
  mutating func truths(_ data: DataReference) -> String {
    let (_, y) = self.data(data)
    return data.facts.isOneHot ? "\(y).argmax(axis=1)" : y
  }

  /// An expression for the name of a class by its number.
  func className(of number: String, _ data: DataReference) -> String {
    let names = data.facts.classNames
    if names == names.indices.map(String.init) { return "str(\(number))" }
    return "\(PythonText.list(names.map(PythonText.literal)))[\(number)]"
  }

  /// A list of all classes' names.
  func classNames(_ data: DataReference) -> String {
    PythonText.list(data.facts.classNames.map(PythonText.literal))
  }

  /// Predicts a part of a data set.
  ///
  /// - Returns: the variables of the outputs, the true classes and the likeliest ones.
  mutating func predict(_ modelID: String, _ data: DataReference)
    -> (scores: String, truths: String, guesses: String)
  {
    let names = ["scores", "truths", "guesses"].map { variable("\(id)_\($0)") }
    let scores = names[0]
    add("\(scores) = \(variable(modelID)).predict(\(self.data(data).x), verbose=0)")
    add("\(names[1]) = \(truths(data))")
    let isSingle = hasOneOutput(modelID)
    add(
      "\(names[2]) = "
        + (isSingle ? "(\(scores)[:, 0] > 0.5).astype(int)" : "\(scores).argmax(axis=1)"))
    return (scores, names[1], names[2])
  }

  /// How likely the likeliest classes are.
  mutating func chances(_ modelID: String, scores: String, guesses: String) -> String {
    let name = variable("\(id)_chances")
    let one = "np.where(\(guesses) == 1, \(scores)[:, 0], 1 - \(scores)[:, 0])"
    add("\(name) = \(hasOneOutput(modelID) ? one : "\(scores).max(axis=1)")")
    return name
  }

  private func hasOneOutput(_ modelID: String) -> Bool { models[modelID]?.outputShape.count == 1 }

  /// Counts predictions by true and predicted class.
  ///
  /// - Returns: the variable of the counts.
  mutating func tally(_ modelID: String, _ data: DataReference) -> String {
    let found = predict(modelID, data)
    let counts = variable("\(id)_counts")
    let classes = String(data.facts.classNames.count)
    add("\(counts) = \(call(.countConfusion, [found.truths, found.guesses, classes]))")
    return counts
  }
}

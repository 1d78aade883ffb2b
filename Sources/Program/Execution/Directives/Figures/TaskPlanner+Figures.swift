internal import Diagnostics
internal import Networks
internal import Notebooks
internal import Tensors

/// What kinds of figures ask for.
extension TaskPlanner {
  /// A model and a part of a data set that it takes, whose classes its outputs stand for.
  ///
  /// - Parameter asShares: whether the outputs have to be probabilities.
  mutating func classifier(asShares: Bool = false) -> (ModelReference, DataReference)? {
    let found = (model(), data(part: .test))
    guard case (.found(let model), .found(let data)) = found else { return nil }
    checkInput(model, data)
    checkClasses(model, data)
    if asShares, !model.facts.model.remembersSums { reportNoShares(model) }
    return hasErrors ? nil : (model, data)
  }

  /// The example that `image` names, the first one where it is left out; nil where there is none.
  mutating func image(of data: DataReference) -> Int? {
    guard let image = reader.int("image", in: 0...Int.max) else {
      return directive.option("image") == nil ? 0 : nil
    }
    guard image.value < data.facts.counts[data.split] else {
      reportNoExample(image.value, of: data, at: image.range)
      return nil
    }
    return image.value
  }

  /// The class that `class` names; nil where it is left out or at fault.
  mutating func label(_ model: ModelReference, _ data: DataReference) -> Int? {
    let all = data.facts.classNames
    let known = model.facts.model.outputShape.count == 1 ? Array(all.prefix(2)) : all
    guard let name = reader.choice("class", of: known) else { return nil }
    return known.firstIndex(of: name.value)
  }

  /// The place of the layer that `layer` names; nil where it is left out or at fault.
  mutating func layer(of model: ModelReference) -> Located<Int>? {
    guard let name = reader.string("layer") else { return nil }
    let names = model.facts.model.layers.map(\.name)
    if let place = names.firstIndex(of: name.value) {
      return Located(value: place, range: name.range)
    }
    report(
      Diagnostic(
        code: "unknown-name", at: name.range,
        Message(
          "the model '\(model.id)' has no layer '\(name.value)'",
          pt: "o modelo '\(model.id)' não tem a camada '\(name.value)'"),
        hint: nearest(to: name.value, among: names).map(OptionReader.didYouMean)
          ?? OptionReader.choices(names)))
    return nil
  }

  /// The place of the convolution that `layer` names; nil where an error was reported.
  ///
  /// - Parameter usual: which one of the model's convolutions is meant where `layer` is left out.
  mutating func convolution(
    of model: ModelReference, usual: (ArraySlice<Int>) -> Int?
  ) -> Int? {
    let layers = model.facts.model.layers
    let all = layers.indices.filter { layers[$0].kernelAxes != nil }
    guard directive.option("layer") != nil else {
      if let place = usual(all[...]) { return place }
      report(
        Diagnostic(
          code: "no-convolution", at: place(of: "model"),
          Message(
            "the model '\(model.id)' has no convolution of images",
            pt: "o modelo '\(model.id)' não tem convolução de imagens")))
      return nil
    }
    guard let found = layer(of: model) else { return nil }
    if all.contains(found.value) { return found.value }
    let layer = layers[found.value]
    report(
      Diagnostic(
        code: "not-a-convolution", at: found.range,
        Message(
          "the layer '\(layer.name)' is no convolution of images, but \(layer.typeName)",
          pt: "a camada '\(layer.name)' não é uma convolução de imagens, e sim \(layer.typeName)"),
        hint: OptionReader.choices(all.map { layers[$0].name })))
    return nil
  }

  /// Refuses pictures that would have more rows or columns than anybody sees.
  mutating func checkExtent(_ height: Int, _ width: Int, of layer: ModelLayer) {
    guard max(height, width) > 512 else { return }
    report(
      Diagnostic(
        code: "too-large-to-draw", at: place(of: "layer"),
        Message(
          "pictures of the layer '\(layer.name)' have \(height) × \(width) pixels; at most 512 × 512 are drawn",
          pt:
            "imagens da camada '\(layer.name)' têm \(height) × \(width) pixels; desenham-se no máximo 512 × 512"
        )))
  }

  private mutating func reportNoShares(_ model: ModelReference) {
    report(
      Diagnostic(
        code: "no-probabilities", at: place(of: "model"),
        Message(
          "the outputs of '\(model.id)' are no probabilities",
          pt: "as saídas de '\(model.id)' não são probabilidades"),
        hint: Message(
          "end the model with a softmax or a sigmoid",
          pt: "termine o modelo com uma softmax ou uma sigmoide")))
  }
}

internal import Datasets
internal import Networks

extension Session {
  /// A look into a model at one example of a part of a data set.
  func inspection(of modelID: String, _ data: DataReference, image: Int) -> Inspection {
    let state = model(modelID)
    return Inspection(
      state.model, state.weights, samples(data).subset(image..<image + 1))
  }

  /// The name of an example's class.
  func className(of image: Int, _ data: DataReference) -> String {
    data.facts.classNames[Int(self.data(data.id).split(data.split).labels[image])]
  }
}

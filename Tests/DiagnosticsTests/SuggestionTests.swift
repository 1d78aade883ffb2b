import Testing

@testable import Diagnostics

struct `A suggestion` {
  static let layers = [
    "Dense", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D",
    "BatchNormalization", "Flatten", "Dropout",
  ]
  static let options = ["model", "data", "epochs", "batch_size", "learning_rate", "caption"]

  /// A word, and what is meant among layers or options.
  @Test(arguments: [
    ("MaxPool", "MaxPooling2D"), ("maxpool2d", "MaxPooling2D"), ("AvgPool", "AveragePooling2D"),
    ("Linear", "Dense"), ("BatchNorm", "BatchNormalization"), ("Conv", "Conv2D"),
    ("GAP", "GlobalAveragePooling2D"), ("lr", "learning_rate"), ("batch", "batch_size"),
    ("n_epochs", "epochs"), ("épocas", "epochs"), ("legenda", "caption"), ("modelo", "model"),
    // Near by spelling.
    ("Dens", "Dense"), ("epoch", "epochs"), ("MaxPoling2D", "MaxPooling2D"),
  ])
  func `knows what people call things`(word: String, meant: String) {
    #expect(nearest(to: word, among: Self.layers + Self.options) == meant)
  }

  @Test(arguments: ["Dense", "epochs", "caption", "xyz", ""])
  func `is never the word itself where that is another's`(word: String) {
    #expect(nearest(to: word, among: (Self.layers + Self.options).filter { $0 != word }) != word)
  }

  @Test func `is none of its synonyms where only spelling counts`() {
    #expect(nearest(to: "train", among: ["fit"]) == "fit")
    #expect(nearest(to: "train", among: ["fit"], knowsSynonyms: false) == nil)
  }
}

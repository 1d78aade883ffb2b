internal import Networks

/// What Keras says of the classes of `keras.layers`, by their names.
enum LayerFacts {
  static func of(_ name: String) -> KerasFacts? { table[name] }

  /// The module of a class: `keras.src.layers.core.dense`.
  static func place(_ name: String) -> String {
    guard let facts = table[name] else { return "keras.src.layers" }
    return "keras.src.layers.\(facts.part).\(facts.file ?? SnakeCase.of(name))"
  }

  /// All that configurations have.
  static let entries = Set(table.values.flatMap { $0.config ?? [] }.map(\.name))

  private static let table: [String: KerasFacts] = {
    var table = ["Lambda": KerasFacts("core", file: "lambda_layer", config: nil)]
    for type in LayerCatalog.all { table[type.signature.name] = type.keras }
    table.merge(LayerClasses.mergeFacts) { own, _ in own }
    table.merge(LayerClasses.activationFacts) { own, _ in own }
    table.merge(LayerClasses.wrapperFacts) { own, _ in own }
    table.merge(LayerClasses.activityFacts) { own, _ in own }
    return table
  }()
}

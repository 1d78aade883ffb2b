internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// A model's layers as a table, and its totals as numbers.
struct ModelSummary {
  let model: Model
  let words: OutputWords

  static let valueNames: Set<String> = ["total_params", "trainable_params", "non_trainable_params"]

  /// What the table depends on.
  var fingerprint: [String] {
    model.layers.map { "\($0.name) \($0.typeName) \($0.outputShape) \($0.parameterCount)" }
  }

  var outputs: [Output] {
    let totals = MetricsOutput(
      name: "totals",
      metrics: [
        total("total_params", model.parameterCount, words.allParameters),
        total("trainable_params", model.trainableCount, words.trainableParameters),
        total("non_trainable_params", model.nonTrainableCount, words.otherParameters),
      ])
    return [.table(table), .metrics(totals)]
  }

  private func total(_ name: String, _ count: Int, _ label: String) -> MetricsOutput.Metric {
    .init(name, Double(count), format: .integer(grouped: true), label: label)
  }

  private var table: TableOutput {
    TableOutput(
      name: "layers",
      columns: [
        .init("layer", heading: words.layer), .init("type", heading: words.type),
        .init("output_shape", heading: words.outputShape),
        .init("params", heading: words.parameters, format: .integer(grouped: true)),
      ],
      rows: model.layers.map { layer in
        [
          .text(layer.name), .text(layer.typeName),
          .text(batched(layer.outputShape)), .integer(layer.parameterCount),
        ]
      })
  }

  /// The shape with Keras' open batch axis in front.
  private func batched(_ shape: Shape) -> String {
    "(" + (["None"] + shape.extents.map(String.init)).joined(separator: ", ") + ")"
  }
}

import Networks
import Tensors
import Testing

@Suite struct ModelCheckTests {
  struct Row: Sendable {
    let units: Int
    let activation: String
    let loss: ArgumentValue
    let form: LabelForm
    let messages: [String]
    let isWarning: Bool
  }

  static let logits = ArgumentValue.call(
    .make("CategoricalCrossentropy", with: ["from_logits": .bool(true)]))
  static let rows = [
    Row(
      units: 10, activation: "softmax", loss: .string("categorical_crossentropy"), form: .oneHot,
      messages: [], isWarning: false),
    Row(
      units: 10, activation: "softmax", loss: .string("sparse_categorical_crossentropy"),
      form: .oneHot,
      messages: [
        "sparse_categorical_crossentropy takes integer labels, but the labels are one-hot"
      ], isWarning: false),
    Row(
      units: 10, activation: "softmax", loss: .string("categorical_crossentropy"), form: .integer,
      messages: ["categorical_crossentropy takes one-hot labels, but the labels are integer"],
      isWarning: false),
    Row(
      units: 9, activation: "softmax", loss: .string("categorical_crossentropy"), form: .oneHot,
      messages: [
        "the last layer has 9 outputs, but with categorical_crossentropy the 10 classes of the "
          + "data need 10"
      ], isWarning: false),
    Row(
      units: 10, activation: "sigmoid", loss: .string("categorical_crossentropy"), form: .oneHot,
      messages: [
        "categorical_crossentropy expects outputs of softmax, but the last activation is sigmoid"
      ], isWarning: true),
    Row(
      units: 10, activation: "softmax", loss: logits, form: .oneHot,
      messages: [
        "categorical_crossentropy with from_logits=True applies softmax itself, but the last "
          + "layer has it too"
      ], isWarning: true),
    Row(
      units: 3, activation: "linear", loss: .string("mse"), form: .integer,
      messages: [
        "mean_squared_error with integer labels takes one output, but the last layer has 3"
      ], isWarning: false),
    Row(
      units: 1, activation: "sigmoid", loss: .string("binary_crossentropy"), form: .integer,
      messages: [
        "binary_crossentropy with integer labels is for two classes, but the data has 10"
      ], isWarning: false),
  ]

  @Test(arguments: rows.indices)
  func `model, loss and labels that don't fit are found ahead`(_ index: Int) throws {
    let row = Self.rows[index]
    let model = try Model(
      inputShape: [4],
      layers: [
        Lessons.layer("Dense", .int(row.units), with: ["activation": .string(row.activation)])
      ])
    let findings = ModelCheck.findings(
      model: model, loss: try LossCatalog.make(row.loss), labelForm: row.form, classCount: 10)
    #expect(findings.map(\.description) == row.messages)
    #expect(findings.allSatisfy { $0.isWarning == row.isWarning })
  }

  @Test func `an output that isn't flat is found`() throws {
    let findings = ModelCheck.findings(
      model: try Lessons.base(), loss: try LossCatalog.make(.string("mse")), labelForm: .oneHot,
      classCount: 10)
    #expect(
      findings.map(\.description) == [
        "the model's output has the shape (3, 3, 64); a classifier's output has one axis: "
          + "a Flatten or GlobalAveragePooling2D layer is missing"
      ])
  }

  @Test func `images of another shape are found`() throws {
    let finding = ModelCheck.inputFinding(model: try Lessons.base(), imageShape: [784])
    #expect(
      finding?.description
        == "the model takes inputs of shape (28, 28, 1), but the images have the shape (784,); "
        + "both have as many numbers, so a reshape would do")
    #expect(ModelCheck.inputFinding(model: try Lessons.base(), imageShape: [28, 28, 1]) == nil)
  }
}

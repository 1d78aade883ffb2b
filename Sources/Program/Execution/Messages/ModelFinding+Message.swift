internal import Diagnostics
internal import Networks
internal import Tensors

/// The words for a model that doesn't fit its loss, its labels or its data.
extension ModelFinding {
  /// A stable name for the kind of finding.
  var code: String {
    switch self {
    case .outputNotFlat: "output-not-flat"
    case .labelForm: "label-form"
    case .unitCount, .unitsForIntegers: "output-count"
    case .notBinary: "not-binary"
    case .activation, .activationTwice: "unusual-activation"
    case .inputShape: "input-shape"
    }
  }

  /// Whether the last layer is what has to be mended, not the directive that uses the model.
  var isAboutLastLayer: Bool {
    switch self {
    case .outputNotFlat, .unitCount, .unitsForIntegers, .activation, .activationTwice: true
    case .labelForm, .notBinary, .inputShape: false
    }
  }

  var message: Message { Message(english, pt: portuguese) }

  private var english: String {
    switch self {
    case .inputShape(let model, let data, _):
      "the model takes inputs of shape \(model), but the data has the shape \(data)"
    default: description
    }
  }

  private var portuguese: String {
    switch self {
    case .outputNotFlat(let shape):
      "a saída do modelo tem a forma \(shape); a de um classificador tem um eixo só"
    case .labelForm(let loss, let needed, let given):
      "\(loss) recebe rótulos na forma \(needed.portuguese), mas eles são \(given.portuguese)"
    case .unitCount(let units, let classCount, let loss):
      "a última camada tem \(units) saídas, mas com \(loss) as \(classCount) classes dos dados "
        + "pedem \(classCount)"
    case .unitsForIntegers(let units, let loss):
      "\(loss) com rótulos inteiros pede uma saída, mas a última camada tem \(units)"
    case .notBinary(let classCount, let loss):
      "\(loss) com rótulos inteiros serve para duas classes, mas os dados têm \(classCount)"
    case .activation(let got, let expected, let loss):
      "\(loss) espera saídas de \(expected), mas a última ativação é \(got)"
    case .activationTwice(let activation, let loss):
      "\(loss) com from_logits=True já aplica \(activation), e a última camada também"
    case .inputShape(let model, let data, _):
      "o modelo recebe entradas de forma \(model), mas os dados têm a forma \(data)"
    }
  }

  var hint: Message? {
    switch self {
    case .outputNotFlat:
      Message(
        "a Flatten() or GlobalAveragePooling2D() is missing",
        pt: "falta um Flatten() ou GlobalAveragePooling2D()")
    case .labelForm(_, .oneHot, _):
      Message(
        "set 'one_hot: true' in the data directive, or use sparse_categorical_crossentropy",
        pt: "ponha 'one_hot: true' no bloco de dados, ou use sparse_categorical_crossentropy")
    case .labelForm(_, .integer, _):
      Message(
        "set 'one_hot: false' in the data directive, or use categorical_crossentropy",
        pt: "ponha 'one_hot: false' no bloco de dados, ou use categorical_crossentropy")
    case .inputShape(let model, _, true):
      Message(
        "'reshape: [\(model.list)]' in the data directive would do",
        pt: "'reshape: [\(model.list)]' no bloco de dados resolve")
    case .unitCount, .unitsForIntegers, .notBinary, .activation, .activationTwice, .inputShape: nil
    }
  }
}

extension LabelForm {
  fileprivate var portuguese: String {
    switch self {
    case .oneHot: "one-hot"
    case .integer: "inteira"
    }
  }
}

extension Shape {
  fileprivate var list: String { extents.map(String.init).joined(separator: ", ") }
}

internal import Diagnostics
internal import Networks
internal import Tensors

/// The words for layers that don't make a model.
extension ModelError {
  /// A stable name for the kind of mistake.
  var code: String {
    switch problem {
    case .noLayers: "no-layers"
    case .noInputShape: "no-input-shape"
    case .duplicateName: "duplicate-layer-name"
    case .inputShapeDiffers: "input-shape-differs"
    case .shape(let error): error.code
    case .cropsInTraining: "crop-in-training"
    case .unknownBoundaries: "unknown-boundaries"
    }
  }

  var message: Message {
    switch problem {
    case .noLayers:
      Message("a model needs at least one layer", pt: "um modelo precisa de ao menos uma camada")
    case .noInputShape:
      Message(
        "nothing says the shape of the model's input",
        pt: "nada diz a forma da entrada do modelo")
    case .duplicateName(let name):
      Message("there is a layer named '\(name)' already", pt: "já existe uma camada '\(name)'")
    case .inputShapeDiffers(let declared, let here):
      Message(
        "input_shape is \(declared), but the input here is \(here)",
        pt: "input_shape é \(declared), mas a entrada aqui é \(here)")
    case .shape(let error): error.message
    case .cropsInTraining(let layer):
      Message(
        "\(layer) hands whole images on out of training, which are no windows of its size",
        pt:
          "\(layer) deixa as imagens inteiras fora do treino, e elas não são janelas de seu tamanho"
      )
    case .unknownBoundaries(let layer):
      Message(
        "\(layer) learns its boundaries by adapt(), which only programs call",
        pt: "\(layer) aprende seus limites com adapt(), que só programas chamam")
    }
  }

  var hint: Message? {
    switch problem {
    case .noInputShape:
      Message(
        "give the first layer an input_shape, such as input_shape=(28, 28, 1)",
        pt: "dê à primeira camada um input_shape, como input_shape=(28, 28, 1)")
    case .shape(let error): error.hint
    case .cropsInTraining:
      Message(
        "CenterCrop() takes the same part always", pt: "CenterCrop() toma sempre a mesma parte")
    case .unknownBoundaries: Message("give bin_boundaries", pt: "dê bin_boundaries")
    case .noLayers, .duplicateName, .inputShapeDiffers: nil
    }
  }
}

extension ShapeError {
  /// A stable name for the kind of mistake.
  var code: String {
    switch problem {
    case .wrongRank, .differsFromInput, .groups: "shape-mismatch"
    case .windowTooLarge: "window-too-large"
    case .tooLarge: "too-large"
    case .initializer: "wrong-initializer"
    }
  }

  var message: Message {
    switch problem {
    case .wrongRank(let expected):
      Message(
        description,
        pt: "\(layer) recebe entradas de \(expected) \(expected == 1 ? "eixo" : "eixos")"
          + (expected == 3 ? " (altura, largura, canais)" : "") + ", não \(input)")
    case .windowTooLarge(let window):
      Message(description, pt: "a janela \(window) de \(layer) é maior que a entrada \(input)")
    case .tooLarge(let shape, let limit):
      Message(
        description,
        pt: "\(layer) precisaria de um tensor de forma \(shape), mais de \(limit) números")
    case .initializer(let name, let weight):
      Message(
        description,
        pt: "\(layer): o inicializador '\(name)' não pode criar um peso de forma \(weight)")
    case .groups(let count):
      Message(
        description,
        pt: "\(layer) não consegue repartir os canais de uma entrada \(input) por \(count) grupos")
    case .differsFromInput(let declared):
      Message(description, pt: "\(layer) diz a forma \(declared), mas a entrada aqui é \(input)")
    }
  }

  var hint: Message? {
    guard case .wrongRank(let expected) = problem else { return nil }
    if expected == 1 {
      return Message(
        "a Flatten() before it makes one axis of them",
        pt: "um Flatten() antes faz deles um eixo só")
    }
    if input.rank == 1 {
      return Message(
        "it has to stand before the Flatten()", pt: "ela precisa ficar antes do Flatten()")
    }
    if input.rank < expected {
      return Message(
        "images of one channel have the shape (height, width, 1)",
        pt: "imagens de um canal têm a forma (altura, largura, 1)")
    }
    return nil
  }
}

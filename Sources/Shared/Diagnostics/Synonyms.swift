/// Words that people use for names of Keras and of Caderno: other libraries', older ones and Portuguese.
enum Synonyms {
  /// The candidate that a word stands for; nil where there is none.
  static func meant(by word: String, among candidates: some Sequence<String>) -> String? {
    let names = table[folded(word)] ?? []
    return names.isEmpty ? nil : candidates.first { names.contains($0) && $0 != word }
  }

  /// Lower case, without what parts words.
  private static func folded(_ word: String) -> String {
    word.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." }
  }

  private static let table: [String: [String]] = [
    // Layers.
    "maxpool": ["MaxPooling2D"], "maxpooling": ["MaxPooling2D"], "maxpool2d": ["MaxPooling2D"],
    "pooling": ["MaxPooling2D"], "avgpool": ["AveragePooling2D"],
    "avgpool2d": ["AveragePooling2D"], "avgpooling": ["AveragePooling2D"],
    "averagepool": ["AveragePooling2D"], "averagepooling": ["AveragePooling2D"],
    "globalavgpool": ["GlobalAveragePooling2D"], "gap": ["GlobalAveragePooling2D"],
    "globalaveragepooling": ["GlobalAveragePooling2D"],
    "globalmaxpool": ["GlobalMaxPooling2D"], "globalmaxpooling": ["GlobalMaxPooling2D"],
    "conv": ["Conv2D"], "convolution": ["Conv2D"], "convolution2d": ["Conv2D"],
    "depthwiseconv": ["DepthwiseConv2D"], "separableconv": ["SeparableConv2D"],
    "linear": ["Dense", "linear"], "fc": ["Dense"], "fullyconnected": ["Dense"],
    "batchnorm": ["BatchNormalization"], "batchnorm2d": ["BatchNormalization"],
    "bn": ["BatchNormalization"], "layernorm": ["LayerNormalization"],
    "dropout2d": ["SpatialDropout2D"],
    // Options.
    "lr": ["learning_rate"], "rate": ["learning_rate", "rate"], "batch": ["batch_size"],
    "bs": ["batch_size"], "batches": ["batch_size"], "minibatch": ["batch_size"],
    "nepochs": ["epochs"], "nbepoch": ["epochs"], "iterations": ["epochs"],
    "bordermode": ["padding"], "subsample": ["strides"], "ksize": ["kernel_size"],
    "kernel": ["kernel_size"], "nbfilter": ["filters"], "outputdim": ["units"],
    "criterion": ["loss"], "validationsplit": ["validation"], "valsplit": ["validation"],
    "optim": ["optimizer"], "optimiser": ["optimizer"], "title": ["caption"],
    "legend": ["caption"], "size": ["limit"], "subset": ["limit"],
    // Losses and metrics.
    "acc": ["accuracy"], "crossentropy": ["categorical_crossentropy"],
    "ce": ["categorical_crossentropy"], "crossentropyloss": ["sparse_categorical_crossentropy"],
    "nllloss": ["sparse_categorical_crossentropy"], "bce": ["binary_crossentropy"],
    "l2": ["mean_squared_error", "mse"], "l1": ["mean_absolute_error", "mae"],
    // Directives.
    "train": ["fit"], "training": ["fit"], "test": ["evaluate"], "eval": ["evaluate"],
    "dataset": ["data"], "network": ["model"], "plot": ["figure"], "chart": ["figure"],
    "number": ["value"], "prediction": ["predict"],
    // Portuguese.
    "taxadeaprendizado": ["learning_rate"], "epocas": ["epochs"], "épocas": ["epochs"],
    "lote": ["batch_size"], "perda": ["loss"], "otimizador": ["optimizer"],
    "metricas": ["metrics"], "métricas": ["metrics"], "acuracia": ["accuracy"],
    "acurácia": ["accuracy"], "modelo": ["model"], "dados": ["data"], "treino": ["fit"],
    "treinar": ["fit"], "avaliar": ["evaluate"], "teste": ["evaluate"], "prever": ["predict"],
    "figura": ["figure"], "grafico": ["figure"], "gráfico": ["figure"], "tabela": ["table"],
    "valor": ["value"], "resumo": ["summary"], "legenda": ["caption"], "semente": ["seed"],
    "camada": ["Dense"], "densa": ["Dense"], "achatar": ["Flatten"],
  ]
}

internal import PythonRuntime
internal import Datasets

/// Where Keras 3 keeps its functions and how it writes their parameters, as IPython shows them.
enum FunctionPlaces {
  /// Gives the functions of a machine's `keras` their places.
  static func name(_ machine: Machine) {
    for root in ["keras", "tensorflow.keras"] {
      for (part, place, functions) in tables + datasets {
        guard let module = machine.modules["\(root).\(part)"] else { continue }
        for (name, parameters) in functions {
          let function = module.members[name]?.asObject(BuiltinFunction.self)
          function?.place(in: "keras.src.\(place)", parameters: parameters)
        }
      }
    }
  }

  private static var datasets: [Table] {
    DatasetCatalog.all.compactMap { entry in
      entry.keras.map {
        ("datasets.\(entry.name)", "datasets.\(entry.name)", ["load_data": $0.parameters])
      }
    }
  }

  private typealias Table = (part: String, place: String, functions: [String: String])

  private static let tables: [Table] = [
    ("activations", "activations.activations", activations), ("losses", "losses.losses", losses),
    ("metrics", "losses.losses", losses), ("metrics", "metrics.accuracy_metrics", metrics),
    (
      "utils", "utils.numerical_utils",
      ["to_categorical": "x, num_classes=None", "normalize": "x, axis=-1, order=2"]
    ),
    ("utils", "utils.rng_utils", ["set_random_seed": "seed"]),
    (
      "utils", "utils.model_visualization",
      [
        "plot_model":
          "model, to_file='model.png', show_shapes=False, show_dtype=False, show_layer_names=False, rankdir='TB', expand_nested=False, dpi=200, show_layer_activations=False, show_trainable=False, splines='ortho', **kwargs",
        "model_to_dot":
          "model, show_shapes=False, show_dtype=False, show_layer_names=True, rankdir='TB', expand_nested=False, dpi=200, subgraph=False, show_layer_activations=False, show_trainable=False, splines='ortho', **kwargs",
      ]
    ),
    (
      "models", "saving.saving_api",
      [
        "load_model": "filepath, custom_objects=None, compile=True, safe_mode=True",
        "save_model": "model, filepath, overwrite=True, zipped=None, **kwargs",
      ]
    ),
    (
      "layers", "layers.core.input_layer",
      [
        "Input":
          "shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None, name=None, tensor=None, optional=False"
      ]
    ),
    (
      "backend", "backend.config",
      [
        "backend": "", "epsilon": "", "floatx": "", "image_data_format": "",
        "set_image_data_format": "data_format",
      ]
    ),
  ]

  private static let activations = [
    "elu": "x, alpha=1.0", "exponential": "x", "gelu": "x, approximate=False",
    "hard_sigmoid": "x", "hard_silu": "x", "leaky_relu": "x, negative_slope=0.2", "linear": "x",
    "log_softmax": "x, axis=-1", "mish": "x",
    "relu": "x, negative_slope=0.0, max_value=None, threshold=0.0", "relu6": "x", "selu": "x",
    "sigmoid": "x", "silu": "x", "softmax": "x, axis=-1", "softplus": "x", "softsign": "x",
    "tanh": "x",
  ]

  private static let smoothed =
    "y_true, y_pred, from_logits=False, label_smoothing=0.0, axis=-1"
  private static let pair = "y_true, y_pred"

  private static let losses = [
    "binary_crossentropy": smoothed, "categorical_crossentropy": smoothed,
    "categorical_hinge": pair, "cosine_similarity": "y_true, y_pred, axis=-1", "hinge": pair,
    "huber": "y_true, y_pred, delta=1.0", "kl_divergence": pair, "log_cosh": pair,
    "mean_absolute_error": pair, "mean_absolute_percentage_error": pair,
    "mean_squared_error": pair, "mean_squared_logarithmic_error": pair, "poisson": pair,
    "sparse_categorical_crossentropy":
      "y_true, y_pred, from_logits=False, ignore_class=None, axis=-1",
    "squared_hinge": pair,
  ]

  private static let metrics = [
    "binary_accuracy": "y_true, y_pred, threshold=0.5", "categorical_accuracy": pair,
    "sparse_categorical_accuracy": pair, "top_k_categorical_accuracy": "y_true, y_pred, k=5",
    "sparse_top_k_categorical_accuracy": "y_true, y_pred, k=5, from_sorted_ids=False",
  ]
}

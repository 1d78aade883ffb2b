internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Tensors

extension ModelObject {
  private static let fitParameters =
    "x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None, validation_batch_size=None, validation_freq=1, *, nb_epoch=None, show_accuracy=None"

  /// The methods of models.
  static var methods: [Method] {
    layerMethods + runMethods + storageMethods
  }

  private static var layerMethods: [Method] {
    [
      .method("add", "layer, rebuild=True", of: "Sequential") {
        (model: ModelObject, call) throws(PyError) in
        guard model.isSequential else {
          throw call.error("AttributeError", "'Functional' object has no attribute 'add'")
        }
        try model.add(call.required("layer"), call.machine)
        return .none
      }.rehearsed().changing(.ofReceiver),
      .method("pop", "rebuild=True", of: "Sequential") {
        (model: ModelObject, call) throws(PyError) in
        try model.pop(call.machine)
        return .none
      }.rehearsed().changing(.ofReceiver),
      .method("build", "input_shape=None") { (model: ModelObject, call) throws(PyError) in
        if let value = call.given("input_shape") {
          try model.build(try LayerArguments.shape(value, call, dropsBatch: true), call.machine)
        }
        return .none
      }.rehearsed().changing(.ofReceiver),
      .method("get_layer", "name=None, index=None", of: "Model") {
        (model: ModelObject, call) throws(PyError) in
        try model.layer(call)
      }.rehearsed(),
      .method(
        "summary",
        "line_length=None, positions=None, print_fn=None, *, expand_nested=False, show_trainable=False, layer_range=None",
        of: "Model"
      ) {
        (model: ModelObject, call) throws(PyError) in
        let text = try ModelSummaryText(
          model, ModelSummaryText.Form(call, of: model), call.machine
        ).text
        if let function = call.given("print_fn") {
          _ = try call.machine.call(function, Arguments([.string(text)]))
        } else {
          call.machine.write(text)
        }
        return .none
      },
      .method("count_params", of: "Layer") { (model: ModelObject, call) throws(PyError) in
        if model.inputs.isEmpty { _ = try model.asLayer.parameterCount(call) }
        let counts = try model.parameterCounts(call.machine)
        return .int(counts.trainable + counts.others)
      },
      .method("get_weights", of: "Layer") { (model: ModelObject, call) throws(PyError) in
        try model.weightArrays(call.machine)
      },
      .method("set_weights", "weights", of: "Layer") { (model: ModelObject, call) throws(PyError) in
        try model.setWeights(call.required("weights"), call.machine)
        return .none
      },
      .method("reset_states") { (_: ModelObject, _) throws(PyError) in .none },
    ]
  }

  private static var runMethods: [Method] {
    [
      .method(
        "compile",
        "optimizer='rmsprop', loss=None, metrics=None, loss_weights=None, weighted_metrics=None, run_eagerly=False, steps_per_execution=1, jit_compile='auto', sample_weight_mode=None, class_mode=None",
        of: "Trainer"
      ) { (model: ModelObject, call) throws(PyError) in
        try model.compile(call)
        return .none
      }.refusing(KnownArguments.compile).giving(DataForesight.compile).changing(.ofReceiver),
      .method("fit", fitParameters, of: "TensorFlowTrainer", gives: HistoryObject.historyType) {
        (model: ModelObject, call) throws(PyError) in try model.fit(call)
      }.refusing { KnownArguments.fit($0) + DataForesight.lossProblems($0) },
      .method(
        "evaluate",
        "x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, callbacks=None, return_dict=False, *, show_accuracy=None",
        of: "TensorFlowTrainer"
      ) { (model: ModelObject, call) throws(PyError) in try model.evaluate(call) }
      .refusing(DataForesight.lossProblems),
      .method(
        "train_on_batch",
        "x, y=None, sample_weight=None, class_weight=None, return_dict=False",
        of: "TensorFlowTrainer"
      ) { (model: ModelObject, call) throws(PyError) in try model.trainOnBatch(call) }
      .refusing(DataForesight.lossProblems),
      .method(
        "test_on_batch", "x, y=None, sample_weight=None, return_dict=False", of: "TensorFlowTrainer"
      ) {
        (model: ModelObject, call) throws(PyError) in try model.testOnBatch(call)
      }.refusing(DataForesight.lossProblems),
      // Each call begins its metrics anew by itself.
      .method("reset_metrics", of: "Trainer") { (_: ModelObject, _) throws(PyError) in .none },
      .method(
        "predict", "x, batch_size=None, verbose='auto', steps=None, callbacks=None",
        of: "TensorFlowTrainer"
      ) {
        (model: ModelObject, call) throws(PyError) in
        try model.predict(call, prints: true)
      }.refusing(DataForesight.problems).giving(DataForesight.prediction),
      .method("predict_on_batch", "x", of: "TensorFlowTrainer") {
        (model: ModelObject, call) throws(PyError) in
        try model.predict(call, prints: false)
      },
      .method("predict_proba", "x, batch_size=None, verbose=0") {
        (model: ModelObject, call) throws(PyError) in try model.predict(call, prints: false)
      },
      .method("predict_classes", "x, batch_size=None, verbose=0") {
        (model: ModelObject, call) throws(PyError) in
        let outputs = try model.predict(call, prints: false)
        let machine = call.machine
        let argmax = try machine.attribute(outputs, "argmax")
        return try machine.call(argmax, Arguments([], keywords: [("axis", .int(-1))]))
      },
    ]
  }
}

internal import Cells

/// `keras.callbacks`.
enum CallbackClasses {
  static var members: [String: Value] {
    var all: [String: Value] = ["Callback": .object(CallbackObject.base)]
    for entry in entries { all[entry.name] = .object(make(entry)) }
    all["History"] = .object(
      TypeObject(
        "History", module: "keras.src.callbacks.history", "",
        properties: ["history", "epoch", "params", "model"]
      ) { _, _ in .object(HistoryObject()) })
    return all
  }

  private struct Entry {
    let name: String
    let parameters: String
    let properties: Set<String>
    let construct: (TypeObject, Call) throws(PyError) -> CallbackObject
  }

  private static func make(_ entry: Entry) -> TypeObject {
    return TypeObject(
      entry.name, module: KerasPlaces.callback(entry.name), base: CallbackObject.base,
      entry.parameters,
      properties: entry.properties.union(["model", "params"])
    ) { itself, call throws(PyError) in
      .object(try entry.construct(itself, call))
    }
  }

  private static var entries: [Entry] {
    [
      Entry(
        name: "EarlyStopping",
        parameters:
          "monitor='val_loss', min_delta=0, patience=0, verbose=0, mode='auto', baseline=None, restore_best_weights=False, start_from_epoch=0",
        properties: ["stopped_epoch", "best_epoch", "best", "patience"]
      ) { type, call throws(PyError) in try EarlyStopping(type, call) },
      Entry(
        name: "ModelCheckpoint",
        parameters:
          "filepath, monitor='val_loss', verbose=0, save_best_only=False, save_weights_only=False, mode='auto', save_freq='epoch', initial_value_threshold=None, *, period=1",
        properties: []
      ) { type, call throws(PyError) in try ModelCheckpoint(type, call) },
      Entry(name: "LearningRateScheduler", parameters: "schedule, verbose=0", properties: []) {
        type, call throws(PyError) in try LearningRateScheduler(type, call)
      },
      Entry(
        name: "ReduceLROnPlateau",
        parameters:
          "monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto', min_delta=0.0001, cooldown=0, min_lr=0.0, *, epsilon=None",
        properties: []
      ) { type, call throws(PyError) in try ReduceLROnPlateau(type, call) },
      // Writes files for another program; nothing that the lesson shows depends on it.
      Entry(
        name: "TensorBoard",
        parameters:
          "log_dir='logs', histogram_freq=0, write_graph=True, write_images=False, write_steps_per_second=False, update_freq='epoch', profile_batch=0, embeddings_freq=0, *, batch_size=None, write_grads=None",
        properties: []
      ) { type, call in CallbackObject(type) },
      Entry(name: "CSVLogger", parameters: "filename, separator=None, append=False", properties: [])
      {
        type, call in CallbackObject(type)
      },
      Entry(name: "TerminateOnNaN", parameters: "", properties: []) { type, _ in
        CallbackObject(type)
      },
      Entry(
        name: "LambdaCallback",
        parameters:
          "on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None, on_train_batch_begin=None, on_train_batch_end=None, *, on_batch_begin=None, on_batch_end=None",
        properties: []
      ) { type, call in LambdaCallback(type, call) },
    ]
  }
}

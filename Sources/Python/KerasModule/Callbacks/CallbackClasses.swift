internal import PythonRuntime

/// `keras.callbacks`.
enum CallbackClasses {
  static let all: [CallbackClass] = [
    EarlyStopping.keras,
    ModelCheckpoint.keras,
    LearningRateScheduler.keras,
    ReduceLROnPlateau.keras,
    LambdaCallback.keras,
    QuietCallbacks.tensorBoard,
    QuietCallbacks.csvLogger,
    TerminateOnNaN.keras,
  ]

  static var members: [String: Value] {
    var members: [String: Value] = ["Callback": .object(CallbackObject.base)]
    for entry in all { members[entry.name] = .object(entry.type()) }
    members["History"] = .object(HistoryObject.historyType)
    return members
  }
}

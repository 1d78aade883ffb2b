internal import PythonRuntime

/// What an object of a program's class has of the callback of Keras' own that the class is made of.
final class InnerCallback: Object {
  let callback: CallbackObject
  /// The attributes that both have.
  private let names: [String]
  /// Their values as the callback had them last.
  private var shown: [String: Value] = [:]

  init(_ callback: CallbackObject, _ names: [String]) {
    (self.callback, self.names) = (callback, names)
  }

  deinit { LettingGo.hold(shown) }
  override func letGo() { shown = [:] }

  /// Where an object keeps it: no name that a program could write.
  private static let field = "<callback>"

  /// The one of an object; nil for classes that are made of `Callback` alone, and before `super().__init__()`.
  static func of(_ instance: InstanceObject) -> InnerCallback? {
    instance.fields[field]?.asObject()
  }

  func attach(to instance: InstanceObject, _ machine: Machine) {
    instance.fields[Self.field] = .object(self)
    callback.className = instance.kind.name
    show(in: instance, machine)
  }

  /// Does what Keras' class does at a moment, and shows in the object what became of it.
  func act(
    for instance: InstanceObject, _ machine: Machine, _ body: () throws(PyError) -> Void
  ) throws(PyError) {
    for name in names {
      guard let before = shown[name], let now = instance.fields[name] else { continue }
      guard machine.isIdentical(before, now) else {
        throw machine.error(
          "NotImplementedError",
          "setting '\(name)' of a class made of keras.callbacks.\(callback.hostType.name) is not supported by Caderno"
        )
      }
    }
    try body()
    show(in: instance, machine)
  }

  private func show(in instance: InstanceObject, _ machine: Machine) {
    for name in names {
      guard let value = callback.property(name, machine) else { continue }
      shown[name] = value
      instance.fields[name] = value
    }
  }

  /// What a program's class calls by `super()`, or has where it defines nothing of its own.
  static let methods: [Method] = [
    method("on_train_begin", "logs=None") { callback, _, run throws(PyError) in
      try callback.begin(run)
    },
    method("on_train_end", "logs=None") { callback, _, run throws(PyError) in
      try callback.end(run)
    },
    method("on_epoch_begin", "epoch, logs=None") { callback, call, run throws(PyError) in
      try callback.beginEpoch(call.int("epoch", or: 0), run)
    },
    method("on_epoch_end", "epoch, logs=None") { callback, call, run throws(PyError) in
      let logs = EpochLogs(call["logs"]?.asObject() ?? DictObject(), call.machine)
      try callback.endEpoch(call.int("epoch", or: 0), logs, run)
    },
    method("on_train_batch_begin", "batch, logs=None") { callback, call, run throws(PyError) in
      try callback.beginBatch(call.int("batch", or: 0), run)
    },
    method("on_train_batch_end", "batch, logs=None") { callback, call, run throws(PyError) in
      let logs = EpochLogs(call["logs"]?.asObject() ?? DictObject(), call.machine)
      let numbers = Dictionary(
        logs.numbers.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      try callback.endBatch(call.int("batch", or: 0), numbers, run)
    },
  ]

  private static func method(
    _ name: String, _ parameters: String,
    _ body: @escaping @Sendable (CallbackObject, Call, FitCall) throws(PyError) -> Void
  ) -> Method {
    Method(name, "self, \(parameters)") { call throws(PyError) in
      let receiver = call.required("self")
      let instance = receiver.asObject(InstanceObject.self)
      let inner = instance.flatMap(of)
      guard let callback = inner?.callback ?? receiver.asObject(CallbackObject.self),
        let run = callback.run
      else {
        throw call.error(
          "NotImplementedError",
          "\(name)() outside of fit(), or before super().__init__(), is not supported by Caderno")
      }
      guard let instance, let inner else {
        try body(callback, call, run)
        return .none
      }
      try inner.act(for: instance, call.machine) { () throws(PyError) in
        try body(callback, call, run)
      }
      return .none
    }
  }
}

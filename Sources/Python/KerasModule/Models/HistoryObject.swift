internal import PythonRuntime

/// What `fit` gives: the metrics of each epoch.
final class HistoryObject: HostObject {
  weak var model: ModelObject?
  private let columns = HistoryColumns()
  private let epochs = ListObject([])
  private let parameters = DictObject()

  override var hostType: TypeObject { Self.historyType }

  func begin(_ options: FitCallOptions, steps: Int, _ machine: Machine) {
    try? parameters.set(.string("verbose"), .int(options.verbose), machine)
    try? parameters.set(.string("epochs"), .int(options.epochs), machine)
    try? parameters.set(.string("steps"), .int(steps), machine)
  }

  func append(_ epoch: Int, _ metrics: [(name: String, value: Value)], _ machine: Machine) {
    epochs.items.append(.int(epoch))
    for (name, value) in metrics {
      let key = Value.string(name)
      if let list: ListObject = (try? columns.value(key, machine))??.asObject() {
        list.items.append(value)
      } else {
        try? columns.set(key, .object(ListObject([value])), machine)
      }
    }
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "history": .object(columns)
    case "epoch": .object(epochs)
    case "params": .object(parameters)
    case "model": model.map { .object($0) }
    default: nil
    }
  }

  static let historyType = SharedType(
    "History", module: "keras.src.callbacks.history", "",
    properties: ["history", "epoch", "params", "model"]
  ) { _ in .object(HistoryObject()) }
}

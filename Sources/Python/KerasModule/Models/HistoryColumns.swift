internal import PythonRuntime

/// The metrics by name; also under the names that older versions of Keras gave accuracies.
final class HistoryColumns: DictObject {
  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if case .string(let name) = index, try value(index, machine) == nil {
      for other in [
        name.replacing("accuracy", with: "acc"), name.replacing("acc", with: "accuracy"),
      ] {
        if let found = try value(.string(other), machine) { return found }
      }
    }
    return try super.item(index, machine)
  }
}

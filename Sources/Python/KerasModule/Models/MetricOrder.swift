/// The order of an epoch's metrics, as Keras has it: those of training by name, then those of
/// validation, then the learning rate.
enum MetricOrder {
  static func sorted(_ names: [String]) -> [String] {
    names.sorted { (group($0), $0) < (group($1), $1) }
  }

  private static func group(_ name: String) -> Int {
    if name == "learning_rate" { return 2 }
    return name.hasPrefix("val_") ? 1 : 0
  }
}

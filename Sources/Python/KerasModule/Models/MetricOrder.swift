/// The order of an epoch's metrics, as Keras has it: all by name, those of validation among them, then the
/// learning rate.
enum MetricOrder {
  static func sorted(_ names: [String]) -> [String] {
    names.sorted { ($0 == "learning_rate" ? 1 : 0, $0) < ($1 == "learning_rate" ? 1 : 0, $1) }
  }
}

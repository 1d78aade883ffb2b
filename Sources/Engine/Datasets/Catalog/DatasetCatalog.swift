/// The data sets that exist.
public enum DatasetCatalog {
  /// All data sets, in the order in which they are listed.
  public static let all: [DatasetEntry] = [
    .mnist,
    .fashionMNIST,
    .cifar10,
    .digits,
    .colorDigits,
  ]

  /// The entry of a name.
  public static func entry(named name: String) -> DatasetEntry? { all.first { $0.name == name } }
}

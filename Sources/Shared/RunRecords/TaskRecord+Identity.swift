extension TaskRecord {
  /// How much of a source a record keeps, in Unicode scalars.
  private static let sourceLimit = 10_000

  /// As much of a source as a record keeps.
  public static func kept(_ source: String) -> String {
    source.utf8.count <= sourceLimit ? source : String(source.unicodeScalars.prefix(sourceLimit))
  }

  /// The key of outputs in a notebook that some other program made.
  public static let unknownKey = "unknown"

  /// The name that the author gave; nil where the id is only the kind and a running number.
  public var givenName: String? {
    if let isNamed { return isNamed ? id : nil }
    // Older records don't tell.
    let number = id.dropFirst(kind.count + 1)
    let isNumbered =
      id.hasPrefix("\(kind)-") && !number.isEmpty && number.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    return isNumbered ? nil : id
  }

  /// Whether `inputs` are all that the key is made of, not only what a notebook's source tells.
  public var knowsInputs: Bool { inputs?["seed"] != nil }
}

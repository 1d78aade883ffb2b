public import RunRecords

/// Which steps of an earlier run, or directives of an earlier notebook, are which of a later one.
public enum StepPartners {
  /// For each step of `a` the place of its partner in `b`; nil where it is gone. Steps are known by the
  /// name that the author gave, else by their source.
  public static func places(of a: [StepRecord], in b: [StepRecord]) -> [Int?] {
    var places = [Int?](repeating: nil, count: a.count)
    for pair in Alignment(a, b, isEdited: false).pairs { places[pair.a] = pair.b }
    return places
  }
}

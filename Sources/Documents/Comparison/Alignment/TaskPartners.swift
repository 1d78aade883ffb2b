public import RunRecords

/// Which tasks of an earlier run, or directives of an earlier notebook, are which of a later one.
public enum TaskPartners {
  /// For each task of `a` the place of its partner in `b`; nil where it is gone. Tasks are known by the
  /// name that the author gave, else by their source.
  public static func places(of a: [TaskRecord], in b: [TaskRecord]) -> [Int?] {
    var places = [Int?](repeating: nil, count: a.count)
    for pair in Alignment(a, b, isEdited: false).pairs { places[pair.a] = pair.b }
    return places
  }
}

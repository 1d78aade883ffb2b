internal import Networks

/// A name or a call that an option has, and where it stands.
struct WrittenArgument: Sendable {
  let value: ArgumentValue
  let range: Range<Int>
  /// Where the parts of a call stand; nil for a name.
  var places: CallPlaces?

  /// Where a mistake stands that a catalog finds in it.
  func place(of error: ArgumentError) -> Range<Int> {
    // A catalog speaks of the option around the call, which is no place in it.
    guard case .nested(let inner) = error.problem else { return places?.name ?? range }
    return places?.place(of: inner) ?? range
  }
}

/// What a series comes to: where it begins and ends, and its least and greatest values.
struct SeriesFacts {
  /// A value and its place.
  struct Point: Hashable {
    var index: Int
    var x: Double
    var y: Double
  }
  let first: Point
  let last: Point
  /// The first of the least values.
  let least: Point
  /// The first of the greatest values.
  let greatest: Point
  /// The points, those without a finite value too.
  let count: Int
  /// How many of them have no finite value.
  let missing: Int

  /// Nil for a series without a finite value.
  init?(x: [Double], y: [Double]) {
    let all = zip(x, y).enumerated().map { Point(index: $0, x: $1.0, y: $1.1) }
    let points = all.filter(\.y.isFinite)
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.y < $1.y }),
      // Of equal ones the first, where `max` gives the last.
      let greatest = points.min(by: { $0.y > $1.y })
    else { return nil }
    (self.first, self.last, self.least, self.greatest) = (first, last, least, greatest)
    (count, missing) = (all.count, all.count - points.count)
  }
}

/// How many rows and columns at the sides of an image.
struct Margins: Hashable, Sendable {
  let top: Int
  let bottom: Int
  let left: Int
  let right: Int

  init(top: Int, bottom: Int, left: Int, right: Int) {
    (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
  }

  /// Those of an image of one row: so many columns before and behind.
  init(steps: [Int]) { self.init(top: 0, bottom: 0, left: steps[0], right: steps[1]) }

  var rows: Int { top + bottom }
  var columns: Int { left + right }
}
